import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import type { Section } from '../model/note-file.ts';

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
