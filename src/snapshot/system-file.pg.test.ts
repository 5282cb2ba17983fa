import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createContentRoot, within } from '../testing/content.ts';
import { createPublishedScene, createScene, expectUntouched, standingIn } from '../testing/scene.ts';

test('a mistake in system.yaml is told with file, line, field and reason, and nothing is read', async () => {
  const { scene, standing } = await createPublishedScene();
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace('metrics: { unit: TPC }', 'metrics: {}').replace('PT30M', 'half an hour'),
  );
  const ending = await scene.snapshot();
  expect(ending.text).toMatch(/system\.yaml:\d+:\d+ transparency\.valid_for: /);
  expect(ending.text).toMatch(
    /system\.yaml:\d+:\d+ transparency\.datasets\.metrics\.unit: expected the unit/,
  );
  await expectUntouched(scene, ending, standing);
});

test('a dataset that is not published any more keeps its files, and the run says why it is stale', async () => {
  const { scene, standing } = await createPublishedScene();
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('wallets: {}', ''));
  const { text, exitCode } = await scene.snapshot();
  expect(text).toContain('wallets: STALE (not published any more: see system.yaml), 4 rows');
  expect(exitCode).toBe(0);
  const { tree } = await standingIn(scene.root);
  expect(within(tree, ['wallets'])).toEqual(within(standing.tree, ['wallets']));
});

test('a dataset without rows is published where system.yaml says that this can be the truth', async () => {
  const scene = await createScene();
  await scene.asOwner('TRUNCATE tpc_public_wallets');
  const refused = await scene.snapshot();
  expect(refused.text).toContain('empty: The source has no wallets. If there really are none, set');
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('wallets: {}', 'wallets: { may_be_empty: true }'),
  );
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(0);
  expect((await standingIn(scene.root)).manifest.datasets.wallets).toMatchObject({
    state: 'current',
    rows: 0,
  });
});

test('amounts that were published in one unit are never relabelled as another', async () => {
  const scene = await createScene();
  expect((await scene.snapshot()).exitCode).toBe(0);
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('batches: { unit: TPC }', 'batches: { unit: USDC }'),
  );
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toContain('unit-changed: amounts were published in TPC, system.yaml now says USDC');
  expect((await standingIn(scene.root)).manifest.datasets.batches).toMatchObject({
    state: 'stale',
    reason: 'unit-changed',
    unit: 'TPC',
  });
});

test('a content root without the system is told as such', async () => {
  const scene = await createScene();
  const root = await createContentRoot();
  await rm(path.join(root, 'written/systems/tpc'), { recursive: true });
  const ending = await scene.snapshot({ root });
  expect(ending.text).toMatch(/system\.yaml:1:1 this file cannot be read: there is no system "tpc"$/m);
  expect(ending.exitCode).toBe(1);
});
