import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerDatabase } from '../../testing/postgres.ts';
import { answerOf, createSystemsDatabase } from '../../testing/systems.ts';

let database: LedgerDatabase;

beforeAll(async () => {
  database = await createSystemsDatabase();
});
afterAll(() => database.drop());

const ask = (system: string, check: string, change?: string) => answerOf(database, system, check, change);

describe('event-api', () => {
  test('EVT-05: a table without row-level security is found, and one that is not there', async () => {
    expect(await ask('event-api', 'row-level-security')).toMatchObject({ outcome: 'up', value: '0' });
    const off = `ALTER TABLE public.enrollments DISABLE ROW LEVEL SECURITY
      -- and back: ALTER TABLE public.enrollments ENABLE ROW LEVEL SECURITY`;
    expect(await ask('event-api', 'row-level-security', off)).toMatchObject({
      outcome: 'down',
      value: '1',
    });
    const gone = `ALTER TABLE public.events RENAME TO meetings
      -- and back: ALTER TABLE public.meetings RENAME TO events`;
    expect(await ask('event-api', 'row-level-security', gone)).toMatchObject({
      outcome: 'down',
      value: '1',
    });
  });

  test('EVT-06: a decision without evidence in the audit log is found', async () => {
    expect(await ask('event-api', 'graduation-evidence')).toMatchObject({ outcome: 'up', value: '0' });
    const lost = `UPDATE public.audit_logs SET action = 'lost' WHERE id = (
        SELECT max(id) FROM public.audit_logs WHERE action = 'graduation.decided')
      -- and back: UPDATE public.audit_logs SET action = 'graduation.decided' WHERE action = 'lost'`;
    expect(await ask('event-api', 'graduation-evidence', lost)).toMatchObject({
      outcome: 'down',
      value: '1',
    });
  });
});

describe('coinscious', () => {
  test('COI-04: critical alerts are counted by type, compliance apart, their texts never', async () => {
    const raised = `INSERT INTO public.alerts (alert_type, severity, title, message, created_at) VALUES
        ('KEY_MISUSE', 'CRITICAL', 'name', 'name', now()), ('COMPLIANCE_VIOLATION', 'CRITICAL', 'name', 'name', now()),
        ('Joko was here', 'CRITICAL', 'name', 'name', now())
      -- and back: DELETE FROM public.alerts WHERE title = 'name'`;
    expect(await ask('coinscious', 'security-alerts', raised)).toMatchObject({
      outcome: 'degraded',
      value: '2',
      counts: [
        { label: 'KEY_MISUSE', count: '1' },
        { label: 'OTHER', count: '1' },
      ],
    });
    expect(await ask('coinscious', 'compliance-alerts', raised)).toMatchObject({
      outcome: 'degraded',
      counts: [{ label: 'COMPLIANCE_VIOLATION', count: '1' }],
    });
  });

  test('COI-06: a count of addresses older than a day says nothing', async () => {
    expect(await ask('coinscious', 'holder-count')).toMatchObject({ outcome: 'up', value: '1284' });
    const old = `UPDATE public.snapshots SET "timestamp" = "timestamp" - interval '40 days'
      -- and back: UPDATE public.snapshots SET "timestamp" = "timestamp" + interval '40 days'`;
    expect(await ask('coinscious', 'holder-count', old)).toMatchObject({
      outcome: 'unknown',
      reason: 'not-a-number',
    });
  });

  test('COI-09: a reason written as free text, which may name a person, is told as OTHER', async () => {
    const named = `INSERT INTO public.compliance_actions VALUES
        ('0xtest', 1, 0, 'WALLET_FREEZE', '0x1', '0x2', 'asked by Joko', 'text', now())
      -- and back: DELETE FROM public.compliance_actions WHERE transaction_hash = '0xtest'`;
    const { counts } = await ask('coinscious', 'compliance-actions', named);
    expect(counts).toContainEqual({ label: 'WALLET_FREEZE / OTHER', count: '1' });
  });

  test('COI-03: the mean query time is found wherever the extension lives; without it nothing is known', async () => {
    expect(await ask('coinscious', 'query-time')).toMatchObject({ outcome: 'up', value: '14.201' });
    const gone = `ALTER TABLE public.pg_stat_statements RENAME TO gone
      -- and back: ALTER TABLE public.gone RENAME TO pg_stat_statements`;
    expect((await ask('coinscious', 'query-time', gone)).outcome).toBe('unknown');
    expect(await ask('coinscious', 'connection-pool')).toMatchObject({ outcome: 'up' });
  });
});
