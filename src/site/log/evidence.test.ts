import { expect, test } from 'vitest';
import { treasuryAt as ours, treasuryListings } from '../../chain/treasury.ts';
import { canonicalJson, type Json } from '../../core/canonical.ts';
import { type RecordEntry, seenEntry } from '../../ledger/record.ts';
import { lateness } from '../../log/late.ts';
import { sightingOf } from '../../testing/memo-transaction.ts';
import { datedLine, treasuryAt as verifiers } from '../../verifier/anchor.ts';
import { transactionEvidence } from './evidence.ts';

const [A = '', B = '', C = ''] = [
  '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU',
  '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM',
  'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr',
];
const at = (time: string) => `2026-01-${time}:00Z`;
const dataset = 'wallets' as const;
const first = (id: string, seen_at: string, address: string, type = 'treasury'): RecordEntry => ({
  ...{ kind: 'first', dataset, id, seen_at },
  value: { name: id, address, type },
});
const change = (id: string, seen_at: string, before: object, after: object) =>
  ({ kind: 'change', dataset, id, seen_at, before, after }) as RecordEntry;

/** A list that is read without a treasury at first, and of which wallets become the treasury’s, others, and none. */
const LIST: readonly RecordEntry[] = [
  first('L', at('02T00:00'), C, 'liquidity'),
  first('X', at('02T00:00'), B, 'burn'),
  first('T', at('05T00:00'), A),
  change('T', at('10T12:00'), { address: A }, { address: B }),
  change('X', at('11T00:00'), { type: 'burn' }, { type: ' Treasury' }),
  change('X', at('12T00:00'), { type: ' Treasury', address: B }, { type: 'burn', address: C }),
  { kind: 'gone', dataset, id: 'T', seen_at: at('20T00:00') },
  change('T', at('21T00:00'), {}, {}),
];
const TIMES = ['01T00:00', '02T00:00', '04T23:30', '05T00:00', '10T11:30', '10T12:00', '11T08:00', '12T00:00']
  .concat('19T23:00', '20T00:00', '20T12:00', '21T00:00')
  .map(at);

/** The lines of the list that the bundle of a batch gets whose block was made at a time. */
async function bundled(block_time: string): Promise<RecordEntry[]> {
  const wire = new Uint8Array(100).fill(1);
  const sighting = sightingOf(wire, { block_time });
  const records = [sighting, ...LIST].map((record) => canonicalJson(record as unknown as Json));
  const [anchor, ...wallets] = records.map((entry, index) => ({ index, entry }));
  const prove = async ({ entry: record }: { entry: string }) => {
    const { seen_at: time } = JSON.parse(record);
    const entry = canonicalJson({ kind: 'wallet', id: 'tpc/1', time, hash: '0'.repeat(64) });
    return { entry, record, proof: '' };
  };
  const evidence = await transactionEvidence({ anchors: anchor ? [anchor] : [], wallets }, prove);
  const value = { id: '1', onchain_tx: sighting.signature };
  const batch = { kind: 'first', dataset: 'batches', id: '1', seen_at: at('02T00:00'), value };
  const [, ...lines] = evidence([{ entry: '', record: canonicalJson(batch), proof: '' }]);
  return lines.map(({ record }) => JSON.parse(record ?? ''));
}

test.each(TIMES)(
  'at %s both readings list the same treasury, from the whole list and from what a bundle holds',
  async (time) => {
    const expected = ours(treasuryListings(LIST), time).toSorted();
    const lines = await bundled(time);
    for (const some of [LIST, lines])
      expect([...new Set(verifiers(some as never, time))].toSorted(), `${some.length} lines`).toEqual(
        expected,
      );
  },
);

test('a bundle holds nothing that came later, nor wallets that were never the treasury’s, the first line apart', async () => {
  expect((await bundled(at('05T06:00'))).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'L first',
    'T first',
  ]);
});

test('a line that its log has late is of the time of its entry for both readings, of a log that began with it of its own', () => {
  const line = first('T', at('05T00:00'), A);
  for (const time of [at('05T00:00'), at('05T00:05'), '2026-01-05T00:05:01Z', at('09T00:00')])
    for (const began of [time, at('01T00:00')])
      expect(datedLine(line as never, { time }, began).seen_at, `${time}, ${began}`).toBe(
        seenEntry(line, lateness(line.seen_at, time, time === began)).seen_at,
      );
});
