import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { publicAuditSchema } from '../domain/audit.ts';
import { createArchiveContent } from '../testing/archive-content.ts';
import { readTree } from '../testing/content.ts';
import { createLedgerDatabase, withClient } from '../testing/postgres.ts';
import { type AuditCommand, auditCommand } from './command.ts';

const WRONG = `GRANT UPDATE ON public.tpc_distribution_batches TO PUBLIC;
  ALTER TABLE public.tpc_changelog DISABLE ROW LEVEL SECURITY`;

async function scene() {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  const contentRoot = await createArchiveContent({ runs: [] });
  const folder = path.join(contentRoot, 'internal');
  const audit = (month: string, over: Partial<AuditCommand> = {}) =>
    auditCommand({
      contentRoot,
      month,
      now: `${month}-28T00:00:00Z`,
      databaseUrl: database.readerUrl,
      apiUrl: '',
      key: 'a key of the team',
      internal: { kind: 'files', folder },
      ...over,
    });
  const published = async (month: string) =>
    publicAuditSchema.parse(
      JSON.parse(await readFile(path.join(contentRoot, 'generated', 'audits', `${month}.json`), 'utf8')),
    );
  return { database, contentRoot, folder, audit, published };
}

test('TPC-16 the audit of a month: what it found for the team, how many for everyone', async () => {
  const { database, contentRoot, folder, audit, published } = await scene();
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  const { text, exitCode } = await audit('2026-01');
  expect(exitCode).toBe(1);
  expect(text).toContain('access: failed');
  expect(text).toContain('api: not known, it could not be asked');
  expect(text).toContain('hashes: failed, 5 looked at, 2 found (2 high)');
  const whole = await readFile(path.join(folder, 'audits', '2026-01.md'), 'utf8');
  expect(whole).toContain('- high `grant-write:tpc_distribution_batches:PUBLIC`: PUBLIC may UPDATE');
  expect(whole).toContain('- high `rls-off:tpc_changelog`');
  // No table, policy, role or query: what is open must not be told to whom it is open.
  const everyone = [...(await readTree(path.join(contentRoot, 'generated', 'audits'))).values(), text].join(
    '\n',
  );
  expect(everyone).not.toMatch(/tpc_|rls|grant|policy|PUBLIC|SELECT|key of the team/);

  await withClient(database.ownerUrl, (client) =>
    client.query('ALTER TABLE public.tpc_changelog ENABLE ROW LEVEL SECURITY'),
  );
  await audit('2026-02');
  const { findings, compared_with } = await published('2026-02');
  expect(compared_with).toBe('2026-01');
  expect(findings.filter(({ area }) => area === 'access').map(({ standing }) => standing)).toEqual([
    'open',
    'closed',
  ]);
});

test('TPC-16 a database that can not be asked is not known, and closes nothing', async () => {
  const { database, audit, published } = await scene();
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  await audit('2026-01');
  await audit('2026-02', { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
  const { areas, findings } = await published('2026-02');
  expect(areas[0]).toEqual({
    area: 'access',
    result: 'not-known',
    checked: 0,
    findings: 0,
    gap: 'not-asked',
  });
  expect(findings.filter(({ area }) => area === 'access').map(({ standing }) => standing)).toEqual([
    'not-known',
    'not-known',
  ]);
  expect(await audit('2026-02', { now: '2026-01-31T00:00:00Z' })).toMatchObject({ exitCode: 1 });
});

test('the findings leave a public machine only encrypted to the key of the team', async () => {
  const { folder, audit } = await scene();
  await audit('2026-01', { internal: { kind: 'nowhere' } });
  await expect(readTree(folder)).rejects.toThrow();
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  await audit('2026-01', { internal: { kind: 'encrypted', folder, recipient } });
  expect([...(await readTree(folder)).keys()]).toEqual(['audits/2026-01.json.age']);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const bytes = await readFile(path.join(folder, 'audits', '2026-01.json.age'));
  expect(JSON.parse(await decrypter.decrypt(bytes, 'text'))).toMatchObject({ month: '2026-01' });
});
