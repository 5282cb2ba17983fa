import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import fs, { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { canonicalJson, type Json, sha256Hex } from '../../core/canonical.ts';
import { addRun, readHistory } from '../../status/run/history.ts';
import { STATUS } from '../../status/status-folder.ts';
import { type AnySeries, type ContentFolder, stemOf } from '../../store/content-folder.ts';
import { contentLines, publish, writeFiles } from '../../store/publish.ts';
import {
  assertWhole,
  attachmentsOf,
  FIRST_RUN,
  MANIFEST_FILE,
  openFolder,
  type Published,
  rootOf,
  unalteredBytes,
} from '../../store/published.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import { systemOf } from '../../testing/checks.ts';
import { readTree } from '../../testing/content.ts';
import { NOTED_CONTENT } from '../../testing/noted-repository.ts';
import { publishEverything } from '../../testing/published-content.ts';
import { cloneOf, createRepository, ENTERED_AT, type TestClone } from '../../testing/repository.ts';
import { commitContent } from './commit.ts';
import { declaredFolders, everyFolderName } from './declared.ts';
import { botIdentity } from './identity.ts';
import { recordSince } from './record-since.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FOLDERS = declaredFolders(everyFolderName('tpc'));
type Manifest = Readonly<Record<string, unknown>>;
/** What a test does with any folder, whatever its manifest is. */
const open = (contentRoot: string, { with: call }: (typeof FOLDERS)[number]) =>
  call((folder) => {
    const one = folder as unknown as ContentFolder<Manifest>;
    return openFolder(rootOf(contentRoot, one), one);
  });
const seriesOf = (one: (typeof FOLDERS)[number]) =>
  one.with((folder) => folder.series as unknown as readonly AnySeries<Manifest>[]);
const SERIES = FOLDERS.flatMap((folder) => seriesOf(folder).map((series) => ({ folder, series })));
const named = FOLDERS.map((folder) => ({ folder, name: folder.name }));
const namedSeries = SERIES.map((one) => ({ ...one, name: `${one.folder.name}/${one.series.name}` }));

/** Where everything was published once for all tests here: a repository of one test is gone with it. */
const kept = mkdtempSync(path.join(tmpdir(), 'terang-every-series-'));
afterAll(() => rm(kept, { recursive: true, force: true }));
let made: Promise<void> | undefined;

async function cloned(): Promise<TestClone> {
  made ??= (async () => {
    const clone = await createRepository(NOTED_CONTENT);
    await publishEverything(clone);
    await clone.git('add', '--all');
    await clone.git('commit', '--quiet', '--message', 'Published');
    await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await cp(clone.remote, path.join(kept, 'origin.git'), { recursive: true });
  })();
  await made;
  return cloneOf(path.join(kept, 'origin.git'));
}

/** Every file of every series, and what rows vouch for, read. @throws AlteredFileError */
function readAll(published: Published<Manifest>): string[] {
  assertWhole(published);
  const { folder, files, rows } = published;
  return folder.series.flatMap((series) => {
    rows(series as never);
    return files(series).map((file) => file.path);
  });
}

/** Carries out what a sentence says between quotation marks, as an operator would. */
async function follow(said: string, { folder }: TestClone): Promise<void> {
  const [, command = ''] = /"(git checkout [^"]+)"/.exec(said) ?? [];
  expect(command, said).not.toBe('');
  await promisify(execFile)('sh', ['-c', command], { cwd: folder });
}

function saidBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect((error as Error).name).toBe('AlteredFileError');
    return (error as Error).message;
  }
  return '';
}

/** What the pages are made of, as a build reads it. */
async function build(contentRoot: string): Promise<void> {
  vi.stubEnv('TERANG_CONTENT', contentRoot);
  vi.resetModules();
  const { publication, status, notes, reports, anchors, builds } = await import('../../site/content.ts');
  for (const read of [publication, status, notes, reports, anchors, builds]) await read();
}

test('every folder has its manifest, and every series a file: what is tested here is tested of all', async () => {
  const { contentRoot } = await cloned();
  for (const { folder, series, name } of namedSeries)
    expect(open(contentRoot, folder).files(series as never).length, name).toBeGreaterThan(0);
  for (const folder of FOLDERS) expect(readAll(open(contentRoot, folder)).length).toBeGreaterThan(0);
});

describe.each(named)('$name', ({ folder, name }) => {
  test('a lost manifest ends runs and builds by name, is not committed, and comes back as the sentence says', async () => {
    const clone = await cloned();
    const manifest = path.join(clone.contentRoot, 'generated', name, MANIFEST_FILE);
    const before = await readFile(manifest, 'utf8');
    await rm(manifest);
    const said = saidBy(() => open(clone.contentRoot, folder));
    expect(said).toContain(`${manifest} is missing, but files it vouched for are there`);
    await expect(build(clone.contentRoot)).rejects.toThrow(`${manifest} is missing`);
    await clone.write('content/generated/README.md', 'Something else is new.\n');
    const commit = commitContent({
      contentRoot: clone.contentRoot,
      now: () => ENTERED_AT,
      identity: botIdentity({}),
      push: null,
    });
    await expect(commit).rejects.toThrow(`${manifest} is missing`);
    await clone.git('add', '--all'); // Whatever somebody does in between.
    await follow(said, clone);
    expect(await readFile(manifest, 'utf8')).toBe(before);
    readAll(open(clone.contentRoot, folder));
  });

  test('files of which git knows no manifest were never published: without them a run begins', async () => {
    const { contentRoot } = await cloned();
    const { root } = open(contentRoot, folder);
    await rm(path.join(root, MANIFEST_FILE));
    const [, advised] = /ever published: remove (.*)\.$/.exec(saidBy(() => open(contentRoot, folder))) ?? [];
    expect(advised).toBe(root);
    await rm(root, { recursive: true });
    expect(open(contentRoot, folder).manifest).toBeNull();
  });

  test('a first run that was killed at any file leaves nothing published or all, and the next one succeeds and is entered whole', async () => {
    const { contentRoot } = await cloned();
    const whole = open(contentRoot, folder);
    const files = [
      ...folder.with(() => whole.folder.series.flatMap((series) => whole.files(series))),
      ...attachmentsOf(whole),
    ];
    const written = files.map((file) => ({ file, text: unalteredBytes(whole.root, file) }));
    const run = (root: string) =>
      publish(openFolder(root, whole.folder), whole.manifest as Manifest, written, '2026-03-01T00:00:00Z');
    const first = rootOf(path.join(contentRoot, 'first'), folder);
    const operations = await dyingAt(Number.POSITIVE_INFINITY, () => run(first));
    const expected = await readTree(path.dirname(first));
    expect([...(await readTree(first)).keys()].toSorted()).toEqual(
      [...files.map((file) => file.path), MANIFEST_FILE].toSorted(),
    );
    for (let at = 1; at <= operations; at += 1) {
      const root = rootOf(path.join(contentRoot, `killed-${at}`), folder);
      await dyingAt(at, () => run(root));
      const { manifest } = openFolder(root, whole.folder);
      if (manifest !== null) readAll(openFolder(root, whole.folder));
      await run(root);
      // The log beside it too: the same entries, each once.
      expect(await readTree(path.dirname(root)), `killed at ${at}`).toEqual(expected);
    }
  });

  test('files of rows that were removed or altered are named, by runs and builds, and come back as it says', async () => {
    const clone = await cloned();
    const published = open(clone.contentRoot, folder);
    const { files } = published;
    for (const file of [
      ...published.folder.series.flatMap((series) => files(series)),
      ...attachmentsOf(published),
    ])
      for (const damage of [(at: string) => rm(at), (at: string) => writeFile(at, 'other')]) {
        await damage(path.join(published.root, file.path));
        const said = saidBy(() => readAll(open(clone.contentRoot, folder)));
        expect(said).toMatch(new RegExp(`^${file.path} (is missing|was changed by hand)`));
        const isRead = published.folder.series.some((series) =>
          series.files(published.manifest as Manifest).some(({ path: other }) => other === file.path),
        );
        if (isRead) await expect(build(clone.contentRoot)).rejects.toThrow(file.path);
        await follow(said, clone);
        readAll(open(clone.contentRoot, folder));
      }
  });
});

test('a first run that was killed and committed hinders no other machine', async () => {
  const clone = await createRepository();
  await clone.write(`content/generated/notes/${FIRST_RUN}`, '');
  await clone.write('content/generated/notes/record/0123456789ab-2026-01.jsonl', '{}\n');
  await commitContent({
    contentRoot: clone.contentRoot,
    now: () => ENTERED_AT,
    identity: botIdentity({}),
    push: { remote: 'origin' },
  });
  const { contentRoot } = await cloneOf(clone.remote);
  for (const folder of FOLDERS) expect(open(contentRoot, folder).manifest).toBeNull();
});

test('what further runs of the checks add, also over a day that is made anew, is no rewrite', async () => {
  const { contentRoot } = await cloned();
  const system = systemOf([{ kind: 'http', id: 'a', request: { url: 'https://localhost/' } }]);
  for (const at of [
    '2026-02-03T00:25:00Z',
    '2026-02-04T00:10:00Z',
    '2026-02-04T00:05:00Z',
    '2026-03-01T00:10:00Z',
  ])
    await addRun(await readHistory(rootOf(contentRoot, STATUS)), {
      run: { at, systems: { [system.id]: { outcome: { down: ['a'] } } } },
      asked: [{ system, sha256: 'b'.repeat(64) }],
      systems: [system.id],
      state: { demo: false, observed_at: at, offline: false, systems: {} },
    });
  expect(await recordSince(contentRoot, 'origin/main')).toEqual([]);
});

test('an archive, and an audit, that are others or gone since a base are named; what was pruned is not', async () => {
  const clone = await cloned();
  const month = 'content/generated/archive/2024-01';
  await clone.write(`${month}/SHA256SUMS`, 'sums');
  await clone.write(`${month}/batches.csv.gz`, 'rows');
  await clone.write('content/generated/audits/2025-12.json', '[{"month":"2025-12"},{"month":"2025-12"}]');
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'Archived');
  const since = () => recordSince(clone.contentRoot, 'HEAD');
  expect(await since()).toEqual([]);
  await clone.write(`${month}/SHA256SUMS`, 'other sums');
  await clone.write('content/generated/audits/2025-12.json', '[{"month":"2025-12"}]');
  expect(await since()).toEqual([
    expect.stringMatching(/generated\/audits, 2025-12\) is not what it was at HEAD: entry 2/),
    expect.stringMatching(/generated\/archive, 2024-01\) is not what it was at HEAD: SHA256SUMS was changed/),
  ]);
  await clone.git('checkout', 'HEAD', '--', 'content');
  await rm(path.join(clone.folder, month, 'batches.csv.gz'));
  expect(await since()).toEqual([expect.stringContaining('batches.csv.gz was changed or removed')]);
  const pruned = { format: 'terang/pruned/1', month: '2024-01', pruned_at: '2025-03-01T00:00:00Z' };
  await clone.write(`${month}/PRUNED.json`, JSON.stringify({ ...pruned, files: ['batches.csv.gz'] }));
  expect(await since()).toEqual([]);
});

/** A series whose first line is gone or another, under a manifest that vouches for it. */
async function rewrite(
  { root, manifest, files, lines }: Published<Manifest>,
  series: AnySeries<Manifest>,
  change: (lines: readonly unknown[]) => readonly unknown[],
): Promise<void> {
  const [file] = series.files(manifest as Manifest);
  if (file === undefined || !files(series).includes(file)) throw new Error('the series has no file');
  const next = contentLines(path.dirname(file.path), stemOf(file), change(lines(file)));
  await writeFiles(root, [next]);
  const text = canonicalJson(manifest as Json).replace(
    canonicalJson(file),
    canonicalJson(next.file as ContentFile),
  );
  await writeFile(path.join(root, MANIFEST_FILE), `${text}\n`);
}

/** The same row with one digit another, or two values exchanged: as valid, and with the same identity. */
function altered({ row, kept: rule }: AnySeries<Manifest>, line: unknown): unknown {
  const text = canonicalJson(line as Json);
  const digits = [...text.matchAll(/\d/g)].toReversed().map(({ index }) => {
    return `${text.slice(0, index)}${(Number(text[index]) + 1) % 10}${text.slice(index + 1)}`;
  });
  const exchanged = text.replace(/:("[^"]*")(.*?):("[^"]*")/, ':$3$2:$1');
  const idOf = (value: unknown) => (rule.rule === 'every-row' ? rule.id(value as never) : '');
  const other = [...digits, exchanged].find((candidate) => {
    const parsed = row.safeParse(JSON.parse(candidate));
    return parsed.success && idOf(parsed.data) === idOf(row.parse(line));
  });
  if (other === undefined || other === text) throw new Error(`nothing in it can be another: ${text}`);
  return JSON.parse(other);
}

test('files that are altered in place, that are gone, or that a redone manifest vouches for are named', async () => {
  const changes: readonly ((root: string, file: ContentFile) => Promise<unknown>)[] = [
    async (root, file) => {
      const at = path.join(root, file.path);
      await writeFile(at, (await readFile(at, 'utf8')).replace(/\d/, '7'));
    },
    (root, file) => rm(path.join(root, file.path)),
    async (root, file) => {
      const [at, manifest] = [path.join(root, file.path), path.join(root, MANIFEST_FILE)];
      const text = (await readFile(at, 'utf8')).replace(/("seen_at":"20)\d\d/, '$199');
      await writeFile(at, text);
      const redone = (await readFile(manifest, 'utf8')).replace(file.sha256, sha256Hex(text));
      await writeFile(manifest, redone);
    },
  ];
  for (const change of changes) {
    const clone = await cloned();
    const notes = FOLDERS.find(({ name }) => name === 'notes');
    if (notes === undefined) throw new Error('there are no notes');
    const { root, folder, files } = open(clone.contentRoot, notes);
    const [record] = folder.series.filter(({ name }) => name === 'record').flatMap((one) => files(one));
    if (record === undefined) throw new Error('nothing was recorded');
    await change(root, record);
    await clone.git('commit', '--quiet', '--all', '--message', 'Rewritten');
    expect(await recordSince(clone.contentRoot, 'origin/main')).not.toEqual([]);
  }
});

test.each([...FOLDERS.map(({ name }) => name), 'audits', 'archive'])(
  'a whole folder that is gone is not committed, and comes back as it says: %s',
  async (name) => {
    const clone = await cloned();
    await clone.write('content/generated/archive/2024-01/SHA256SUMS', 'sums');
    await clone.write('content/generated/audits/2025-12.json', '[{"month":"2025-12"}]');
    await clone.git('add', '--all');
    await clone.git('commit', '--quiet', '--message', 'Months');
    const before = await readTree(path.join(clone.contentRoot, 'generated'));
    await rm(path.join(clone.contentRoot, 'generated', name), { recursive: true });
    const commit = commitContent({
      contentRoot: clone.contentRoot,
      now: () => ENTERED_AT,
      identity: botIdentity({}),
      push: null,
    });
    const said = await commit.then(
      () => '',
      (error: Error) => error.message,
    );
    await follow(said, clone);
    expect(await readTree(path.join(clone.contentRoot, 'generated'))).toEqual(before);
  },
);

describe.each(namedSeries.filter(({ series }) => series.kept.rule !== 'none'))(
  '$name',
  ({ folder, series }) => {
    test('a line that is gone since a base is named, whatever vouches for it', async () => {
      const clone = await cloned();
      expect(await recordSince(clone.contentRoot, 'origin/main')).toEqual([]);
      await rewrite(open(clone.contentRoot, folder), series, (lines) => lines.slice(1));
      const told = await recordSince(clone.contentRoot, 'origin/main');
      expect(told.filter((one) => one.includes(`generated/${folder.name}, ${series.name}`))).not.toEqual([]);
      await follow(told[0] ?? '', clone);
      expect(await recordSince(clone.contentRoot, 'origin/main')).toEqual([]);
    });

    test('a line that is another since a base is named too', async () => {
      const clone = await cloned();
      await rewrite(open(clone.contentRoot, folder), series, ([first, ...rest]) => [
        altered(series, first),
        ...rest,
      ]);
      const told = await recordSince(clone.contentRoot, 'origin/main');
      expect(told.filter((one) => one.includes(`generated/${folder.name}, ${series.name}`))).not.toEqual([]);
    });
  },
);

test.each(namedSeries.filter(({ series }) => series.kept.rule === 'none'))(
  '$name says why nothing of it needs to stay',
  ({ series: { kept } }) => {
    expect(kept.rule === 'none' && kept.because).toMatch(/\w+ \w+/);
  },
);

/**
 * Runs `work` as though its process were killed just before its `dieAt`-th operation that changes a file: from then on
 * nothing it does reaches the disk. How many operations there were.
 */
async function dyingAt(dieAt: number, work: () => Promise<unknown>): Promise<number> {
  const handle = await fs.open(import.meta.filename);
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  let operations = 0;
  const counted = <Args extends unknown[], Result>(operation: (...args: Args) => Promise<Result>) =>
    function (this: unknown, ...args: Args): Promise<Result> {
      operations += 1;
      return operations >= dieAt ? Promise.reject(new Error('killed')) : operation.apply(this, args);
    };
  const real = { open: fs.open, rename: fs.rename, rm: fs.rm, mkdir: fs.mkdir };
  const { writeFile: write, sync } = prototype;
  Object.assign(fs, {
    open: counted(fs.open as never),
    rename: counted(fs.rename),
    rm: counted(fs.rm),
    mkdir: counted(fs.mkdir as never),
  });
  Object.assign(prototype, { writeFile: counted(write as never), sync: counted(sync) });
  syncBuiltinESMExports();
  try {
    await work().catch((error: Error) => {
      if (error.message !== 'killed') throw error;
    });
    return operations;
  } finally {
    Object.assign(fs, real);
    Object.assign(prototype, { writeFile: write, sync });
    syncBuiltinESMExports();
  }
}
