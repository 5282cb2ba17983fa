import { beforeAll, expect, test } from 'vitest';
import { loggedSite, type ServedSite } from '../testing/logged-site.ts';
import { checkSite } from './verify.ts';

const BATCH = '20000000-0000-4000-8000-000000000000';
const OTHER = '20000000-0000-4000-8000-000000000001';
const LIST = `paid/lists/${BATCH}.txt`;

let site: ServedSite;
let policy: string;
beforeAll(async () => {
  ({ files: site, policy } = await loggedSite(3, null, 2));
});

const text = (file: string) => Buffer.from(site.get(file) ?? []).toString('utf8');
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** What is said of the lists of a site, and that all else is right. */
async function listsOf(files: ServedSite) {
  const judged = await checkSite(async (path) => files.get(path) ?? null, policy);
  const others = judged.filter(({ statement, verdict }) => statement !== 'lists' && verdict !== 'right');
  return { lists: judged.find(({ statement }) => statement === 'lists'), others };
}

/** A file of the lookup that has a payment of the batch, and its line. */
function aPayment(): readonly [file: string, line: string] {
  const [hash = ''] = text(LIST).split('\n');
  const file = `paid/${hash.slice(0, 2)}.txt`;
  return [
    file,
    text(file)
      .split('\n')
      .find((line) => line.startsWith(`${hash} `)) ?? '',
  ];
}

test('lists that are those of their records are right', async () => {
  expect(await listsOf(site)).toMatchObject({ lists: { verdict: 'right', counted: 2 }, others: [] });
});

test('of a site that serves none nothing is said', async () => {
  const files = new Map([...site].filter(([path]) => !path.startsWith('paid/')));
  expect(await listsOf(files)).toEqual({ lists: undefined, others: [] });
});

test('a list that lacks a payment, or is gone, is named', async () => {
  const cut = new Map(site).set(LIST, bytes(text(LIST).slice(25)));
  expect((await listsOf(cut)).lists).toMatchObject({
    verdict: 'wrong',
    faults: expect.arrayContaining([LIST]),
  });
  const gone = new Map(site);
  gone.delete(LIST);
  expect((await listsOf(gone)).lists?.faults).toContain(LIST);
});

test('a payment that the lookup does not find, or finds in another batch, is named', async () => {
  const [file, line] = aPayment();
  expect(line).toContain(BATCH);
  const silent = new Map(site).set(file, bytes(text(file).replace(`${line}\n`, '')));
  expect((await listsOf(silent)).lists).toMatchObject({ verdict: 'wrong', faults: [LIST] });
  const moved = new Map(site).set(file, bytes(text(file).replace(line, line.replace(BATCH, OTHER))));
  expect((await listsOf(moved)).lists?.faults).toEqual([LIST, expect.stringContaining(`${file}: `)]);
});

test('a payment that the lookup finds and no list has is named', async () => {
  const [file, line] = aPayment();
  const invented = line.replace(/^(..).{22}/, '$1aaaaaaaaaaaaaaaaaaaaaa');
  const files = new Map(site).set(file, bytes(text(file).replace(line, `${line}\n${invented}`)));
  expect((await listsOf(files)).lists?.faults).toEqual([`${file}: ${invented.slice(0, 61)}`]);
});

test('a list that was written since the last checkpoint is not known: no signature covers it yet', async () => {
  const id = '20000000-0000-4000-8000-000000000009';
  const list = text(LIST);
  const served = text('data/record.jsonl')
    .split('\n')
    .find((line) => line.includes('"lookup"'))
    ?.replaceAll(BATCH, id);
  const files = new Map(site);
  files
    .set(`paid/lists/${id}.txt`, bytes(list))
    .set('data/record.jsonl', bytes(`${text('data/record.jsonl')}${served}\n`));
  for (const hash of list.trimEnd().split('\n')) {
    const file = `paid/${hash.slice(0, 2)}.txt`;
    const now = Buffer.from(files.get(file) ?? []).toString('utf8');
    const line = now.split('\n').find((one) => one.startsWith(hash)) ?? '';
    files.set(file, bytes(now.replace(line, `${line}\n${line.replace(BATCH, id)}`)));
  }
  expect((await listsOf(files)).lists).toMatchObject({
    verdict: 'unknown',
    because: { reason: 'unsigned', detail: `1 (lookup ${id})` },
  });
});
