import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { reportDue } from '../../reports/command.ts';
import { createCheckedRepository } from '../../testing/checked-repository.ts';
import { ENTERED_AT } from '../../testing/repository.ts';
import { routineOf } from '../../testing/routine-content.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a commit tells how many reports it holds, and which were late, missed or have something that failed', async () => {
  const clone = await createCheckedRepository();
  const scratch = await mkdtemp(path.join(tmpdir(), 'terang-scratch-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  const items = [
    { id: 'logs-read', name: { en: 'x', id: 'x' }, manual: { role: 'r', words: { en: 'x', id: 'x' } } },
  ];
  const routine = stringify(routineOf({ items }));
  await clone.write('content/written/systems/sample/routines/morning.yaml', routine);
  const { contentRoot } = clone;
  const run = async (now: string) => {
    await reportDue({ contentRoot, scratch, settings: {}, now: () => now, publicMachine: true });
    return (
      await commitContent({ contentRoot, now: () => ENTERED_AT, identity: botIdentity({}), push: null })
    ).message;
  };
  expect(await run('2026-01-24T09:07:00Z')).toBe(
    'Reports 2026-01-24 09:07 UTC: 1 report\n\nFiles in reports: 2 added\n',
  );
  expect(await run('2026-01-24T09:22:00Z')).toBeNull();
  expect(await run('2026-01-26T12:07:00Z')).toBe(
    'Reports 2026-01-26 12:07 UTC: 1 report, 1 missed\n\n' +
      'sample, morning, due 2026-01-25T09:00:00Z: missed\n' +
      'sample, morning, due 2026-01-26T09:00:00Z: late\n\n' +
      'Files in reports: 1 changed, 1 added, 1 removed\n',
  );
});
