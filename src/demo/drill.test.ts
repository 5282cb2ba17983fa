import { expect, test } from 'vitest';
import { formatEntry } from '../log/entry.ts';
import { generateKey } from '../log/key.ts';
import { someEntries } from '../testing/kept-log.ts';
import { holdDrill } from './drill.ts';

test('each rewrite is caught by those who can see it, and the honest log by nobody', async () => {
  const key = await generateKey('demo.invalid/log', 'note');
  const { answers, index } = await holdDrill(someEntries(600).map(formatEntry), key, '2027-01-15T08:00:00Z');
  expect(index).toBe(300);
  const codes = Object.fromEntries(
    Object.entries(answers).map(([rewrite, said]) => [
      rewrite,
      Object.values(said).map(({ says, code }) => `${says} ${code}`),
    ]),
  );
  expect(codes).toEqual({
    none: ['yes whole', 'yes same', 'yes same', 'yes same'],
    // Consistent in itself: that is why others have to hold it.
    resigned: ['yes whole', 'no fork', 'no fork', 'no fork'],
    cut: ['yes whole', 'no rollback', 'no rollback', 'no rollback'],
    // Entries that do not fit a signature that stays: seen by whoever reads all of them.
    unsigned: ['no root', 'yes same', 'yes same', 'yes same'],
    stranger: ['no unsigned', 'no strange', 'no unsigned', 'no strange'],
  });
});
