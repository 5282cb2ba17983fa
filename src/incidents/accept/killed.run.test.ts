import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createNotedContent, type NotedContent } from '../../testing/noted-content.ts';
import { NOTE as TOLD, update } from '../../testing/notes.ts';
import { PNG } from '../../testing/rasters.ts';
import { runCommand } from '../../testing/script-process.ts';
import { readNotes } from './content.ts';

// Processes of their own: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

/** These runs go by the clock of the machine, for which it is told late. */
const NOTE = TOLD.replace(
  'started:',
  'late_reason: { en: Found in the audit., id: Ditemukan saat audit. }\nstarted:',
);
const FILE = 'incidents/2026-01-05-distribution-delayed.md';
const DIE_WHILE_WRITING = new URL('../../testing/die-while-writing.ts', import.meta.url).href;

/** `npm run notes`, killed just before its `dieAt`-th operation that changes a file. */
function run(root: string, dieAt?: number) {
  return runCommand('notes', ['--content', root], {
    NODE_OPTIONS: `--import ${DIE_WHILE_WRITING}`,
    ...(dieAt === undefined ? {} : { DIE_AT: String(dieAt) }),
  });
}

/** The updates that count and the images that they show, without what each run draws anew. Each file is read. */
async function whatItSays({ generated }: Pick<NotedContent, 'generated'>): Promise<string[]> {
  const { record, accepted } = await readNotes(generated);
  const images = accepted.flatMap((copy) => (copy.images ?? []).map((image) => image.sha256));
  return [...(record.get('incident-update')?.keys() ?? []), ...images];
}

/** How long a dead run's lock holds others up is a test of its own. */
async function unlock({ generated }: Pick<NotedContent, 'generated'>): Promise<void> {
  for (const folder of [generated, path.join(generated, '..', 'log')])
    await rm(path.join(folder, '.lock'), { recursive: true, force: true });
}

test('killed while writing, the notes are the old ones or the new ones, and the next run succeeds', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  expect(await run(content.root)).toMatchObject({ code: 0 });
  const shown = (words: string, alt: string) => `${words}\n\n![${alt}](images/runs.png)`;
  const added = [shown('It runs.', 'The runs'), shown('Berjalan.', 'Prosesnya')] as const;
  await content.write('incidents/images/runs.png', PNG);
  await content.write(FILE, NOTE + update('Monitoring', '2026-01-05 18:00 +07:00', ...added));
  const copyTo = async () => {
    const copy = await createNotedContent();
    await cp(content.root, copy.root, { recursive: true });
    return copy;
  };
  const whole = await copyTo();
  const { code, stderr } = await run(whole.root);
  expect(code).toBe(0);
  const [, operations = 0, commit = 0] = /operations: (\d+), commit: (\d+)/.exec(stderr)?.map(Number) ?? [];
  expect(commit).toBeGreaterThan(0);
  const [old, current] = [await whatItSays(content), await whatItSays(whole)];
  expect(current).toHaveLength(3);

  for (const dieAt of [Math.ceil(commit / 2), commit, commit + 1]) {
    const copy = await copyTo();
    expect(dieAt).toBeLessThanOrEqual(operations);
    expect((await run(copy.root, dieAt)).code).toBeNull();
    expect(await whatItSays(copy)).toEqual(dieAt <= commit ? old : current);
    await unlock(copy);
    expect(await copy.accept('2026-12-01T00:00:00Z')).toMatchObject({ exitCode: 0 });
    expect(await whatItSays(copy)).toEqual(current);
  }
});

test('a first run that was killed leaves nothing published, and the next one begins the record', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  expect((await run(content.root, 9)).code).toBeNull();
  expect((await readNotes(content.generated)).manifest).toBeNull();
  await unlock(content);
  expect(await content.accept('2026-12-01T00:00:00Z')).toMatchObject({ exitCode: 0 });
  expect(await whatItSays(content)).toHaveLength(1);
});
