import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Anything JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** RFC 8785 (JSON Canonicalization Scheme): one line, sorted keys, no white space. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** JSON Lines, each line canonical and ended by a newline: a file whose diff shows the rows that changed. */
export function canonicalLines(rows: Iterable<Json>): string {
  let text = '';
  for (const row of rows) text += `${canonicalJson(row)}\n`;
  return text;
}

/** The values of a JSON Lines text. A last line without its newline was cut off: SyntaxError. */
export function parseLines(text: string): unknown[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new SyntaxError('the last line does not end: the file was cut off');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}
