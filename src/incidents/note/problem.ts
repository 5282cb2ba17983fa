import type { FileProblem, Place } from '../../core/yaml.ts';

/** What is wrong in a note, before it is said which file it is. */
export type NoteProblem = Omit<FileProblem, 'file'>;

/** One problem at a place; `field` says in which part, such as `title.en` or `update 2, English`. */
export function problem(place: Place, field: string, reason: string): NoteProblem {
  return { line: place.line, column: place.column, field, reason };
}

export const START: Place = { line: 1, column: 1 };
