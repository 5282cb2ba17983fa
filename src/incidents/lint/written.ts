import { Temporal } from 'temporal-polyfill';
import type { IsoInstant } from '../../core/instant.ts';
import type { NoteFile } from '../model/note-file.ts';

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

/** A time as people write it in a note: `2026-01-05 16:30 +07:00`; in the offset of Jakarta unless another is known. */
export function asWritten(at: IsoInstant, offset: string | null = null): string {
  const zone = offset === 'Z' ? '+00:00' : (offset ?? '+07:00');
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const two = (number: number) => String(number).padStart(2, '0');
  const seconds = second === 0 ? '' : `:${two(second)}`;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${seconds} ${zone}`;
}
