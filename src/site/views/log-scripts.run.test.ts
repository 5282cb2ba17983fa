import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parsePolicy } from '../../log/policy.ts';
import { bytesAt } from '../../store/disk.ts';
import { openLog } from '../../store/kept-log.ts';
import { isGoInstalled } from '../../testing/go.ts';
import { keepLog, someEntries } from '../../testing/kept-log.ts';
import { startPeer } from '../../testing/peer.ts';
import { POLICY } from '../../testing/signed-log.ts';
import { flipped } from '../../testing/tiled-log.ts';
import { writeLog } from '../log/emitter.ts';
import { GO_PROGRAM, goCommand, signatureCommand } from './log-scripts.ts';

const key = parsePolicy(POLICY).logs[0]?.key as Parameters<typeof goCommand>[1];
const run = promisify(execFile);
let folder = '';
let prefix = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-scripts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await keepLog(folder, someEntries(600), [300, 600]);
  const log = openLog(folder);
  if (log !== null) await writeLog(log, path.join(folder, 'log'));
  const { url } = await startPeer(({ url = '' }, response) => {
    const bytes = bytesAt(path.join(folder, url));
    response.writeHead(bytes === null ? 404 : 200).end(bytes);
  });
  prefix = `${url}/log/`;
});

const inShell = (text: string) => run('bash', ['-e', '-o', 'pipefail', '-c', text], { cwd: folder });

/** Turns a bit of a served file. */
async function damage(file: string, bit: number): Promise<void> {
  const whole = bytesAt(path.join(folder, 'log', file));
  await writeFile(path.join(folder, 'log', file), flipped(whole ?? Buffer.of(), bit));
}

describe('what the page of the log gives to copy', () => {
  test('verifies with OpenSSL who signed the checkpoint, and says no when a bit of it is another', async () => {
    expect((await inShell(signatureCommand(prefix, key))).stdout).toContain(
      'Signature Verified Successfully',
    );
    await damage('checkpoint', 8 * 18);
    await expect(inShell(signatureCommand(prefix, key))).rejects.toMatchObject({
      stdout: expect.stringContaining('Signature Verification Failure'),
    });
  });
});

// Where Go is not installed, src/log/sumdb.run.test.ts says so.
(isGoInstalled ? describe : () => undefined)('the program for Go', () => {
  test('makes the signed root from the entries, and refuses one that was changed', async () => {
    await writeFile(path.join(folder, 'check.go'), GO_PROGRAM);
    expect((await inShell(goCommand(prefix, key))).stdout).toMatch(/^600 entries have the signed root /);
    await damage('tile/entries/001', 8 * 9);
    await expect(inShell(goCommand(prefix, key))).rejects.toMatchObject({
      stderr: expect.stringContaining('the entries have the root'),
    });
  });
});
