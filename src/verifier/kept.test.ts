import { describe, expect, test } from 'vitest';
import { proveConsistency } from '../log/merkle.ts';
import { toBase64 } from '../log/wire.ts';
import { POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { flipped, numbered, type TiledLog, tiledLog } from '../testing/tiled-log.ts';
import { piecesOf, together } from './pasted.ts';
import { checkPieces } from './pieces.ts';

const log = tiledLog(numbered(600));
const fork = tiledLog(numbered(600).with(3, new Uint8Array([7])));

const noteAt = async (size: number, of: TiledLog = log) =>
  signedCheckpoint(BigInt(size), await of.root(BigInt(size)));
/** As `add-checkpoint` of C2SP tlog-witness has it. */
async function grownFrom(before: number, size: number, of = log, turn = -1): Promise<string> {
  const hashes = await proveConsistency(BigInt(before), BigInt(size), of.hashes(BigInt(size)));
  const proof = hashes.map((hash, at) => toBase64(at === turn ? flipped(hash, 5) : hash));
  return [`old ${before}`, ...proof, '', await noteAt(size, of)].join('\n');
}
async function growthOf(...texts: string[]) {
  const judged = await checkPieces(together(texts.map(piecesOf)), POLICY);
  return judged.find(({ statement }) => statement === 'growth');
}

describe('checkpoints that somebody kept', () => {
  test('are each judged by who signed them, alone or one behind the other', async () => {
    for (const text of [
      await noteAt(300),
      `${await noteAt(300)}\n${await noteAt(300)}`.replaceAll('\n', '\r\n'),
    ]) {
      const judged = await checkPieces(piecesOf(text), POLICY);
      expect(judged.filter(({ statement }) => statement === 'signature')).toEqual(
        piecesOf(text).checkpoints.map(() => expect.objectContaining({ verdict: 'right' })),
      );
    }
    expect(piecesOf(`${await noteAt(1)}\n${await noteAt(2)}`).checkpoints).toHaveLength(2);
  });

  test.each([
    [1, 2],
    [1, 600],
    [255, 256],
    [256, 512],
    [257, 600],
    [599, 600],
  ])(
    'of %i and %i entries are of one history, as the proof between them shows; a damaged one shows nothing',
    async (before, size) => {
      const old = await noteAt(before);
      expect(await growthOf(old, await grownFrom(before, size))).toMatchObject({ verdict: 'right' });
      expect(await growthOf(`${old}\n${await grownFrom(before, size)}`)).toMatchObject({ verdict: 'right' });
      const unknown = { verdict: 'unknown', because: { reason: 'no-growth' } };
      for (const turn of (await grownFrom(before, size)).split('\n\n')[0]?.split('\n').slice(1).keys() ?? [])
        expect(await growthOf(old, await grownFrom(before, size, log, turn))).toMatchObject(unknown);
      if (before > 3)
        expect(await growthOf(await noteAt(before, fork), await grownFrom(before, size))).toMatchObject(
          unknown,
        );
      expect(await growthOf(old, await noteAt(size))).toMatchObject(unknown);
    },
  );

  test('of one size with different roots are two histories, whatever proof stands beside them', async () => {
    expect(await growthOf(await noteAt(300), await noteAt(300, fork))).toMatchObject({
      verdict: 'wrong',
      faults: ['log.example/demo: 300 → 300'],
    });
  });

  test('of different logs are not compared', async () => {
    const other = (await noteAt(300)).replace('log.example/demo\n', 'log.example/other\n');
    expect(await growthOf(await noteAt(200), other)).toMatchObject({
      verdict: 'unknown',
      because: { reason: 'other-log' },
    });
  });
});
