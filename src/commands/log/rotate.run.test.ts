import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { enterContent } from '../../fold/enter.ts';
import { publishedRecords } from '../../fold/records.ts';
import { formatSkey, formatVkey, generateKey, type SignerKey } from '../../log/key.ts';
import { witness } from '../../outside/witness.ts';
import { writeLog } from '../../site/log/emitter.ts';
import { bytesAt } from '../../store/disk.ts';
import { type KeptLog, openLog } from '../../store/kept-log.ts';
import { NOTED_CONTENT } from '../../testing/noted-repository.ts';
import { startPeer } from '../../testing/peer.ts';
import { publishEverything } from '../../testing/published-content.ts';
import { createRepository, type TestClone } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { piecesOf } from '../../verifier/pasted.ts';
import { checkPieces } from '../../verifier/pieces.ts';
import { readerOf } from '../../verifier/site-files.ts';
import type { Judged } from '../../verifier/statement.ts';
import { checkSite } from '../../verifier/verify.ts';
import { compareLog } from '../gate/gate.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date().toISOString();
const newKey = () => generateKey('log.example/demo', 'note');

/** A repository with everything that is published, whose log the policy's one key signed. */
async function createSigned(key: SignerKey) {
  const clone = await createRepository({
    ...NOTED_CONTENT,
    'content/written/log/policy': `log ${formatVkey(key)}\nquorum none\n`,
  });
  await publishEverything(clone);
  await enterContent(clone.contentRoot, '2026-02-04T00:00:00Z');
  await push(clone);
  const signed = await log(clone, key, 'sign');
  expect(signed, signed.stderr).toMatchObject({ code: 0 });
  return clone;
}

async function push({ git }: TestClone) {
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Content');
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
}

const log = ({ contentRoot }: TestClone, key: SignerKey | readonly SignerKey[], ...args: string[]) =>
  runCommand('log', args, {
    TERANG_CONTENT: contentRoot,
    TERANG_LOG_KEY: [key].flat().map(formatSkey).join(' '),
  });

/** The folder of a site that serves the log as it is now. */
async function served({ contentRoot }: TestClone): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-rotated-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeLog(openLog(contentRoot) as KeptLog, path.join(folder, 'log'), publishedRecords(contentRoot));
  return folder;
}

const signatureOf = async (folder: string, policy: string) => {
  return saidOfSignature(await checkSite(readerOf(folder), policy));
};

const saidOfSignature = (judged: readonly Judged[]) => {
  const { verdict, because } = judged.find(({ statement }) => statement === 'signature') ?? {};
  return because?.reason ?? verdict;
};

async function lookAs(folder: string, site: string) {
  const key = await generateKey('friend.example', 'cosignature');
  const read = async (file: string) => bytesAt(path.join(site, 'log', file));
  const { verdict } = await witness({ read, folder, key, now: NOW, standstill: 'P400D' });
  return verdict;
}

test('npm run log -- rotate hands the log over: entered, signed by the old key, and followed by whoever knew that', async () => {
  const old = await newKey();
  const clone = await createSigned(old);
  const known = `log ${formatVkey(old)}\nquorum none\n`;
  const before = await served(clone);
  const memory = path.join(before, 'memory');
  expect(await lookAs(memory, before)).toBe('first');

  const rotated = await log(clone, old, 'rotate');
  expect(rotated, rotated.stderr).toMatchObject({ code: 0 });
  const [secret = ''] = /PRIVATE\+KEY\+\S+/.exec(rotated.stdout) ?? [];
  const policy = await readFile(path.join(clone.contentRoot, 'written/log/policy'), 'utf8');
  expect(policy).toMatch(/^log log\.example\/demo\+\S+\nquorum none\n$/);
  expect(policy).not.toBe(known);
  await push(clone);

  const env = { TERANG_CONTENT: clone.contentRoot };
  const refused = await runCommand('log', ['sign'], { ...env, TERANG_LOG_KEY: formatSkey(old) });
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('another key took over')]);
  const again = await log(clone, old, 'rotate');
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('does not name')]);
  const signed = await runCommand('log', ['sign'], { ...env, TERANG_LOG_KEY: secret });
  expect(signed, signed.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('entries signed') });

  const after = await served(clone);
  expect(await signatureOf(after, known)).toBe('right');
  expect(await signatureOf(after, policy)).toBe('right');
  expect(await lookAs(memory, after)).toBe('grown');
  expect(await readFile(path.join(memory, 'policy'), 'utf8')).toBe(policy);

  // The whole site, and every proof that it gives out, by the old policy and by the new one.
  for (const brought of [known, policy]) {
    const judged = await checkSite(readerOf(after), brought);
    const log = judged.filter(({ statement }) =>
      ['signature', 'entries', 'tree', 'tiles', 'records', 'proofs'].includes(statement),
    );
    expect(log.map(({ verdict }) => verdict)).toEqual(Array(6).fill('right'));
    expect(log.find(({ statement }) => statement === 'proofs')?.counted).toBeGreaterThanOrEqual(3);
  }
  // A proof of before, as the site gives it out now and as somebody kept it then.
  const [bundled = ''] = (await readdir(path.join(before, 'log/proof'))).filter((name) =>
    name.endsWith('.json'),
  );
  const kept = await readFile(path.join(before, 'log/proof', bundled), 'utf8');
  const given = await readFile(path.join(after, 'log/proof', bundled), 'utf8');
  for (const [bundle, brought, says] of [
    [kept, known, 'right'],
    [kept, policy, 'unnamed-key'],
    [given, known, 'right'],
    [given, policy, 'right'],
  ] as const)
    expect(saidOfSignature(await checkPieces(piecesOf(bundle), brought))).toBe(says);

  // The live site is still what it was before: the gate holds it by the key of then.
  const { url } = await startPeer((request, response) => {
    const bytes = bytesAt(path.join(before, request.url ?? ''));
    if (bytes === null) response.writeHead(404).end();
    else response.end(bytes);
  });
  const site = new URL(`${url}/log/`);
  const compared = await compareLog({ contentRoot: clone.contentRoot, base: 'origin/main', site, now: NOW });
  expect(compared.at(-1)).toMatchObject({ verdict: 'grown', where: site.href });
});

test('a lost key: the next is entered, and nobody who knew the old one can tell', async () => {
  const [old, next] = [await newKey(), await newKey()];
  const clone = await createSigned(old);
  const known = `log ${formatVkey(old)}\nquorum none\n`;
  const memory = path.join(await served(clone), 'memory');
  expect(await lookAs(memory, path.dirname(memory))).toBe('first');

  const lost = await log(clone, next, 'rotate', '--lost');
  expect(lost, lost.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('tell witnesses') });
  await push(clone);
  expect(await log(clone, next, 'sign')).toMatchObject({ code: 0 });
  const after = await served(clone);
  expect(await signatureOf(after, known)).toBe('strange-key');
  expect(await lookAs(memory, after)).toBe('untold');
});

test('a first key is entered once, and what is no key to take over is refused', async () => {
  const old = await newKey();
  const clone = await createSigned(old);
  expect(await log(clone, old, 'rotate', '--first')).toMatchObject({ code: 0 });
  expect(await log(clone, old, 'rotate', '--first')).toMatchObject({ code: 1 });
  expect(await log(clone, old, 'rotate', '--lost')).toMatchObject({ code: 1 });
  for (const other of [old, await generateKey('log.example/other', 'note')]) {
    const { code, stderr } = await runCommand('log', ['rotate'], {
      TERANG_CONTENT: clone.contentRoot,
      TERANG_LOG_KEY: formatSkey(old),
      TERANG_LOG_NEXT_KEY: formatSkey(other),
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining('can not take over')]);
  }
});
