import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { endOfMonth } from '../../core/month.ts';
import { createArchiveContent } from '../../testing/archive-content.ts';
import { readTree } from '../../testing/content.ts';
import { endingOf } from '../../testing/ending.ts';
import { createLedgerDatabase, withClient } from '../../testing/postgres.ts';
import { monthAuditsSchema, presentOf } from '../model/month-audits.ts';
import { type AuditCommand, auditCommand } from './command.ts';

const WRONG = `GRANT UPDATE ON public.tpc_distribution_batches TO PUBLIC;
  CREATE POLICY anyone ON public.tpc_distribution_batches FOR UPDATE USING (true);
  ALTER TABLE public.tpc_changelog DISABLE ROW LEVEL SECURITY`;

async function scene() {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  const contentRoot = await createArchiveContent({ runs: [], readAt: '2026-02-01T00:00:00Z' });
  const folder = path.join(contentRoot, 'internal');
  const audit = (month: string, over: Partial<AuditCommand> = {}) =>
    endingOf(
      auditCommand({
        contentRoot,
        month,
        now: over.now ?? endOfMonth(month),
        databaseUrl: database.readerUrl,
        apiUrl: '',
        key: 'a key of the team',
        internal: { kind: 'files', folder },
        ...over,
      }),
    );
  const file = (month: string) => path.join(contentRoot, 'generated', 'audits', `${month}.json`);
  const audits = async (month: string) =>
    monthAuditsSchema.parse(JSON.parse(await readFile(file(month), 'utf8')));
  const published = async (month: string) => presentOf(await audits(month));
  return { database, contentRoot, folder, audit, audits, published, file };
}

test('TPC-16 the audit of a month: what it found for the team, how many for everyone', async () => {
  const { database, contentRoot, folder, audit, published } = await scene();
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  const { text, exitCode } = await audit('2026-01');
  expect(exitCode).toBe(1);
  expect(text).toContain('access: failed');
  expect(text).toContain('api: not known, it could not be asked');
  expect(text).toContain('hashes: failed, 5 looked at, 2 found (2 high)');
  const whole = await readFile(path.join(folder, 'audits', '2026-01-audited-20260201T000000Z.md'), 'utf8');
  expect(whole).toContain('- high `grant-write:tpc_distribution_batches:PUBLIC`: PUBLIC may UPDATE');
  expect(whole).toContain('- medium `rls-off:tpc_changelog`');
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
    'open',
    'closed',
  ]);
});

test('TPC-16 a database that can not be asked is not known, and closes nothing', async () => {
  const { database, audit, published } = await scene();
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  await audit('2026-01');
  const { text } = await audit('2026-02', { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(text).toContain('The database does not answer: look at the host, port and TLS in DATABASE_URL');
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
    'not-known',
  ]);
});

test('TPC-16 what was published of a month stays: a further run is a further entry, and one that is due runs once', async () => {
  const { database, folder, audit, audits, file } = await scene();
  await audit('2026-01');
  const [first] = await audits('2026-01');
  await writeFile(file('2026-01'), JSON.stringify(first)); // As the first audits of all were written.
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  expect(await audit('due', { now: '2026-02-01T09:00:00Z' })).toMatchObject({
    exitCode: 0,
    audit: null,
    text: expect.stringContaining('2026-01 was audited at 2026-02-01T00:00:00Z'),
  });
  expect(await audits('2026-01')).toEqual([first]);
  await audit('2026-01', { now: '2026-02-02T00:00:00Z' });
  const both = await audits('2026-01');
  expect(both.map(({ audited_at }) => audited_at)).toEqual(['2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z']);
  expect(both[0]).toEqual(first);
  // Nor does it take away what the first one told the team.
  expect([...(await readTree(folder)).keys()]).toEqual([
    'audits/2026-01-audited-20260201T000000Z.json',
    'audits/2026-01-audited-20260201T000000Z.md',
    'audits/2026-01-audited-20260202T000000Z.json',
    'audits/2026-01-audited-20260202T000000Z.md',
  ]);
  expect(both[1]?.areas[0]).toMatchObject({ area: 'access', result: 'failed' });
  expect((await audit('2026-01', { now: '2026-02-01T12:00:00Z' })).text).toContain('set the clock right');
  expect(await audits('2026-01')).toEqual(both);
});

test('TPC-16 what the team lets stand is counted for everyone, told to the team with its reason, and ends with its day', async () => {
  const { database, contentRoot, folder, audit, published } = await scene();
  await withClient(database.ownerUrl, (client) => client.query(WRONG));
  const acceptances = path.join(contentRoot, 'audit.yaml');
  const entry = (finding: string, until: string) =>
    `  - { finding: "${finding}", reason: Only the proxy reaches it, on: 2026-01-20, until: ${until} }\n`;
  await writeFile(
    acceptances,
    `accepted:\n${entry('grant-write:tpc_distribution_batches:PUBLIC', '2026-03-31')}${entry('rls-off:tpc_changelog', '2026-02-15')}`,
  );
  const { text } = await audit('2026-01', { acceptances });
  expect(text).toContain('2 of them accepted');
  const inAccess = async (month: string) =>
    (await published(month)).findings
      .filter(({ area }) => area === 'access')
      .map(({ severity, accepted = false }) => `${severity} ${accepted}`);
  expect(await inAccess('2026-01')).toEqual(['medium true', 'high true', 'high false']);
  const whole = await readFile(path.join(folder, 'audits', '2026-01-audited-20260201T000000Z.md'), 'utf8');
  expect(whole).toContain('(accepted until 2026-03-31: Only the proxy reaches it)');
  await audit('2026-02', { acceptances });
  expect(await inAccess('2026-02')).toEqual(['medium false', 'high true', 'high false']);
  const everyone = [...(await readTree(path.join(contentRoot, 'generated', 'audits'))).values(), text].join(
    '\n',
  );
  expect(everyone).not.toMatch(/tpc_|rls|grant|proxy/);

  await writeFile(acceptances, 'accepted:\n  - { finding: all, on: 2026-01-20, until: 2026-01-01 }\n');
  const wrong = await audit('2026-03', { acceptances });
  expect(wrong.exitCode).toBe(1);
  expect(wrong.text).toMatch(/audit\.yaml:2:\d+ accepted\.0\.finding: expected the id of a finding/);
  expect(wrong.text).toMatch(/accepted\.0\.reason: /);
});

test('TPC-16 a login that no policy holds is refused, with what to give instead', async () => {
  const { database, folder, audit } = await scene();
  const { text, exitCode } = await audit('2026-01', { databaseUrl: database.ownerUrl });
  expect(exitCode).toBe(1);
  expect(text).toContain('access: not known, it could not be asked');
  expect(text).toContain('give DATABASE_URL the login of the snapshot');
  const whole = [...(await readTree(folder)).values()].join('\n');
  expect(whole).toContain('access-denied: The role is a superuser');
});

test.each([
  ['2026-11', '2026-11 is not over'],
  ['2027-01', '2027-01 is not over'],
  ['2026-09', '2026-09 can not be audited any more'],
  ['2026-13', '"2026-13" is no month'],
])('TPC-16 in November no audit of %s is made', async (month, why) => {
  const contentRoot = await createArchiveContent({ runs: [], readAt: '2026-02-01T00:00:00Z' });
  const ended = auditCommand({
    contentRoot,
    month,
    now: '2026-11-22T00:00:00Z',
    databaseUrl: '',
    apiUrl: '',
    internal: { kind: 'nowhere' },
  });
  await expect(endingOf(ended)).resolves.toMatchObject({ exitCode: 1, text: expect.stringContaining(why) });
  await expect(readTree(path.join(contentRoot, 'generated', 'audits'))).rejects.toThrow('ENOENT');
});

test('the findings leave a public machine only encrypted to the key of the team', async () => {
  const { folder, audit } = await scene();
  await audit('2026-01', { internal: { kind: 'nowhere' } });
  await expect(readTree(folder)).rejects.toThrow();
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const now = '2026-02-01T00:05:00Z';
  await audit('2026-01', { now, internal: { kind: 'encrypted', folder, recipient } });
  expect([...(await readTree(folder)).keys()]).toEqual(['audits/2026-01-audited-20260201T000500Z.json.age']);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const bytes = await readFile(path.join(folder, 'audits', '2026-01-audited-20260201T000500Z.json.age'));
  expect(JSON.parse(await decrypter.decrypt(bytes, 'text'))).toMatchObject({ month: '2026-01' });
});
