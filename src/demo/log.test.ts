import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fsck } from '../log/fsck.ts';
import { parsePolicy } from '../log/policy.ts';
import { writeLog } from '../site/log/emitter.ts';
import { bytesAt } from '../store/disk.ts';
import { openLog } from '../store/kept-log.ts';
import { keepLog, someEntries } from '../testing/kept-log.ts';
import { signDemoLog } from './log.ts';

test('the log of the demo is signed, seen by its invented witnesses, and whole as it is served', async () => {
  const content = await mkdtemp(path.join(tmpdir(), 'terang-demo-log-'));
  onTestFinished(() => rm(content, { recursive: true }));
  await signDemoLog(content, '2027-01-15T08:00:00Z');
  expect(openLog(content)).toBeNull();

  await keepLog(content, someEntries(300), []);
  await signDemoLog(content, '2027-01-15T08:00:00Z');
  const log = openLog(content);
  if (log === null) throw new Error('there is no log');
  const folder = path.join(content, 'served');
  await writeLog(log, folder);
  const { seen, faults } = await fsck(
    async (file) => bytesAt(path.join(folder, file)),
    parsePolicy(log.policy ?? ''),
  );
  expect([faults, seen.checkpoint.size, seen.quorum]).toEqual([[], 302n, true]);
  expect(seen.cosignatures.map(({ witness, time }) => [witness.name, time])).toEqual([
    ['demo-witness-1', 1_800_000_000n],
    ['demo-witness-2', 1_800_000_000n],
  ]);
});
