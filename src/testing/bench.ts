/**
 * `npm run bench`: what the log costs once it is large. Nothing of it is a test: figures depend on the machine.
 *
 *   node src/testing/bench.ts [append] [proof] [verify] [growth]
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonicalJson, canonicalLines, sha256Hex } from '../core/canonical.ts';
import { parseEntry } from '../log/entry.ts';
import { fromBase64 } from '../log/wire.ts';
import { writeLog } from '../site/log/emitter.ts';
import { openLog } from '../store/kept-log.ts';
import { type NewEntry, readHead, withLog } from '../store/log.ts';
import { judgeHistory } from '../verifier/history.ts';
import { piecesOf } from '../verifier/pasted.ts';
import { checkPieces } from '../verifier/pieces.ts';
import { readerOf } from '../verifier/site-files.ts';
import { siteToLog } from './logged-site.ts';
import { hashedBatch } from './publication.ts';
import { POLICY, signedCheckpoint } from './signed-log.ts';

const run = promisify(execFile);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const kilobytes = (bytes: number) => `${(bytes / 1e3).toFixed(1)} kB`;
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(2)} s`;
const peak = () => megabytes(process.resourceUsage().maxRSS * 1024);

/** Runs `work` in a folder that is gone afterwards. */
async function inScratch(name: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), `terang-bench-${name}-`));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The record of the first entry, the size of a real one. */
const RECORD = canonicalJson({ ...hashedBatch({}) });

/** Enters as many entries of runs at a time, the first of a batch. */
function enter(contentRoot: string, entries: readonly NewEntry[], now: string): Promise<number> {
  const enterable = { lines: new Map([['tpc/record', entries]]), files: [] };
  const generated = path.join(contentRoot, 'generated');
  return withLog({ generated, now, demo: true }, (enter) => enter(() => enterable));
}

const invented = (from: number, count: number): NewEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: from + at === 0 ? 'batch' : 'daily',
    id: `tpc/${from + at}`,
    hash: sha256Hex(from + at === 0 ? RECORD : String(from + at)),
  }));

/** The files that were opened by name for reading or writing while `work` ran, and the bytes that were read (Linux). */
async function watched(
  work: () => Promise<unknown>,
): Promise<{ opened: string[]; read: number; took: string }> {
  const opened: string[] = [];
  const originals = { openSync: fs.openSync, readFileSync: fs.readFileSync, open: fs.promises.open };
  const noting =
    <Rest extends unknown[], Result>(open: (file: never, ...rest: Rest) => Result) =>
    (file: unknown, ...rest: Rest) => {
      if (typeof file === 'string') opened.push(path.basename(file));
      return open(file as never, ...rest);
    };
  fs.openSync = noting(fs.openSync as never) as never;
  fs.readFileSync = noting(fs.readFileSync as never) as never;
  fs.promises.open = noting(fs.promises.open as never) as never;
  syncBuiltinESMExports();
  const readSoFar = () => Number(/rchar: (\d+)/.exec(originals.readFileSync('/proc/self/io', 'utf8'))?.[1]);
  const [before, since] = [readSoFar(), performance.now()];
  await work();
  const took = seconds(since);
  const read = readSoFar() - before;
  Object.assign(fs, { openSync: originals.openSync, readFileSync: originals.readFileSync });
  fs.promises.open = originals.open;
  syncBuiltinESMExports();
  return { opened, read, took };
}

/** A year of a large log: a million entries, a run of which every quarter of an hour brought some. */
async function fill(contentRoot: string): Promise<void> {
  const [entries, runs] = [1_000_000, 400];
  const since = performance.now();
  for (let at = 0; at < runs; at++) {
    const now = new Date(Date.UTC(2026, 0, 1) + at * (365 / runs) * 86_400_000).toISOString();
    await enter(contentRoot, invented((at * entries) / runs, entries / runs), now);
  }
  say(`a log of ${entries} entries, entered by ${runs} runs: ${seconds(since)}, peak memory ${peak()}`);
}

async function append(contentRoot: string): Promise<void> {
  const { opened, read, took } = await watched(() =>
    enter(contentRoot, invented(1_000_000, 1_000), '2026-12-31T23:00:00Z'),
  );
  say(`1,000 entries behind a million: ${took}, ${kilobytes(read)} read, opened: ${opened.join(', ')}`);
}

async function proof(contentRoot: string): Promise<void> {
  const head = readHead(path.join(contentRoot, 'generated'));
  if (head === null) throw new Error('the log was not made');
  const note = await signedCheckpoint(BigInt(head.size), fromBase64(head.root) as Uint8Array);
  const folder = path.join(contentRoot, 'generated/log/checkpoints');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '2027-01.jsonl'), canonicalLines([{ note, size: String(head.size) }]));
  await mkdir(path.join(contentRoot, 'written/log'), { recursive: true });
  await writeFile(path.join(contentRoot, 'written/log/policy'), POLICY);
  const log = openLog(contentRoot);
  if (log === null) throw new Error('the log was not made');
  const served = path.join(contentRoot, 'served');
  const since = performance.now();
  const files = await writeLog(log, path.join(served, 'log'), new Map([[sha256Hex(RECORD), RECORD]]));
  say(`that log as it is served: ${files} files in ${seconds(since)}, peak memory ${peak()}`);
  const bundle = fs.readFileSync(path.join(served, 'log/proof/0.json'), 'utf8');
  const judged = await checkPieces(piecesOf(bundle), POLICY);
  const states = judged.map(({ statement, verdict }) => `${statement} ${verdict}`).join(', ');
  say(`one proof in the browser: ${kilobytes(Buffer.byteLength(bundle))} fetched (${states})`);
  const asked: number[] = [];
  const read = readerOf(served);
  const counting = async (file: string) => {
    const bytes = await read(file);
    asked.push(bytes?.length ?? 0);
    return bytes;
  };
  const { verdict } = await judgeHistory(piecesOf(bundle), counting, POLICY);
  const sum = asked.reduce((all, one) => all + one, 0);
  say(`that it is part of the present history: ${kilobytes(sum)} more in ${asked.length} files (${verdict})`);
}

/** A site of 100,000 batches, and a process of its own that verifies it. */
async function verify(folder: string): Promise<void> {
  const { files, logged } = await siteToLog(100_000);
  for (const [file, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, 'site', file)), { recursive: true });
    await writeFile(path.join(folder, 'site', file), bytes);
  }
  await enter(
    folder,
    logged.map(({ entry }) => entry),
    '2026-01-26T07:05:00Z',
  );
  const head = readHead(path.join(folder, 'generated'));
  if (head === null) throw new Error('the log was not made');
  const note = await signedCheckpoint(BigInt(head.size), fromBase64(head.root) as Uint8Array);
  await mkdir(path.join(folder, 'generated/log/checkpoints'), { recursive: true });
  await writeFile(
    path.join(folder, 'generated/log/checkpoints/2026-01.jsonl'),
    canonicalLines([{ note, size: String(head.size) }]),
  );
  await mkdir(path.join(folder, 'written/log'), { recursive: true });
  await writeFile(path.join(folder, 'written/log/policy'), POLICY);
  const log = openLog(folder);
  if (log === null) throw new Error('the log was not made');
  const records = new Map(logged.map(({ entry, record }) => [entry.hash, record]));
  const served = await writeLog(log, path.join(folder, 'site/log'), records);
  const policy = path.join(folder, 'written/log/policy');
  const telling = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))";
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(telling)}`,
    'scripts/terang.ts',
    'verify',
  ];
  const since = performance.now();
  const { stdout, stderr } = await run(
    process.execPath,
    [...args, path.join(folder, 'site'), '--policy', policy],
    {
      maxBuffer: 1 << 26,
    },
  ).catch((error: { stdout: string; stderr: string }) => error);
  const memory = Number(/peak (\d+)/.exec(stderr)?.[1]) * 1024;
  say(
    `100,000 batches verified, ${served} files of the log: ${seconds(since)}, peak memory ${megabytes(memory)}`,
  );
  say(stdout.trim().replaceAll(/^/gm, '  '));
}

/** What the log alone adds to a repository: days of real commits, packed, as a year of them would. */
async function growth(repository: string): Promise<void> {
  const [days, runsADay, entriesARun] = [5, 96, 4];
  const git = (...args: string[]) =>
    run('git', [
      '-C',
      repository,
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@localhost',
      '-c',
      'gc.auto=0',
      ...args,
    ]);
  await git('init', '--quiet');
  const checkpoints = path.join(repository, 'generated/log/checkpoints');
  await mkdir(checkpoints, { recursive: true });
  for (let at = 0; at < days * runsADay; at++) {
    const now = new Date(Date.UTC(2026, 0, 1) + at * 900_000).toISOString();
    await enter(repository, invented(1 + at * entriesARun, entriesARun), now);
    const head = readHead(path.join(repository, 'generated'));
    const note = await signedCheckpoint(BigInt(head?.size ?? 0), fromBase64(head?.root ?? '') as Uint8Array);
    const line = canonicalLines([{ note, size: String(head?.size) }]);
    await writeFile(path.join(checkpoints, `${now.slice(0, 7)}.jsonl`), line, { flag: 'a' });
    await git('add', '--all');
    await git('commit', '--quiet', '--message', `Run of ${now}`);
  }
  await git('gc', '--quiet');
  const packed = Number(/size-pack: (\d+)/.exec((await git('count-objects', '-v')).stdout)?.[1]) * 1024;
  const [runs, year] = [days * runsADay, 365 * runsADay];
  const [raw] = [...(openLog(repository)?.entries() ?? [])];
  const size = raw === undefined ? 0 : Buffer.byteLength(raw) + (parseEntry(raw).id.length === 0 ? 0 : 1);
  say(
    `${runs} runs of ${entriesARun} entries (${size} bytes each) and a checkpoint with one cosignature: ${Math.round(packed / runs)} bytes a run ` +
      `packed with its index; a year of ${year} runs: ${megabytes((packed / runs) * year)}`,
  );
}

const asked = process.argv.slice(2);
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
say(
  `${cpus()[0]?.model}, ${cpus().length} cores, ${megabytes(totalmem())}; Node ${process.version}, ${process.platform}`,
);
if (isAsked('append') || isAsked('proof'))
  await inScratch('log', async (folder) => {
    await fill(folder);
    if (isAsked('append')) await append(folder);
    if (isAsked('proof')) await proof(folder);
  });
if (isAsked('verify')) await inScratch('verify', verify);
if (isAsked('growth')) await inScratch('growth', growth);
