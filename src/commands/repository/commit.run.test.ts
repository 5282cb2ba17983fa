import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { checkCommand } from '../../status/run/command.ts';
import { gitIn } from '../../store/git.ts';
import { createCheckedRepository, runChecks } from '../../testing/checked-repository.ts';
import { endingOf } from '../../testing/ending.ts';
import { startPeer } from '../../testing/peer.ts';
import {
  cloneOf,
  ENTERED_AT,
  filesOfTip,
  pushNote,
  subjects,
  type TestClone,
  temporaryFolder,
} from '../../testing/repository.ts';
import { type CommitOptions, commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLES = /^content\/generated\/status\/samples-2026-01\/[0-9a-f]{12}-2026-01-26\.jsonl$/;

function committed({ contentRoot }: TestClone, more: Partial<CommitOptions> = {}) {
  const push = { remote: 'origin', attempts: 3, pause: 1 };
  return commitContent({ contentRoot, now: () => ENTERED_AT, identity: botIdentity({}), push, ...more });
}

async function commit(clone: TestClone, more: Partial<CommitOptions> = {}) {
  return (await committed(clone, more)).message;
}

test('a run that changes samples only is one commit of these, under the name of the bot, and says so', async () => {
  const clone = await createCheckedRepository();
  const peer = await startPeer((_, response) => response.end('well'));
  await runChecks(clone, peer.url, '2026-01-26T12:07:00Z');
  await commit(clone);
  await peer.close();
  await runChecks(clone, peer.url, '2026-01-26T12:22:30Z', { settings: {} });
  await clone.write('content/written/note.md', 'Somebody is writing this.\n');

  expect(await commit(clone)).toBe(
    'Checks 2026-01-26 12:22 UTC: 1 unknown\n\n' +
      'sample, answers: up → unknown (missing-setting)\n\n' +
      'Files in status: 1 changed, 1 added, 1 removed\n',
  );
  expect(await subjects(clone.remote)).toEqual([
    'Checks 2026-01-26 12:22 UTC: 1 unknown',
    'Checks 2026-01-26 12:07 UTC: 1 up',
    'First',
  ]);
  const files = await filesOfTip(clone.remote);
  expect(files.filter((file) => !SAMPLES.test(file))).toEqual([
    'content/generated/log/entries/2026-01.jsonl',
    'content/generated/log/head.json',
    'content/generated/status/manifest.json',
  ]);
  const author = await gitIn(clone.remote)('log', '-1', '--format=%an <%ae> %cn', 'main');
  expect(author.trim()).toBe('Terang <terang@localhost> Terang');
  expect(await clone.git('status', '--porcelain')).toBe('?? content/written/note.md\n');
});

test('what somebody staged stays staged, and drafts of a killed run stay out', async () => {
  const clone = await createCheckedRepository();
  await clone.write('content/written/note.md', 'Staged.\n');
  await clone.git('add', 'content/written/note.md');
  await clone.write('content/generated/status/manifest.json.0a1b2c3d', 'half');
  await clone.write('content/generated/status/days/0123456789ab-2026-01-daily.jsonl.0a1b2c3d', 'half');
  await clone.write(`content/generated/notes/images/${'ab'.repeat(32)}.png.0a1b2c3d`, 'half');
  await clone.write('content/generated/README.md', 'By machines only.\n');
  expect(await commit(clone)).toBe('Generated content\n\nFiles in README.md: 1 changed\n');
  expect(await filesOfTip(clone.remote)).toEqual(['content/generated/README.md']);
  expect(await clone.git('status', '--porcelain', '--', 'content/written')).toBe(
    'A  content/written/note.md\n',
  );
});

test('the compressed files of an archive are committed, a folder that one is being made in is not', async () => {
  const clone = await createCheckedRepository();
  await clone.write('content/generated/archive/2026-01/batches.json.gz', 'whole');
  await clone.write('content/generated/archive/2026-01/samples-2026-01-01.jsonl.gz', 'whole');
  await clone.write('content/generated/archive/.making-1a2b3c/batches.csv.gz', 'half');
  await commit(clone);
  expect(await filesOfTip(clone.remote)).toEqual([
    'content/generated/archive/2026-01/batches.json.gz',
    'content/generated/archive/2026-01/samples-2026-01-01.jsonl.gz',
  ]);
});

test('what the owner of the machine set for themselves stops no commit, and changes nothing of it', async () => {
  const clone = await createCheckedRepository();
  const theirs = path.join(clone.folder, '..', 'theirs');
  const refusing = async (file: string) => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '#!/bin/sh\nexit 1\n');
    await chmod(file, 0o755);
  };
  for (const hook of ['pre-commit', 'commit-msg', 'prepare-commit-msg', 'pre-push', 'pre-rebase'])
    for (const folder of [path.join(theirs, 'hooks'), path.join(clone.folder, '.git', 'hooks')])
      await refusing(path.join(folder, hook));
  await writeFile(path.join(theirs, 'ignored'), '*.jsonl\nmanifest.json\n');
  await writeFile(path.join(theirs, 'attributes'), '*.jsonl filter=theirs\n');
  await writeFile(
    path.join(theirs, 'config'),
    `[user]\n\tname = Owner\n\tuseConfigOnly = true\n[commit]\n\tgpgSign = true\n\tcleanup = strip\n[push]\n\tgpgSign = true
[tag]\n\tgpgSign = true\n[gpg]\n\tprogram = /bin/false\n[color]\n\tui = always\n[log]\n\tshowSignature = true
[core]\n\thooksPath = ${theirs}/hooks\n\texcludesFile = ${theirs}/ignored\n\tattributesFile = ${theirs}/attributes\n\tautocrlf = true
[filter "theirs"]\n\tclean = tr a-z A-Z\n\trequired = true\n[rebase]\n\tbackend = apply\n[alias]\n\tcommit = !false\n`,
  );
  await clone.git('config', '--unset', 'commit.gpgsign');
  vi.stubEnv('GIT_CONFIG_GLOBAL', path.join(theirs, 'config'));
  vi.stubEnv('GIT_INDEX_FILE', path.join(theirs, 'index'));
  onTestFinished(() => void vi.unstubAllEnvs());
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await pushNote(clone.remote, 'content/written/note.md', 'A note.\n'); // So that theirs is taken as well.
  await commit(clone);
  expect((await subjects(clone.remote))[0]).toBe('Checks 2026-01-26 12:07 UTC: 1 unknown');
  const [samples = ''] = (await filesOfTip(clone.remote)).filter((file) => SAMPLES.test(file));
  const [, digest] = /([0-9a-f]{12})-[^/]*$/.exec(samples) ?? [];
  const pushed = await gitIn(clone.remote)('show', `main:${samples}`);
  expect(createHash('sha256').update(pushed).digest('hex').slice(0, 12)).toBe(digest);
  expect((await gitIn(clone.remote)('log', '-1', '--format=%an', 'main')).trim()).toBe('Terang');
});

test('a clone by git as Windows sets it reads its own content; without .gitattributes the repair is named', async () => {
  const clone = await createCheckedRepository();
  const onWindows = async () => {
    const folder = path.join(await temporaryFolder(), 'windows');
    const crlf = ['-c', 'core.autocrlf=true', 'clone', '--quiet', '-c', 'core.autocrlf=true'];
    await gitIn(clone.folder)(...crlf, `file://${clone.remote}`, folder);
    return path.join(folder, 'content');
  };
  const checksIn = (contentRoot: string) =>
    endingOf(checkCommand({ contentRoot, settings: {}, now: () => '2026-01-26T12:22:00Z' }));
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await commit(clone);
  const converted = await checksIn(await onWindows());
  expect(converted.text).toContain('the ends of its lines were converted to CR LF');
  expect(converted.text).toContain('"content/generated/** -text"');

  await clone.write('.gitattributes', await readFile('.gitattributes', 'utf8'));
  await clone.write('content/written/incidents/note.md', 'One line.\nAnother.\n');
  await clone.git('add', '.gitattributes', 'content/written');
  await clone.git('commit', '--quiet', '--message', 'Attributes and a note');
  await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  const contentRoot = await onWindows();
  expect((await checksIn(contentRoot)).text).not.toContain('CR LF');
  for (const file of ['generated/status/manifest.json', 'written/incidents/note.md'])
    expect(await readFile(path.join(contentRoot, file), 'utf8')).not.toContain('\r');
});

test('nothing changed: no commit', async () => {
  const clone = await createCheckedRepository();
  expect(await commit(clone)).toBeNull();
  expect(await subjects(clone.remote)).toEqual(['First']);
});

test('a lost push race, in a clone as shallow as on a runner: made anew on top, and both commits are there', async () => {
  const { remote } = await createCheckedRepository();
  const clone = await cloneOf(remote, 1);
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await pushNote(remote, 'content/written/note.md', 'A note.\n');
  await pushNote(remote, 'content/written/other.md', 'Another.\n');
  await commit(clone);
  expect(await subjects(remote)).toEqual([
    'Checks 2026-01-26 12:07 UTC: 1 unknown',
    'Note content/written/other.md',
    'Note content/written/note.md',
    'First',
  ]);
  expect(await readFile(path.join(clone.contentRoot, 'written', 'note.md'), 'utf8')).toBe('A note.\n');
});

test('a race that is lost every time ends, and the next run pushes the commit that waits', async () => {
  const clone = await createCheckedRepository();
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  // Somebody whose push arrives while each attempt is under way.
  const hook = path.join(clone.remote, 'hooks', 'pre-receive');
  await mkdir(path.dirname(hook), { recursive: true });
  await writeFile(hook, `#!/bin/sh\nexec "${process.execPath}" "${clone.folder}/.git/first.mjs"\n`);
  await clone.write(
    '.git/first.mjs',
    `import { execFileSync } from 'node:child_process';
     const run = (...args) => execFileSync('git', ['--git-dir', ${JSON.stringify(clone.remote)}, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } }).trim();
     const id = ['-c', 'user.name=x', '-c', 'user.email=x@localhost'];
     run('update-ref', 'refs/heads/main', run(...id, 'commit-tree', '-p', 'main', '-m', 'First again', 'main^{tree}'));`,
  );
  await chmod(hook, 0o755);
  const ending = commit(clone);
  await expect(ending).rejects.toThrow('Others pushed to main before each of 3 attempts');
  expect(await subjects(clone.remote)).toEqual([...Array(3).fill('First again'), 'First']);
  await rm(hook);
  await commit(clone);
  expect((await subjects(clone.remote))[0]).toBe('Checks 2026-01-26 12:07 UTC: 1 unknown');
});

test('two runs wrote the same folder: the one that was pushed first stands, and the other is told', async () => {
  const clone = await createCheckedRepository();
  const other = await cloneOf(clone.remote);
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await clone.write('content/generated/README.md', 'By machines only.\n');
  await runChecks(other, 'http://127.0.0.1:1', '2026-01-26T12:08:00Z', { settings: {} });
  await commit(other);
  expect(await committed(clone)).toEqual({
    message: 'Generated content\n\nFiles in README.md: 1 changed\n',
    lost: ['status'],
  });
  expect(await subjects(clone.remote)).toEqual([
    'Generated content',
    'Checks 2026-01-26 12:08 UTC: 1 unknown',
    'First',
  ]);
  expect(await clone.git('status', '--porcelain')).toBe('');
  // And the next run goes on from there.
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:22:00Z', { settings: {} });
  await commit(clone);
  expect(await subjects(clone.remote)).toHaveLength(4);
});

test('a remote that is not there is an error that tells no password, and the commit waits', async () => {
  const clone = await createCheckedRepository();
  await clone.git('remote', 'set-url', 'origin', 'http://bot:hidden@127.0.0.1:1/content.git');
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  const error = await commit(clone).catch((caught: Error) => caught);
  expect(error).toMatchObject({ name: 'GitError', message: expect.stringContaining('git push failed') });
  expect(String(error)).not.toContain('hidden');
  expect(await clone.git('log', '-1', '--format=%s')).toBe('Checks 2026-01-26 12:07 UTC: 1 unknown\n');
});
