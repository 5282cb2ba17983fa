import type { Section } from '../domain/note-file.ts';

/** The update that called an incident over; undefined while it goes on, also where it was opened again. */
export function closing(sections: readonly Section[]): Section | undefined {
  const last = lastStated(sections);
  if (last?.status !== 'resolved' && last?.status !== 'postmortem') return undefined;
  return sections.findLast(({ status }) => status === 'resolved') ?? last;
}

/** The newest update that states a status: a correction states none. */
export function lastStated(sections: readonly Section[]): Section | undefined {
  return sections.findLast(({ status }) => status !== null && status !== 'correction');
}
