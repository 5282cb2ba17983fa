import { addDuration, compareInstants } from '../../core/instant.ts';
import { recurring } from '../../core/recurrence.ts';
import type { Rule } from './rule.ts';

/** What is called off is a window that there would have been: else the wrong one still seems to take place. */
export const windows: Rule = {
  id: 'window',
  find: ({ kind, stated, whereIs }) => {
    const { starts, recurs, cancelled = [] } = stated ?? {};
    if (kind !== 'maintenance' || starts === undefined || recurs === undefined) return [];
    const { rule, zone } = recurs ?? {};
    if (recurs !== null && (rule === undefined || zone === undefined)) return [];
    return cancelled.flatMap((at, index) => {
      if (at === undefined) return []; // That it can not be read is told by itself.
      const begins =
        rule === undefined || zone === undefined
          ? [starts]
          : recurring({ rule, zone, starts, from: at, to: addDuration(at, 'PT1S') });
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
