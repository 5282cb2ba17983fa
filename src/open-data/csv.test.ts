import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../ledger/batch.ts';
import { hashInput } from '../ledger/batch-hash.ts';
import { hashedBatch, published } from '../testing/publication.ts';
import { csvOf } from './csv.ts';
import { field, tableOf } from './table.ts';
import { openTable } from './tables.ts';

/** An independent parser, so that what we write is not judged by what we read. */
function parse(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' });
  expect(errors).toEqual([]);
  return data.slice(0, -1); // Papa gives the empty text after the last CR LF as a row.
}

const entry = { id: 'a', created_at: '2026-01-26 00:00:00+00', key: 'k', old_value: null, new_value: null };
const changelogCsv = (reason: string | null) =>
  csvOf(openTable(published({ changelog: [{ ...entry, reason }] }), 'changelog'));

describe('TPC-06 CSV', () => {
  test('TPC-01 batches.csv: the columns of the table as the database names them, then input and verdict', () => {
    const [header, row] = parse(csvOf(openTable(published({ batches: [hashedBatch()] }), 'batches')));
    expect(header?.join(',')).toBe(
      'id,created_at,period_start,period_end,tx_count,revenue_sum,referral_sum,treasury_sum,buyback_sum,public_hash,onchain_tx,note,hash_input,hash_verdict,hash_form,onchain_state,onchain_reason',
    );
    expect(row?.slice(4, 6)).toEqual(['4', '1000.000000']);
    expect(row?.slice(-4)).toEqual(['match', 'postgres-utc', 'not-anchored', '']);
  });

  test.each(['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'free text %j is defused',
    (reason) => {
      expect(parse(changelogCsv(reason))[1]?.at(-1)).toBe(`'${reason}`);
    },
  );

  test.each([
    ['a;=1+1', "a;'=1+1"],
    ['two lines\n=1+1', "two lines\n'=1+1"],
    ['two lines\r@SUM(1)', "two lines\r'@SUM(1)"],
    ['a\t+1', "a\t'+1"],
    ['\n=1+1', "'\n'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['x;＋1\n－1\n＠A', "x;'＋1\n'－1\n'＠A"],
    ['a = b; c - d', 'a = b; c - d'],
  ])('free text %j, which a spreadsheet would cut and run, is defused where it would', (reason, safe) => {
    expect(parse(changelogCsv(reason))[1]?.at(-1)).toBe(safe);
  });

  test.each(['a=b', "'quoted'", 'a,b', 'a"b', 'a\nb', 'a\r\nb', ' x ', '\u202Eabc', ''])(
    'free text %j comes back as it is',
    (reason) => {
      expect(parse(changelogCsv(reason))[1]?.at(-1)).toBe(reason);
    },
  );

  test('hash and transaction are free text in the database: defused, real ones verbatim as the hash input is', () => {
    const rowOf = (batch: Batch) => parse(csvOf(openTable(published({ batches: [batch] }), 'batches')))[1];
    const good = hashedBatch({ onchain_tx: '5'.repeat(88) });
    expect(rowOf(good)?.slice(9, 11)).toEqual([good.public_hash, good.onchain_tx]);
    expect(rowOf(good)?.[12]).toBe(hashInput(good));
    const hostile = { ...good, public_hash: '=1+1', onchain_tx: '@SUM(A1:A2)+a+long+text' };
    expect(rowOf(hostile)?.slice(9, 11)).toEqual([`'${hostile.public_hash}`, `'${hostile.onchain_tx}`]);
  });

  test('every line ends with CR LF, and there is no byte order mark', () => {
    const csv = changelogCsv('x');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/);
  });

  test('any text survives the round trip (property)', () => {
    type Row = { a: string; b: string | null };
    const columns = [field<Row, 'a'>('a'), field<Row, 'b'>('b', 'string', 'free')];
    const texts = fc.string({
      unit: fc.constantFrom('=', '"', ',', '\r', '\n', "'", '\u202E', 'é', 'x', ';', '\t', '\0'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, fc.option(texts)), { minLength: 1, maxLength: 5 }), (rows) => {
        const table = tableOf<Row>(
          'changelog',
          columns,
          rows.map(([a, b]) => ({ a: `k${a}`, b })),
        );
        const back = parse(csvOf(table)).slice(1);
        const bare = (text: string | null | undefined) => text?.replaceAll("'", '');
        expect(back.map(([a, b]) => [a, bare(b)])).toEqual(rows.map(([a, b]) => [`k${a}`, bare(b ?? '')]));
        for (const [, b = ''] of back) expect(b).not.toMatch(/(^|[;\t\r\n])[=+\-@]/);
      }),
    );
  });
});
