import { expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { listText } from '../../ledger/lookup.ts';
import { checkListed } from './check.ts';

const BATCH = '20000000-0000-4000-8000-000000000000';
const HASH = '0123456789abcdef01234567';
const LIST = listText(HASH);
const LISTED = { hash: HASH, batch: BATCH, time: '2026-01-26T00:00:00Z', index: '0' } as never;

const recorded = async (record: object | null) => {
  const text = record === null ? null : JSON.stringify(record);
  const bundle = JSON.stringify({
    format: 'terang/proof/1',
    policy: '',
    proven: [{ entry: '{}', proof: null, record: text }],
  });
  return (await checkListed(LISTED, { list: LIST, bundle, policy: null })).isRecorded;
};
const of = (batch: string, hashes_sha256: string) => ({
  dataset: 'lookup',
  id: batch,
  kind: 'first',
  value: { hashes_sha256 },
});

test('a list is the one that its record names, another, or nobody can tell', async () => {
  expect(await recorded(of(BATCH, sha256Hex(LIST)))).toBe(true);
  expect(await recorded(of(BATCH, sha256Hex('another')))).toBe(false);
  expect(await recorded(of('20000000-0000-4000-8000-000000000001', sha256Hex(LIST)))).toBe(false);
  expect(await recorded(null)).toBe(null);
});
