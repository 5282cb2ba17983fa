import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { hashLeaf } from '../log/merkle.ts';
import { toBase64, utf8Bytes } from '../log/wire.ts';
import { tiledLog } from '../testing/tiled-log.ts';
import { type Enterable, entryTexts, readHead, withLog } from './log.ts';

const AT = '2026-11-27T10:00:00.250Z';

async function createFolder(): Promise<string> {
  const generated = await mkdtemp(path.join(tmpdir(), 'terang-log-'));
  onTestFinished(() => rm(generated, { recursive: true, force: true }));
  return generated;
}

const batches = (from: number, count: number): Enterable => ({
  lines: new Map([
    [
      'tpc/record',
      Array.from({ length: count }, (_, at) => ({
        kind: 'batch',
        id: `tpc/${from + at}`,
        hash: sha256Hex(String(from + at)),
      })),
    ],
  ]),
  files: [],
});

const enter = (generated: string, found: Enterable, now = AT, demo = false) =>
  withLog({ generated, now, demo }, (enterAll) => enterAll(() => found));

const textsOf = (generated: string) => {
  const head = readHead(generated);
  return head === null ? [] : [...entryTexts(generated, head)];
};
const month = (generated: string, of = '2026-11') => path.join(generated, 'log', 'entries', `${of}.jsonl`);

test('what is entered has the root that its entries make, whatever was entered with it', async () => {
  const generated = await createFolder();
  for (const [from, count] of [
    [0, 1],
    [1, 6],
    [7, 250],
    [257, 3],
  ] as const) {
    await enter(generated, batches(from, count));
    const head = readHead(generated);
    const texts = textsOf(generated);
    expect(head).toMatchObject({ size: from + count, entered: { 'tpc/record': from + count } });
    const { root } = tiledLog(texts.map(utf8Bytes));
    expect(head?.root).toBe(toBase64(await root(BigInt(texts.length))));
  }
  expect(textsOf(generated)[0]).toBe(
    `{"hash":"${sha256Hex('0')}","id":"tpc/0","kind":"batch","time":"2026-11-27T10:00:00Z"}`,
  );
});

test('a file is entered when it is another, and not again while it is the same', async () => {
  const generated = await createFolder();
  const manifest = (text: string): Enterable => ({
    lines: new Map(),
    files: [{ kind: 'run', id: 'tpc', hash: sha256Hex(text) }],
  });
  for (const text of ['one', 'one', 'two', 'one']) await enter(generated, manifest(text));
  expect(textsOf(generated)).toHaveLength(3);
});

test('no entry is dated before its predecessor; each stands in the file of its month', async () => {
  const generated = await createFolder();
  await enter(generated, batches(0, 1), '2026-11-30T23:59:59Z');
  await enter(generated, batches(1, 1), '2026-12-01T00:00:01Z');
  await enter(generated, batches(2, 1), '2026-11-30T23:59:00Z');
  expect(readHead(generated)).toMatchObject({
    time: '2026-12-01T00:00:01Z',
    months: { '2026-11': 1, '2026-12': 2 },
  });
  expect(textsOf(generated).map((text) => JSON.parse(text).time)).toEqual([
    '2026-11-30T23:59:59Z',
    '2026-12-01T00:00:01Z',
    '2026-12-01T00:00:01Z',
  ]);
});

test('what a run that was killed left behind the head does not count, and is written over', async () => {
  const generated = await createFolder();
  await enter(generated, batches(0, 2));
  await appendFile(month(generated), '{"hash":"cut o');
  expect(textsOf(generated)).toHaveLength(2);
  await enter(generated, batches(2, 1));
  const lines = (await readFile(month(generated), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['tpc/0', 'tpc/1', 'tpc/2']);
});

test('a log whose head is lost, or whose entries were cut off, ends a run before it does anything', async () => {
  const generated = await createFolder();
  await enter(generated, batches(0, 3));
  const head = await readFile(path.join(generated, 'log', 'head.json'), 'utf8');
  await rm(path.join(generated, 'log', 'head.json'));
  let done = false;
  const run = () =>
    withLog({ generated, now: AT, demo: false }, async (enterAll) => {
      done = true;
      await enterAll(() => batches(3, 1));
    });
  await expect(run()).rejects.toThrow(/head\.json is missing, but entries of the log are there/);
  expect(done).toBe(false);
  await writeFile(path.join(generated, 'log', 'head.json'), head);
  await truncate(month(generated), 100);
  await expect(run()).rejects.toThrow(/2026-11\.jsonl was cut off/);
  expect(() => textsOf(generated)).toThrow(/was cut off/);
});

test('invented and real entries never share a log', async () => {
  const generated = await createFolder();
  await enter(generated, batches(0, 1), AT, true);
  await expect(enter(generated, batches(1, 1))).rejects.toThrow('This folder holds demo entries of the log');
});

test('several writers at once lose nothing', async () => {
  const generated = await createFolder();
  await Promise.all(
    Array.from({ length: 5 }, (_, at) =>
      enter(generated, {
        ...batches(0, 0),
        files: [{ kind: 'report', id: `r/${at}`, hash: sha256Hex(String(at)) }],
      }),
    ),
  );
  expect(readHead(generated)?.size).toBe(5);
  expect(textsOf(generated).map((text) => hashLeaf(utf8Bytes(text)))).toHaveLength(5);
});

test('a head that counts other bytes than its entries have is refused before anything is cut off', async () => {
  const generated = await createFolder();
  await enter(generated, batches(0, 3));
  const file = path.join(generated, 'log', 'head.json');
  const honest = await readFile(file, 'utf8');
  const entries = await readFile(month(generated), 'utf8');
  const [first = ''] = entries.split('\n');
  for (const bytes of [0, first.length, first.length + 1, entries.length + 1]) {
    await writeFile(file, honest.replace(`"bytes":${entries.length}`, `"bytes":${bytes}`));
    await expect(enter(generated, batches(3, 1))).rejects.toThrow(/2026-11\.jsonl/);
    expect(await readFile(month(generated), 'utf8')).toBe(entries);
  }
});
