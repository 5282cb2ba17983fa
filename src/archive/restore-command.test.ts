import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { restoreReport } from '../commands/github/archive-report.ts';
import { createArchiveContent } from '../testing/archive-content.ts';
import { SITE } from '../testing/site.ts';
import { archiveCommand } from './command.ts';
import { restoreCommand } from './restore-command.ts';

const NOW = '2027-02-01T02:50:00Z';
const restoring = (contentRoot: string, due = false) =>
  restoreCommand({
    contentRoot,
    due,
    now: NOW,
    open: () => Promise.reject(new Error('a database was asked for')),
  });

test('VOU-07: before the first archive there is nothing to test: no pass, nothing kept, and no fault of a schedule', async () => {
  const root = await createArchiveContent();
  const ending = await restoring(root);
  expect(ending).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('Nothing to test yet'),
    result: null,
  });
  expect(await restoring(root, true)).toMatchObject({ exitCode: 0, result: null });
  expect(restoreReport(ending)).toMatchObject({ text: ending.text, notices: [] });
  expect(await readdir(path.join(root, 'generated'))).not.toContain('archive-tests');
});

test('a month whose files were removed is nothing to test either', async () => {
  const contentRoot = await createArchiveContent();
  await archiveCommand({ task: 'make', month: '2026-01' }, { site: () => SITE, contentRoot, now: NOW });
  await expect(restoring(contentRoot)).rejects.toThrow('a database was asked for');
  await archiveCommand(
    { task: 'prune', month: '2026-01', confirmed: true },
    { site: () => SITE, contentRoot, now: NOW },
  );
  expect(await restoring(contentRoot)).toMatchObject({ exitCode: 2 });
});
