import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anchoredSite, FORGED_BUNDLES } from '../testing/anchored-site.ts';
import { loggedSite } from '../testing/logged-site.ts';
import { builtAs } from '../testing/published-content.ts';
import type { Judged } from '../verifier/statement.ts';
import { terang } from './terang.ts';

/** `npm run verify -- …` in a folder with the site below `site/` and the policy that believes in it. */
async function verified(alter: (files: Map<string, Uint8Array>) => void, ...args: string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { files, policy } = await loggedSite();
  alter(files);
  for (const [file, bytes] of [...files, ['../policy', Buffer.from(policy)] as const]) {
    await mkdir(path.dirname(path.join(folder, 'site', file)), { recursive: true });
    await writeFile(path.join(folder, 'site', file), bytes);
  }
  return judgedBy([path.join(folder, 'site'), '--policy', path.join(folder, 'policy'), ...args]);
}

function judgedBy(args: readonly string[]) {
  return terang(['verify', ...args], {
    env: {},
    now: () => new Date().toISOString(),
    step: () => undefined,
    isTerminal: false,
    onStop: () => undefined,
    tell: () => undefined,
  });
}

test('a site that is as it must be ends with 0, every statement right, in the language asked for', async () => {
  const { text, exitCode } = await verified(() => undefined, '--lang', 'id');
  expect(exitCode).toBe(0);
  expect(text).not.toMatch(/^(?!benar: )/m);
  expect(text).toContain('benar: setiap CSV berisi sama dengan JSON-nya (');
});

test('TPC-09 the transaction in a proof bundle is read, and what somebody falsified is named, in both languages', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'proof.json');
  const { bundle, policy } = await anchoredSite();
  await writeFile(path.join(folder, 'policy'), policy);
  const say = async (text: string, ...args: string[]) => {
    await writeFile(file, text);
    return judgedBy([file, '--policy', path.join(folder, 'policy'), ...args]);
  };
  const whole = await say(bundle, '--lang', 'id');
  // That it landed is the word of others, which nobody can recompute.
  expect(whole.exitCode).toBe(0);
  expect(whole.text).toContain(
    'benar: memo transaksi berisi hash batch ini dan tidak berisi apa pun selain itu (1)',
  );
  expect(whole.text.match(/^(?!benar: ).*/gm)).toEqual([
    expect.stringMatching(/^tidak diketahui: transaksi masuk ke blok jaringan utama.*slot 396000000/),
  ]);
  for (const { forged, said } of Object.values(FORGED_BUNDLES)) {
    const { text } = await say(forged(bundle), '--json');
    const judged = JSON.parse(text) as Judged[];
    const lines = judged.map(({ statement, verdict, faults, because }) =>
      [statement, verdict, ...faults, because?.reason ?? ''].join(' '),
    );
    expect(lines).toContainEqual(expect.stringMatching(`^${said}`));
  }
});

test('what is wrong is named, and what is not known says why', async () => {
  const { text, exitCode } = await verified((files) => {
    files.delete('data/wallets.csv');
    files.delete('log/checkpoint');
  });
  expect(exitCode).toBe(1);
  expect(text).toContain(
    'WRONG: every file of data/ is the one that data/SHA256SUMS names\n  data/wallets.csv',
  );
  expect(text).toContain('not known: the entries make the root that was signed: there is no signed log');
});

test.each([
  [
    'en',
    'not known: the site is, byte for byte, what the commit that it states makes: its content stands in no',
  ],
  [
    'id',
    'tidak diketahui: situs ini sama, bita demi bita, dengan yang dihasilkan commit yang disebutnya: kontennya',
  ],
])('that a demo can not be built again is not known, and said plainly in %s', async (language, said) => {
  const none = { ...builtAs(), demo: true, source: { commit: null, because: 'not-committed' } };
  const { text, exitCode } = await verified(
    (files) => files.set('log/build.json', Buffer.from(JSON.stringify(none))),
    ...['--rebuild', '--lang', language],
  );
  expect(exitCode).toBe(2);
  expect(text).toContain(said);
});

test('whether a site that states nothing is what its source makes is not known, for programs too', async () => {
  const { text, exitCode } = await verified(() => undefined, '--rebuild', '--json');
  expect(exitCode).toBe(2);
  expect((JSON.parse(text) as unknown[]).at(-1)).toEqual({
    ...{ statement: 'rebuild', verdict: 'unknown', counted: 0, faults: [] },
    because: { reason: 'no-statement', detail: 'log/build.json' },
  });
});

test('a kept proof is nothing that can be built again', async () => {
  const proof = terang(['verify', '-', '--rebuild'], {
    ...{ env: {}, now: () => new Date().toISOString(), step: () => undefined, isTerminal: false },
    onStop: () => undefined,
    tell: () => undefined,
  });
  await expect(proof).resolves.toMatchObject({ exitCode: 1, text: expect.stringContaining('Only a site') });
});
