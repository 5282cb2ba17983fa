import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { reportDue } from '../../reports/command.ts';
import { NO_REPORTS } from '../../reports/model/reports-publication.ts';
import { createRoutineContent } from '../../testing/routine-content.ts';
import { siteText } from '../../testing/site.ts';

afterEach(() => vi.unstubAllEnvs());

/** What pages would read from a content root. */
async function read(root: string) {
  await writeFile(path.join(root, 'written', 'site.yaml'), siteText());
  vi.stubEnv('TERANG_CONTENT', root);
  vi.resetModules();
  const { reports } = await import('../content.ts');
  return reports;
}

test('before the first report there is none', async () => {
  const { root } = await createRoutineContent();
  expect((await read(root))()).toEqual(NO_REPORTS);
});

test('pages read what was kept, newest first, and the routines that people wrote', async () => {
  const content = await createRoutineContent();
  await content.write();
  await reportDue(content.command('2026-01-24T09:05:00Z'));
  await reportDue(content.command('2026-01-25T09:05:00Z'));
  const { reports, routines, observed_at } = (await read(content.root))();
  expect(reports.map(({ due_at }) => due_at)).toEqual(['2026-01-25T09:00:00Z', '2026-01-24T09:00:00Z']);
  expect(routines).toMatchObject([{ system: 'sample', routine: { id: 'morning' } }]);
  expect(observed_at).toBe('2026-01-25T09:05:00Z');
});

test('a report that was changed by hand stops the build, by name', async () => {
  const content = await createRoutineContent();
  await content.write();
  await reportDue(content.command('2026-01-24T09:05:00Z'));
  const folder = path.join(content.root, 'generated', 'reports', 'months');
  const [name = ''] = await readdir(folder);
  const text = await readFile(path.join(folder, name), 'utf8');
  await writeFile(path.join(folder, name), text.replace('not-known', 'passed'));
  const reports = await read(content.root);
  expect(() => reports()).toThrow(`months/${name} was changed by hand or damaged`);
});
