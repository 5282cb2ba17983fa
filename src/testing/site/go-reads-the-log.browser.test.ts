import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base64 } from '@scure/base';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { formatSkey, formatVkey, generateKey } from '../../log/key.ts';
import { hashLeaf } from '../../log/merkle.ts';
import { parsePolicy } from '../../log/policy.ts';
import { parseNote } from '../../log/signed-note.ts';
import { parseTlogProof } from '../../log/tlog-proof.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { openLog } from '../../store/kept-log.ts';
import { ABSENT, type Answer, askGo, isGoInstalled, PACKAGES } from '../go.ts';
import { flipped } from '../tiled-log.ts';

const { dist, contentRoot } = inject('site');
const served = path.join(dist, 'client', 'log');
/** Proofs that are judged: so many, all over the log. */
const PROOFS = 40;

const judge = isGoInstalled ? describe : () => undefined;

if (!isGoInstalled)
  test(`${ABSENT}, of the demo site`, async () => {
    process.stdout.write(`${ABSENT}, of the demo site\n`);
    expect(await readFile('README.md', 'utf8'), 'the README says what is then not judged').toContain(
      PACKAGES,
    );
  });

judge("Go's checksum database, judging the log of the demo site as it is served", () => {
  const text64 = (hash: Uint8Array) => base64.encode(hash);
  const checkpoint = parseNote(readFileSync(path.join(served, 'checkpoint'), 'utf8')).text;
  const { size, root } = parseCheckpoint(checkpoint);
  const all = readdirSync(path.join(served, 'proof')).filter((name) => name.endsWith('.tlog-proof'));
  const some = all.filter((_, at) => at % Math.ceil(all.length / PROOFS) === 0);
  const proofs = some.map((name) => parseTlogProof(readFileSync(path.join(served, 'proof', name), 'utf8')));
  let question: object;
  let answer: Answer;

  beforeAll(async () => {
    const [log] = parsePolicy(readFileSync(path.join(served, 'policy'), 'utf8')).logs;
    if (log === undefined) throw new Error('the policy of the demo names no log');
    const entries = [...(openLog(contentRoot)?.entries() ?? [])];
    question = {
      Vkey: formatVkey(log.key),
      Skey: formatSkey(await generateKey('another.example', 'note')), // Nothing of the demo is signed here.
      Inclusion: proofs.map(({ index, hashes, checkpoint: note }) => {
        const tree = parseCheckpoint(parseNote(note).text);
        const leaf = hashLeaf(utf8Bytes(entries[Number(index)] ?? ''));
        return {
          ...{ Index: Number(index), Size: Number(tree.size) },
          ...{ Leaf: text64(leaf), Root: text64(tree.root), Proof: hashes.map(text64) },
        };
      }),
      Consistency: [],
    };
    answer = await askGo(served, question);
  });

  test('opens its checkpoint by the key that the policy names', () => {
    expect(answer.Text).toBe(checkpoint);
    expect(size).toBeGreaterThan(1_000n);
  });

  test('makes the signed root, and every tile, from all of its entries', () => {
    expect(answer.Root).toBe(text64(root));
    // Go names partial tiles of every size; those of a size that was never signed are not served.
    const tiles = readdirSync(path.join(served, 'tile'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(served, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('tile/entries/'));
    expect(tiles.length).toBeGreaterThan(5);
    expect(tiles.filter((file) => !answer.Paths.includes(file) || answer.Differ?.includes(file))).toEqual([]);
  });

  test('accepts proofs from all over it, and makes the same ones', () => {
    expect(proofs.length).toBeGreaterThan(20);
    expect(answer.Inclusion).toEqual(proofs.map(() => true));
    expect(answer.Included).toEqual(proofs.map(({ hashes }) => hashes.map(text64)));
  });

  test('finds another root where one bit of one entry is another', async () => {
    const copy = await mkdtemp(path.join(tmpdir(), 'terang-demo-log-'));
    onTestFinished(() => rm(copy, { recursive: true }));
    await cp(path.join(served, 'tile'), path.join(copy, 'tile'), { recursive: true });
    await cp(path.join(served, 'checkpoint'), path.join(copy, 'checkpoint'));
    const bundle = path.join(copy, 'tile/entries/001');
    // In the text of an entry, not in a length.
    await writeFile(bundle, flipped(await readFile(bundle), 8 * 20));
    expect((await askGo(copy, question)).Root).not.toBe(text64(root));
  });
});
