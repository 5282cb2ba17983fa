import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { cosigner } from './cosignature.ts';
import { formatVkey, generateKey } from './key.ts';
import { proveInclusion } from './merkle.ts';
import { parsePolicy } from './policy.ts';
import { formatNote, noteSigner, signNote } from './signed-note.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

const log = await generateKey('log.example/demo', 'note');
const witness = await generateKey('witness.example', 'cosignature');
const policy = parsePolicy(`log ${formatVkey(log)}\nwitness friend ${formatVkey(witness)}\nquorum friend\n`);
const entries = numbered(1000);
const tiled = tiledLog(entries);
const size = 1000n;
const checkpoint = formatNote(
  await signNote(formatCheckpoint({ origin: log.name, size, root: await tiled.root(size), extensions: [] }), [
    noteSigner(log),
    cosigner(witness, 1_800_000_000n),
  ]),
);
const index = 704n;
const hashes = await proveInclusion(index, size, tiled.hashes(size));
const entry = entries[704] as Uint8Array;
const file = formatTlogProof({ extra: null, index, hashes, checkpoint });

test('a proof file shows offline that an entry is in the log and who has seen it', async () => {
  const lines = file.split('\n');
  expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 704']);
  expect(file.endsWith(`\n\n${checkpoint}`)).toBe(true);
  const seen = await verifyTlogProof(entry, parseTlogProof(utf8ToBytes(file)), policy);
  expect(seen).toMatchObject({
    quorum: true,
    checkpoint: { size },
    cosignatures: [{ time: 1_800_000_000n }],
  });
});

test('extra data goes along, an empty one too, and nothing depends on it', async () => {
  for (const extra of [utf8ToBytes('the record'), new Uint8Array()]) {
    const proof = parseTlogProof(formatTlogProof({ extra, index, hashes, checkpoint }));
    expect(proof.extra).toEqual(extra);
    await verifyTlogProof(entry, proof, policy);
  }
});

test('the proof of the only entry of a log has no hashes', async () => {
  const only = tiledLog(numbered(1));
  const root = await only.root(1n);
  const note = await signNote(formatCheckpoint({ origin: log.name, size: 1n, root, extensions: [] }), [
    noteSigner(log),
  ]);
  const proof = parseTlogProof(
    formatTlogProof({ extra: null, index: 0n, hashes: [], checkpoint: formatNote(note) }),
  );
  expect(proof.hashes).toEqual([]);
  await expect(verifyTlogProof(numbered(1)[0] as Uint8Array, proof, policy)).resolves.toMatchObject({
    quorum: false,
  });
});

test('with a bit of any of its bytes turned, a proof file is refused', async () => {
  const bytes = utf8ToBytes(file);
  const read = async (changed: Uint8Array) => verifyTlogProof(entry, parseTlogProof(changed), policy);
  for (let at = 0; at < bytes.length; at++) {
    const bit = 8 * at + (at % 8);
    const outcome = await read(flipped(bytes, bit)).catch((error: unknown) => error);
    // A witness whose name or id is another is one that the policy does not know: nobody is accused, none has seen it.
    expect
      .soft(outcome, `bit ${bit}`)
      .toMatchObject(outcome instanceof Error ? { name: 'LogError' } : { quorum: false, cosignatures: [] });
  }
});

test('another entry, or the same at another index, is not proved', async () => {
  const proof = parseTlogProof(file);
  await expect(verifyTlogProof(utf8ToBytes('705'), proof, policy)).rejects.toMatchObject({
    fault: 'inclusion',
  });
  await expect(verifyTlogProof(entry, { ...proof, index: 705n }, policy)).rejects.toMatchObject({
    fault: 'inclusion',
  });
  await expect(verifyTlogProof(entry, { ...proof, index: size }, policy)).rejects.toMatchObject({
    fault: 'range',
  });
});

describe('what is no proof file', () => {
  test.each([
    ['another version', file.replace('@v1', '@v2'), 'does not begin'],
    ['no index', file.replace('index 704\n', ''), 'no index'],
    ['an index with a leading zero', file.replace('index 704', 'index 0704'), 'no index'],
    ['the index first', file.replace('index 704', 'index 704\nextra AAAA'), 'no base64'],
    ['a hash cut short', file.replace(/(index 704\n)..../, '$1'), '32 bytes'],
    ['no checkpoint', file.slice(0, file.indexOf('\n\n')), 'no blank line'],
    ['64 hashes', file.replace('\n\n', `\n${`${'A'.repeat(43)}=\n`.repeat(60)}\n`), 'more than 63'],
  ])('with %s it is refused', (_, text, reason) => {
    expect(() => parseTlogProof(text)).toThrow(reason);
  });
});
