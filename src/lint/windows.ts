import { addDuration, compareInstants } from '../domain/instant.ts';
import type { MaintenanceFacts } from '../domain/note-file.ts';
import { recurring } from '../domain/recurrence.ts';
import type { Rule } from './rule.ts';

/** What is called off is a window that there would have been: else the wrong one still seems to take place. */
export const windows: Rule = {
  id: 'window',
  find: ({ kind, facts, whereIs }) => {
    if (kind !== 'maintenance' || facts === null) return [];
    const { starts, recurs, cancelled } = facts as MaintenanceFacts;
    return cancelled.flatMap((at, index) => {
      const begins =
        recurs === null ? [starts] : recurring({ ...recurs, starts, from: at, to: addDuration(at, 'PT1S') });
      if (begins.some((begin) => compareInstants(begin, at) === 0)) return [];
      return [
        {
          ...whereIs(['cancelled', index]),
          reason: 'no window begins at this time, so none is called off',
          instead: 'Write the time at which the window would have begun, with its offset.',
        },
      ];
    });
  },
};
