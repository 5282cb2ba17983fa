import { base58 } from '@scure/base';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { json, startPeer } from '../../testing/peer.ts';
import { type LedgerDatabase, withClient } from '../../testing/postgres.ts';
import { answerOf, createFieldDatabase, makeReader } from '../../testing/systems.ts';

/** The files of SQL that ship, asked of tables of the field's own shape. */
let database: LedgerDatabase;
const run = (sql: string) => withClient(database.adminUrl, (client) => client.query(sql));

describe('event-api', () => {
  beforeAll(async () => {
    database = await createFieldDatabase('event-api');
    await run(`
      INSERT INTO public.events VALUES ('11111111-1111-4111-8111-111111111111', 'Kegiatan', 'ongoing');
      INSERT INTO public.enrollments SELECT gen_random_uuid(), id, 'Peserta' FROM public.events, generate_series(1, 3)`);
  });
  afterAll(() => database.drop());
  const evidence = () => answerOf(database, 'event-api', 'graduation-evidence');

  test('EVT-06: while nothing was decided nothing is known of the evidence', async () => {
    expect(await evidence()).toMatchObject({ outcome: 'unknown', reason: 'nothing-there' });
  });

  test('EVT-06: evidence that names the decision, and in its metadata the enrollment, is evidence', async () => {
    await run(`
      INSERT INTO public.graduation_decisions (event_id, enrollment_id, decision, decided_by, decided_at)
      SELECT event_id, id, 'lulus', gen_random_uuid(), now() + interval '3 minutes' FROM public.enrollments;
      INSERT INTO public.audit_logs (event_id, actor_user_id, action, entity_type, entity_id, metadata)
      SELECT event_id, decided_by, 'graduation.decided', 'graduation_decision', id,
             jsonb_build_object('enrollmentId', enrollment_id, 'decision', decision, 'note', NULL)
        FROM public.graduation_decisions`);
    expect(await evidence()).toMatchObject({ outcome: 'up', value: '0' });
  });

  test.each([
    ['is lost', `DELETE FROM public.audit_logs WHERE id IN (SELECT id FROM public.audit_logs LIMIT 1)`],
    [
      'is of another enrollment',
      `UPDATE public.audit_logs SET metadata = metadata || '{"enrollmentId": "x"}'`,
    ],
    [
      'says that something else was decided',
      `UPDATE public.graduation_decisions SET decision = 'tidak_lulus'`,
    ],
    [
      'names the enrollment only',
      `UPDATE public.audit_logs SET entity_id = (metadata ->> 'enrollmentId')::uuid`,
    ],
  ])('EVT-06: a decision whose evidence %s is found', async (_, change) => {
    await run(`
      CREATE TABLE public.kept_logs AS TABLE public.audit_logs;
      CREATE TABLE public.kept_decisions AS TABLE public.graduation_decisions`);
    await run(change);
    expect(await evidence()).toMatchObject({ outcome: 'down', reason: 'offending-rows' });
    await run(`
      DELETE FROM public.audit_logs; INSERT INTO public.audit_logs TABLE public.kept_logs;
      DELETE FROM public.graduation_decisions; INSERT INTO public.graduation_decisions TABLE public.kept_decisions;
      DROP TABLE public.kept_logs, public.kept_decisions`);
    expect(await evidence()).toMatchObject({ outcome: 'up' });
  });

  test('EVT-06: where row-level security keeps the owner of the view from rows too, nothing is known', async () => {
    await run(`
      ALTER VIEW public.graduation_decision_evidence OWNER TO tpc_reader;
      GRANT SELECT ON public.graduation_decisions, public.audit_logs TO tpc_reader`);
    expect(await evidence()).toMatchObject({ outcome: 'unknown', reason: 'rows-hidden' });
    await run('DROP VIEW public.graduation_decision_evidence');
    await makeReader(database, 'event-api');
    expect(await evidence()).toMatchObject({ outcome: 'up' });
  });

  test('EVT-05: row-level security as the field has it', async () => {
    expect(await answerOf(database, 'event-api', 'row-level-security')).toMatchObject({ outcome: 'up' });
  });

  test('the reader of the evidence may read neither decisions nor the audit log, and no other role the view', async () => {
    const { rows } = await withClient(database.adminUrl, (client) =>
      client.query(`SELECT grantee::regrole::text AS role, relname
                      FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
                     WHERE relnamespace = 'public'::regnamespace AND grantee <> relowner ORDER BY 1, 2`),
    );
    expect(rows).toEqual([
      { role: 'event_api_reader', relname: 'graduation_decision_evidence' },
      { role: 'tpc_reader', relname: 'audit_logs' },
      { role: 'tpc_reader', relname: 'graduation_decisions' },
    ]);
  });
});

describe('commit-to-ship', () => {
  /** What the chain holds, by account, and the transactions that it does not know. */
  const held = new Map<string, number>();
  const lost = new Set<string>();
  const asked = new Set<string>();
  const signature = (name: string) => base58.encode(Buffer.alloc(64, name));
  const now = () => Math.floor(Date.now() / 1000);

  beforeAll(async () => {
    database = await createFieldDatabase('commit-to-ship');
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    held.clear();
    lost.clear();
    asked.clear();
    await run(`TRUNCATE public.commitments, public.audit_logs, public.reward_milestone_payout_claims,
      public.milestone_failure_distributions, public.milestone_failure_distribution_allocations,
      public.milestone_failure_distribution_claims`);
  });
  const ask = async (check: string) => {
    const peer = await startPeer((_, response, body) => {
      const { id, method, params } = JSON.parse(body) as { id: unknown; method: string; params: [string] };
      if (method === 'getGenesisHash') {
        json(response, { jsonrpc: '2.0', id, result: '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d' });
        return;
      }
      // Its history begins two days ago; slot n is of second n.
      const history = { getFirstAvailableBlock: now() - 2 * 86_400, getSlot: now(), getBlockTime: params[0] }[
        method
      ];
      if (history !== undefined) {
        json(response, { jsonrpc: '2.0', id, result: history });
        return;
      }
      asked.add(params[0]);
      const transaction = lost.has(params[0]) ? null : { meta: { err: null } };
      const result = method === 'getBalance' ? { value: held.get(params[0]) ?? 0 } : transaction;
      json(response, { jsonrpc: '2.0', id, result });
    });
    const settings = { CTS_SOLANA_RPC_URL: peer.url, CTS_SOLANA_RPC_BACKUP_URL: peer.url };
    return answerOf(database, 'commit-to-ship', check, '', settings);
  };
  const reward = (name: string, funded: string, ...milestones: object[]) =>
    run(`SELECT public.reward('${name}', ${funded}, '${JSON.stringify(milestones)}')`);

  test('CTS-07: a milestone by percent owes that part of what was funded, rounded down, to the last lamport', async () => {
    await reward(
      'a',
      '9007199254740993',
      { id: '1', status: 'claimable', unlockLamports: 0, unlockPercent: 50 },
      { id: '2', status: 'claimable', unlockLamports: 7, unlockPercent: 50 },
      { id: '3', status: 'locked', unlockLamports: 0, unlockPercent: 10 },
    );
    expect(await ask('escrow-balances')).toMatchObject({
      outcome: 'degraded',
      value: '4503599627370503',
      counts: [{ label: 'reward-assisted', count: '4503599627370503' }],
    });
    held.set('escrow-of-a', 4503599627370503);
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'up', value: '0' });
    held.set('escrow-of-a', 4503599627370502);
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'degraded', value: '1' });
  });

  test('CTS-07: a percentage of nothing funded can not be told: an empty escrow does not pass by it', async () => {
    await reward('a', '0', { id: '1', status: 'claimable', unlockLamports: 0, unlockPercent: 50 });
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'unknown', reason: 'input-unknown' });
    await run(`SELECT public.personal('b', 40, 'created')`);
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'degraded', value: '40' });
  });

  test('CTS-07: without any open escrow, and over a milestone that is not due yet, nothing is looked at', async () => {
    await run(`SELECT public.personal('done', 40, 'resolved_success')`);
    const later = Math.floor(Date.now() / 1000) + 3600;
    await reward('a', '100', {
      id: '1',
      status: 'approved',
      unlockLamports: 5,
      claimableAtUnix: later,
      dueAtUnix: 1,
    });
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'unknown', reason: 'no-rows' });
  });

  test('CTS-07: what is set aside for voters is not there for milestones', async () => {
    await reward('a', '100', { id: '1', status: 'claimable', unlockLamports: 60 });
    held.set('escrow-of-a', 60);
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'up' });
    await run(`
      INSERT INTO public.milestone_failure_distributions VALUES ('d', 'a', '0', 1, 40, 20, 20, 'sig', NULL, NULL, 'open');
      INSERT INTO public.milestone_failure_distribution_allocations VALUES ('d', 'x', 15, 1), ('d', 'y', 5, 1);
      INSERT INTO public.milestone_failure_distribution_claims VALUES ('d', 'y', 1, 5, 'sig2'), ('d', 'x', 1, 15, NULL)`);
    expect(await ask('escrow-balances')).toMatchObject({ outcome: 'degraded', value: '15' });
  });

  test('CTS-08: a transaction is looked for under every name that an event gives it, payouts of failures too', async () => {
    await run(`
      SELECT public.logged('admin_reward_milestone_release_ok', '{"signature": "${signature('s1')}"}'),
             public.logged('admin_reward_milestone_reconcile_ok', '{"txSig": "${signature('s2')}", "mode": "found_on_chain"}'),
             public.logged('admin_commitment_failure_ok', '{"buybackTxSig": "${signature('s3')}", "voterPotTxSig": null}'),
             public.logged('admin_milestone_failure_distribution_ok',
               '{"buybackTxSig": "${signature('s4')}", "voteRewardTxSig": "${signature('s5')}", "voterPotTxSig": "${signature('s6')}"}'),
             public.logged('launch_refund_manual', '{"refundSignature": "${signature('s7')}"}'),
             public.logged('admin_sweep_completed', '{"resultsCount": 1}'),
             public.logged('admin_commitment_update_denied', '{"signature": "never-sent"}'),
             public.logged('creator_reward_milestone_claim_ok', '{"signature": "of-a-member"}');
      INSERT INTO public.milestone_failure_distributions
        VALUES ('d', 'a', '0', extract(epoch FROM now()) - 600, 40, 20, 20, '${signature('s8')}', 'pending', NULL, 'open');
      SELECT public.personal('b', 40, 'resolved_failure');
      UPDATE public.commitments SET resolved_at_unix = extract(epoch FROM now()) - 600, resolved_tx_sig = '${signature('s9')}';
      UPDATE public.audit_logs SET ts_unix = ts_unix - 600;
      SELECT public.logged('admin_commitment_failure_ok', '{"buybackTxSig": "${signature('not-final-yet')}"}')`);
    expect(await ask('admin-signatures')).toMatchObject({ outcome: 'up', value: '0' });
    const names = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'];
    expect(asked).toEqual(new Set(names.map(signature)));
    for (const name of ['s2', 's3', 's6', 's8', 's9']) lost.add(signature(name));
    expect(await ask('admin-signatures')).toMatchObject({ outcome: 'down', value: '5' });
    await run(`UPDATE public.audit_logs SET ts_unix = ts_unix - 3 * 86400;
      TRUNCATE public.milestone_failure_distributions, public.commitments`);
    expect(await ask('admin-signatures')).toMatchObject({ outcome: 'unknown', reason: 'maybe-forgotten' });
  });

  test('CTS-09: an approved milestone waits for the votes, however long it was due; and not for ever', async () => {
    const now = Math.floor(Date.now() / 1000);
    const milestone = { id: '1', status: 'approved', dueAtUnix: now - 90_000 };
    await reward('a', '1', { ...milestone, claimableAtUnix: now + 60 });
    expect(await ask('milestones-aligned')).toMatchObject({ outcome: 'up' });
    await reward('b', '1', { ...milestone, claimableAtUnix: now - 4000 }, { id: '2', status: 'locked' });
    expect(await ask('milestones-aligned')).toMatchObject({ outcome: 'down', value: '1' });
    await run('TRUNCATE public.commitments');
    expect(await ask('milestones-aligned')).toMatchObject({ outcome: 'unknown', reason: 'nothing-there' });
  });

  test('CTS-03: an event is an error or a denial wherever its name says so; an empty log says nothing', async () => {
    expect(await ask('audit-errors')).toMatchObject({ outcome: 'unknown', reason: 'nothing-there' });
    await run(`SELECT public.logged('launch_denied_shared_creator_wallet', '{}'), public.logged('sweep_error', '{}'),
                      public.logged('admin_sweep_denied', '{}'), public.logged('launch_success', '{}')`);
    expect(await ask('audit-errors')).toMatchObject({ value: '3' });
    expect(await ask('audit-admin')).toMatchObject({ value: '0' });
  });

  test('CTS-06: no release was ever made: lawful; one without a transaction is found in the field’s table', async () => {
    expect(await ask('stale-locks')).toMatchObject({ outcome: 'up', value: '0' });
    await run(`INSERT INTO public.reward_milestone_payout_claims VALUES ('a', '1', 1, 'private', 5, NULL)`);
    expect(await ask('stale-locks')).toMatchObject({ outcome: 'down', value: '1' });
  });
});

describe('coinscious', () => {
  beforeAll(async () => {
    database = await createFieldDatabase('coinscious');
  });
  afterAll(() => database.drop());
  const ask = (check: string) => answerOf(database, 'coinscious', check);

  test('COI-04: in the field nothing writes alerts: of an empty table nothing is known', async () => {
    expect(await ask('security-alerts')).toMatchObject({ outcome: 'unknown', reason: 'nothing-there' });
    await run(`INSERT INTO public.alerts (alert_type, severity, title, message) VALUES
      ('RPC_DOWN', 'HIGH', 'private', 'private')`);
    expect(await ask('security-alerts')).toMatchObject({ outcome: 'up', value: '0' });
    await run(`INSERT INTO public.alerts (alert_type, severity, title, message) VALUES
      ('KEY_MISUSE', 'CRITICAL', 'private', 'private')`);
    expect(await ask('security-alerts')).toMatchObject({ outcome: 'degraded', value: '1' });
  });

  test('COI-09: actions as the contract names them are counted by type and code', async () => {
    await run(`INSERT INTO public.compliance_actions (transaction_hash, block_number, log_index, action_type,
        wallet_address, operator_address, reason_code, "timestamp")
      VALUES ('0x1', 1, 0, 'setClaims', '0xa', '0xb', 'ERR_OK', now()), ('0x2', 1, 1, 'freeze', '0xa', '0xb', NULL, now())`);
    expect((await ask('compliance-actions')).counts).toEqual([
      { label: 'freeze / OTHER', count: '1' },
      { label: 'setClaims / ERR_OK', count: '1' },
    ]);
  });

  test('COI-06, COI-09: no count of addresses and no transfer at all is not known', async () => {
    expect(await ask('holder-count')).toMatchObject({ outcome: 'unknown' });
    expect(await ask('transfers')).toMatchObject({ outcome: 'unknown', reason: 'nothing-there' });
  });

  test('COI-03: sessions of other roles count, though Postgres does not say what they are for', async () => {
    expect(Number((await ask('connection-pool')).value)).toBeGreaterThan(0);
  });
});
