import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { createContent, described, writeSystem } from '../../testing/check-run.ts';

const check = { kind: 'http', request: { url: 'https://localhost/' } } as const;

/** Reads the systems below a content root as a build does. */
async function build(root: string) {
  vi.stubEnv('TERANG_CONTENT', root);
  vi.resetModules();
  const { writtenSystems } = await import('./systems.ts');
  return writtenSystems();
}

describe('what people wrote, as a build reads it', () => {
  test('every system, those that publish datasets first, then by id', async () => {
    const root = await createContent([check]);
    const transparency = { every: 'PT15M', valid_for: 'PT30M', datasets: { batches: { unit: 'TPC' } } };
    await writeSystem(root, 'zeta', stringify(described([check], { id: 'zeta', transparency })));
    await writeSystem(root, 'alpha', stringify(described([check], { id: 'alpha' })));
    expect((await build(root)).map(({ system }) => system.id)).toEqual(['zeta', 'alpha', 'sample']);
  });

  test('a mistake ends the build: every one of every file, each with file, line, column, field and reason', async () => {
    const root = await createContent([check]);
    await writeSystem(
      root,
      'first',
      'id: first\nname: { en: A, id: B }\nsummary: { en: A, id: B }\ncomponents:\n  - id: api\n    name: { en: API }\nchecks: 3\n',
    );
    await writeSystem(root, 'second', 'id: second\nname: [\n');
    await writeSystem(root, 'third', stringify(described([check], { id: 'other' })));
    const lines = await build(root).then(
      () => [],
      (error: Error) => error.message.split('\n').filter((line) => line.startsWith(root)),
    );
    const file = (id: string) => path.join(root, 'written', 'systems', id, 'system.yaml');
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(`^${file('first')}:6:\\d+ components\\.0\\.name\\.id: expected text, and there is none$`),
      ),
      expect.stringMatching(
        new RegExp(`^${file('first')}:7:\\d+ checks: expected a list, received a number$`),
      ),
      expect.stringMatching(new RegExp(`^${file('second')}:\\d+:\\d+ `)),
      `${file('third')}:1:1 id: expected "third", the name of its folder`,
    ]);
  });

  test('a folder without a file in it is named', async () => {
    const root = await createContent([check]);
    await writeSystem(root, 'lost/inner', 'x: 1');
    await expect(build(root)).rejects.toThrow(
      /lost\/system\.yaml:1:1 .*expected this file in the folder of a system/,
    );
  });
});
