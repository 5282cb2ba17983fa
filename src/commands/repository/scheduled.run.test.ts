import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SAMPLES, STATUS } from '../../status/status-folder.ts';
import { gitIn } from '../../store/git.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { createCheckedRepository, runChecks } from '../../testing/checked-repository.ts';
import { fakeGitHub } from '../../testing/github-step.ts';
import { closedAddress, startPeer } from '../../testing/peer.ts';
import {
  cloneOf,
  ENTERED_AT,
  filesOfTip,
  subjects,
  type TestClone,
  temporaryFolder,
} from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { siteText } from '../../testing/site.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';

// Processes of their own: on a busy machine they take their time.
vi.setConfig({ testTimeout: 180_000 });

test('npm run scheduled on a runner: a snapshot that fails keeps nothing from being committed, and the end is red', async () => {
  const clone = await createCheckedRepository();
  const peer = await startPeer((_, response) => response.end('well'));
  const step = await fakeGitHub();
  const seen = await recordEnvironments();
  const env = {
    ...step.env,
    ...seen.env,
    TERANG_CONTENT: clone.contentRoot,
    SAMPLE_URL: peer.url,
    DATABASE_ROLE: 'reader',
    TERANG_INTERNAL: clone.folder,
    TERANG_CANARIES: peer.url,
    TERANG_PUSH_TOKEN: 'push',
    TERANG_LOG_KEY: 'no key',
    OTHER_SECRET: 'other',
  };
  const git = await watchedGit();
  const { code, stdout, stderr } = await runCommand('scheduled', ['--push'], { ...env, ...git.env });
  // The token is for GitHub alone, and for the push alone.
  const basic = Buffer.from('x-access-token:push').toString('base64');
  expect(await git.handed()).toEqual(
    new Set([
      'commit github.com',
      'commit other.example',
      `push github.com AUTHORIZATION: basic ${basic}`,
      'push other.example',
    ]),
  );
  // Each part was given its own settings, and no other's.
  const watched = Object.keys(env).filter((name) => /^(SAMPLE|DATABASE|TERANG|OTHER)_/.test(name));
  expect(await seen.byCommand(watched)).toEqual({
    notes: ['TERANG_CONTENT', 'TERANG_PUSH_TOKEN'],
    check: ['SAMPLE_URL', 'TERANG_CANARIES', 'TERANG_CONTENT'],
    incident: ['TERANG_CONTENT'],
    snapshot: ['DATABASE_ROLE', 'TERANG_CONTENT'],
    chain: ['SAMPLE_URL', 'TERANG_CONTENT'],
    report: ['SAMPLE_URL', 'TERANG_CONTENT', 'TERANG_INTERNAL'],
    'commit:content': ['TERANG_CONTENT', 'TERANG_PUSH_TOKEN'],
    log: ['TERANG_CONTENT', 'TERANG_LOG_KEY', 'TERANG_PUSH_TOKEN'],
  });
  expect(stderr).toContain('DATABASE_URL is not set');
  expect(code).toBe(1);
  const [checks, notes] = await subjects(clone.remote);
  expect(checks).toMatch(/^Checks \d{4}-\d\d-\d\d \d\d:\d\d UTC: 1 up$/);
  expect(notes).toMatch(/^Notes \d{4}-\d\d-\d\d \d\d:\d\d UTC: nothing new$/);
  for (const file of await filesOfTip(clone.remote))
    expect(file).toMatch(/^content\/generated\/(status|log)\//);
  const author = await gitIn(clone.remote)('log', '-1', '--format=%an', 'main');
  expect(author.trim()).toBe('github-actions[bot]');

  expect(stdout).toContain('::error title=Snapshot::Nothing was read or written');
  const summary = await step.summary();
  expect(summary).toContain('<td>sample</td><td>1</td><td>0</td><td>0</td><td>0</td>');
  expect(summary).toContain('<h2>Commit</h2>');
  for (const text of [summary, stdout, stderr]) {
    expect(text).not.toContain(`:${peer.port}`);
    expect(text).not.toContain(clone.remote);
  }
  expect(await step.output()).toBe('');
});

test('npm run scheduled: a part whose folder another machine pushed first has another turn, and both runs are published', async () => {
  const clone = await createCheckedRepository();
  const other = await cloneOf(clone.remote);
  let asked = 0;
  const peer = await startPeer((_, response) => {
    asked += 1;
    response.end('well');
  });
  await runChecks(other, peer.url, `${new Date().toISOString().slice(0, 19)}Z`);
  await commitContent({
    contentRoot: other.contentRoot,
    now: () => ENTERED_AT,
    identity: botIdentity({}),
    push: null,
  });
  const { code, stdout, stderr } = await runCommand('scheduled', ['--push'], {
    TERANG_CONTENT: clone.contentRoot,
    SAMPLE_URL: peer.url,
    PATH: await outrunGit(other),
  });
  expect(stdout).toContain('Another run published status and pushed first.');
  expect(stderr).not.toContain('commit ended with');
  expect(code).toBe(1); // There is no database here.
  const { contentRoot } = await cloneOf(clone.remote);
  const runs = openFolder(rootOf(contentRoot, STATUS), STATUS).rows(SAMPLES);
  expect(runs).toHaveLength(2);
  // Once by the other, and twice here.
  expect(asked).toBe(3);
});

/** A git before whose second push (the first is that of the notes) another machine pushes what it has. */
async function outrunGit({ contentRoot }: TestClone): Promise<string> {
  const home = await temporaryFolder();
  await writeFile(
    path.join(home, 'git'),
    `#!/bin/sh
PATH='${process.env.PATH}'
case " $* " in *' push '*)
  echo >>'${home}/pushes'
  if [ "$(wc -l <'${home}/pushes')" = 2 ]; then
    '${process.execPath}' '${path.resolve('scripts/terang.ts')}' commit:content --push --content '${contentRoot}' >&2
  fi ;;
esac
exec git "$@"
`,
    { mode: 0o755 },
  );
  return `${home}${path.delimiter}${process.env.PATH}`;
}

/** The machine's git, behind one that writes down what each commit and push would say to two hosts. */
async function watchedGit() {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-git-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const log = path.join(folder, 'handed');
  await writeFile(
    path.join(folder, 'git'),
    `#!/bin/sh
PATH='${process.env.PATH}'
for word in "$@"; do
  case "$word" in commit | push) for host in github.com other.example; do
    echo "$word $host $(git config --get-urlmatch http.extraHeader https://$host/a/b)$TERANG_PUSH_TOKEN" >>'${log}'
  done ;; esac
done
exec git "$@"`,
    { mode: 0o755 },
  );
  return {
    env: { PATH: `${folder}${path.delimiter}${process.env.PATH}` },
    handed: async () => new Set((await readFile(log, 'utf8')).trim().split(/ ?\n/)),
  };
}

/** Lets every command write down which variables it was given, by name. */
async function recordEnvironments() {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-environments-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const recorder = path.join(folder, 'recorder.mjs');
  await writeFile(
    recorder,
    `import { writeFileSync } from 'node:fs';
     import path from 'node:path';
     const command = process.argv[2] ?? 'none';
     writeFileSync(path.join(${JSON.stringify(folder)}, command + '.names'), Object.keys(process.env).join('\\n'));`,
  );
  return {
    env: { NODE_OPTIONS: `--import=${recorder}` },
    async byCommand(watched: readonly string[]): Promise<Record<string, string[]>> {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.names'));
      const entries = files.map(async (file) => {
        const names = (await readFile(path.join(folder, file), 'utf8')).split('\n');
        return [file.replace('.names', ''), names.filter((name) => watched.includes(name)).toSorted()];
      });
      const { scheduled: _, ...parts } = Object.fromEntries(await Promise.all(entries));
      return parts;
    },
  };
}

test('npm run scheduled with what is no part of it says which parts there are, and does nothing', async () => {
  const { code, stderr } = await runCommand('scheduled', ['chekc'], {});
  expect(stderr).toBe(
    '"chekc" is no part of the schedule: these are notes, check, drafts, snapshot, chain, report, commit, sign.\n',
  );
  expect(code).toBe(1);
});

test('npm run check on a runner: down is a warning with a code, unknown an error, and no address is told', async () => {
  const clone = await createCheckedRepository();
  const step = await fakeGitHub();
  const canary = await startPeer((_, response) => response.end());
  const env = { ...step.env, TERANG_CONTENT: clone.contentRoot, TERANG_CANARIES: canary.url };
  const down = await runCommand('check', [], { ...env, SAMPLE_URL: await closedAddress() });
  expect(down.stdout).toContain('::warning title=sample%3A 1 down::answers (refused-connection)');
  expect(down.stdout).not.toContain('::error');
  expect(down.code).toBe(0);
  const unknown = await runCommand('check', [], env);
  expect(unknown.stdout).toContain('::error title=sample%3A 1 unknown::answers (missing-setting)');
  expect(unknown.code).toBe(1);
  expect(await step.summary()).not.toContain('127.0.0.1');
});

test('npm run commit:content anywhere else: commits, pushes nothing unless asked, and writes no annotation', async () => {
  const clone = await createCheckedRepository();
  await clone.write('content/generated/README.md', 'By machines only.\n');
  const { code, stdout } = await runCommand('commit:content', ['--content', clone.contentRoot], {});
  expect(stdout).toBe('Generated content\n\nFiles in README.md: 1 changed\n\n');
  expect(code).toBe(0);
  expect(await subjects(clone.remote)).toEqual(['First']);
  expect(await clone.git('log', '-1', '--format=%s')).toBe('Generated content\n');
  const again = await runCommand('commit:content', ['--push'], { TERANG_CONTENT: clone.contentRoot });
  expect(again.stdout).toBe('Nothing changed: there is nothing to commit.\n');
  expect(await subjects(clone.remote)).toEqual(['Generated content', 'First']);
});

test('npm run commit:content ends with 1 and a reason where there is no repository', async () => {
  const step = await fakeGitHub();
  const { code, stdout, stderr } = await runCommand('commit:content', ['--content', '/'], step.env);
  expect(stderr).toContain('not a git repository');
  expect(stdout).toContain('::error title=Commit::Git failed: the log of this step says why.');
  expect(code).toBe(1);
});

test('of a site that shows its status alone the schedule asks for no database of a ledger, and ends well', async () => {
  const clone = await createCheckedRepository({
    'content/written/site.yaml': siteText({ sections: ['status'] }),
  });
  const peer = await startPeer((_, response) => response.end('well'));
  const env = { TERANG_CONTENT: clone.contentRoot, SAMPLE_URL: peer.url };
  const { code, stdout, stderr } = await runCommand('scheduled', [], env);
  expect(`${stdout}${stderr}`).not.toMatch(/DATABASE_URL|Snapshot|providers|Drafts/);
  expect(code).toBe(0);
  const alone = await runCommand('scheduled', ['snapshot'], env);
  expect(alone.stdout).toBe('This site does not offer "transparency": there is nothing to do.\n');
  expect(alone.code).toBe(0);
});

test('a mistake in the file of the site keeps no part from being carried out, and is told at the end', async () => {
  const clone = await createCheckedRepository({
    'content/written/site.yaml': siteText({ sections: ['status', 'blog'] }),
  });
  const peer = await startPeer((_, response) => response.end('well'));
  const env = { TERANG_CONTENT: clone.contentRoot, SAMPLE_URL: peer.url };
  const { code, stderr } = await runCommand('scheduled', ['check'], env);
  expect(stderr).toMatch(/written\/site\.yaml:\d+:\d+ sections\.1: expected one of "status", /);
  expect(code).toBe(1);
  expect((await openFolder(rootOf(clone.contentRoot, STATUS), STATUS)).manifest).not.toBeNull();
});
