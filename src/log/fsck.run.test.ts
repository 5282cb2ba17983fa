import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../testing/script-process.ts';
import { signedLog } from '../testing/signed-log.ts';

const ENTRY = `{"hash":"${'0'.repeat(64)}","id":"first","kind":"run","time":"2026-01-01T00:00:00Z"}`;
let folder = '';
let policyFile = '';
let policy = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const log = await signedLog([utf8ToBytes(ENTRY)]);
  for (const [file, bytes] of log.files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), bytes);
  }
  policyFile = path.join(folder, 'policy');
  policy = log.policy;
  await writeFile(policyFile, policy);
});

test('npm run log -- fsck says that a served log is whole, and who has seen it', async () => {
  expect(await runCommand('log', ['fsck', folder, policyFile], {})).toMatchObject({
    code: 0,
    stdout: 'log.example/demo: 1 entries, and every tile and the root are what they make. Seen by friend.\n',
    stderr: '',
  });
});

test('it names what is another, and exits 1', async () => {
  await writeFile(path.join(folder, 'tile/0/000.p/1'), new Uint8Array(32));
  const { code, stderr } = await runCommand('log', ['fsck', folder, policyFile], {});
  expect([code, stderr.split('\n')[0]]).toEqual([1, 'tile: tile/0/000.p/1 is not what its entries make']);
});

test('where the witnesses of the policy have not seen it, that is not known, and it exits 2', async () => {
  await writeFile(policyFile, `${policy.split('\n')[0]}\n${STRANGER}\nquorum stranger\n`);
  const { code, stdout } = await runCommand('log', ['fsck', folder, policyFile], {});
  expect([code, stdout]).toEqual([2, expect.stringContaining('none of the policy’s witnesses')]);
  expect(stdout).toContain('is not known');
});

test('without a log, a policy or a task it says so', async () => {
  for (const [args, said] of [
    [['fsck'], 'Say what'],
    [['fsck', path.join(folder, 'nowhere'), policyFile], 'checkpoint: it is missing'],
    [['fsck', folder, path.join(folder, 'nowhere')], 'nowhere'],
  ] as const) {
    const { code, stderr } = await runCommand('log', args, {});
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});

/** A witness that skylight's tests know, and this log does not. */
const STRANGER = 'witness stranger witness.example.org+b8a2cf20+BFLN3yikSfFkVAJtrnh/CiY3Zozkoy7clp+P7XB28qUN';
