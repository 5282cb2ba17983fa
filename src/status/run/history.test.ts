import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import type { Outcome } from '../../core/outcome.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { systemOf } from '../../testing/checks.ts';
import { SAMPLES } from '../status-folder.ts';
import type { StatusManifest } from '../status-manifest.ts';
import { addRun, readHistory } from './history.ts';

let contentRoot: string;
let root: string;
beforeEach(async () => {
  contentRoot = await mkdtemp(path.join(tmpdir(), 'terang-history-'));
  root = path.join(contentRoot, 'generated', 'status');
});
afterEach(() => rm(contentRoot, { recursive: true, force: true }));

const check = (id: string) => ({ kind: 'http', id, request: { url: 'https://localhost/' } }) as const;
const one = { system: systemOf([check('a')]), sha256: sha256Hex('one') };

async function runAt(at: string, outcome: Outcome = 'up', asked = one): Promise<StatusManifest> {
  const ids = asked.system.checks.map(({ id }) => id);
  return addRun(await readHistory(root), {
    run: { at, systems: { sample: { outcome: { [outcome]: ids } } } },
    asked: [asked],
    systems: ['sample'],
    state: { demo: false, observed_at: at, offline: false, systems: {} },
  });
}
const filesOf = async () => {
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
};

describe('raw runs', () => {
  test('one run, one line, behind the others of its day; what was written is never written again', async () => {
    await runAt('2026-01-26T00:00:07Z');
    const [first] = (await readHistory(root)).raw.values();
    const before = await readFile(path.join(root, first?.path ?? ''), 'utf8');
    await runAt('2026-01-26T00:15:07Z', 'down');
    const { raw } = await readHistory(root);
    const after = await readFile(path.join(root, raw.get('2026-01-26')?.path ?? ''), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toBe(
      '{"at":"2026-01-26T00:15:07Z","systems":{"sample":{"outcome":{"down":["a"]}}}}\n',
    );
  });

  test('files are named by hash and day, and what no manifest names is gone', async () => {
    await runAt('2026-01-26T00:00:00Z');
    await runAt('2026-01-26T00:15:00Z');
    expect(await filesOf()).toEqual([
      expect.stringMatching(/^definitions\/[0-9a-f]{12}-definitions\.jsonl$/),
      'manifest.json',
      expect.stringMatching(/^samples-2026-01\/[0-9a-f]{12}-2026-01-26\.jsonl$/),
    ]);
  });

  test('a run dated before the last one is kept, behind it, and marked', async () => {
    await runAt('2026-01-26T00:30:00Z');
    await runAt('2026-01-26T00:15:00Z', 'down');
    await runAt('2026-01-26T00:45:00Z');
    const runs = (await readHistory(root)).published.rows(SAMPLES);
    expect(runs.map(({ at, clock }) => [at.slice(11, 16), clock])).toEqual([
      ['00:30', undefined],
      ['00:15', 'set-back'],
      ['00:45', undefined],
    ]);
  });

  test('a clock that was years ahead for one run does not keep later runs from being read', async () => {
    await runAt('2036-01-26T00:00:00Z');
    const manifest = await runAt('2026-01-26T00:15:00Z');
    expect(manifest.observed_at).toBe('2026-01-26T00:15:00Z');
    expect([...(await readHistory(root)).raw.keys()]).toEqual(['2026-01-26', '2036-01-26']);
  });

  test('the days before yesterday stand in a list of their month', async () => {
    for (const day of ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'])
      await runAt(`${day}T12:00:00Z`);
    const { manifest, raw } = await readHistory(root);
    expect(manifest?.samples.map(({ path: name }) => name.slice(-16, -6))).toEqual([
      '2026-02-01',
      '2026-02-02',
    ]);
    expect(manifest?.closed.map(({ path: name, rows }) => [name.slice(-20), rows])).toEqual([
      ['2026-01-closed.jsonl', 2],
    ]);
    expect([...raw.keys()]).toHaveLength(4);
    expect((await filesOf()).filter((name) => name.startsWith('samples-'))).toHaveLength(4);
  });
});

describe('nothing is lost', () => {
  test('killed before the manifest: the old content stands, and what was left over goes with the next run', async () => {
    await runAt('2026-01-26T00:00:00Z');
    const before = await filesOf();
    await writeFile(path.join(root, 'samples-2026-01', '0123456789ab-2026-01-26.jsonl'), 'half a li');
    await writeFile(path.join(root, 'manifest.json.1234'), '{');
    expect([...(await readHistory(root)).raw.values()].map(({ path: name }) => name)).toEqual(
      before.filter((name) => name.startsWith('samples-')),
    );
    await runAt('2026-01-26T00:15:00Z');
    expect(await filesOf()).toHaveLength(3);
  });

  test('raw data that was changed by hand is refused, and nothing is written', async () => {
    const { samples } = await runAt('2026-01-26T00:00:00Z', 'down');
    const file = path.join(root, samples[0]?.path ?? '');
    await writeFile(file, (await readFile(file, 'utf8')).replace('down', 'up'));
    const manifest = await readFile(path.join(root, 'manifest.json'), 'utf8');
    await expect(runAt('2026-01-26T00:15:00Z')).rejects.toThrow(AlteredFileError);
    expect(await readFile(path.join(root, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  test('a manifest that was removed is missed, after one run already', async () => {
    await runAt('2026-01-26T00:00:00Z');
    await rm(path.join(root, 'manifest.json'));
    await expect(runAt('2026-01-26T00:45:00Z')).rejects.toThrow(/manifest\.json is missing/);
    expect((await filesOf()).filter((name) => name.startsWith('samples-'))).toHaveLength(1);
  });

  test('a manifest that is none is refused, not begun anew', async () => {
    await runAt('2026-01-26T00:00:00Z');
    await writeFile(path.join(root, 'manifest.json'), '{}');
    await expect(readHistory(root)).rejects.toThrow(/git checkout/);
  });
});
