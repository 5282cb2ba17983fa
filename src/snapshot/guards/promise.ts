import { promisesIn } from '../../core/promise/promise.ts';
import type { ChangelogEntry } from '../../ledger/changelog.ts';
import type { Flag } from '../guard.ts';

/** TPC-20: a public text of the changelog promises results, profit or returns. It is shown, with this beside it. */
export const promiseMade: Flag<ChangelogEntry> = {
  name: 'promise-made',
  find: (rows) =>
    rows.flatMap(({ id, reason, old_value, new_value }) => {
      const words = [reason, old_value, new_value].flatMap((text) => promisesIn(text ?? ''));
      if (words.length === 0) return [];
      const said = words.map((found) => `"${found.words}"`).join(', ');
      return [
        { id, detail: `Changelog "${id}" promises results: ${said}. Write a later entry without them.` },
      ];
    }),
};
