import { expect, test, vi } from 'vitest';
import { foldFaults } from '../../fold/faults.ts';
import { datasetSeries, RECORD, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { generated, readTree } from '../../testing/content.ts';
import { createPublishedScene } from '../../testing/scene.ts';
import { runCommand } from '../../testing/script-process.ts';
import { STATED } from '../../testing/takedown.ts';

vi.setConfig({ testTimeout: 60_000 });

const TPC = snapshotFolder('tpc');
const SECRET = 'Fewer and larger payouts cost less.';

test('a text that was taken down, and that the database still has, is not published again; another in its place is', async () => {
  const { scene } = await createPublishedScene();
  const published = () => openFolder(rootOf(scene.root, TPC), TPC);
  const row = () =>
    published()
      .rows(datasetSeries('changelog'))
      .find(({ key }) => key === 'minimum_payout');
  const named = async () => {
    const { manifest } = published();
    const files = [...(await readTree(generated(scene.root)))];
    return files.flatMap(([file, text]) =>
      JSON.stringify(manifest).includes(file) && text.includes(SECRET) ? [file] : [],
    );
  };
  expect(row()?.reason).toBe(SECRET);
  expect(await named()).toHaveLength(2);

  const done = await runCommand('log', ['takedown', 'tpc', 'changelog', row()?.id ?? '', ...STATED], {
    TERANG_CONTENT: scene.root,
  });
  expect(done, done.stderr).toMatchObject({ code: 0 });
  const entries = () =>
    published()
      .rows(RECORD)
      .filter(({ id }) => id === row()?.id);
  const recorded = entries().length;
  const later = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

  const again = await scene.snapshot({ now: later(1) });
  expect(again, again.text).toMatchObject({ exitCode: 0 });
  expect(row()).toMatchObject({ reason: null, key: 'minimum_payout' });
  expect(await named()).toEqual([]);
  expect(entries()).toHaveLength(recorded);
  expect(foldFaults(scene.root, later(2))).toEqual([]);

  // What is written there later is news, as for any row.
  await scene.behindTheLedger("UPDATE tpc_changelog SET reason = 'Rewritten.' WHERE key = 'minimum_payout'");
  const news = await scene.snapshot({ now: later(3) });
  expect(news, news.text).toMatchObject({ exitCode: 0 });
  expect(row()?.reason).toBe('Rewritten.');
  expect(entries().slice(recorded)).toMatchObject([
    { kind: 'change', after: { reason: expect.any(String) } },
  ]);
  expect(await named()).toEqual([]);
  expect(foldFaults(scene.root, later(4))).toEqual([]);
});
