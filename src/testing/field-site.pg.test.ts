import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSite } from '../demo/build.ts';
import { createPublishedFieldScene } from './field-ledger.ts';
import {
  beyondDocumented,
  changeSplit,
  crash,
  deleteBatch,
  honestMonth,
  MONTH,
  runTwice,
} from './field-life.ts';
import { PRIVATE_IDS } from './small-ledger.ts';

test('the life of a field’s database becomes a site that says each thing by its name, and names no person', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  await changeSplit(scene, '2026-03-01T08:00:00Z', ['0.12', '0.20', '0.05']);
  await runTwice(scene, MONTH[3] ?? '', '2026-03-02T10:00:00Z', 'b0000000-0000-4000-8000-000000000001');
  await crash(scene, '2026-03-03T10:00:00Z', 'b0000000-0000-4000-8000-000000000002');
  await beyondDocumented(scene);
  // The database dates changes of settings itself, by the clock of this machine.
  const snapshot = () => scene.snapshot({ now: new Date().toISOString() });
  expect((await snapshot()).exitCode).toBe(0);
  await deleteBatch(scene, MONTH[2] ?? '');
  expect((await snapshot()).exitCode).toBe(0);

  // Below the project: what is built for the server finds its packages from there.
  const outDir = path.join('.terang', 'field-site');
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  await buildSite({ contentRoot: scene.root, outDir, siteUrl: 'https://terang.example' });
  const page = (name: string) => readFile(path.join(outDir, 'client', name), 'utf8');
  const transparency = await page('en/transparency/index.html');
  for (const said of ['the distribution ran twice', 'name no batch', 'were refunded', 'other parts'])
    expect(transparency).toContain(said);
  expect(await page('id/transparency/index.html')).toContain('distribusi berjalan dua kali');
  for (const name of [
    'data/changelog.csv',
    'en/transparency/split/index.html',
    'en/transparency/changelog/index.html',
  ])
    for (const person of [...Object.values(PRIVATE_IDS), 'updated_by'])
      expect(await page(name)).not.toContain(person);
});
