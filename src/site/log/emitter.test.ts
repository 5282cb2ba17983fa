import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Entry, formatEntry } from '../../log/entry.ts';
import { fsck } from '../../log/fsck.ts';
import { parsePolicy } from '../../log/policy.ts';
import { parseTlogProof, verifyTlogProof } from '../../log/tlog-proof.ts';
import { bytesAt } from '../../store/disk.ts';
import { openLog } from '../../store/kept-log.ts';
import { readTree } from '../../testing/content.ts';
import { keepLog, someEntries } from '../../testing/kept-log.ts';
import { POLICY } from '../../testing/signed-log.ts';
import { writeLog } from './emitter.ts';

const ENTRIES = someEntries(600);
const SIGNED = [1, 100, 250, 250, 300, 520, 600];
let content = '';

beforeEach(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'terang-kept-'));
  onTestFinished(() => rm(content, { recursive: true }));
});

/** What a site serves of the log below the content root. */
async function served(name: string): Promise<{ folder: string; files: Map<string, string> }> {
  const log = openLog(content);
  const folder = path.join(content, name);
  if (log !== null) await writeLog(log, folder, new Map(ENTRIES.map(({ hash }, at) => [hash, String(at)])));
  return { folder, files: await readTree(folder) };
}

describe('the log as it is served', () => {
  test('is whole for whoever makes it anew from its entries, and seen by the witness', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const { folder } = await served('now');
    const { seen, faults } = await fsck(
      async (file) => bytesAt(path.join(folder, file)),
      parsePolicy(POLICY),
    );
    expect([faults, seen.checkpoint.size, seen.quorum]).toEqual([[], 600n, true]);
  });

  test('holds a proof of every batch, against the first checkpoint that covers it', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const { files } = await served('now');
    const proofs = [...files.keys()].filter((file) => file.endsWith('.tlog-proof'));
    expect(proofs).toHaveLength(100);
    for (const [at, entry] of ENTRIES.entries()) {
      const file = files.get(`proof/${at}.tlog-proof`);
      expect(file === undefined, entry.kind).toBe(entry.kind !== 'batch');
      if (file === undefined) continue;
      const proof = parseTlogProof(Buffer.from(file, 'latin1'));
      const { checkpoint } = await verifyTlogProof(formatEntry(entry), proof, parsePolicy(POLICY));
      expect([proof.index, checkpoint.size]).toEqual([
        BigInt(at),
        BigInt(SIGNED.find((size) => size > at) ?? 0),
      ]);
    }
  });

  test('holds the record of each entry as a line, and in the bundle of what it is of; null where there is none', async () => {
    const entries = [
      ...ENTRIES.slice(0, 300),
      { ...(ENTRIES[0] as Entry), time: ENTRIES[300]?.time ?? '', hash: 'f'.repeat(64) },
    ];
    await keepLog(content, entries, [301]);
    const { files } = await served('now');
    expect(files.get('records/000.jsonl')?.split('\n').slice(0, 3)).toEqual(['0', '1', '2']);
    expect(files.get('records/001.jsonl')?.split('\n').slice(-3)).toEqual(['299', 'null', '']);
    const { proven } = JSON.parse(files.get('proof/0.json') ?? '');
    expect(proven.map(({ record }: { record: string | null }) => record)).toEqual(['0', null]);
    expect(proven[1].proof).toBe(files.get('proof/300.tlog-proof'));
  });

  test('serves each tile as it was at every checkpoint until it is full, and then never with other bytes', async () => {
    await keepLog(content, ENTRIES.slice(0, 300), SIGNED.slice(0, 5));
    const { files: before } = await served('before');
    expect([...before.keys()].filter((file) => file.includes('.p/'))).toEqual([
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/001.p/44',
    ]);
    await keepLog(content, ENTRIES, SIGNED);
    const { files: now } = await served('now');
    expect([...now.keys()].filter((file) => /^tile\/(0|entries).*\.p\//.test(file))).toEqual([
      'tile/0/002.p/8',
      'tile/0/002.p/88',
      'tile/entries/002.p/8',
      'tile/entries/002.p/88',
    ]);
    before.delete('checkpoint');
    for (const [file, bytes] of before) {
      const full = now.get(file.replace(/\.p\/.*/, ''));
      expect((full ?? now.get(file))?.slice(0, bytes.length), file).toBe(bytes);
    }
  });

  test('ends where it was last signed: for what waits nobody vouches', async () => {
    await keepLog(content, ENTRIES, SIGNED.slice(0, -1));
    const { files } = await served('now');
    expect([...files.keys()].filter((file) => file.startsWith('tile/0/002'))).toEqual(['tile/0/002.p/8']);
  });

  test('without a key has its tiles and records, and no checkpoint, policy or proof', async () => {
    await keepLog(content, ENTRIES, []);
    const { files } = await served('now');
    expect(files.get('tile/0/002.p/88')).toHaveLength(88 * 32);
    expect([...files.keys()].filter((file) => !/^(tile|records)\//.test(file))).toEqual([]);
  });

  test('is not there where nothing was ever entered', () => {
    expect(openLog(content)).toBeNull();
  });
});

describe('nothing is served of a log', () => {
  const entryFile = () => path.join(content, 'generated/log/entries/2026-01.jsonl');

  test('of which an entry is another than was signed', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const text = await readFile(entryFile(), 'utf8');
    await writeFile(entryFile(), text.replace('"hash":"5', '"hash":"6'));
    await expect(served('now')).rejects.toThrow('not those that were signed');
  });

  test('of which entries are missing; what a killed run left behind them does not count', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const text = await readFile(entryFile(), 'utf8');
    await appendFile(entryFile(), '{"hash":"');
    await served('now');
    await writeFile(entryFile(), text.slice(0, -10));
    await expect(served('now')).rejects.toThrow('was cut off');
  });

  test('of which more was signed than is there', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const head = path.join(content, 'generated/log/head.json');
    await writeFile(head, (await readFile(head, 'utf8')).replace('"size":600', '"size":599'));
    await expect(served('now')).rejects.toThrow('600 entries of the log were signed, but 599 are there');
  });

  test('whose last checkpoint its policy does not believe, or that has none', async () => {
    await keepLog(content, ENTRIES, SIGNED);
    const policy = path.join(content, 'written/log/policy');
    await writeFile(policy, POLICY.replace(/^log .*\n/, ''));
    await expect(served('now')).rejects.toThrow('no key that is known signed it');
    await rm(policy);
    await expect(served('now')).rejects.toThrow('policy');
  });
});
