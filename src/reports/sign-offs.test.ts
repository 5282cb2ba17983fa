import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withSignOffs } from '../domain/sign-off.ts';
import { readTree } from '../testing/content.ts';
import { createRoutineContent, type RoutineContent } from '../testing/routine-content.ts';
import { reportDue } from './command.ts';
import { readReports, reportsRoot } from './record.ts';
import { readSignOffs } from './sign-offs.ts';

const run = promisify(execFile);
const NOW = '2026-01-24T10:00:00Z';
const FILE = '2026-01-24T090000Z.yaml';
const TEXT =
  'report: sample/morning/2026-01-24T090000Z\nitem: logs-read\nrole: dev-on-call\nat: 2026-01-24T16:30:00+07:00\n';

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
  const owner = 'somebody@example.org';
  await writeFile(path.join(root, 'allowed_signers'), `${owner} ${await readFile(`${key}.pub`, 'utf8')}`);
  const sign = (namespace: string) =>
    run('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', namespace, file]);
  /** From when on the key may not sign any more, as `allowed_signers` says it, in UTC; null: it is taken out. */
  const withdraw = async (from: string | null) => {
    const line = `${owner} valid-before="${from}" ${await readFile(`${key}.pub`, 'utf8')}`;
    await writeFile(path.join(root, 'allowed_signers'), from === null ? '' : line);
  };
  return { ...content, file, sign, withdraw };
}
async function standing({ root, command }: RoutineContent) {
  const ending = await reportDue(command(NOW));
  const { reports, signed } = await readReports(reportsRoot(root));
  const item = withSignOffs(reports, signed)[0]?.items.find(({ id }) => id === 'logs-read');
  return { ending, item };
}

test('TPC-11: a manual item that somebody signed with an allowed key is signed, by role and time alone', async () => {
  const content = await signedContent();
  await content.sign('terang-sign-off');
  const { item } = await standing(content);
  expect(item).toMatchObject({
    result: 'manual',
    sign_off: { role: 'dev-on-call', at: '2026-01-24T09:30:00Z', standing: 'signed' },
  });
  const generated = JSON.stringify([...(await readTree(path.join(content.root, 'generated')))]);
  expect(generated).not.toContain('somebody');
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
  const { reports } = await readReports(reportsRoot(content.root));
  const { lines } = await readSignOffs(content.root, reports, [...signed, ...claimed], NOW);
  expect(lines.map((line) => line.standing)).toEqual(['signed']);
  expect((await readSignOffs(content.root, reports, signed, NOW)).lines).toEqual([]);
});

test.each([
  [
    'item: answers\nrole: dev-on-call\nat: 2026-01-24T16:30:00+07:00\n',
    '"answers" is no item of that report',
  ],
  ['item: logs-read\nrole: Somebody Himself\nat: 2026-01-24T16:30:00+07:00\n', 'role'],
  ['item: logs-read\nrole: operator\nat: 2026-01-24T16:30:00\n', 'at'],
])('%j is refused with file and reason', async (text, reason) => {
  const { ending, item } = await standing(await signedContent(text));
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toContain(FILE);
  expect(ending.text).toContain(reason);
  expect(item?.sign_off).toBeUndefined();
});
