import { expect, test } from 'vitest';
import { foldSentences } from './fold-sentence.ts';
import { translator } from './translator.ts';

const { t } = translator('en');
const gone = (kind: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => ({ fault: 'gone', folder: 'log', what: `${kind} tpc/${at}` }) as const,
  );

test('thousands of a folder that is gone are a line for each kind, and where all are told', () => {
  const faults = [...gone('batch', 1_203), ...gone('wallet', 2)];
  expect(foldSentences(t, faults)).toEqual([
    'log: in the log, and no longer in content: batch tpc/0, batch tpc/1, batch tpc/2 and 1200 more',
    'log: in the log, and no longer in content: wallet tpc/0, wallet tpc/1',
    'All of them, one by one: npm run log -- check --json',
  ]);
  expect(foldSentences(translator('id').t, faults)).toHaveLength(3);
});

test('faults of other kinds, and of other folders, are never counted together', () => {
  const faults = [
    { fault: 'altered', folder: 'tpc', what: 'batch tpc/0' },
    { fault: 'gone', folder: 'tpc', what: 'batch tpc/0' },
    { fault: 'gone', folder: 'notes', what: 'incident slow' },
  ] as const;
  expect(foldSentences(t, faults)).toHaveLength(3);
});
