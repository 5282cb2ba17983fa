import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveCommand } from '../archive/command.ts';
import { walletSchema } from '../ledger/wallet.ts';
import { reportOne } from '../reports/one.ts';
import { walletsPageOf } from '../site/views/wallets.ts';
import { checkCommand } from '../status/run/command.ts';
import { readManifest, readRows } from './content.ts';
import { createPublishedFieldScene } from './field-ledger.ts';
import { changeSplit, distribute, earn, honestMonth } from './field-life.ts';
import { published } from './publication.ts';
import { readerFor, SITE } from './site.ts';

const NOW = '2026-03-20T09:30:00Z';

test('TPC-12, TPC-17: checks, routines and the archive of an honest field’s database accuse nobody', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  await changeSplit(scene, '2026-03-01T08:00:00Z', ['0.12', '0.20', '0.05']);
  await earn(scene, '2026-03-19', 5);
  await distribute(scene, '2026-03-20T09:00:00Z', 'b0000000-0000-4000-8000-000000000009');
  expect((await scene.snapshot({ now: NOW })).exitCode).toBe(0);

  const settings = { TPC_DATABASE_URL: scene.database.readerUrl, TPC_READER_ROLE: 'tpc_reader' };
  const checked = await checkCommand({ contentRoot: scene.root, settings, now: () => NOW });
  // Its API is not asked here, and of wallets that state no link nobody can tell that their links are right.
  expect(checked.text).not.toContain('DOWN');
  expect(checked.text).toContain('tpc: 13 up, 11 unknown');

  const scratch = await mkdtemp(path.join(tmpdir(), 'terang-scratch-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  for (const routineId of ['afternoon', 'distribution']) {
    const told = await reportOne({
      contentRoot: scene.root,
      scratch,
      settings,
      now: () => NOW,
      publicMachine: false,
      systemId: 'tpc',
      routineId,
    });
    expect(told.exitCode, told.text).toBe(0);
    const results = [...told.text.matchAll(/^## .*: ([a-z ]+)/gm)].map(([, result]) => result);
    expect(results, told.text).not.toContain('failed');
    expect(results.filter((result) => result === 'passed').length, told.text).toBeGreaterThan(4);
  }

  const archived = await archiveCommand(
    { task: 'make', month: '2026-02' },
    { site: () => SITE, contentRoot: scene.root, now: NOW },
  );
  expect(archived.exitCode, archived.text).toBe(0);
  const where = path.join(scene.root, 'generated', 'archive', '2026-02');
  const verified = await archiveCommand(
    { task: 'verify', where },
    { site: () => SITE, contentRoot: scene.root, now: NOW },
  );
  expect(verified.exitCode, verified.text).toBe(0);
});

test('TPC-02, TPC-05: a swapped address and a split that nobody explained are down on the status page, each by its name', async () => {
  const { scene } = await createPublishedFieldScene();
  await scene.behindTheLedger(`UPDATE app_settings
      SET value = jsonb_set(value, '{treasury,address}', '"So11111111111111111111111111111111111111112"')
      WHERE key = 'public_wallets';
    UPDATE app_settings SET value = '{"referral": 0.3, "treasury": 0.2, "buyback": 0.05}'
      WHERE key = 'distribution_split'`);
  expect((await scene.snapshot({ now: NOW })).exitCode).toBe(0);
  const settings = { TPC_DATABASE_URL: scene.database.readerUrl };
  const checked = await checkCommand({ contentRoot: scene.root, settings, now: () => NOW });
  expect(checked.text).toMatch(/DOWN \(flagged\): .*wallets-unchanged = 1/);
  expect(checked.text).toMatch(/DOWN \(flagged\): .*split-explained = 1/);
  const wallets = (await readRows(scene.root, 'wallets')).map((row) => walletSchema.parse(row));
  const publication = { ...published({ wallets }), manifest: await readManifest(scene.root) };
  const headline = (language: 'en' | 'id') => walletsPageOf(readerFor(language), publication).headline;
  expect(headline('en')).toContain('changed or gone after publication: 1');
  expect(headline('id')).toContain('diubah atau hilang setelah diterbitkan: 1');
});
