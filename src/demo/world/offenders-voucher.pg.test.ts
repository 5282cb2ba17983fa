import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerDatabase } from '../../testing/postgres.ts';
import { answerOf, createSystemsDatabase } from '../../testing/systems.ts';

let database: LedgerDatabase;

beforeAll(async () => {
  database = await createSystemsDatabase();
});
afterAll(() => database.drop());

const ask = (system: string, check: string, change?: string) => answerOf(database, system, check, change);

describe('voucher', () => {
  const order = (fields: string, log = '') => `
    INSERT INTO public.orders ("orderId", "customerAddress", "tokenId", amount, "siteId", "orderHash", status,
        "createdAt", "expiresAt", "chainTxHash", "deliveredAt", "deliveredBy", "deliveredNote")
      VALUES ('00000000-0000-4000-8000-000000000001', '0x', 1, 1, 'test', '0x', ${fields});
    ${log === '' ? '' : `INSERT INTO public.order_audit_logs VALUES ${log};`}
    -- and back: DELETE FROM public.order_audit_logs WHERE "orderId" = '00000000-0000-4000-8000-000000000001';
    DELETE FROM public.orders WHERE "siteId" = 'test'`;
  const log = (status: string, ago: string) =>
    `('00000000-0000-4000-8000-000000000001', '${status}', now() - interval '${ago}')`;
  const times = (ago: string) =>
    `now() - interval '${ago}', now() - interval '${ago}' + interval '30 minutes'`;
  const delivered = `'DELIVERED', ${times('1 hour')}, '0xt', now() - interval '30 minutes'`;
  const proper = [log('PENDING_CHAIN', '59 min'), log('VALID', '58 min'), log('DELIVERED', '30 min')].join();

  test('VOU-04: an order that waits too long in CREATED or PENDING_CHAIN is found; one that may still wait is not', async () => {
    expect(await ask('voucher', 'stuck-orders')).toMatchObject({ outcome: 'up', value: '0' });
    for (const [fields, entry, stuck] of [
      [`'CREATED', ${times('36 minutes')}, NULL, NULL, NULL, NULL`, '', '1'],
      [`'CREATED', ${times('20 minutes')}, NULL, NULL, NULL, NULL`, '', '0'],
      [
        `'PENDING_CHAIN', ${times('15 minutes')}, NULL, NULL, NULL, NULL`,
        log('PENDING_CHAIN', '11 min'),
        '1',
      ],
      [`'PENDING_CHAIN', ${times('15 minutes')}, NULL, NULL, NULL, NULL`, log('PENDING_CHAIN', '2 min'), '0'],
      [`'PENDING_CHAIN', ${times('41 minutes')}, NULL, NULL, NULL, NULL`, '', '1'],
    ] as const)
      expect(await ask('voucher', 'stuck-orders', order(fields, entry)), fields).toMatchObject({
        value: stuck,
      });
  });

  test('VOU-05: two deliveries of one order, and a delivery that does not say by whom, are found', async () => {
    const twice = order(`${delivered}, 'P', 'N'`, `${proper}, ${log('DELIVERED', '5 min')}`);
    expect(await ask('voucher', 'double-delivery', twice)).toMatchObject({ outcome: 'down', value: '1' });
    for (const missing of [`NULL, 'N'`, `'', 'N'`, `'P', NULL`])
      expect(
        await ask('voucher', 'delivery-evidence', order(`${delivered}, ${missing}`, proper)),
        missing,
      ).toMatchObject({ outcome: 'down', value: '1' });
    expect(await ask('voucher', 'delivery-evidence', order(`${delivered}, 'P', 'N'`, proper))).toMatchObject({
      outcome: 'up',
    });
  });

  test('VOU-02: what was delivered without ever being valid, or went back, is found', async () => {
    expect(await ask('voucher', 'state-order', order(`${delivered}, 'P', 'N'`, proper))).toMatchObject({
      outcome: 'up',
      value: '0',
    });
    const never = order(`${delivered}, 'P', 'N'`, log('DELIVERED', '30 min'));
    expect(await ask('voucher', 'state-order', never)).toMatchObject({ outcome: 'down', value: '1' });
    const back = order(`${delivered}, 'P', 'N'`, `${proper}, ${log('VALID', '5 min')}`);
    expect(await ask('voucher', 'state-order', back)).toMatchObject({ outcome: 'down', value: '1' });
    const unpaid = order(`'DELIVERED', ${times('1 hour')}, NULL, now(), 'P', 'N'`, proper);
    expect(await ask('voucher', 'state-order', unpaid)).toMatchObject({ outcome: 'down', value: '1' });
  });

  test('VOU-09: an hour of a hundred mints, or redemptions, is far outside the usual', async () => {
    for (const [id, kind] of [
      ['minting-usual', 'MINT'],
      ['redeeming-usual', 'REDEEM'],
    ] as const) {
      const burst = `INSERT INTO public.chain_events SELECT '${kind}', now() - n * interval '7.7 seconds'
          FROM generate_series(1, 100) AS n
        -- and back: DELETE FROM public.chain_events WHERE extract(milliseconds FROM "blockTime") % 1 <> 0
          AND "blockTime" > now() - interval '20 minutes'`;
      expect(await ask('voucher', id)).toMatchObject({ outcome: 'up' });
      expect(await ask('voucher', id, burst)).toMatchObject({
        outcome: 'degraded',
        reason: 'target-missed',
      });
    }
  });

  test('VOU-03: the age of the last saved block', async () => {
    const still = `UPDATE public.listener_state SET "updatedAt" = now() - interval '20 minutes'
      -- and back: UPDATE public.listener_state SET "updatedAt" = now()`;
    expect(await ask('voucher', 'saved-block', still)).toMatchObject({ outcome: 'down' });
    expect(await ask('voucher', 'confirmation-time')).toMatchObject({ outcome: 'up' });
  });
});
