import { expect, test } from 'vitest';
import { formatCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import { formatVkey, generateKey } from '../log/key.ts';
import { EMPTY_ROOT } from '../log/merkle.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import { openCheckpoint, parsePolicy } from './checkpoint.ts';

const log = await generateKey('log.example', 'note');
const witness = await generateKey('witness.example', 'cosignature');
const POLICY = `log ${formatVkey(log)}\nwitness a ${formatVkey(witness)}\n`;

async function opened(extensions: readonly string[], time: bigint) {
  const text = formatCheckpoint({ origin: log.name, size: 0n, root: EMPTY_ROOT, extensions });
  const note = formatNote(await signNote(text, [noteSigner(log), cosigner(witness, time)]));
  return openCheckpoint(note, await parsePolicy(`${POLICY}quorum a\n`), 'checkpoint');
}

test('a checkpoint with extension lines is one', async () => {
  const { isSigned, size, seen } = await opened(['ext 1', 'ext 2'], 1_800_000_000n);
  expect([isSigned, size, [...seen]]).toEqual([true, 0n, [['a', '2027-01-15T08:00:00.000Z']]]);
});

test('a cosignature of no time that there is does not count, and nobody is accused', async () => {
  const { isSigned, seen, forged } = await opened([], 1n << 62n);
  expect([isSigned, [...seen], forged]).toEqual([true, [], []]);
});

test('what is no signature among signatures is refused by name', async () => {
  const text = formatCheckpoint({ origin: log.name, size: 0n, root: EMPTY_ROOT, extensions: [] });
  const note = formatNote(await signNote(text, [noteSigner(log)]));
  const policy = await parsePolicy(`${POLICY}quorum none\n`);
  await expect(openCheckpoint(`${note}{"forged":1}\n`, policy, 'checkpoint')).rejects.toThrow('{"forged":1}');
});

test('a key under two names, or a member of two groups, would count twice: such a policy is refused', async () => {
  const key = formatVkey(witness);
  for (const more of [`witness b ${key}\ngroup g 2 a b\nquorum g\n`, 'group g 2 a a\nquorum g\n'])
    await expect(parsePolicy(POLICY + more)).rejects.toThrow('policy: ');
});
