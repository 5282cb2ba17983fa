import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { enterContent } from '../../fold/enter.ts';
import { formatCheckpoint } from '../../log/checkpoint.ts';
import { cosigner } from '../../log/cosignature.ts';
import { heldLog } from '../../log/held-log.ts';
import { formatSkey, formatVkey, generateKey } from '../../log/key.ts';
import { rootAt } from '../../log/merkle.ts';
import { formatNote, noteSigner, type Signer, signNote } from '../../log/signed-note.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { writeLog } from '../../site/log/emitter.ts';
import { SAMPLES, STATUS } from '../../status/status-folder.ts';
import { type KeptLog, openLog } from '../../store/kept-log.ts';
import { createCheckedRepository, runChecks } from '../../testing/checked-repository.ts';
import { closedAddress, startPeer } from '../../testing/peer.ts';
import { createPushedLog, pushLog } from '../../testing/pushed-log.ts';
import { cloneOf, createRepository, pushNote, type TestClone } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { rewriteLines, rewriteManifest } from '../../testing/tampering.ts';
import { flipped } from '../../testing/tiled-log.ts';
import { translator } from '../../words/translator.ts';
import { signPushed } from '../log/signing.ts';
import { commitContent } from '../repository/commit.ts';
import { botIdentity } from '../repository/identity.ts';
import { compareLog } from './gate.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

/** When the gate looks. */
const NOW = '2026-01-26T13:00:00Z';
const KEY = await generateKey('log.example/demo', 'note');
const POLICY = `log ${formatVkey(KEY)}\nquorum none\n`;

/** A log of 300 entries that was signed and published: in git as the branch "published", and as a live site serves it. */
async function createPublished(policy = POLICY, secret = formatSkey(KEY)) {
  const clone = await createPushedLog(300, policy);
  const { contentRoot, git } = clone;
  const now = () => '2026-01-26T12:00:00Z';
  await signPushed(
    { contentRoot, identity: botIdentity({}), remote: 'origin', secret, site: null, now },
    translator('en').t,
  );
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/published');
  return { clone, served: await servedBy(openLog(contentRoot) as KeptLog) };
}

/** The files of a log by their addresses below a site, and where they are served. */
async function servedBy(log: KeptLog) {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-served-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeLog(log, path.join(folder, 'log'));
  const others = new Map<string, Uint8Array | null>();
  const { url } = await startPeer(async ({ url = '' }, response) => {
    const bytes = others.has(url)
      ? others.get(url)
      : await readFile(path.join(folder, url)).catch(() => null);
    if (bytes == null) response.writeHead(404).end();
    else response.end(bytes);
  });
  return { site: new URL(`${url}/log/`), folder, others };
}

/** What the gate compares where the tip of the remote's `main` is checked out, as on a runner. */
async function compared({ remote }: TestClone, site: URL | null) {
  const { contentRoot } = await cloneOf(remote);
  const all = await compareLog({ contentRoot, base: 'origin/published', site, now: NOW });
  return all.map(({ where, ...one }) => ({ ...one, of: where.replace(/^http.*/, 'site') }));
}

const GIT = { of: 'origin/published', size: 300n };
const KEPT = { of: 'generated/log/checkpoints', size: 300n };
const SITE = { of: 'site', size: 300n };
const READ = { files: 5, all: 5, rounds: 1, bytes: expect.any(Number) };

describe('a log is held against what was published, what it signed, and what is live', () => {
  test('one that grew is with all of them', async () => {
    const { clone, served } = await createPublished();
    await pushLog(clone, 310);
    const verdict = 'grown';
    expect(await compared(clone, served.site)).toEqual([
      { ...GIT, verdict },
      { ...KEPT, verdict },
      { ...SITE, verdict, read: READ },
    ]);
  });

  test('one in which an entry is another is with none, and the entry is named', async () => {
    const { clone, served } = await createPublished();
    await pushLog(clone, 310, 7);
    const verdict = 'forked';
    expect(await compared(clone, served.site)).toEqual([
      { ...GIT, verdict, entry: 7n },
      { ...KEPT, verdict, entry: null },
      { ...SITE, verdict, entry: 7n },
    ]);
  });

  test('one that was put back is with none, and the first entry that is gone is named', async () => {
    const { clone, served } = await createPublished();
    await pushLog(clone, 200);
    const verdict = 'shrunk';
    expect(await compared(clone, served.site)).toEqual([
      { ...GIT, verdict, entry: 200n },
      { ...KEPT, verdict, entry: 200n },
      { ...SITE, verdict, entry: 200n },
    ]);
  });

  test('one whose checkpoints were taken away is named by their file', async () => {
    const { clone } = await createPublished();
    await pushNote(clone.remote, 'content/generated/log/checkpoints/2026-01.jsonl', '');
    expect(await compared(clone, null)).toEqual([
      { of: 'origin/published', verdict: 'altered', what: 'generated/log/checkpoints/2026-01.jsonl' },
    ]);
  });

  test('before anything was published there is nothing to hold it against; a branch that is not here is not known', async () => {
    const clone = await createPushedLog(3, POLICY);
    const { url } = await startPeer((_, response) => response.writeHead(404).end());
    expect(await compared(clone, new URL(`${url}/log/`))).toEqual([
      { of: 'origin/published', verdict: 'silent' },
      { of: 'site', verdict: 'nothing' },
    ]);
  });
});

describe('a live site that does not serve what its entries make', () => {
  test.each(['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1', 'tile/entries/000', 'tile/entries/001.p/44'])(
    '%s is another, or gone',
    async (file) => {
      const { clone, served } = await createPublished();
      const bytes = await readFile(path.join(served.folder, 'log', file));
      for (const other of [flipped(bytes, 8 * 9), null]) {
        served.others.set(`/log/${file}`, other);
        expect((await compared(clone, served.site)).at(-1)).toEqual({
          of: 'site',
          verdict: 'altered',
          what: file,
        });
      }
    },
  );

  test('its checkpoint is signed by another', async () => {
    const { clone } = await createPublished();
    const other = await generateKey('log.example/demo', 'note');
    const { served } = await createPublished(`log ${formatVkey(other)}\nquorum none\n`, formatSkey(other));
    expect((await compared(clone, served.site)).at(-1)).toMatchObject({
      verdict: 'altered',
      what: expect.stringContaining('unsigned'),
    });
  });

  test('it does not answer', async () => {
    const { clone } = await createPublished();
    const site = new URL(`${await closedAddress()}/log/`);
    expect((await compared(clone, site)).at(-1)).toEqual({ of: 'site', verdict: 'silent' });
  });
});

test('what the policy’s witnesses have seen last is asked of each: one that is silent, never saw it, or did not cosign what it shows, is told', async () => {
  const key = await generateKey('friend.example', 'cosignature');
  const friend = formatVkey(key);
  const seen = { size: 300n, root: new Uint8Array(32), origin: KEY.name, extensions: [] };
  const signed = formatNote(await signNote(formatCheckpoint(seen), [noteSigner(KEY)]));
  const clone = await createPushedLog(310, POLICY);
  const { entries = () => [] } = openLog(clone.contentRoot) ?? {};
  const root = await rootAt(300n, heldLog([...entries()].map(utf8Bytes)).hashes);
  const text = formatCheckpoint({ ...seen, root });
  const shown = async (...signers: Signer[]) =>
    formatNote(await signNote(text, [noteSigner(KEY), ...signers]));
  const at = (time: string) => cosigner(key, BigInt(Date.parse(time) / 1000));
  const stranger = cosigner(await generateKey('friend.example', 'cosignature'), 1_769_000_000n);
  const honest = await shown(at('2026-01-26T12:30:00Z'));
  const made = `/${sha256Hex(KEY.name)}/checkpoint`;
  const notes = new Map([
    [`/seen${made}`, signed],
    [`/forged${made}`, signed.replace(/\d+\n/, '299\n')],
    [`/cosigned${made}`, honest],
    [`/bare${made}`, await shown()],
    [`/stranger${made}`, await shown(stranger)],
    [`/ahead${made}`, await shown(at('2026-01-27T12:30:00Z'))],
    [`/never-a-time${made}`, await shown(cosigner(key, 2n ** 63n - 1n))],
    [`/swapped${made}`, honest.replace(/(?<=friend\.example \S{20})./, (one) => (one === 'A' ? 'B' : 'A'))],
  ]);
  const monitor = await startPeer(({ url = '' }, response) => {
    response.writeHead(notes.has(url) ? 200 : 404).end(notes.get(url));
  });
  const lines = [
    ...['seen', 'never', 'forged'].map((name) => `${monitor.url}/${name}`),
    await closedAddress(),
    ...['cosigned', 'bare', 'stranger', 'ahead', 'never-a-time', 'swapped'].map(
      (name) => `${monitor.url}/${name}`,
    ),
  ].map((url, at) => `witness w${at} ${friend} ${url}\n`);
  const { contentRoot } = clone;
  for (const [at, verdict] of [
    'forked',
    'nothing',
    'unproven',
    'silent',
    'grown',
    ...Array.from({ length: 5 }, () => 'unproven'),
  ].entries()) {
    await clone.write('content/written/log/policy', `log ${formatVkey(KEY)}\n${lines[at]}quorum w${at}\n`);
    const all = await compareLog({ contentRoot, base: 'origin/main', site: null, now: NOW });
    expect(all.at(-1)).toMatchObject({ where: `w${at}`, verdict });
  }
});

test('what mirrors hold is asked of each: one with another history that this log signed shuts the gate, no other does', async () => {
  const seen = { size: 300n, root: new Uint8Array(32), origin: KEY.name, extensions: [] };
  const signed = formatNote(await signNote(formatCheckpoint(seen), [noteSigner(KEY)]));
  const notes = new Map([
    ['/other/checkpoint', signed],
    ['/garbage/checkpoint', '<html>'],
  ]);
  const holder = await startPeer(({ url = '' }, response) => {
    response.writeHead(notes.has(url) ? 200 : 404).end(notes.get(url));
  });
  const clone = await createPushedLog(310, `log ${formatVkey(KEY)}\nquorum none\n`);
  const named = ['other', 'garbage', 'none'].map((name) => `${holder.url}/${name}/`);
  const lines = named.map((address) => `  - address: ${address}\n    run_by: Somebody\n`);
  await writeFile(
    path.join(clone.contentRoot, 'written', 'log', 'mirrors.yaml'),
    `mirrors:\n${lines.join('')}`,
  );
  const found = await compareLog({ contentRoot: clone.contentRoot, base: 'HEAD', site: null, now: NOW });
  expect(found.slice(-3)).toEqual([
    { where: named[0], verdict: 'forked', size: 300n, entry: null },
    { where: named[1], verdict: 'unproven', what: expect.stringContaining('note') },
    { where: named[2], verdict: 'nothing' },
  ]);
});

describe('npm run gate', () => {
  /** Checks that were asked and published. */
  async function createChecked() {
    const clone = await createCheckedRepository();
    await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
    await commitContent({
      contentRoot: clone.contentRoot,
      now: () => '2026-01-26T12:07:00Z',
      identity: botIdentity({}),
      push: { remote: 'origin' },
    });
    await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/published');
    await clone.git('fetch', '--quiet', 'origin');
    return clone;
  }
  const run = ({ contentRoot }: TestClone, ...args: string[]) =>
    runCommand('gate', args, { TERANG_CONTENT: contentRoot });

  test('lets through what its log says, and nothing that it does not', async () => {
    const clone = await createChecked();
    expect(await run(clone)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('This may be published.'),
    });
    const manifest = path.join(clone.contentRoot, 'generated/status/manifest.json');
    const text = await readFile(manifest, 'utf8');
    await clone.write('content/generated/status/manifest.json', text.replace('12:07:00Z', '12:08:00Z'));
    const { code, stderr } = await run(clone);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/status[\s\S]*Nothing of this may be published\./),
    ]);
  });

  test.each([
    [
      'a sample of a day that is not over',
      (root: string) =>
        rewriteLines(root, STATUS, SAMPLES, (lines) => lines.map((line) => ({ ...line, systems: {} }))),
      /status, samples\/2026-01-26\) is not what it was/,
    ],
    [
      'when checks were asked last',
      async (root: string) => {
        await rewriteManifest(root, STATUS.name, (text) =>
          text.replace(/"observed_at":"[^"]*"/, '"observed_at":"2026-01-26T11:00:00Z"'),
        );
      },
      /status: observed_at went back to 2026-01-26T11:00:00Z from 2026-01-26T12:07:00Z/,
    ],
  ])('names what was published and is another, entered as it is: %s', async (_, forge, says) => {
    const clone = await createChecked();
    await forge(clone.contentRoot);
    await enterContent(clone.contentRoot, '2026-01-26T12:08:00Z');
    const { code, stderr } = await run(clone);
    expect([code, stderr]).toEqual([1, expect.stringMatching(says)]);
  });

  test('names what somebody changed by hand in a pull request', async () => {
    const clone = await createChecked();
    expect(await run(clone, '--people')).toMatchObject({ code: 0 });
    await clone.write('content/generated/README.md', 'By hand.\n');
    await clone.git('commit', '--quiet', '--all', '--message', 'By hand');
    const { code, stderr } = await run(clone, '--people');
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('content/generated/README.md is written by machines'),
    ]);
  });

  test('in a pull request it warns while nobody who exists is asked for reviews', async () => {
    const clone = await createChecked();
    await clone.write(
      '.github/CODEOWNERS',
      '# x @your-organisation/a\n/src/  @your-organisation/a\n/docs/ @us\n',
    );
    const { code, stdout } = await run(clone, '--people');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nobody is asked for a review of /src/: ')]);
    await clone.write('.github/CODEOWNERS', '/src/  @us\n');
    expect((await run(clone, '--people')).stdout).not.toContain('Nobody is asked');
  });

  test('a live site that does not answer keeps it shut', async () => {
    const clone = await createChecked();
    const { code, stderr } = await run(clone, '--site', await closedAddress());
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('can not be asked: what it has seen is not known'),
    ]);
  });
});

test('where a site serves a log, what was published last must be known; before, it need not be', async () => {
  const { clone, served } = await createPublished();
  const against = async () => {
    const args = ['--site', new URL('..', served.site).href, '--base', 'origin/gone'];
    return (await runCommand('gate', args, { TERANG_CONTENT: clone.contentRoot })).stderr;
  };
  expect(await against()).toContain('origin/gone can not be asked');
  served.others.set('/log/checkpoint', null);
  expect(await against()).not.toContain('origin/gone');
});

describe('the accused does not choose who is asked', () => {
  /** A witness that was published, and shows another history of 300 entries that the log signed, or nothing. */
  async function createWitnessed(shown: 'other' | 'nothing') {
    const key = await generateKey('friend.example', 'cosignature');
    const seen = { size: 300n, root: new Uint8Array(32), origin: KEY.name, extensions: [] };
    const note = formatNote(await signNote(formatCheckpoint(seen), [noteSigner(KEY)]));
    const { url } = await startPeer((_, response) => {
      if (shown === 'nothing') response.writeHead(404).end();
      else response.end(note);
    });
    const line = `witness friend ${formatVkey(key)} ${url}`;
    const { clone } = await createPublished(`log ${formatVkey(KEY)}\n${line}\nquorum none\n`);
    return { clone, line };
  }
  const run = async ({ remote }: TestClone) =>
    runCommand('gate', [], { TERANG_CONTENT: (await cloneOf(remote)).contentRoot });

  test('a witness that the tip drops from its policy is asked all the same, and what it has seen shuts the gate', async () => {
    const { clone, line } = await createWitnessed('other');
    await pushNote(clone.remote, 'content/written/log/policy', POLICY);
    const { code, stderr } = await run(clone);
    expect([code, stderr]).toEqual([1, expect.stringContaining('friend has another history of 300 entries')]);
    expect(stderr).toContain(`The policy is not the one of origin/published`);
    expect(stderr).toContain(`- ${line}`);
  });

  test('nor does one who moves a witness elsewhere', async () => {
    const { clone, line } = await createWitnessed('other');
    const moved = line.replace(/\S+$/, await closedAddress());
    await pushNote(
      clone.remote,
      'content/written/log/policy',
      `log ${formatVkey(KEY)}\n${moved}\nquorum none\n`,
    );
    const { code, stderr } = await run(clone);
    expect([code, stderr]).toEqual([1, expect.stringContaining('friend has another history of 300 entries')]);
  });

  test('a change of the policy is named where nothing speaks against it, and a comment is none', async () => {
    const { clone, line } = await createWitnessed('nothing');
    await pushNote(clone.remote, 'content/written/log/policy', `# Ours.\n${POLICY}`);
    const { code, stdout } = await run(clone);
    expect([code, stdout]).toEqual([0, expect.stringContaining('This may be published.')]);
    expect(stdout).toContain(`\n- ${line}\n`);
    expect(stdout).not.toMatch(/^[+-].*(Ours|quorum)/m);
    expect(stdout).toContain('friend has no log (yet).');
    await pushNote(
      clone.remote,
      'content/written/log/policy',
      `# Ours.\nlog ${formatVkey(KEY)}\n${line}\nquorum none\n`,
    );
    expect((await run(clone)).stdout).not.toContain('The policy is not');
  });

  test('nor which mirrors are', async () => {
    const { clone } = await createPublished();
    const seen = { size: 300n, root: new Uint8Array(32), origin: KEY.name, extensions: [] };
    const note = formatNote(await signNote(formatCheckpoint(seen), [noteSigner(KEY)]));
    const { url } = await startPeer((_, response) => response.end(note));
    const file = 'content/written/log/mirrors.yaml';
    await pushNote(clone.remote, file, `mirrors:\n  - address: ${url}/\n    run_by: Somebody\n`);
    const { git } = await cloneOf(clone.remote);
    await git('push', '--quiet', 'origin', 'HEAD:refs/heads/published');
    await pushNote(clone.remote, file, 'mirrors: []\n');
    const { code, stderr } = await run(clone);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`${url}/ has another history of 300 entries`),
    ]);
  });
});

test('where nothing was there to compare, the gate says what, and does not call it passed', async () => {
  const bare = await createRepository();
  const nothing = await runCommand('gate', [], { TERANG_CONTENT: bare.contentRoot });
  expect(nothing).toMatchObject({ code: 0, stdout: expect.stringContaining('NOT COMPARED') });
  expect(nothing.stdout).toContain('origin/published can not be asked');
  expect(nothing.stdout).toContain(`${bare.contentRoot} has no log (yet)`);
  expect(nothing.stdout).not.toContain('may be published.');
  const first = await createPushedLog(3, POLICY);
  const { stdout } = await runCommand('gate', [], { TERANG_CONTENT: first.contentRoot });
  expect(stdout).toContain('NOT COMPARED');
});

test('a live site that answers with more than a checkpoint can have keeps it shut, and is accused of nothing', async () => {
  const { clone, served } = await createPublished();
  served.others.set('/log/checkpoint', Buffer.alloc(2_000_000, 'a'));
  const args = ['--site', new URL('..', served.site).href];
  const { code, stderr } = await runCommand('gate', args, { TERANG_CONTENT: clone.contentRoot });
  expect([code, stderr]).toEqual([1, expect.stringContaining('has more than 1000000 bytes')]);
  expect(stderr).toContain('what it has seen is not known');
  expect(stderr).not.toContain('does not have what this log makes');
});

test('npm run published moves its branch forward, and never back', async () => {
  const clone = await createPushedLog(3, POLICY);
  const env = { TERANG_CONTENT: clone.contentRoot };
  expect(await runCommand('published', [], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('With --push'),
  });
  await pushLog(clone, 4);
  const later = await cloneOf(clone.remote);
  expect(await runCommand('published', ['--push'], { TERANG_CONTENT: later.contentRoot })).toMatchObject({
    code: 0,
  });
  expect(await runCommand('published', ['--push'], env)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('rejected'),
  });
  await later.git('fetch', '--quiet', 'origin');
  expect(await later.git('rev-parse', 'origin/published')).toBe(await later.git('rev-parse', 'HEAD'));
});
