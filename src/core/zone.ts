/** Whether the IANA database has a time zone of this name, such as `UTC` or `Asia/Jakarta`; an offset has no name. */
export function isZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // Only an unknown zone is thrown here.
  }
}

/**
 * Whose readers call zones by a name: CLDR knows an abbreviation only in the languages of those who use it. Tried behind
 * the reader's own.
 */
const NAMING = ['id-ID', 'en-GB', 'en-US', 'en-CA', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];
const OFFSET = /^(GMT|UTC)([+\u2212-].*)?$/;

/**
 * How people call a zone at an instant, `WIB`, `WEST`, `UTC`, by CLDR; its offset (`GMT+8`) where no abbreviation is
 * known. Formats are made once: making one takes longer than a hundred uses.
 */
export function zoneNames(zone: string, locale: string): (instant: Date | number) => string {
  if (zone === 'UTC') return () => 'UTC';
  const formats = [locale, ...NAMING].map(
    (one) => new Intl.DateTimeFormat(one, { timeZone: zone, timeZoneName: 'short' }),
  );
  const nameIn = (format: Intl.DateTimeFormat, instant: Date | number) =>
    format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return (instant) => {
    const names = formats.map((format) => nameIn(format, instant));
    // In winter London is called GMT where Lisbon and the ships at sea are at GMT+0.
    return (
      names.find((name) => !OFFSET.test(name)) ?? names.find((name) => name === 'GMT') ?? names[0] ?? zone
    );
  };
}
