import type { Place } from '../../core/yaml.ts';
import type { Said } from '../../words/said.ts';

/** What is wrong in a note, before it is said which file it is. */
export type NoteProblem = Said &
  Place & {
    /** In which part: a field such as `title.en`, an update, or (empty) the note as a whole. */
    readonly field: string | Said;
  };

/** One problem at a place. */
export function problem({ line, column }: Place, field: NoteProblem['field'], said: Said): NoteProblem {
  return { line, column, field, ...said };
}

export const START: Place = { line: 1, column: 1 };
