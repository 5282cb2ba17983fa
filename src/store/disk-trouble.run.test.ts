import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../testing/script-process.ts';
import { diskTrouble } from './disk-trouble.ts';

test.each([
  [{ code: 'ENOSPC', syscall: 'write' }, 'Could not write (ENOSPC): the disk is full.'],
  [{ code: 'EROFS', syscall: 'open', path: 'a/b' }, 'Could not open a/b (EROFS): the disk can only be read.'],
  [{ code: 'EACCES', syscall: 'mkdir', path: 'a' }, 'Could not make a (EACCES): this user may not.'],
])('what the disk refuses is told with the file, the reason and what to do: %j', (about, said) => {
  const error = Object.assign(new Error('raw'), about);
  expect(diskTrouble(error)).toContain(said);
  expect(diskTrouble(new Error('wrapped', { cause: error }))).toContain(said);
  expect(diskTrouble(new TypeError('a defect of ours'))).toBeNull();
});

test('every command that finds a folder it can not write to ends in a sentence, never in a stack trace', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'terang-disk-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp('content/written', path.join(root, 'written'), { recursive: true });
  await writeFile(path.join(root, 'generated'), 'A file where a folder should be.');
  const env = {
    TERANG_CONTENT: root,
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    AUDIT_DATABASE_URL: 'postgres://127.0.0.1:1/none',
  };
  const commands = [
    ['snapshot'],
    ['check'],
    ['notes'],
    ['report', '--due'],
    ['archive', '2026-01'],
    ['audit'],
    ['commit:content'],
  ];
  const endings = await Promise.all(
    commands.map(async ([script = '', ...args]) => ({ script, ...(await runCommand(script, args, env)) })),
  );
  for (const { script, code, stdout, stderr } of endings) {
    expect.soft([script, code]).toEqual([script, 1]);
    expect.soft(`${script} ${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    if (script !== 'commit:content' && script !== 'audit')
      expect
        .soft(`${script} ${stdout}${stderr}`)
        .toMatch(/\((ENOTDIR|EEXIST)\): a file stands where a folder is expected/);
  }
});
