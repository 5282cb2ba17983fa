import { base58 } from '@scure/base';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectedLedger } from '../../testing/postgres.ts';

const ID = '20000000-0000-4000-8000-000000000001';
const proof = base58.encode(new Uint8Array(64).fill(200));
const otherProof = base58.encode(new Uint8Array(64).fill(201));

let client: pg.Client;

beforeAll(async () => {
  const ledger = await connectedLedger();
  client = ledger.client;
  await client.query('INSERT INTO tpc_distribution_batches (id) VALUES ($1)', [ID]);
  return ledger.close;
}, 60_000);

const attach = (id: string, text: string | null) =>
  client.query('SELECT attach_batch_proof($1, $2)', [id, text]);

describe('attach_batch_proof() (TPC-09)', () => {
  test.each([
    ['nothing', null],
    ['empty text', ''],
    ['any text of twenty characters', 'x'.repeat(20)],
    ['a character too few', proof.slice(0, 85)],
    ['a character too many', proof.padEnd(89, 'a')],
    ['a character that base58 leaves out', `0${proof.slice(1)}`],
    ['a second line', `${proof}\n`],
  ])('refuses %s', async (_name, text) => {
    await expect(attach(ID, text)).rejects.toThrow(/not a base58 transaction signature/);
  });

  test('refuses a batch that does not exist', async () => {
    await expect(attach('20000000-0000-4000-8000-00000000ffff', proof)).rejects.toThrow(/no batch/);
  });

  test('keeps the first proof: the same again is no error, another one is refused', async () => {
    await attach(ID, proof);
    await attach(ID, proof);
    await expect(attach(ID, otherProof)).rejects.toThrow(/already has another proof/);
    const { rows } = await client.query('SELECT onchain_tx FROM tpc_distribution_batches');
    expect(rows).toEqual([{ onchain_tx: proof }]);
  });
});
