import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readTree } from '../testing/content.ts';
import { createRoutineContent, type RoutineContent, routineOf } from '../testing/routine-content.ts';
import { reportDue } from './command.ts';
import { routineSchema } from './model/routine.ts';
import { type SignOffLine, withSignOffs } from './model/sign-off.ts';
import { readReports, reportsRoot } from './record.ts';
import { readSignOffs } from './sign-offs.ts';

const run = promisify(execFile);
const NOW = '2026-01-24T10:00:00Z';
const FILE = '2026-01-24T090000Z.yaml';
const TEXT =
  'report: sample/morning/2026-01-24T090000Z\nitem: logs-read\nrole: operator\nat: 2026-01-24T16:30:00+07:00\n';

/** A content whose morning of 24 January was run, with a sign-off, and a key that may sign. */
async function signedContent(text = TEXT) {
  const content = await createRoutineContent();
  await content.write();
  await reportDue(content.command('2026-01-24T09:05:00Z'));
  const root = path.join(content.root, 'written', 'sign-offs');
  const file = path.join(root, 'sample', 'morning', FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  const key = path.join(content.scratch, 'key');
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  const allow = async (roles: string) =>
    writeFile(path.join(root, 'allowed_signers'), `${roles} ${await readFile(`${key}.pub`, 'utf8')}`);
  await allow('operator');
  const sign = (namespace: string) =>
    run('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', namespace, file]);
  /** From when on the key may not sign any more, as `allowed_signers` says it, in UTC; null: it is taken out. */
  const withdraw = async (from: string | null) => {
    if (from === null) await writeFile(path.join(root, 'allowed_signers'), '');
    else await allow(`operator valid-before="${from}"`);
  };
  return { ...content, file, sign, allow, withdraw };
}
async function standing({ root, command }: RoutineContent) {
  const ending = await reportDue(command(NOW));
  const { reports, signed } = await readReports(reportsRoot(root));
  const item = withSignOffs(reports, signed)[0]?.items.find(({ id }) => id === 'logs-read');
  return { ending, item };
}

/** The record with its lines as they were kept before roles and times were asked for. */
async function keptBefore({ root }: RoutineContent, over: Partial<SignOffLine> = {}) {
  const { reports, signed } = await readReports(reportsRoot(root));
  const old = signed.map(({ rules: _, ...line }): SignOffLine => ({ ...line, ...over }));
  const routine = routineSchema.parse(routineOf());
  return { reports, routines: [{ system: 'sample', routine }], signed: old };
}

test('TPC-11: a manual item that somebody signed with an allowed key is signed, by role and time alone', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  const { item } = await standing(content);
  expect(item).toMatchObject({
    result: 'manual',
    sign_off: { role: 'operator', at: '2026-01-24T09:30:00Z', standing: 'signed' },
  });
  const generated = JSON.stringify([...(await readTree(path.join(content.root, 'generated')))]);
  expect(generated).not.toContain('ssh-ed25519');
});

test('without a signature, for another purpose, or over another text it is claimed only', async () => {
  const content = await signedContent();
  expect((await standing(content)).item?.sign_off?.standing).toBe('claimed');
  await content.sign('another-purpose');
  expect((await standing(content)).item?.sign_off?.standing).toBe('claimed');
  const other = await signedContent();
  await other.sign('terang-sign-off');
  await writeFile(other.file, TEXT.replace('16:30', '17:00'));
  expect((await standing(other)).item?.sign_off?.standing).toBe('claimed');
});

test('a claim becomes signed when the signature comes, and the claim stays in the record', async () => {
  const content = await signedContent();
  await standing(content);
  await content.sign('terang-sign-off');
  expect((await standing(content)).item?.sign_off?.standing).toBe('signed');
  const { signed } = await readReports(reportsRoot(content.root));
  expect(signed.map((line) => line.standing)).toEqual(['claimed', 'signed']);
});

test('what was signed of one report does not count beside another', async () => {
  const content = await signedContent(TEXT.replace('2026-01-24T0', '2026-01-23T0'));
  await content.sign('terang-sign-off');
  const { ending, item } = await standing(content);
  expect(ending.text).toContain('expected "report: sample/morning/2026-01-24T090000Z"');
  expect([ending.exitCode, item?.sign_off]).toEqual([1, undefined]);
  const unnamed = await signedContent(TEXT.replace(/^report.*\n/, ''));
  expect((await standing(unnamed)).item?.sign_off?.standing).toBe('claimed');
  await unnamed.sign('terang-sign-off');
  expect((await standing(unnamed)).ending.text).toContain('a signature counts with "report:');
});

test('what was signed stays so when its key is withdrawn, and is said to be; what comes after that is a claim', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  expect((await standing(content)).item?.sign_off?.standing).toBe('signed');
  for (const from of ['20260124095500', null]) {
    await content.withdraw(from);
    expect((await standing(content)).item?.sign_off?.standing).toBe('signed-then');
  }
  const { signed } = await readReports(reportsRoot(content.root));
  expect(signed.map((line) => line.standing)).toEqual(['signed', 'signed-then']);
  await writeFile(`${content.file}.sig`, 'no signature');
  expect((await standing(content)).item?.sign_off?.standing).toBe('claimed');
  // Whoever has a key that was withdrawn can state any time.
  const late = await signedContent();
  await late.sign('terang-sign-off');
  await late.withdraw('20260124095500');
  expect((await standing(late)).item?.sign_off?.standing).toBe('claimed');
  await late.withdraw('20260124100100');
  expect((await standing(late)).item?.sign_off?.standing).toBe('signed');
});

test('what is signed, altered and signed again counts as signed in the end', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  await standing(content);
  const { signed } = await readReports(reportsRoot(content.root));
  const claimed = signed.map((line) => ({ ...line, standing: 'claimed' as const }));
  const against = await keptBefore(content);
  const read = (lines: readonly SignOffLine[]) =>
    readSignOffs(content.root, { ...against, signed: lines }, NOW);
  expect((await read([...signed, ...claimed])).lines.map((line) => line.standing)).toEqual(['signed']);
  expect((await read(signed)).lines).toEqual([]);
});

test('a key signs in the roles that it is bound to, and in no other', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  await content.allow('communications,security');
  expect((await standing(content)).item?.sign_off?.standing).toBe('claimed');
  await content.allow('communications,operator');
  expect((await standing(content)).item?.sign_off?.standing).toBe('signed');
  await content.allow('somebody@example.org');
  const { ending } = await standing(content);
  expect([ending.exitCode, ending.text]).toEqual([
    1,
    expect.stringMatching(/allowed_signers:1:1.*expected the roles of the key/),
  ]);
});

test('what was kept as signed before roles were asked for is shown as a key alone, until it is proven', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  await standing(content);
  const before = await keptBefore(content);
  const shown = withSignOffs(before.reports, before.signed)[0]?.items[1]?.sign_off;
  expect(shown).toEqual({ role: 'operator', at: '2026-01-24T09:30:00Z', standing: 'key-only' });
  const [proven] = (await readSignOffs(content.root, before, NOW)).lines;
  expect(proven).toMatchObject({ standing: 'signed', rules: 'role-and-time' });
  await content.withdraw(null);
  const [withdrawn] = (await readSignOffs(content.root, before, NOW)).lines;
  expect(withdrawn?.standing).toBe('key-only');
});

test('what was kept before with any role or time is no error now, and its role is not told', async () => {
  const content = await signedContent();
  await standing(content);
  const said = { role: 'budi-santoso', at: '2027-11-01T00:00:00Z' };
  const before = await keptBefore(content, said);
  await writeFile(
    content.file,
    TEXT.replace('operator', said.role).replace('2026-01-24T16:30:00+07:00', said.at),
  );
  expect(await readSignOffs(content.root, before, NOW)).toMatchObject({ lines: [], problems: [] });
  expect(withSignOffs(before.reports, before.signed)[0]?.items[1]?.sign_off).toMatchObject({
    role: 'other',
    standing: 'claimed',
  });
});

test.each([
  ['item: answers\nrole: operator\nat: 2026-01-24T16:30:00+07:00\n', '"answers" is no item of that report'],
  ['item: logs-read\nrole: Somebody Himself\nat: 2026-01-24T16:30:00+07:00\n', 'role'],
  ['item: logs-read\nrole: operator\nat: 2026-01-24T16:30:00\n', 'at'],
  [
    'item: logs-read\nrole: communications\nat: 2026-01-24T16:30:00+07:00\n',
    'expected one of these roles: operator',
  ],
  [
    'item: logs-read\nrole: budi-santoso\nat: 2026-01-24T16:30:00+07:00\n',
    'expected one of these roles: operator',
  ],
  [
    'item: logs-read\nrole: operator\nat: 2026-01-24T09:04:59Z\n',
    'between the run, 2026-01-24T09:05:00Z, and now',
  ],
  [
    'item: logs-read\nrole: operator\nat: 2026-01-24T10:00:01Z\n',
    'between the run, 2026-01-24T09:05:00Z, and now',
  ],
])('%j is refused with file and reason', async (text, reason) => {
  const { ending, item } = await standing(await signedContent(text));
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toContain(FILE);
  expect(ending.text).toContain(reason);
  expect(item?.sign_off).toBeUndefined();
});
