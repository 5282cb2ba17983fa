import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/repository.ts';
import { attestRestore, notRestored } from './restore-command.ts';

test('how a restore test ended is kept under its month, the newest instead of the one before', async () => {
  const root = await temporaryFolder();
  const failed = notRestored('2026-01', true, '2026-02-01T02:50:00Z');
  await attestRestore(root, failed);
  const file = await attestRestore(root, { ...failed, tested_at: '2026-02-02T00:00:00Z' });
  expect(file).toMatch(/generated.archive-tests.2026-01\.json$/);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    result: 'failed',
    tested_at: '2026-02-02T00:00:00Z',
  });
});
