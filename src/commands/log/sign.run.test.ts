import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { concatBytes } from '@noble/hashes/utils.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cosigner } from '../../log/cosignature.ts';
import { formatSkey, formatVkey, generateKey, type SignerKey, signEd25519 } from '../../log/key.ts';
import { formatNote, parseNote, type Signer, signNote } from '../../log/signed-note.ts';
import { GOPATH, isGoInstalled } from '../../testing/go.ts';
import { closedAddress, startPeer } from '../../testing/peer.ts';
import { createPushedLog, pushedCheckpoints, pushLog } from '../../testing/pushed-log.ts';
import { cloneOf, ENTERED_AT, subjects, type TestClone, temporaryFolder } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { translator } from '../../words/translator.ts';
import { commitContent } from '../repository/commit.ts';
import { botIdentity } from '../repository/identity.ts';
import { type SignOptions, signPushed } from './signing.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const KEY = await generateKey('log.example/demo', 'note');
/** 2026-01-26T12:00:00Z, in seconds. */
const SEEN = 1_769_428_800n;
const FRIEND = await generateKey('friend.example', 'cosignature');
const UNSEEN = `log ${formatVkey(KEY)}\nquorum none\n`;

function sign({ contentRoot }: TestClone, more: Partial<SignOptions> = {}) {
  const options = {
    contentRoot,
    identity: botIdentity({}),
    remote: 'origin',
    secret: formatSkey(KEY),
    site: null,
  };
  return signPushed({ ...options, now: () => '2026-01-26T12:00:00Z', ...more }, translator('en').t);
}

function policyOf(...witnesses: (readonly [name: string, key: SignerKey, url: string])[]): string {
  const lines = witnesses.map(([name, key, url]) => `witness ${name} ${formatVkey(key)} ${url}\n`);
  const names = witnesses.map(([name]) => name).join(' ');
  return `log ${formatVkey(KEY)}\n${lines.join('')}group those any ${names}\nquorum those\n`;
}

/** A signature line, whoever's. */
const JUNK = '— junk.example AAAAAAAA\n';

/** The signature line of a text that may be no checkpoint. */
async function linesOf(signer: Signer, text: string): Promise<string> {
  const note = formatNote(await signNote(text, [signer]));
  return note.slice(note.lastIndexOf('\n\n') + 2);
}

/** Cosigns what is no checkpoint either. */
function cosignerOf({ name, id, seed }: SignerKey, time: bigint): Signer {
  const head = new Uint8Array(8);
  new DataView(head.buffer).setBigUint64(0, time);
  const sign = async (text: string) =>
    concatBytes(head, await signEd25519(seed, `cosignature/v1\ntime ${time}\n${text}`));
  return { name, id, sign };
}

/** A witness that cosigns whatever it is asked, after `meanwhile`. */
async function startFriend(
  meanwhile: () => Promise<void> = async () => undefined,
  time = SEEN,
): Promise<string> {
  const { url } = await startPeer(async (_, response, body) => {
    await meanwhile();
    const { text } = parseNote(body.slice(body.indexOf('\n\n') + 2));
    const note = formatNote(await signNote(text, [cosigner(FRIEND, time)]));
    response.end(note.slice(note.lastIndexOf('\n\n') + 2));
  });
  return url;
}

test('npm run log -- key makes a pair, with which npm run log -- sign signs what was pushed as a commit of its own', async () => {
  const made = await runCommand('log', ['key', 'log.example/site'], {});
  const [, secret = '', line = ''] = /(PRIVATE\+KEY\+\S+)[\s\S]*^(log \S+)$/m.exec(made.stdout) ?? [];
  const clone = await createPushedLog(3, `${line}\nquorum none\n`);
  const env = { TERANG_CONTENT: clone.contentRoot, TERANG_LOG_KEY: secret };
  const signed = await runCommand('log', ['sign'], env);
  expect(signed, signed.stderr).toMatchObject({
    code: 0,
    stdout: 'log.example/site: 3 entries signed and pushed. Seen by none of the policy’s witnesses.\n',
  });
  expect(await pushedCheckpoints(clone)).toEqual([['3', ['log.example/site']]]);
  expect(await subjects(clone.remote)).toEqual(['Log: 3 entries signed, seen by no witness', 'First']);
  expect(await clone.git('status', '--porcelain')).toBe('');
  expect(`${signed.stdout}${signed.stderr}`).not.toContain(secret);
});

test('without a key, a policy, or a key that the policy names, nothing is signed', async () => {
  const clone = await createPushedLog(3, UNSEEN);
  const { code, stderr } = await runCommand('log', ['sign'], { TERANG_CONTENT: clone.contentRoot });
  expect([code, stderr]).toEqual([1, expect.stringContaining('TERANG_LOG_KEY is not set')]);
  const other = formatSkey(await generateKey('log.example/demo', 'note'));
  await expect(sign(clone, { secret: other })).rejects.toThrow('does not name log.example/demo+');
  await clone.git('rm', '--quiet', 'content/written/log/policy');
  await expect(sign(clone)).rejects.toThrow('is not as it was pushed');
  expect(await pushedCheckpoints(clone)).toEqual([]);
});

test('what was not pushed is not signed', async () => {
  const clone = await createPushedLog(3, UNSEEN);
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await commitContent({
    contentRoot: clone.contentRoot,
    now: () => ENTERED_AT,
    identity: botIdentity({}),
    push: null,
  });
  await expect(sign(clone)).rejects.toThrow('Only what was pushed is signed');
  expect(await pushedCheckpoints(clone)).toEqual([]);
});

describe('of what was pushed nothing is signed that the gate refuses of its content', () => {
  const entry = (id: string, time: string) => ({ kind: 'batch', id, time, hash: 'a'.repeat(64) }) as const;
  test.each([
    ['dated ahead', [entry('tpc/1', '2099-01-01T00:00:00Z')], '2099-01-01T00:00:00Z'],
    [
      'an identity that is entered once, twice',
      [entry('tpc/1', '2026-01-26T12:00:00Z'), entry('tpc/1', '2026-01-26T12:00:00Z')],
      'batch tpc/1',
    ],
    ['an entry of nothing that stands there', [entry('tpc/1', '2026-01-26T12:00:00Z')], 'batch tpc/1'],
  ])('%s', async (_, more, named) => {
    const asked: string[] = [];
    const url = await startFriend(async () => void asked.push('asked'));
    const clone = await createPushedLog(3, policyOf(['friend', FRIEND, url]));
    await pushLog(clone, 3, 3, more);
    await expect(sign(clone)).rejects.toThrow(named);
    await expect(sign(clone)).rejects.toThrow('would not pass the gate: nothing was signed');
    expect([await pushedCheckpoints(clone), asked]).toEqual([[], []]);
    const checked = await runCommand('log', ['check'], { TERANG_CONTENT: clone.contentRoot });
    expect(checked).toMatchObject({ code: 1, stderr: expect.stringContaining(named) });
    // With a later run that is right, it goes on.
    await pushLog(clone, 4);
    expect(await sign(clone)).toMatchObject({ size: 4n });
  });

  test('what lies in the folder and was not committed neither excuses it nor stops it', async () => {
    const clone = await createPushedLog(3, UNSEEN);
    const file = 'content/generated/chain/manifest.json';
    const manifest = await clone.git('show', `HEAD:${file}`);
    await clone.write(file, manifest.replace('13:00', '14:00'));
    await clone.write('content/written/incidents/draft.md', 'under way');
    expect(await sign(clone)).toMatchObject({ size: 3n });

    const other = await cloneOf(clone.remote);
    await other.write(file, manifest.replace('13:00', '15:00'));
    await other.git('commit', '--quiet', '--all', '--message', 'By hand');
    await other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await other.write(file, manifest);
    await expect(sign(other)).rejects.toThrow('would not pass the gate');
    expect(await pushedCheckpoints(clone)).toHaveLength(1);
    expect(await other.git('status', '--porcelain')).toBe(` M ${file}\n`);
  });
});

describe('what was signed before is what the log begins with, or nothing is signed', () => {
  test.each([
    ['shorter', 2, 2, '3 entries were signed in this repository, and 2 are here'],
    ['another', 4, 2, 'The first 3 entries are not those that were signed in this repository'],
  ])('in git: one that became %s', async (_, count, same, said) => {
    const clone = await createPushedLog(3, UNSEEN);
    await sign(clone);
    await pushLog(clone, count, same);
    await expect(sign(clone)).rejects.toThrow(said);
    expect(await pushedCheckpoints(clone)).toHaveLength(1);
  });

  test.each([
    ['has more entries', 5, 5, '5 entries were signed in http'],
    ['has others', 3, 2, 'The first 3 entries are not those that were signed in http'],
  ])('on the live site, where git was rewritten: it %s', async (_, count, same, said) => {
    const live = await createPushedLog(3, UNSEEN);
    await pushLog(live, count, same);
    await sign(live);
    const note = await live.git('show', 'HEAD:content/generated/log/checkpoints/2026-01.jsonl');
    const { url } = await startPeer((_, response) =>
      response.end((JSON.parse(note) as { note: string }).note),
    );
    const clone = await createPushedLog(4, UNSEEN);
    await expect(sign(clone, { site: new URL(`${url}/log/`) })).rejects.toThrow(said);
    expect(await pushedCheckpoints(clone)).toEqual([]);
  });

  test('a live site that does not answer is "not known"; one without a log is the first time', async () => {
    const clone = await createPushedLog(3, UNSEEN);
    const site = new URL(`${await closedAddress()}/log/`);
    await expect(sign(clone, { site })).rejects.toThrow('can not be read: whether the log grew');
    const { url } = await startPeer((_, response) => response.writeHead(404).end());
    expect(await sign(clone, { site: new URL(`${url}/log/`) })).toMatchObject({ size: 3n });
  });
});

test('several witnesses are asked at once; one that fails stops none of the others, and is named', async () => {
  const silent = await generateKey('silent.example', 'cosignature');
  const policy = policyOf(['friend', FRIEND, await startFriend()], ['silent', silent, await closedAddress()]);
  const clone = await createPushedLog(3, policy);
  expect(await sign(clone)).toMatchObject({
    cosigned: [{ name: 'friend' }],
    silent: [{ witness: { name: 'silent' }, fault: 'unreachable' }],
    quorum: true,
  });
  expect(await pushedCheckpoints(clone)).toEqual([['3', ['log.example/demo', 'friend.example']]]);
});

test.each<[string, string, (honest: string, text: string) => Promise<string>]>([
  ['a time that no calendar has', 'time', async (_, text) => linesOf(cosigner(FRIEND, 2n ** 62n), text)],
  ['a time that is yet to come', 'time', async (_, text) => linesOf(cosigner(FRIEND, SEEN + 3600n), text)],
  ['a time before its entries', 'time', async (_, text) => linesOf(cosigner(FRIEND, SEEN - 3600n), text)],
  [
    'a blank line behind which another text ends',
    'answer',
    async (_, text) => `${JUNK}\n${await linesOf(cosignerOf(FRIEND, SEEN), `${text}\n${JUNK}`)}`,
  ],
  ['more than any answer has', 'too-large', async (honest) => `${JUNK.repeat(4096)}${honest}`],
  ['words', 'answer', async (honest) => `thanks\n${honest}`],
])(
  'one witness of two answers with %s: the other is asked and counted all the same',
  async (_, fault, answer) => {
    const other = await generateKey('other.example', 'cosignature');
    const honest = async (key: SignerKey, body: string) => {
      const { text } = parseNote(body.slice(body.indexOf('\n\n') + 2));
      return [await linesOf(cosigner(key, SEEN), text), text] as const;
    };
    const evil = await startPeer(async (_, response, body) =>
      response.end(await answer(...(await honest(FRIEND, body)))),
    );
    const good = await startPeer(async (_, response, body) => response.end((await honest(other, body))[0]));
    const clone = await createPushedLog(3, policyOf(['evil', FRIEND, evil.url], ['good', other, good.url]));
    expect(await sign(clone)).toMatchObject({
      cosigned: [{ name: 'good' }],
      silent: [{ witness: { name: 'evil' }, fault }],
      quorum: true,
    });
    expect(await pushedCheckpoints(clone)).toEqual([['3', ['log.example/demo', 'other.example']]]);
  },
);

test('where too few witnesses have seen it, it is signed, and the command ends with 2', async () => {
  const clone = await createPushedLog(3, policyOf(['friend', FRIEND, await closedAddress()]));
  const env = { TERANG_CONTENT: clone.contentRoot, TERANG_LOG_KEY: formatSkey(KEY) };
  const { code, stdout } = await runCommand('log', ['sign'], env);
  expect([code, stdout]).toEqual([2, expect.stringContaining('friend did not answer.')]);
  expect(await pushedCheckpoints(clone)).toHaveLength(1);
});

test('others push while the witnesses are asked: theirs is signed too, and the first signature is in nobody’s way', async () => {
  let clone: TestClone | null = null;
  let raced = false;
  const url = await startFriend(async () => {
    if (raced || clone === null) return;
    raced = true;
    await pushLog(clone, 5);
  });
  clone = await createPushedLog(3, policyOf(['friend', FRIEND, url]));
  expect(await sign(clone)).toMatchObject({ size: 5n });
  expect(await pushedCheckpoints(clone)).toEqual([['5', ['log.example/demo', 'friend.example']]]);
  expect(await clone.git('status', '--porcelain')).toBe('');
});

test('two keys sign while one takes over from the other', async () => {
  const next = await generateKey('log.example/demo', 'note');
  const clone = await createPushedLog(3, `log ${formatVkey(KEY)}\nlog ${formatVkey(next)}\nquorum none\n`);
  await sign(clone, { secret: `${formatSkey(KEY)} ${formatSkey(next)}` });
  expect(await pushedCheckpoints(clone)).toEqual([['3', ['log.example/demo', 'log.example/demo']]]);
  // The old one is gone from the policy: what it signed must still be what the log begins with.
  const other = await cloneOf(clone.remote);
  await other.write('content/written/log/policy', `log ${formatVkey(next)}\nquorum none\n`);
  await other.git('commit', '--quiet', '--all', '--message', 'The next key');
  await other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  await pushLog(clone, 4, 2);
  await expect(sign(clone, { secret: formatSkey(next) })).rejects.toThrow('are not those that were signed');
  await pushLog(clone, 4);
  expect(await sign(clone, { secret: formatSkey(next) })).toMatchObject({ size: 4n });
});

const NOT_JUDGED =
  'NOT JUDGED: Go is not installed, so that no witness written against the specification has answered our client';

if (!isGoInstalled) test(NOT_JUDGED, () => void process.stdout.write(`${NOT_JUDGED}\n`));
else
  test('a witness written in Go against the specification cosigns each growth, and no other history; a run that was killed is in nobody’s way', async () => {
    const { line, url } = await startGoWitness();
    const policy = `log ${formatVkey(KEY)}\nwitness judge ${line} ${url}\nquorum judge\n`;
    const clone = await createPushedLog(3, policy);
    // Its clock is the real one.
    const now = () => new Date().toISOString();
    expect(await sign(clone, { now })).toMatchObject({ size: 3n, quorum: true });
    await pushLog(clone, 300);
    expect(await sign(clone, { now })).toMatchObject({ size: 300n, quorum: true });
    expect(await sign(clone, { now })).toMatchObject({ size: 300n, quorum: true });

    await pushLog(clone, 310);
    const killed = await runCommand('log', ['sign'], {
      TERANG_CONTENT: clone.contentRoot,
      TERANG_LOG_KEY: formatSkey(KEY),
      PATH: await gitThatDiesBefore('push'),
    });
    expect(killed).toMatchObject({ signal: 'SIGKILL' });
    expect(await clone.git('status', '--porcelain')).toBe('');
    // The witness has seen 310, and nobody else ever does.
    await pushLog(clone, 320);
    expect(await sign(clone, { now })).toMatchObject({ size: 320n, quorum: true });
    expect((await pushedCheckpoints(clone)).map(([size]) => size)).toEqual(['3', '300', '300', '320']);

    const fork = await createPushedLog(320, policy);
    await pushLog(fork, 330, 7);
    await expect(sign(fork)).rejects.toThrow('judge has seen another history of this log.');
    const rolledBack = await createPushedLog(310, policy);
    await expect(sign(rolledBack)).rejects.toThrow('judge has seen more entries than there are here.');
    for (const one of [fork, rolledBack]) expect(await pushedCheckpoints(one)).toEqual([]);
  });

async function startGoWitness(): Promise<{ line: string; url: string }> {
  const folder = await temporaryFolder();
  const binary = path.join(folder, 'witness');
  const source = path.resolve(import.meta.dirname, '../../log/witness/main.go');
  await promisify(execFile)('go', ['build', '-o', binary, source], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' },
  });
  const child = spawn(binary, [formatVkey(KEY), 'witness.example/go'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const [line = '', url = ''] = said.toString().trim().split(' ');
  return { line, url };
}

/** A git that is killed at a command together with the run that called it. */
async function gitThatDiesBefore(command: string): Promise<string> {
  const home = await temporaryFolder();
  const script = `#!/bin/sh
PATH='${process.env.PATH}'
case " $* " in *' ${command} '*) kill -9 $PPID; exit ;; esac
exec git "$@"
`;
  await writeFile(path.join(home, 'git'), script, { mode: 0o755 });
  return `${home}${path.delimiter}${process.env.PATH}`;
}
