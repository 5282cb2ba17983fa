import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base64 } from '@scure/base';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ABSENT, type Answer, askGo, isGoInstalled, PACKAGES } from '../testing/go.ts';
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosigner } from './cosignature.ts';
import { formatSkey, formatVkey, generateKey } from './key.ts';
import { type Hash, hashLeaf, proveConsistency, proveInclusion } from './merkle.ts';
import { formatNote, noteSigner, noteVerifier, openNote, signNote } from './signed-note.ts';

const judge = isGoInstalled ? describe : () => undefined;

if (!isGoInstalled)
  test(ABSENT, async () => {
    process.stdout.write(`${ABSENT}\n`);
    expect(await readFile('README.md', 'utf8'), 'the README says what is then not judged').toContain(
      PACKAGES,
    );
  });

judge("Go's checksum database, judging a log of ours", () => {
  const SIZE = 66_000n;
  const entries = numbered(Number(SIZE));
  const log = tiledLog(entries);
  const text64 = (hash: Hash) => base64.encode(hash);
  const proofs: { readonly holds: boolean; readonly ours: readonly string[] }[] = [];
  const growths: { readonly holds: boolean; readonly ours: readonly string[] }[] = [];
  let folder = '';
  let key: Awaited<ReturnType<typeof generateKey>>;
  let checkpoint = '';
  let answer: Answer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'terang-sumdb-'));
    key = await generateKey('log.example/demo', 'note');
    const witness = await generateKey('witness.example', 'cosignature');
    const root = await log.root(SIZE);
    checkpoint = formatCheckpoint({ origin: key.name, size: SIZE, root, extensions: [] });
    const note = await signNote(checkpoint, [cosigner(witness, 1_800_000_000n), noteSigner(key)]);
    await writeFile(path.join(folder, 'checkpoint'), formatNote(note));
    for (const [file, bytes] of log.files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), bytes);
    }

    const [inclusion, consistency]: [object[], object[]] = [[], []];
    for (const [at, size] of [0n, 1n, 255n, 256n, 4321n, 65_535n, 65_536n, SIZE - 1n].flatMap((at) =>
      [at + 1n, SIZE].map((size) => [at, size] as const),
    )) {
      const ours = await proveInclusion(at, size, log.hashes(size));
      const leaf = text64(hashLeaf(entries[Number(at)] as Uint8Array));
      const Root = text64(await log.root(size));
      for (const proof of variants(ours)) {
        inclusion.push({ Index: Number(at), Size: Number(size), Leaf: leaf, Root, Proof: proof.map(text64) });
        proofs.push({ holds: proof === ours, ours: ours.map(text64) });
      }
    }
    for (const [size1, size2] of [1n, 2n, 255n, 256n, 257n, 65_536n, 65_537n, SIZE - 1n, SIZE].flatMap(
      (size) => [size, SIZE].map((grown) => [size, grown] as const),
    )) {
      const ours = await proveConsistency(size1, size2, log.hashes(size2));
      const [Root1, Root2] = [text64(await log.root(size1)), text64(await log.root(size2))];
      for (const proof of variants(ours)) {
        const sizes = { Size1: Number(size1), Size2: Number(size2) };
        consistency.push({ ...sizes, Root1, Root2, Proof: proof.map(text64) });
        growths.push({ holds: proof === ours, ours: ours.map(text64) });
      }
    }
    answer = await askGo(folder, question(inclusion, consistency));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('opens our checkpoint, and leaves the witness it does not know aside', () => {
    expect(answer.Text).toBe(checkpoint);
    expect(answer.Unknown).toEqual(['witness.example']);
  });

  test('makes the same root and the same tiles from our entries, at the same addresses and no others', () => {
    expect(answer.Root).toBe(text64(parseCheckpoint(checkpoint).root));
    const tiles = [...log.files.keys()].filter((file) => !file.startsWith('tile/entries/'));
    expect(tiles.toSorted()).toEqual([...answer.Paths].toSorted());
    expect(answer.Differ).toBeNull();
  });

  test('accepts each of our proofs, refuses each damaged one, and makes the same', () => {
    expect(answer.Inclusion).toEqual(proofs.map(({ holds }) => holds));
    expect(answer.Included).toEqual(proofs.map(({ ours }) => ours));
    expect(answer.Consistency).toEqual(growths.map(({ holds }) => holds));
    expect(answer.Grown).toEqual(growths.map(({ ours }) => ours));
    expect(proofs.filter(({ holds }) => !holds).length).toBeGreaterThan(100);
  });

  test.each(['tile/0/007', 'tile/1/000', 'tile/0/257.p/208'])(
    'names %s when a bit of it is another',
    async (file) => {
      await turnBit(file);
      expect(await askGo(folder, question([], []))).toMatchObject({ Differ: [file], Root: answer.Root });
    },
  );

  test('finds another root when a bit of an entry is another', async () => {
    await turnBit('tile/entries/007');
    expect((await askGo(folder, question([], []))).Root).not.toBe(answer.Root);
  });

  test('refuses a checkpoint of which a bit is another', async () => {
    await turnBit('checkpoint');
    await expect(askGo(folder, question([], []))).rejects.toThrow('invalid signature');
  });

  test('signs with our key what we then accept', async () => {
    const { text, signatures } = await openNote(answer.Signed, [noteVerifier(key)]);
    expect([text, signatures.length]).toEqual(['signed by Go\n', 1]);
  });

  /** Until the test ends. The bit lies in the text of an entry, not in a length. */
  async function turnBit(file: string): Promise<void> {
    const whole = await readFile(path.join(folder, file));
    onTestFinished(() => writeFile(path.join(folder, file), whole));
    await writeFile(path.join(folder, file), flipped(whole, 8 * 9));
  }

  function question(inclusion: readonly object[], consistency: readonly object[]): object {
    return { Vkey: formatVkey(key), Skey: formatSkey(key), Inclusion: inclusion, Consistency: consistency };
  }

  /** The proof itself, then with a bit of each of its hashes turned, one hash shorter, one longer. */
  function variants(proof: readonly Hash[]): (readonly Hash[])[] {
    return [
      proof,
      ...proof.map((hash, at) => proof.with(at, flipped(hash, (at * 37) % 256))),
      ...(proof.length > 0 ? [proof.slice(1)] : []),
      [...proof, new Uint8Array(32)],
    ];
  }
});
