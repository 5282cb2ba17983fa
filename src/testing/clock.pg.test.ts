import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { archiveCommand } from '../archive/command.ts';
import { restoreCommand } from '../archive/restore-command.ts';
import { enterBuild } from '../build/enter.ts';
import { COMMANDS } from '../commands/registry.ts';
import { acceptNotes } from '../incidents/accept/accept.ts';
import { lintNote } from '../incidents/lint/lint.ts';
import { auditCommand } from '../reports/audit/command.ts';
import { reportDue } from '../reports/command.ts';
import { reportOne } from '../reports/one.ts';
import { snapshotCommand } from '../snapshot/command.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { gitIn } from '../store/git.ts';
import { createAnchoredContent } from './anchored-content.ts';
import { createArchiveContent } from './archive-content.ts';
import { createContent, runChecks } from './check-run.ts';
import { readTree } from './content.ts';
import { endingOf } from './ending.ts';
import { createNotedContent } from './noted-content.ts';
import { createNotedRepository } from './noted-repository.ts';
import { json, startPeer } from './peer.ts';
import { createDatabase, createLedgerDatabase } from './postgres.ts';
import { builtAs } from './published-content.ts';
import type { TestClone } from './repository.ts';
import { createRoutineContent } from './routine-content.ts';
import { createScene } from './scene.ts';
import { SITE } from './site.ts';

const NOW = '2026-03-20T12:00:00Z';
const IN_TIME = '2026-03-20T12:05:00Z';
const LATER = '2026-03-20T12:05:01Z';

interface Written {
  readonly root: string;
  /** The command, at NOW, in content that it has something to write into. */
  readonly run: () => Promise<{ readonly text: string; readonly exitCode: number }>;
}

async function ledgerUrl(): Promise<string> {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  return database.readerUrl;
}

async function emptyUrl(): Promise<string> {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  return database.adminUrl;
}

/** By the command that an operator calls: a run of what it carries out, in content of its own. */
const WRITING: Readonly<Record<string, readonly (() => Promise<Written>)[]>> = {
  built: [
    async () => {
      const { root } = await createNotedContent();
      const enter = async () => {
        await enterBuild(root, builtAs(), NOW);
        return { text: '', exitCode: 0 as const };
      };
      return { root, run: () => endingOf(enter()) };
    },
  ],
  snapshot: [
    async () => {
      const scene = await createScene();
      return { root: scene.root, run: () => scene.snapshot({ now: NOW }) };
    },
  ],
  check: [
    async () => {
      const root = await createContent([{ kind: 'http', request: { url: 'env:SAMPLE_URL' } }]);
      return { root, run: () => runChecks(root, { now: () => NOW }) };
    },
  ],
  chain: [
    async () => {
      const { root, run } = await createAnchoredContent();
      return { root, run: () => endingOf(run({ now: () => NOW })) };
    },
  ],
  notes: [
    async () => {
      const { root } = await createNotedContent();
      return {
        root,
        run: () => endingOf(acceptNotes({ contentRoot: root, now: () => NOW, lint: lintNote })),
      };
    },
  ],
  report: [
    async () => {
      const content = await createRoutineContent();
      await content.write();
      return { root: content.root, run: () => endingOf(reportDue(content.command(NOW))) };
    },
    async () => {
      const content = await createRoutineContent();
      await content.write({ due: null, late_until: undefined });
      const one = { ...content.command(NOW), systemId: 'sample', routineId: 'morning' };
      return { root: content.root, run: () => endingOf(reportOne(one)) };
    },
  ],
  archive: [
    async () => {
      const root = await createArchiveContent();
      const command = { contentRoot: root, site: () => SITE, now: NOW };
      return { root, run: () => endingOf(archiveCommand({ task: 'make', month: '2026-01' }, command)) };
    },
  ],
  'restore-test': [
    async () => {
      const root = await createArchiveContent();
      await archiveCommand(
        { task: 'make', month: '2026-01' },
        { site: () => SITE, contentRoot: root, now: NOW },
      );
      const url = await emptyUrl();
      const open = async () => ({ url, close: async () => undefined });
      return { root, run: () => endingOf(restoreCommand({ contentRoot: root, due: false, now: NOW, open })) };
    },
  ],
  audit: [
    async () => {
      const root = await createArchiveContent({ runs: [] });
      const databaseUrl = await ledgerUrl();
      const command = { contentRoot: root, month: '2026-02', now: NOW, databaseUrl, apiUrl: '' };
      return { root, run: () => endingOf(auditCommand({ ...command, internal: { kind: 'nowhere' } })) };
    },
  ],
};

/** Commands that write nothing into `content/generated`, or only start those that do. */
const OTHERS = {
  'check:record': 'only looks',
  'commit:content': 'commits what the runs wrote',
  incident: 'writes what people will commit',
  gate: 'only looks',
  published: 'moves a branch',
  'lint:content': 'only looks',
  log: 'enters what earlier runs left, with the same guard, and signs',
  mirror: 'a copy of somebody else’s log',
  witness: 'a state of its own',
  map: 'writes the map of the source',
  'measure:growth': 'content of its own',
  'measure:notes': 'content of its own',
  scheduled: 'starts the others',
  schemas: 'writes for editors',
  serve: 'only reads',
  doctor: 'only looks',
  try: 'only asks',
  start: 'the demo: a scratch folder of its own',
  verify: 'only looks',
};

test('every command is known to write content, or not to', () => {
  expect(Object.keys(COMMANDS).toSorted()).toEqual(
    [...Object.keys(WRITING), ...Object.keys(OTHERS)].toSorted(),
  );
});

/** Content that another run published at `at`. */
async function publishAt(root: string, at: string): Promise<void> {
  const folder = path.join(root, 'generated', 'other');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ observed_at: at }));
}

const generatedIn = ({ root }: Written) => readTree(path.join(root, 'generated'));
const runs = Object.entries(WRITING).flatMap(([name, list]) =>
  list.map((make, index) => [index === 0 ? name : `${name} (${index + 1})`, make] as const),
);

test.each(runs)('%s is refused by a clock that stands before what is published', async (_, make) => {
  const written = await make();
  await publishAt(written.root, LATER);
  const before = await generatedIn(written);
  const { text, exitCode } = await written.run();
  expect(text).toBe(
    `The clock of this machine says ${NOW}, and what other/manifest.json publishes is dated ${LATER}. Nothing was ` +
      'written: set the clock right; where that date is the one that is wrong, revert the commit that added it.',
  );
  expect(exitCode).toBe(1);
  expect(await generatedIn(written)).toEqual(before);
});

test.each(runs)('%s is not, by one that is five minutes behind', async (_, make) => {
  const written = await make();
  await publishAt(written.root, IN_TIME);
  const before = await generatedIn(written);
  expect((await written.run()).text).not.toContain('The clock');
  expect((await generatedIn(written)).size).toBeGreaterThan(before.size);
});

test.each([
  ['audits', 'audited_at'],
  ['archive-tests', 'tested_at'],
])('what stands in %s is dated too', async (folder, field) => {
  const { root, accept } = await createNotedContent();
  await mkdir(path.join(root, 'generated', folder), { recursive: true });
  await writeFile(path.join(root, 'generated', folder, '2026-02.json'), JSON.stringify({ [field]: LATER }));
  expect((await accept(NOW)).text).toContain(`what ${folder}/2026-02.json publishes is dated ${LATER}`);
});

async function commitAt({ folder }: TestClone, at: string): Promise<void> {
  vi.stubEnv('GIT_COMMITTER_DATE', at);
  await gitIn(folder)('commit', '--quiet', '--allow-empty', '--message', at);
}

test('a clock that stands before the last commit is wrong', async () => {
  const clone = await createNotedRepository();
  const run = () => endingOf(acceptNotes({ contentRoot: clone.contentRoot, now: () => NOW, lint: lintNote }));
  await commitAt(clone, LATER);
  const refused = await run();
  expect(refused.exitCode).toBe(1);
  expect(refused.text).toContain(`and the last commit is dated ${LATER}`);
  expect(refused.text).toContain('put another commit on top of it');
  await commitAt(clone, IN_TIME);
  expect(await run()).toMatchObject({ exitCode: 0 });
});

test('commits say nothing of content that they do not hold', async () => {
  const clone = await createNotedRepository({ '.gitignore': 'scratch/\n' });
  const contentRoot = path.join(clone.folder, 'scratch');
  await mkdir(path.join(contentRoot, 'written', 'systems'), { recursive: true });
  await commitAt(clone, LATER);
  expect(await acceptNotes({ contentRoot, now: () => NOW, lint: lintNote })).toMatchObject({ exitCode: 0 });
});

test('a database that says another time is told, and alone keeps no snapshot from being written', async () => {
  const scene = await createScene();
  const hour = new Date('2026-03-20T13:00:00Z');
  const run = (now: string) =>
    endingOf(
      snapshotCommand({
        contentRoot: scene.root,
        systemId: 'tpc',
        // As from a host that is not this machine.
        open: (work) =>
          withPostgres({ url: scene.database.readerUrl }, (source) =>
            work({ ...source, time: { host: 'db.example', date: hour } }),
          ),
        now: () => now,
      }),
    );
  const ahead = await run(NOW);
  expect(ahead.exitCode).toBe(0);
  expect(ahead.text).toContain(
    `The clock of this machine says ${NOW}; a peer says 2026-03-20T13:00:00.000Z, 3600 s later. One of the two is wrong`,
  );
  // Nor does it excuse a clock that stands before what is published.
  await publishAt(scene.root, '2026-03-20T15:00:00Z');
  expect((await run('2026-03-20T13:00:00Z')).exitCode).toBe(1);
});

test('a database and an API that agree with each other condemn the clock of an audit', async () => {
  const root = await createArchiveContent({ runs: [] });
  const readerUrl = await ledgerUrl();
  const peer = await startPeer((_, response) =>
    json(response.setHeader('Date', new Date().toUTCString()), { data: [] }),
  );
  // By names of their own: who answers as localhost has this machine's clock, and is no peer.
  const { text, exitCode } = await endingOf(
    auditCommand({
      contentRoot: root,
      month: '2026-02',
      now: NOW,
      databaseUrl: readerUrl.replace(/@[^:/]+/, '@0.0.0.0'),
      apiUrl: peer.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      internal: { kind: 'nowhere' },
    }),
  );
  expect(text).toMatch(/2 peers say that it is \d+ s later/);
  expect(exitCode).toBe(1);
  await expect(readFile(path.join(root, 'generated', 'audits', '2026-02.json'))).rejects.toThrow('ENOENT');
});
