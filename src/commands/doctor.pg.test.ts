import { expect, test } from 'vitest';
import { closedAddress } from '../testing/peer.ts';
import { createScene } from '../testing/scene.ts';
import { toldBy as linesOf, typedDoctor as typed, writingNothing } from '../testing/tried.ts';

test('a reader that can only read is well, and a superuser is to be replaced', async () => {
  const scene = await createScene();
  const env = { TERANG_CONTENT: scene.root, DATABASE_URL: scene.database.readerUrl };
  const well = linesOf(await writingNothing(scene.root, () => typed('--json', env)));
  expect(well).toContainEqual(expect.objectContaining({ state: 'ok', code: 'doctor.rights.ok' }));
  expect(well).toContainEqual(
    expect.objectContaining({
      state: 'ok',
      text: expect.stringContaining('tpc, batches: would be published'),
    }),
  );
  const wide = await typed('--json', { ...env, DATABASE_URL: scene.database.ownerUrl });
  expect(wide.exitCode).toBe(1);
  expect(linesOf(wide)).toContainEqual(
    expect.objectContaining({ state: 'todo', code: 'doctor.rights.superuser' }),
  );
  const { password } = new URL(scene.database.readerUrl);
  expect(JSON.stringify([well, wide])).not.toContain(password);
});

test('a login that may write is told with its tables, and a missing column by name', async () => {
  const scene = await createScene();
  const { reader, readerUrl } = scene.database;
  await scene.behindTheLedger(`GRANT DELETE ON public.tpc_distribution_batches TO ${reader.name}`);
  await scene.behindTheLedger('ALTER TABLE public.tpc_distribution_batches DROP COLUMN note CASCADE');
  const said = linesOf(await typed('--json', { TERANG_CONTENT: scene.root, DATABASE_URL: readerUrl }));
  expect(said.find(({ code }) => code === 'doctor.rights.writes')?.text).toContain(
    'tpc_distribution_batches',
  );
  expect(said).toContainEqual({
    state: 'todo',
    code: 'doctor.dataset.refused',
    text: expect.stringMatching(/batches: would not be published: .*a column is missing/),
  });
});

test('of a database that is dead nothing can be told, and its password is not', async () => {
  const scene = await createScene();
  const dead = (await closedAddress()).replace('http://', 'postgres://reader:hidden-word@');
  const told = await typed('--json', { TERANG_CONTENT: scene.root, DATABASE_URL: `${dead}/ledger` });
  expect(linesOf(told)).toContainEqual(
    expect.objectContaining({ state: 'untold', code: 'doctor.rights.untold' }),
  );
  expect(told.text).not.toContain('hidden-word');
});
