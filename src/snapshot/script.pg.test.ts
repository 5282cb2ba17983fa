import path from 'node:path';
import { expect, test } from 'vitest';
import { generated, readTree } from '../testing/content.ts';
import { createPublishedScene, createScene, expectNoSecrets, standingIn } from '../testing/scene.ts';
import { startSnapshot } from '../testing/snapshot-process.ts';

test('npm run snapshot answers on standard output, fills no log with its steps, and ends with 0', async () => {
  const scene = await createScene();
  const { code, stdout, stderr } = await startSnapshot(scene.root, scene.database.readerUrl).ended;
  expect(stdout).toContain('batches: 4 rows\n');
  expect(stdout).toContain('published record: 70 new entries\n');
  expect(stderr).not.toContain('Reading batches');
  expect(code).toBe(0);
  expectNoSecrets(scene, stdout + stderr);
  expect([...(await readTree(generated(scene.root))).keys()]).toContain('manifest.json');
});

test('npm run snapshot ends with 1 and a message when the database refuses it, and tells no secret', async () => {
  const { scene, standing } = await createPublishedScene();
  const url = new URL(scene.database.readerUrl);
  url.password = 'guessed-it';
  const { code, stdout, stderr } = await startSnapshot(scene.root, url.href).ended;
  expect(stdout).toContain(
    'FAILED batches, ledger, changelog, split, wallets, metrics, daily: Connecting to the database: the database refused the password.',
  );
  expect(stdout + stderr).not.toContain('guessed-it');
  expectNoSecrets(scene, stdout + stderr);
  expect(code).toBe(1);
  const { tree } = await standingIn(scene.root);
  expect([...tree.keys()]).toEqual([...standing.tree.keys()]);
});

test.each([undefined, ''])('npm run snapshot asks for DATABASE_URL when it is %j', async (url) => {
  const scene = await createScene();
  const { code, stderr } = await startSnapshot(scene.root, url).ended;
  expect(stderr).toMatch(/^DATABASE_URL is not set\. /);
  expect(code).toBe(1);
  await expect(readTree(path.join(scene.root, 'generated'))).rejects.toThrow('ENOENT');
});
