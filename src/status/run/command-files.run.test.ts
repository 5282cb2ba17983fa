import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../core/canonical.ts';
import { DATASET_NAMES } from '../../ledger/dataset.ts';
import { createContent, described, runChecks, writeSystem } from '../../testing/check-run.ts';
import type { GivenCheck } from '../../testing/checks.ts';
import { json, startPeer } from '../../testing/peer.ts';

const http = (url: string, more: Readonly<Record<string, unknown>> = {}): GivenCheck => ({
  kind: 'http',
  request: { url },
  timeout: 'PT2S',
  ...more,
});
const startAlive = (status = 200) => startPeer((_, response) => json(response, {}, status));

describe('files of systems', () => {
  test('one that is wrong stops its own system only: all problems, with line, column and field', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    await writeSystem(
      root,
      'broken',
      'id: broken\nname: { en: A }\nsummary: { en: A, id: B }\ncomponents: 5\nchecks: 3\n',
    );
    const { text, exitCode, answers } = await runChecks(root);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/broken\/system\.yaml:2:\d+ name\.id: /);
    expect(text).toMatch(/broken\/system\.yaml:4:\d+ components: /);
    expect(text).toMatch(/broken\/system\.yaml:5:\d+ checks: /);
    expect(text).toMatch(/sample: 1 up$/);
    expect([...(answers?.systems.keys() ?? [])]).toEqual(['sample']);
  });

  test('what a refused file would have asked is counted as unknown, not passed over', async () => {
    const root = await createContent([http('https://localhost/', { of: 'nothing' })]);
    const { text, exitCode } = await runChecks(root);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^sample: 1 unknown: none is asked before this file is corrected$/m);
  });

  test('a reference to nothing is named where it stands', async () => {
    const derived = {
      kind: 'derived',
      of: 'nothing',
      to: { setting: 'limit' },
      as: 'percent',
      gauge: { unit: '%' },
    };
    const root = await createContent([
      derived as GivenCheck,
      http('https://localhost/', { component: 'web' }),
    ]);
    const { text, exitCode } = await runChecks(root);
    expect(exitCode).toBe(1);
    for (const field of ['checks.0.of', 'checks.0.to.setting', 'checks.1.component'])
      expect(text).toContain(field);
  });

  test('a JSONPath that can not be read is refused in the file, not when the check runs', async () => {
    const expected = { json: [{ path: '$.[', equals: 1 }] };
    const root = await createContent([http('https://localhost/', { expect: expected })]);
    expect((await runChecks(root)).text).toMatch(/checks\.0\.expect\.json\.0.*JSONPath/s);
  });

  test('one system alone; what was said of the others stands', async () => {
    const alive = await startAlive();
    const root = await createContent([http(alive.url)]);
    const other = described([http(`${alive.url}/other`)], { id: 'other' });
    await writeSystem(root, 'other', JSON.stringify(other));
    await runChecks(root);
    const { manifest, text } = await runChecks(root, {
      systemId: 'other',
      now: () => '2026-01-26T12:15:00Z',
    });
    expect(text).toBe('other: 1 up');
    expect(Object.keys(manifest?.systems ?? {}).toSorted()).toEqual(['other', 'sample']);
    expect(alive.asked.toSorted()).toEqual(['GET /', 'GET /other', 'GET /other']);
  });

  test('TPC-18: a broken playbook is said with file, line and field, and nothing else changes', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    const folder = path.join(root, 'written', 'systems', 'sample', 'playbooks');
    await mkdir(folder);
    await writeFile(path.join(folder, 'outage.yaml'), 'id: outage\nseverity: [\n');
    const { text, exitCode } = await runChecks(root);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^No note can be written from these playbooks .*\n.*outage\.yaml:\d+:\d+ /);
    expect(text).toMatch(/sample: 1 up$/);
  });

  test('a system that does not exist, and none at all', async () => {
    const root = await createContent([http('https://localhost/')]);
    expect(await runChecks(root, { systemId: 'nobody' })).toMatchObject({ exitCode: 1 });
  });
});

describe('TPC-11: a check of this site’s own snapshot', () => {
  const absent = {
    state: 'absent',
    reason: null,
    observed_at: null,
    valid_until: null,
    unit: null,
    row_security: null,
    rows: 0,
    files: [],
    findings: [],
  };
  const writeSnapshot = async (root: string, demo: boolean, text?: string) => {
    const times = { observed_at: '2026-01-26T11:45:00Z', valid_until: '2026-01-26T12:15:00Z' };
    const datasets = {
      ...Object.fromEntries(DATASET_NAMES.map((name) => [name, absent])),
      ledger: { ...absent, ...times, state: 'current' },
    };
    const manifest = {
      format: 'terang/manifest/1',
      system: 'sample',
      source: { kind: 'postgres', demo },
      ...times,
      datasets,
      record: { entries: [], words: [] },
    };
    const folder = path.join(root, 'generated', 'sample');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'manifest.json'), text ?? canonicalJson(manifest));
  };
  const current: GivenCheck = { kind: 'dataset', dataset: 'ledger', ask: 'current' };

  test('is read from its manifest; invented data makes the answers invented', async () => {
    const root = await createContent([current]);
    await writeSnapshot(root, true);
    expect(await runChecks(root)).toMatchObject({ text: 'sample: 1 up', manifest: { demo: true } });
  });

  test('is unknown where there is none, and where it can not be read', async () => {
    const root = await createContent([current]);
    expect((await runChecks(root)).text).toContain('UNKNOWN (absent): dataset');
    await writeSnapshot(root, false, '{"half":');
    expect((await runChecks(root)).text).toMatch(
      /UNKNOWN \(unreadable: .*manifest\.json is not JSON.*\): dataset/,
    );
    await writeSnapshot(root, false, '{}');
    expect((await runChecks(root)).text).toMatch(
      /UNKNOWN \(unreadable: .*manifest\.json is not what its schema says:\): dataset/,
    );
  });
});
