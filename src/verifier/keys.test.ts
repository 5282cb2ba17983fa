import { describe, expect, test } from 'vitest';
import { proveInclusion } from '../log/merkle.ts';
import { formatPieces, formatProofBundle, type ProvenEntry } from '../log/proof-bundle.ts';
import { formatTlogProof } from '../log/tlog-proof.ts';
import { utf8Text } from '../log/wire.ts';
import { keyedLog, loss, newKey, policyOf, rotation, signedBy, siteOf } from '../testing/keyed-log.ts';
import { judgeHistory } from './history.ts';
import { piecesOf, together } from './pasted.ts';
import { checkPieces } from './pieces.ts';

const [old, next, third, stranger] = await Promise.all([newKey(), newKey(), newKey(), newKey()]);

/** Entry 20 hands the log over, and entry 40 once more. */
const log = await keyedLog(
  old,
  60,
  new Map([
    [20, await rotation(old, next)],
    [40, await rotation(next, third)],
  ]),
);
type Log = typeof log;
type Key = typeof old;

async function provenAt(of: Log, index: number, size: number, ...signers: Key[]): Promise<ProvenEntry> {
  const hashes = await proveInclusion(BigInt(index), BigInt(size), of.tiled.hashes(BigInt(size)));
  const checkpoint = await signedBy(of, size, ...signers);
  const note = of.keys.find((one) => one.index === BigInt(index))?.note;
  return {
    entry: utf8Text(of.entries[index] ?? new Uint8Array()) ?? '',
    record: note === undefined ? null : JSON.stringify({ note }),
    proof: formatTlogProof({ extra: null, index: BigInt(index), hashes, checkpoint }),
  };
}

const bundle = (...proven: ProvenEntry[]) =>
  formatProofBundle({ demo: null, policy: policyOf(third), proven });

/** What is said of who signed, under a policy that names these. */
async function signature(text: string, ...named: Key[]) {
  const judged = await checkPieces(piecesOf(text), policyOf(...named));
  const all = judged.filter(({ statement }) => statement === 'signature');
  expect(all).toHaveLength(1);
  const { verdict, because, faults } = all[0] ?? {};
  return [verdict, ...(because == null ? [] : [because.reason]), ...(faults ?? [])].join(' ');
}

const handedOver = await provenAt(log, 20, 21, old, next);
const onceMore = await provenAt(log, 40, 45, third);
const early = await provenAt(log, 3, 10, old);
const late = await provenAt(log, 50, 60, third);

describe('a proof that an earlier or later key signed than the policy names', () => {
  test('is right where the bundle holds that the one took over from the other, by any of the keys', async () => {
    for (const named of [old, next, third])
      for (const one of [early, late])
        expect(await signature(bundle(one, handedOver, onceMore), named)).toBe('right');
    const judged = await checkPieces(piecesOf(bundle(early, handedOver, onceMore)), policyOf(third));
    expect(judged.filter(({ statement }) => statement === 'inclusion')).toEqual([
      expect.objectContaining({ verdict: 'right' }),
    ]);
  });

  test('can not be told where nothing leads from one to the other', async () => {
    for (const text of [
      formatPieces(early),
      bundle(early),
      bundle(early, onceMore),
      bundle({ ...early }, { ...handedOver, record: null }, onceMore),
    ])
      expect(await signature(text, third)).toBe('unknown unnamed-key');
    expect(await signature(bundle(early, handedOver, onceMore), stranger)).toBe('unknown unnamed-key');
    const [code, keys] = [formatPieces(early), bundle(handedOver, onceMore)].map(piecesOf);
    const judged = await checkPieces(together([code, keys] as never), policyOf(third));
    expect(judged.find(({ statement }) => statement === 'signature')).toMatchObject({ verdict: 'right' });
  });

  test('can not be told where the old key was lost, nor where a thief says that it took over', async () => {
    const lost = await keyedLog(old, 60, new Map([[20, await loss(old, next)]]));
    const stolen = await keyedLog(old, 60, new Map([[20, await rotation(old, stranger, null)]]));
    const before = await provenAt(lost, 3, 10, old);
    expect(await signature(bundle(before, await provenAt(lost, 20, 21, next)), next)).toMatch(/^unknown/);
    expect(await signature(bundle(before, await provenAt(lost, 20, 21, next)), old)).toBe('right');
    const after = await provenAt(stolen, 30, 40, stranger);
    const stated = await provenAt(stolen, 20, 21, stranger);
    expect(await signature(bundle(after, stated), old)).toBe('unknown strange-key');
  });

  test('is wrong where a key signed whose term was over, or what is said of the keys is not in the log', async () => {
    const over = await provenAt(log, 50, 60, old);
    expect(await signature(bundle(over, handedOver, onceMore), old)).toMatch(/^wrong/);
    expect(await signature(bundle(over, handedOver, onceMore), third)).toMatch(/^wrong/);
    const elsewhere = { ...handedOver, proof: onceMore.proof };
    expect(await signature(bundle(late, elsewhere), old)).toBe('wrong log/keys: entry 40');
    const others = { ...handedOver, record: onceMore.record };
    expect(await signature(bundle(late, others), old)).toBe('wrong key: entry 20');
    const unsigned = await provenAt(log, 20, 21, next);
    const cut = { ...unsigned, proof: unsigned.proof.replace(/— .*\n$/, '— somebody.else AAAAAAAA\n') };
    expect(await signature(bundle(late, cut, onceMore), old)).toBe('wrong key: entry 20');
  });
});

describe('what somebody kept, against the history that a site serves after its log changed its key', () => {
  const history = async (of: Log, named: Key, ...signers: Key[]) => {
    const read = await siteOf(of, 60, signers);
    const site = async (path: string) => {
      const bytes = await read(path.slice('log/'.length));
      return bytes === null ? null : new Uint8Array(bytes);
    };
    const { verdict, because } = await judgeHistory(piecesOf(bundle(early)), site, policyOf(named));
    return because?.reason ?? verdict;
  };

  test('is part of it by the key of then and by the key of now, as the entries between them say', async () => {
    for (const named of [old, next, third]) expect(await history(log, named, third)).toBe('right');
    expect(await history(log, old, old)).toBe('wrong');
  });

  test('can not be told where nobody introduced the key that signs now', async () => {
    const lost = await keyedLog(old, 60, new Map([[20, await loss(old, next)]]));
    expect(await history(lost, old, next)).toBe('strange-key');
  });
});
