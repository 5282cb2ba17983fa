import { expect, test } from 'vitest';
import { snapshotFolder } from '../ledger/snapshot-folder.ts';
import { ENTRY_KINDS } from '../log/entry.ts';
import type { AnySeries, ContentFolder } from '../store/content-folder.ts';
import { contentFolders, MONTHLY } from './folders.ts';

const seriesOf = <Manifest>({ name, series }: ContentFolder<Manifest>) =>
  (series as readonly unknown[] as readonly AnySeries<unknown>[]).map((one) => ({
    name: `${name}/${one.name}`,
    series: one,
  }));
const SERIES = [
  ...contentFolders('nowhere').flatMap((one) => one.with((folder) => seriesOf(folder))),
  ...seriesOf(snapshotFolder('tpc')),
];

test.each(SERIES)(
  '$name says how its lines enter the log, or why none needs to',
  ({ series: { entered } }) => {
    if ('because' in entered) expect(entered.because).toMatch(/\w+ \w+/);
    else for (const kind of entered.kinds) expect(Object.keys(ENTRY_KINDS)).toContain(kind);
  },
);

test('no two series, nor folders of months, enter the same kind: an entry is of one place', () => {
  const kinds = SERIES.flatMap(({ series: { entered } }) => ('because' in entered ? [] : entered.kinds));
  const all = [...kinds, ...MONTHLY.map(({ entered }) => entered), 'archive', 'pruning', 'run'];
  expect(new Set(all).size).toBe(all.length);
});
