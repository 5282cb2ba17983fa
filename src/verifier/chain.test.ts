import { beforeAll, describe, expect, test } from 'vitest';
import { type AnchoredSite, type Anchoring, anchoredSite, FALSE_ANCHORS } from '../testing/anchored-site.ts';
import type { ServedSite } from '../testing/logged-site.ts';
import type { Judged, Statement } from './statement.ts';
import { checkSite } from './verify.ts';

let site: AnchoredSite;
beforeAll(async () => {
  site = await anchoredSite();
});

async function judgedOf(files: ServedSite): Promise<(statement: Statement) => Judged | undefined> {
  const judged = await checkSite(async (path) => files.get(path) ?? null, site.policy);
  return (statement) => judged.find((one) => one.statement === statement);
}

const text = (files: ServedSite, path: string) => Buffer.from(files.get(path) ?? []).toString('utf8');

/** The site with a text as another would have it. */
function altered(path: string, was: string | RegExp, is: string): ServedSite {
  const before = text(site.files, path);
  const after = before.replace(was, is);
  expect(after, path).not.toBe(before);
  return new Map(site.files).set(path, new Uint8Array(Buffer.from(after)));
}

/** What the site itself found and shows. */
function stateIn({ files, batch }: AnchoredSite): string {
  const { data } = JSON.parse(text(files, 'data/batches.json'));
  const row = data.find(({ id }: { id: string }) => id === batch.id);
  return [row.onchain_state, row.onchain_reason ?? ''].join(' ').trim();
}

describe('TPC-09 a site that says what became of transactions', () => {
  test('is right where the bytes in its log come to that; that they landed is the word of others', async () => {
    const of = await judgedOf(site.files);
    expect(stateIn(site)).toBe('verified');
    expect(of('transactions')).toMatchObject({ verdict: 'right', counted: 3 });
    expect(of('evidence')).toMatchObject({ verdict: 'right', counted: 2 });
    expect(of('landed')).toMatchObject({ verdict: 'unknown', because: { reason: 'word' } });
  });

  const unsettled = {
    signature: '3'.repeat(87),
    reason: 'not-found',
    asked_at: '2026-01-26T07:00:00Z',
  } as const;
  const others: Readonly<Record<string, [made: () => Promise<Anchoring> | Anchoring, state: string]>> = {
    'a hash that is the runbook’s example': [
      () => ({
        over: { public_hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
      }),
      'mismatch example-hash',
    ],
    'no hash': [() => ({ over: { public_hash: null } }), 'mismatch no-hash'],
    'a transaction that another batch states too': [() => ({ twice: true }), 'mismatch shared'],
    'what is no signature': [
      () => ({ listed: { over: [{}, { onchain_tx: 'see the explorer, please' }] } }),
      'mismatch not-a-signature',
    ],
    'a transaction that nobody was asked for': [() => ({ listed: { sightings: [] } }), 'unknown not-asked'],
    'a transaction that nobody knows': [
      () => ({ listed: { over: [{}, { onchain_tx: unsettled.signature }], unsettled: [unsettled] } }),
      'unknown not-found',
    ],
    'a list without the treasury': [() => ({ listed: { treasury: '' } }), 'unknown no-treasury'],
  };
  const falseOnes = Object.entries(FALSE_ANCHORS).map(([what, { made }]) => [what, made] as const);
  test.each(falseOnes)('comes to the same for %s', async (_, made) => {
    const other = await anchoredSite(await made());
    const transactions = (await judgedOf(other.files))('transactions');
    expect(transactions, JSON.stringify(transactions)).toMatchObject({ verdict: 'right', counted: 3 });
  });
  test.each(Object.entries(others))('comes to the same for %s', async (_, [made, state]) => {
    const other = await anchoredSite(await made());
    expect(stateIn(other)).toContain(state);
    const transactions = (await judgedOf(other.files))('transactions');
    expect(transactions, JSON.stringify(transactions)).toMatchObject({ verdict: 'right', counted: 3 });
  });

  test.each(Object.entries(FALSE_ANCHORS))(
    'that calls it verified all the same is wrong: %s',
    async (_, { made }) => {
      const other = await anchoredSite(await made());
      const state = stateIn(other);
      if (state === 'verified') return; // A memo that another program wrote: said with its reservation on the page.
      const batches = text(other.files, 'data/batches.json');
      const lie = batches.replace(
        /"onchain_state": "(mismatch|unknown)",\s*"onchain_reason": "[^"]+"/,
        '"onchain_state": "verified", "onchain_reason": null',
      );
      expect(lie).not.toBe(batches);
      const files = new Map(other.files).set('data/batches.json', new Uint8Array(Buffer.from(lie)));
      expect((await judgedOf(files))('transactions')).toMatchObject({
        verdict: 'wrong',
        faults: [`batch ${other.batch.id}: verified; ${state}`],
      });
    },
  );

  const RECORDS = 'log/records/000.jsonl';
  const EVIDENCE = 'data/chain-anchors-2026-01.jsonl';

  test('whose log holds other bytes, or none that are served any more, does not verify what it says', async () => {
    const flipped = altered(RECORDS, /("wire":"[^"]{8})./, '$1_');
    expect((await judgedOf(flipped))('transactions')?.verdict).toBe('wrong');
    const without = altered(RECORDS, /^\{[^\n]*"wire":[^\n]*$/m, 'null');
    // The file of evidence holds the same bytes, and their hash is in the log.
    expect((await judgedOf(without))('transactions')?.verdict).toBe('right');
    without.set(EVIDENCE, new Uint8Array());
    expect((await judgedOf(without))('transactions')).toMatchObject({
      verdict: 'wrong',
      faults: [`batch ${site.batch.id}: verified; unknown not-asked`],
    });
  });

  test('with a transaction that no checkpoint covers yet is not signed so far, by name', async () => {
    const { files, batch } = await anchoredSite({ listed: { unsignedYet: true } });
    const of = await judgedOf(files);
    expect(of('transactions')).toMatchObject({
      verdict: 'unknown',
      because: { reason: 'unsigned', detail: `batch ${batch.id}` },
    });
    expect(of('rows')?.faults).toEqual([]);
  });

  test('whose files of evidence are not those that its log binds: by name', async () => {
    const files = altered('data/chain-anchors-2026-01.jsonl', '396000000', '396000001');
    expect((await judgedOf(files))('evidence')).toMatchObject({
      verdict: 'wrong',
      faults: ['data/chain-anchors-2026-01.jsonl'],
    });
    const gone = new Map(site.files);
    gone.delete('data/chain-unsettled.jsonl');
    expect((await judgedOf(gone))('evidence')?.faults).toEqual(['data/chain-unsettled.jsonl']);
  });
});
