import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createContent } from '../testing/check-run.ts';
import { closedAddress } from '../testing/peer.ts';
import { createScene, type Scene } from '../testing/scene.ts';
import { typedTry as typed, writingNothing } from '../testing/tried.ts';

const inContent = (scene: Scene) => ({
  TERANG_CONTENT: scene.root,
  DATABASE_URL: scene.database.readerUrl,
});

test('a dataset is shown as it would be published, with its columns and types, before anything ever was', async () => {
  const scene = await createScene();
  const { text, exitCode } = await writingNothing(scene.root, () =>
    typed('batches --json', inContent(scene)),
  );
  expect(exitCode).toBe(0);
  const said = JSON.parse(text) as { first: { id: string }[]; rows: number };
  expect(said).toMatchObject({
    kind: 'dataset',
    system: 'tpc',
    name: 'batches',
    failure: null,
    columns: { id: 'uuid', created_at: 'timestamptz', revenue_sum: 'numeric' },
  });
  expect(said.rows).toBeGreaterThan(0);
  expect(said.first.length).toBeLessThanOrEqual(5);
  expect(text).not.toContain('created_by');
  const shown = await typed('tpc/batches', inContent(scene));
  expect(shown.text).toContain(`${said.rows} rows`);
  expect(shown.text).toContain(said.first[0]?.id);
  const { password } = new URL(scene.database.readerUrl);
  expect(`${text}${shown.text}`).not.toContain(password);
});

test('what a snapshot would refuse is refused with its reason, after it was published too', async () => {
  const scene = await createScene();
  expect((await scene.snapshot()).exitCode).toBe(0);
  await scene.behindTheLedger('DELETE FROM public.tpc_distribution_batches');
  const { text, exitCode } = await writingNothing(scene.root, () => typed('batches', inContent(scene)));
  expect({ exitCode, text }).toEqual({
    exitCode: 1,
    text: expect.stringContaining('Would not be published'),
  });
  expect(text).toContain('empty');
});

test('rows whose hash can not be recomputed are told by name, in both languages', async () => {
  const scene = await createScene();
  await scene.behindTheLedger('UPDATE public.tpc_distribution_batches SET revenue_sum = revenue_sum + 1');
  const english = await typed('batches', inContent(scene));
  expect(english.text).toMatch(/Would be published with a flag, hash-not-recomputable:\n {2}\S/);
  expect((await typed('batches --lang id', inContent(scene))).text).toContain(
    'Akan diterbitkan dengan tanda, hash-not-recomputable',
  );
});

test('a role that sees too much, a missing column, a dead database and no setting are told as a snapshot tells them', async () => {
  const scene = await createScene();
  const env = inContent(scene);
  const superuser = await typed('batches', { ...env, DATABASE_URL: scene.database.ownerUrl });
  expect(superuser).toMatchObject({ exitCode: 1, text: expect.stringContaining('is a superuser') });
  const dead = (await closedAddress()).replace('http://', 'postgres://reader:hidden-word@');
  const silent = await typed('batches', { ...env, DATABASE_URL: `${dead}/ledger` });
  expect(silent).toMatchObject({ exitCode: 1, text: expect.stringContaining('nothing listens') });
  expect(silent.text).not.toContain('hidden-word');
  const unset = await typed('batches', { TERANG_CONTENT: scene.root });
  expect(unset).toMatchObject({ exitCode: 1, text: expect.stringContaining('DATABASE_URL') });
  await scene.behindTheLedger('ALTER TABLE public.tpc_distribution_batches DROP COLUMN note CASCADE');
  const lacking = await typed('batches', env);
  expect(lacking).toMatchObject({ exitCode: 1, text: expect.stringContaining('a column is missing') });
});

test('an unknown name is answered with the list of what there is', async () => {
  const scene = await createScene();
  const { text, exitCode } = await typed('batchs', inContent(scene));
  expect(exitCode).toBe(1);
  expect(text).toContain('"batchs" is not known; is "batches" meant?');
  expect(text).toContain('tpc/dataset/metrics');
  expect((await typed('', inContent(scene))).text).toContain('tpc/dataset/metrics');
});

test('a check of a database shows its SQL, and is asked with what it rests on', async () => {
  const scene = await createScene();
  const root = await createContent([
    {
      id: 'batches-there',
      kind: 'sql',
      database: 'env:SAMPLE_DATABASE_URL',
      file: 'sql/question.sql',
      answer: 'some-rows',
    },
  ]);
  const folder = path.join(root, 'written/systems/sample/sql');
  await mkdir(folder);
  await writeFile(path.join(folder, 'question.sql'), 'SELECT id FROM public.tpc_distribution_batches');
  const env = { TERANG_CONTENT: root, SAMPLE_DATABASE_URL: scene.database.readerUrl };
  const { text, exitCode } = await typed('batches-there', env);
  expect(exitCode).toBe(0);
  expect(text).toContain('SELECT id FROM public.tpc_distribution_batches');
  expect(text).toMatch(/Answer: \{"value":"\d+"/);
});
