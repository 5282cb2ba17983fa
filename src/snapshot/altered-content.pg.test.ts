import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIRST_RUN } from '../store/published.ts';
import { generated, readTree } from '../testing/content.ts';
import {
  createPublishedScene,
  createScene,
  expectUntouched,
  type Standing,
  standingIn,
} from '../testing/scene.ts';

/** The one file of a folder whose name begins so. */
function fileOf(standing: Standing, beginning: string): string {
  const [file, ...others] = [...standing.tree.keys()].filter((name) =>
    name.replace(/[0-9a-f]{12}-/, '').startsWith(beginning),
  );
  if (file === undefined || others.length > 0) throw new Error(`not one file: ${beginning}`);
  return file;
}

describe('generated content that was changed by hand is refused and named, and nothing is written:', () => {
  test.each(['batches/2026-02', 'record/2026-03', 'words/2026-03', 'metrics/all'])(
    'one byte in %s',
    async (beginning) => {
      const { scene, standing } = await createPublishedScene();
      const file = fileOf(standing, beginning);
      const bytes = await readFile(path.join(generated(scene.root), file));
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      await writeFile(path.join(generated(scene.root), file), bytes);
      const altered = await standingIn(scene.root);
      const ending = await scene.snapshot();
      expect(ending.text).toContain(`${file} was changed by hand or damaged: its SHA-256 is `);
      await expectUntouched(scene, ending, altered);
    },
  );

  test('a line more in the record', async () => {
    const { scene, standing } = await createPublishedScene();
    const file = fileOf(standing, 'record/');
    await appendFile(
      path.join(generated(scene.root), file),
      '{"dataset":"wallets","id":"Extra","kind":"gone","seen_at":"2026-03-20T09:10:11.123Z"}\n',
    );
    const altered = await standingIn(scene.root);
    const ending = await scene.snapshot();
    expect(ending.text).toContain(file);
    await expectUntouched(scene, ending, altered);
  });

  test('a file that was removed, and another that was changed: both are named', async () => {
    const { scene, standing } = await createPublishedScene();
    const [removed, changed] = [fileOf(standing, 'changelog/2026-01'), fileOf(standing, 'daily/2026-02')];
    await rm(path.join(generated(scene.root), removed));
    await appendFile(path.join(generated(scene.root), changed), '\n');
    const altered = await standingIn(scene.root);
    const ending = await scene.snapshot();
    expect(ending.text).toContain(`${removed} is missing. Restore it with "git checkout HEAD -- `);
    expect(ending.text).toContain(`${changed} was changed by hand or damaged`);
    await expectUntouched(scene, ending, altered);
  });

  test.each(['{"format":"terang/manifest/1"', '{}', 'null', ''])('a manifest that says %j', async (text) => {
    const { scene, standing } = await createPublishedScene();
    await writeFile(path.join(generated(scene.root), 'manifest.json'), text);
    const ending = await scene.snapshot();
    expect(ending.text).toMatch(
      /manifest\.json is not (JSON|what its schema says)[\s\S]*Restore it with "git checkout HEAD -- /,
    );
    await expectUntouched(scene, ending, {
      ...standing,
      tree: new Map([...standing.tree, ['manifest.json', text]]),
    });
  });

  test('a manifest that was removed: a new one would begin the published record anew', async () => {
    const { scene, standing } = await createPublishedScene();
    await rm(path.join(generated(scene.root), 'manifest.json'));
    const ending = await scene.snapshot();
    expect(ending.text).toMatch(
      /manifest\.json is missing, but files it vouched for are there \(batches\/[0-9a-f]{12}-2026-\d\d\.jsonl /,
    );
    await expectUntouched(scene, ending, {
      ...standing,
      tree: new Map([...standing.tree].filter(([file]) => file !== 'manifest.json')),
    });
  });
});

test('files of a first run that was killed are no hindrance, and go', async () => {
  const { scene, standing } = await createPublishedScene();
  const folder = generated(scene.root);
  await rm(path.join(folder, 'manifest.json'));
  await writeFile(path.join(folder, FIRST_RUN), '');
  await rename(
    path.join(folder, fileOf(standing, 'metrics/')),
    path.join(folder, 'metrics/0123456789ab-all.jsonl.d1d1'),
  );
  const ending = await scene.snapshot();
  expect(ending.text).toContain('published record: 70 new entries');
  expect(ending.exitCode).toBe(0);
  const datasets = (tree: ReadonlyMap<string, string>) =>
    [...tree.keys()].filter((file) => !/^(record|words)\//.test(file));
  expect(datasets(await readTree(folder))).toEqual(datasets(standing.tree));
});

test('what other people keep in the folder stays', async () => {
  const { scene } = await createPublishedScene();
  const note = path.join(generated(scene.root), 'README.md');
  await writeFile(note, 'By machines.\n');
  for (const folder of ['elsewhere', 'batches/drafts']) {
    await mkdir(path.join(generated(scene.root), folder));
    await writeFile(path.join(generated(scene.root), folder, 'file'), '');
  }
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect([...(await readTree(generated(scene.root))).keys()]).toEqual(
    expect.arrayContaining(['README.md', 'batches/drafts/file', 'elsewhere/file']),
  );
});

describe('invented and real figures never share a folder:', () => {
  const mark = "COMMENT ON TABLE tpc_distribution_batches IS 'terang:demo invented figures'";

  test('demo data is refused where real data stands', async () => {
    const { scene, standing } = await createPublishedScene();
    await scene.asOwner(mark);
    const ending = await scene.snapshot();
    expect(ending.text).toBe('This folder holds real data and what comes is demo. Use a folder of its own.');
    await expectUntouched(scene, ending, standing);
  });

  test('real data is refused where demo data stands', async () => {
    const scene = await createScene();
    await scene.asOwner(mark);
    expect((await scene.snapshot()).exitCode).toBe(0);
    const standing = await standingIn(scene.root);
    expect(standing.manifest.source.demo).toBe(true);
    await scene.asOwner('COMMENT ON TABLE tpc_distribution_batches IS NULL');
    const ending = await scene.snapshot();
    expect(ending.text).toBe('This folder holds demo data and what comes is real. Use a folder of its own.');
    await expectUntouched(scene, ending, standing);
  });

  test('a demo that can not be read leaves the folder a demo', async () => {
    const scene = await createScene();
    await scene.asOwner(mark);
    await scene.snapshot();
    const ending = await scene.snapshot({ url: 'postgres://127.0.0.1:1/none' });
    expect(ending.exitCode).toBe(1);
    expect((await standingIn(scene.root)).manifest.source.demo).toBe(true);
  });
});
