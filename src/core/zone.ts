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
