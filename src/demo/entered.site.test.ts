import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { contentFolders } from '../fold/folders.ts';
import { datedRows, readLogTimes } from '../store/log-times.ts';
import { openFolder, rootOf } from '../store/published.ts';

test('every line of the invented history is entered when it says: none within minutes of the present alone', () => {
  const { contentRoot: root } = inject('site');
  const times = readLogTimes(path.join(root, 'generated'));
  const late: Record<string, number> = {};
  for (const one of contentFolders(root))
    one.with((folder) => {
      const published = openFolder(rootOf(root, folder), folder);
      for (const series of folder.series) {
        const rows = datedRows(published, series as never, times);
        const count = rows.filter((row) => row.late !== null).length;
        if (count > 0) late[`${folder.name}/${series.name}`] = count;
      }
    });
  expect(late).toEqual({});
  const entered = [...times.entered.entries()].filter(([key]) => key.startsWith('status-day '));
  // A year of days, each entered once it was over.
  expect(entered.length).toBeGreaterThan(300);
  expect(entered.every(([key, [at]]) => (at ?? '') > key.slice('status-day '.length))).toBe(true);
  expect(new Set(entered.map(([, [at]]) => at?.slice(0, 7))).size).toBeGreaterThan(11);
});
