const LONGEST = 500;

/**
 * Text of others as it may stand in one line of a log: what would break the line, turn its direction, or
 * speak to the terminal is written as an escape (`\u{202e}`), and a very long text is cut.
 */
export function printable(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
