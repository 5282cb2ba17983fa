import { Temporal } from 'temporal-polyfill';
import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import type { NoteFile, Section } from '../model/note-file.ts';

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

/** How far the clock of who writes may be ahead of ours. */
const TOLERANCE = 'PT10M';

export function isInFuture(at: IsoInstant, now: IsoInstant): boolean {
  return compareInstants(at, addDuration(now, TOLERANCE)) > 0;
}

const ENDS: readonly (Section['status'] | undefined)[] = ['over', 'resolved', 'postmortem'];

/** The update that first called an incident over; undefined while it goes on, also where it was opened again. */
export function closing(sections: readonly Section[]): Section | undefined {
  const stated = sections.filter(({ status }) => states(status));
  const goesOn = stated.findLastIndex(({ status }) => !ENDS.includes(status));
  return stated[goesOn + 1];
}

/** The newest update that states a status: corrections and withdrawals state none. */
export function lastStated(sections: readonly Section[]): Section | undefined {
  return sections.findLast(({ status }) => states(status));
}

function states(status: Section['status']): boolean {
  return status !== null && status !== CORRECTION && status !== WITHDRAWN;
}
