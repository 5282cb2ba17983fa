import type { NoteFile } from '../domain/note-file.ts';

/** A field of the front matter as it was written, from its first letter to the end of its line. */
export function writtenAt(
  { text, whereIs }: Pick<NoteFile, 'text' | 'whereIs'>,
  path: readonly string[],
): string {
  const { line, column } = whereIs(path);
  const written = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
  return written.replace(/^["']/u, '');
}

/** The offset of a written time, such as `+07:00`; null where there is none. */
export function offsetIn(written: string): string | null {
  return /\d{2}:\d{2}(?::\d{2})? ?(Z|[+-]\d{2}:\d{2})/u.exec(written)?.[1] ?? null;
}
