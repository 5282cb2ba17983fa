import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSystem } from '../../systems/system-file.ts';
import { asking } from '../../testing/ask.ts';
import type { LedgerDatabase } from '../../testing/postgres.ts';
import { answerOf, createSystemsDatabase } from '../../testing/systems.ts';

let database: LedgerDatabase;

beforeAll(async () => {
  database = await createSystemsDatabase();
});
afterAll(() => database.drop());

const ask = (system: string, check: string, change?: string) => answerOf(database, system, check, change);

describe('commit-to-ship', () => {
  test('CTS-03: errors, denials and admin actions of the last day are counted by event', async () => {
    const events = `INSERT INTO public.audit_logs (ts_unix, event, fields) SELECT extract(epoch FROM now()), event, '{}'
        FROM unnest(ARRAY['vote_error', 'vote_denied', 'admin_test', 'adminx', 'vote_ok']) AS event
      -- and back: DELETE FROM public.audit_logs WHERE ts_unix > extract(epoch FROM now()) - 600`;
    expect(await ask('commit-to-ship', 'audit-errors', events)).toMatchObject({
      outcome: 'up',
      value: '2',
      counts: [
        { label: 'vote_denied', count: '1' },
        { label: 'vote_error', count: '1' },
      ],
    });
    expect(await ask('commit-to-ship', 'audit-admin', events)).toMatchObject({ value: '2' });
  });

  test('CTS-06: a stale lock is found in the runbook’s table and in the field’s; without either nothing is known', async () => {
    expect(await ask('commit-to-ship', 'stale-locks')).toMatchObject({ outcome: 'up', value: '0' });
    const lock = (table: string, minutes: number, more = '', sig = 'NULL') => `
      INSERT INTO public.${table} (commitment_id, milestone_id, created_at_unix, tx_sig${more === '' ? '' : ', to_pubkey, amount_lamports'})
        VALUES (gen_random_uuid(), 'test', extract(epoch FROM now())::bigint - ${minutes * 60}, ${sig}${more})
      -- and back: DELETE FROM public.${table} WHERE milestone_id = 'test'`;
    const claim = `, 'x', 1`;
    const cases = [
      [lock('reward_release_locks', 16), 'down'],
      [lock('reward_release_locks', 14), 'up'],
      [lock('reward_release_locks', 600, '', `'sig'`), 'up'],
      [lock('reward_milestone_payout_claims', 16, claim), 'down'],
    ] as const;
    for (const [change, outcome] of cases)
      expect(await ask('commit-to-ship', 'stale-locks', change), change).toMatchObject({ outcome });
    const one = `ALTER TABLE public.reward_release_locks RENAME TO gone
      -- and back: ALTER TABLE public.gone RENAME TO reward_release_locks`;
    expect(await ask('commit-to-ship', 'stale-locks', one)).toMatchObject({ outcome: 'up', value: '0' });
    const neither = `ALTER TABLE public.reward_release_locks RENAME TO gone;
        ALTER TABLE public.reward_milestone_payout_claims RENAME TO gone2
      -- and back: ALTER TABLE public.gone RENAME TO reward_release_locks;
        ALTER TABLE public.gone2 RENAME TO reward_milestone_payout_claims`;
    expect((await ask('commit-to-ship', 'stale-locks', neither)).outcome).toBe('unknown');
  });

  test('CTS-09: an approved milestone long due and not claimable is found', async () => {
    expect(await ask('commit-to-ship', 'milestones-aligned')).toMatchObject({ outcome: 'up', value: '0' });
    const late = `INSERT INTO public.commitments (id, amount_lamports, deadline_unix, escrow_pubkey, escrow_secret_key,
          kind, creator_fee_mode, milestones_json, status)
        SELECT gen_random_uuid(), 0, 0, 'test', '', 'creator_reward', 'managed', jsonb_build_array(
          jsonb_build_object('id', 'a', 'status', 'approved', 'dueAtUnix', extract(epoch FROM now())::bigint - 4000,
                             'unlockLamports', 5)), 'active'
      -- and back: DELETE FROM public.commitments WHERE escrow_pubkey = 'test'`;
    expect(await ask('commit-to-ship', 'milestones-aligned', late)).toMatchObject({
      outcome: 'down',
      value: '1',
    });
  });

  test('CTS-01: a pooler that lets nobody in is down', async () => {
    const definition = await readSystem('content', 'commit-to-ship');
    const check = definition.checks.find(({ id }) => id === 'pooler');
    if (check === undefined) throw new Error('no pooler');
    const { sample } = await asking(check, {
      settings: { CTS_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
      sqlFile: async () => 'SELECT 1',
    });
    expect(sample.outcome).toBe('down');
  });
});
