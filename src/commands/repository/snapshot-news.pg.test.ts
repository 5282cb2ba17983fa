import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gitIn } from '../../store/git.ts';
import { commitInThePast, ENTERED_AT } from '../../testing/repository.ts';
import { createScene, expectNoSecrets } from '../../testing/scene.ts';
import { BATCHES } from '../../testing/small-ledger.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';
import { recordSince } from './record-since.ts';

/** What a run leaves that found nothing new. */
const MANIFEST_AND_ITS_ENTRY = [
  expect.stringMatching(/^generated\/log\/entries\/\d{4}-\d{2}\.jsonl$/),
  'generated/log/head.json',
  'generated/tpc/manifest.json',
];

test('a commit of snapshots has dataset files only where these changed, and tells what became of each', async () => {
  commitInThePast();
  const scene = await createScene();
  const git = gitIn(scene.root);
  await git('init', '--quiet');
  await writeFile(path.join(scene.root, '.gitignore'), '.lock/\n');
  const commit = async () => {
    const { message } = await commitContent({
      contentRoot: scene.root,
      now: () => ENTERED_AT,
      identity: botIdentity({}),
      push: null,
    });
    expectNoSecrets(scene, message ?? '');
    const files = await git('show', '--format=', '--name-only', '--no-renames');
    return { lines: message?.split('\n') ?? [], files: files.trim().split('\n') };
  };
  await writeFile(path.join(scene.root, 'README.md'), '');
  await git('add', 'README.md', '.gitignore');
  await git(...botIdentity({}), 'commit', '--quiet', '--message', 'First');

  await scene.snapshot();
  const first = await commit();
  expect(first.lines).toContain('tpc, batches: 4 rows, the first');

  await scene.snapshot();
  const same = await commit();
  expect(same.files).toEqual(MANIFEST_AND_ITS_ENTRY);
  expect(same.lines[0]).toMatch(/^Snapshot \d{4}-\d\d-\d\d \d\d:\d\d UTC: tpc: nothing changed$/);

  await scene.asOwner("UPDATE tpc_public_wallets SET name = 'Vault' WHERE name = 'Treasury'");
  await scene.snapshot();
  const changed = await commit();
  expect(changed.lines[0]).toMatch(/: tpc: .*wallets changed$/);
  expect(changed.files.some((file) => file.startsWith('generated/tpc/wallets/'))).toBe(true);
  expect(changed.files.some((file) => file.startsWith('generated/tpc/batches/'))).toBe(false);

  await scene.asOwner('ALTER TABLE tpc_public_wallets RENAME TO tpc_purses');
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  const stale = await commit();
  expect(stale.files).toEqual(MANIFEST_AND_ITS_ENTRY);
  expect(stale.lines[0]).toMatch(/: tpc: wallets stale$/);
  expect(stale.lines[2]).toMatch(/^tpc, wallets: stale \(schema-mismatch\), \d+ rows stand as they were$/);

  await scene.asOwner('ALTER TABLE tpc_purses RENAME TO tpc_public_wallets');
  await scene.snapshot();
  expect((await commit()).lines[2]).toMatch(/^tpc, wallets: current again, \d+ rows$/);
});

test('what a platform alters, adds and takes away is in the record, and so is no rewrite of what was published', async () => {
  commitInThePast();
  const scene = await createScene();
  const git = gitIn(scene.root);
  await git('init', '--quiet');
  await scene.snapshot();
  await git('add', '--all');
  await git(...botIdentity({}), 'commit', '--quiet', '--message', 'Published');
  await scene.asOwner("UPDATE tpc_public_wallets SET name = 'Vault' WHERE name = 'Treasury'");
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET note = 'Late.' WHERE id = '${BATCHES.march}'`,
  );
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET revenue_sum = revenue_sum + 1 WHERE id = '${BATCHES.february}'`,
  );
  expect((await scene.snapshot()).text).toMatch(/published record: [1-9]/);
  expect(await recordSince(scene.root, 'HEAD')).toEqual([]);
});
