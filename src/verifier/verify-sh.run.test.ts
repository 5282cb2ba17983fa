import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, loggedSite } from '../testing/logged-site.ts';
import { policyOfTwo } from '../testing/signed-log.ts';
import { piecesOf } from './pasted.ts';
import { checkPieces } from './pieces.ts';
import { exitCodeOf } from './statement.ts';

const SCRIPT = path.resolve('public/verify.sh');

let scratch: string;
let bundle: string;
let policy: string;
beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'terang-verify-sh-'));
  const site = await loggedSite(5);
  policy = site.policy;
  // A batch in a small checkpoint, one in the last of them at an odd place, and the note.
  bundle = bundleOf(site.files, 0, 4, 7);
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** What the script says in a folder that has nothing but a proof and a policy. */
function run(shell: string, proof: string, brought = policy) {
  writeFileSync(path.join(scratch, 'proof.json'), proof);
  writeFileSync(path.join(scratch, 'policy'), brought);
  const options = { cwd: scratch, env: { PATH: process.env.PATH }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(shell, [SCRIPT, 'proof.json', 'policy'], options);
  const lines = stdout.split('\n').filter((line) => /^(right|WRONG|not known) /.test(line));
  return { status, stderr, verdicts: lines.map((line) => line.split(/ {2,}/)[0]), lines };
}

describe.each(['dash', 'bash'])('/verify.sh in %s', (shell) => {
  test('says of a proof that is as it must be that all is right', () => {
    const { status, stderr, verdicts, lines } = run(shell, bundle);
    expect([status, stderr]).toEqual([0, '']);
    expect(verdicts).toEqual(Array(14).fill('right'));
    expect(lines.filter((line) => line.includes('the figures make the batch hash'))).toHaveLength(2);
  });

  test.each<readonly [what: string, was: string | RegExp, is: string, says: string]>([
    ['a figure', '600.000000', '600.000001', 'WRONG      the record has the hash'],
    ['the hash in the entry', /\\"hash\\":\\"./, '\\"hash\\":\\"x', 'WRONG      the record has the hash'],
    [
      'when it was entered',
      '2026-01-26T07:05:00Z\\"}"',
      '2026-01-26T07:04:00Z\\"}"',
      'WRONG      the entry is in the log',
    ],
    ['the size that was signed', 'log.example/demo\\n5', 'log.example/demo\\n6', 'WRONG      the log signed'],
    ['a cosignature', /(— witness\.example )(\S{40})./, '$1$2/', 'WRONG      a witness has seen it'],
  ])('calls it wrong where %s is another', (_, was, is, says) => {
    const altered = bundle.replace(was, is);
    expect(altered).not.toBe(bundle);
    const { status, lines } = run(shell, altered);
    expect(status).toBe(1);
    expect(
      lines.some((line) => line.startsWith(says)),
      lines.join('\n'),
    ).toBe(true);
  });

  test('says not known where the policy names another key of the log, and where no witness of it saw it', () => {
    const others = policy.replace(
      /^log \S+/,
      'log log.example/demo+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    );
    const strange = run(shell, bundle, others);
    expect(strange.status).toBe(2);
    expect(strange.lines.join('\n')).toMatch(/^not known +the log signed.*does not name/m);
    // The key that it names stands there, and did not sign.
    const forged = policy.replace(/^(log \S+\+)\S+$/m, '$1AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(run(shell, bundle, forged).status).toBe(1);
    const alone = run(shell, bundle, policy.replace(/^witness.*\nquorum.*$/m, 'quorum none'));
    expect([alone.status, new Set(alone.verdicts)]).toEqual([2, new Set(['right', 'not known'])]);
  });

  test('leaves what a bundle says of the keys of the log to verify.mjs', () => {
    const { proven, ...rest } = JSON.parse(bundle);
    const [first] = proven;
    const key = { ...first, entry: first.entry.replace('"kind":"batch"', '"kind":"key"') };
    const { status, verdicts } = run(shell, JSON.stringify({ ...rest, proven: [...proven, key] }));
    expect([status, verdicts]).toEqual([0, Array(14).fill('right')]);
  });

  test('says as verify.mjs does whether as many witnesses have seen it as the policy asks for', async () => {
    for (const [brought, status] of [
      [policyOfTwo(1), 0],
      [policyOfTwo(2), 2],
      [
        policy.replace(
          'quorum friend\n',
          `${policy.split('\n')[1]?.replace('friend', 'twin')}\nquorum twin\n`,
        ),
        2,
      ],
      [policy.replace('quorum friend', 'quorum nobody'), 2],
    ] as const) {
      const said = run(shell, bundle, brought);
      expect(said.status, brought).toBe(status);
      const judged = await checkPieces(piecesOf(bundle), brought);
      // What it can not read of a policy is wrong there, and not known here; neither is ever right.
      expect(exitCodeOf(judged) === 0, brought).toBe(status === 0);
    }
    expect(run(shell, bundle, policyOfTwo(2)).lines).toContainEqual(
      'not known  as many witnesses as the policy asks for have seen it: fewer; seen by: friend',
    );
  });

  test('without its two files says how it is called', () => {
    const { status, stderr } = spawnSync(shell, [SCRIPT], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'sh verify.sh <proof.json> <policy>\n']);
  });
});
