import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { signedLog } from '../testing/signed-log.ts';
import { flipped, tiledLog } from '../testing/tiled-log.ts';
import { formatEntry } from './entry.ts';
import { fsck } from './fsck.ts';
import { proveInclusion } from './merkle.ts';
import { parsePolicy } from './policy.ts';
import { formatTlogProof } from './tlog-proof.ts';
import { utf8Bytes } from './wire.ts';

const DAY = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString().replace('.000', '');
const entry = (at: number) =>
  `{"hash":"${'0'.repeat(64)}","id":"${DAY(at)}","kind":"build","time":"${DAY(at)}"}`;
const lines = Array.from({ length: 300 }, (_, at) => entry(at));

const whole = await signedLog(lines.map(utf8ToBytes));

async function inspect(
  { files, policy } = whole,
  change: (files: Map<string, Uint8Array>) => void = () => {},
) {
  const changed = new Map(files);
  change(changed);
  const { seen, faults } = await fsck(async (path) => changed.get(path) ?? null, parsePolicy(policy));
  return { seen, faults: faults.map(({ message }) => message) };
}

test('a log that is what its entries make has no fault, an empty one neither', async () => {
  const { seen, faults } = await inspect();
  expect(faults).toEqual([]);
  expect(seen).toMatchObject({ quorum: true, checkpoint: { size: 300n } });
  expect((await inspect(await signedLog([]))).faults).toEqual([]);
});

test('proofs and records that are served beside it are held against its entries', async () => {
  const records = Array.from({ length: 2 }, (_, at) => `{"n":${at}}`);
  const entries = records.map((line, at) =>
    formatEntry({ kind: 'batch', id: `tpc/${at}`, time: '2026-01-01T00:00:00Z', hash: sha256Hex(line) }),
  );
  const log = await signedLog(entries);
  const checkpoint = new TextDecoder().decode(log.files.get('checkpoint'));
  const hashes = await proveInclusion(1n, 2n, tiledLog(entries).hashes(2n));
  const proof = formatTlogProof({ extra: null, index: 1n, hashes, checkpoint });
  const found = async (given: string, lines: readonly string[]) => {
    const { faults } = await inspect(log, (files) => {
      files.set('proof/1.tlog-proof', utf8Bytes(given));
      files.set('records/000.jsonl', utf8Bytes(lines.map((line) => `${line}\n`).join('')));
    });
    return faults;
  };
  expect(await found(proof, records)).toEqual([]);
  expect(await found(proof, ['null', records[1] ?? ''])).toEqual([]);
  expect(await found(proof, [records[0] ?? '', '{"n":2}'])).toEqual([
    'entry: records/000.jsonl, line 2 is not the record of entry 1',
  ]);
  for (const forged of [
    proof.replace('index 1', 'index 0'),
    proof.replace(/(?<=index 1\n)./, (one) => (one === 'A' ? 'B' : 'A')),
    proof.replace('\n2\n', '\n3\n'),
    'no proof',
  ])
    expect(await found(forged, records)).toEqual([expect.stringContaining('proof/1.tlog-proof: ')]);
});

test('every file of which one bit is another is found', async () => {
  for (const path of whole.files.keys()) {
    const found = await inspect(whole, (all) =>
      all.set(path, flipped(all.get(path) ?? new Uint8Array(), 100)),
    ).catch((error: Error) => ({ faults: [error.message] }));
    expect.soft(found.faults, path).not.toEqual([]);
    if (/^tile\/\d/.test(path))
      expect.soft(found.faults).toEqual([`tile: ${path} is not what its entries make`]);
  }
});

test('what is missing is named', async () => {
  expect((await inspect(whole, (files) => files.delete('tile/0/000'))).faults).toEqual([
    'tile: tile/0/000 is missing',
  ]);
  await expect(inspect(whole, (files) => files.delete('tile/entries/001.p/44'))).rejects.toThrow(
    'tile/entries/001.p/44 is missing',
  );
  await expect(inspect(whole, (files) => files.delete('checkpoint'))).rejects.toThrow(
    'checkpoint: it is missing',
  );
});

test('a log made anew with one entry rewritten is not the one that was signed', async () => {
  const forged = await signedLog(lines.with(7, entry(7).replace('"0', '"f')).map(utf8ToBytes));
  const { faults } = await inspect(whole, (files) => {
    for (const [path, bytes] of forged.files) if (path !== 'checkpoint') files.set(path, bytes);
  });
  expect(faults).toEqual([
    expect.stringMatching(/^root: the entries have the root .{44}, the checkpoint .{44}$/),
  ]);
});

test.each([
  ['no entry', lines.with(7, 'not an entry'), 'entry: entry 7: it is no JSON'],
  [
    'an entry in another spelling',
    lines.with(7, `${entry(7)} `),
    'entry: entry 7: it is not in its canonical form',
  ],
  [
    'a time before its predecessor',
    lines.with(7, entry(5).replace(`"id":"${DAY(5)}"`, '"id":"x"')),
    'order: entry 7: build x of',
  ],
  [
    'a build a second time',
    lines.with(7, entry(7).replace(`"id":"${DAY(7)}"`, `"id":"${DAY(6)}"`)),
    'order: entry 7: build 2026-01-01T06:00:00Z is entered a second time',
  ],
])('that the log signed for %s excuses nothing', async (_, all, reason) => {
  const { faults } = await inspect(await signedLog(all.map(utf8ToBytes)));
  expect(faults).toEqual([expect.stringContaining(reason)]);
});
