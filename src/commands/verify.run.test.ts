import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loggedSite } from '../testing/logged-site.ts';
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
  const given = ['verify', path.join(folder, 'site'), '--policy', path.join(folder, 'policy'), ...args];
  return terang(given, {
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
