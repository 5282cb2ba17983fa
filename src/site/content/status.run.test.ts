import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseLines } from '../../core/canonical.ts';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import type { StatusManifest } from '../../status/status-manifest.ts';
import { contentLines, writeFiles } from '../../store/publish.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import { createContent, runChecks } from '../../testing/check-run.ts';
import { json, startPeer } from '../../testing/peer.ts';
import { read } from '../../testing/reading.ts';
import { SITE } from '../../testing/site.ts';

let root: string;
let manifest: StatusManifest;

/** Three days of one check that is well, an answer a day. */
beforeEach(async () => {
  vi.useRealTimers();
  const alive = await startPeer((_, response) => json(response, {}));
  root = await createContent([{ kind: 'http', request: { url: alive.url } }]);
  for (const day of ['24', '25', '26']) {
    const ending = await runChecks(root, { now: () => `2026-01-${day}T12:00:00Z` });
    if (ending.manifest === undefined) throw new Error(ending.text);
    manifest = ending.manifest;
  }
});

const at = (name: string) => path.join(root, 'generated', 'status', name);

/** Reads what the checks left as a build does. */
async function build() {
  vi.stubEnv('TERANG_CONTENT', root);
  vi.resetModules();
  const { status } = await import('./status.ts');
  return status();
}

describe('what the checks left, as a build reads it', () => {
  test('is the present state, and the days that are over beside the one that is not', async () => {
    const { systems, days, runs, runsByDay, readFrom, strangers } = await build();
    expect(systems.map(({ state }) => state)).toEqual(['operational']);
    expect(days.map(({ day }) => day)).toEqual(['2026-01-24', '2026-01-25', '2026-01-26']);
    // One answer vouches for 22.5 minutes; today has no time after it.
    expect(days.map(({ up }) => up)).toEqual([1350, 1350, 0]);
    expect(days.at(-1)?.unknown).toBe(12 * 3600);
    expect([runs.length, readFrom, strangers]).toEqual([2, '2026-01-25T12:00:00Z', []]);
    expect([...runsByDay.values()]).toEqual([1, 1, 1]);
  });

  test('of a run that lies more than five minutes in the future of this machine nothing is valid', async () => {
    vi.setSystemTime(new Date('2026-01-26T11:55:00Z'));
    expect(await build()).toMatchObject({ ahead: false, systems: [{ state: 'operational' }] });
    vi.setSystemTime(new Date('2026-01-26T11:54:59Z'));
    const { ahead, systems } = await build();
    expect([ahead, systems[0]?.state, systems[0]?.observed_at]).toEqual([
      true,
      'unknown',
      '2026-01-25T12:00:00Z',
    ]);
    const { overviewOf } = await import('../views/status/overview.ts');
    const { readerFor } = await import('../../words/reader.ts');
    const { sentence, notices } = overviewOf(readerFor('en', SITE), await build(), NO_NOTES);
    expect(sentence).toMatch(/^The state of .+ is not known$/);
    expect(notices.map((notice) => read(notice))).toEqual([
      expect.stringContaining(
        'is dated 26 Jan 2026, 19:00 WIB (12:00 UTC), which is after this page was made',
      ),
    ]);
  });

  test('an answer to another question, or under another promise, says nothing of the present one', async () => {
    const file = path.join(root, 'written', 'systems', 'sample', 'system.yaml');
    const written = await readFile(file, 'utf8');
    const change = async (from: string, to: string) => {
      expect(written).toContain(from);
      await writeFile(file, written.replace(from, to));
      const [system] = (await build()).systems;
      return system;
    };
    const changed = await change('kind: http', 'kind: http\n    timeout: PT9S');
    expect([changed?.state, changed?.valid_until]).toEqual(['unknown', null]);
    const words = await change('en: Name', 'en: Another name');
    expect(words?.state).toBe('operational');
    const slower = await change('checks:', 'checked_every: PT24H\nchecks:');
    expect(slower?.valid_until).toBe('2026-01-26T12:22:30.000Z');
    const renamed = await change('- id: http', '- id: other');
    expect(renamed).toMatchObject({ state: 'unknown', removed: ['http'] });
  });

  test('… until it is asked anew, and what was answered before does not dampen it', async () => {
    const file = path.join(root, 'written', 'systems', 'sample', 'system.yaml');
    const written = await readFile(file, 'utf8');
    await writeFile(file, written.replace('kind: http', 'kind: http\n    timeout: PT9S'));
    await runChecks(root, { now: () => '2026-01-26T12:10:00Z' });
    vi.setSystemTime(new Date('2026-01-26T12:10:00Z'));
    const [system] = (await build()).systems;
    expect(system).toMatchObject({ state: 'operational', observed_at: '2026-01-26T12:10:00Z' });
    expect(system?.components[0]?.since).toBe('2026-01-26T12:10:00Z');
  });

  test.each(['samples', 'days', 'closed', 'definitions'] as const)(
    'a file of %s that was altered by hand ends the build, by name, with how to restore it',
    async (kind) => {
      const [file] = manifest[kind] as readonly ContentFile[];
      const text = await readFile(at(file?.path ?? ''), 'utf8');
      await writeFile(at(file?.path ?? ''), text.replace('{', '{ '));
      const ended = build();
      await expect(ended).rejects.toThrow(`${file?.path} was changed by hand or damaged`);
      await expect(ended).rejects.toThrow('git checkout HEAD --');
    },
  );

  test.each([
    ['yesterday’s figures are not what its samples give', '2026-01-25', 'up', 2_700],
    ['an older day’s figures name other samples than are kept', '2026-01-24', 'raw_sha256', 'b'.repeat(64)],
  ])('%s: the day is not known, and named on the page and to the operator', async (_, day, field, value) => {
    const [file] = manifest.days;
    if (file === undefined) throw new Error('there is no file of days');
    const rows = parseLines(await readFile(at(file.path), 'utf8')) as { day: string }[];
    const altered = contentLines(
      'days',
      '2026-01-daily',
      rows.map((row) => (row.day === day ? { ...row, [field]: value, unknown: 83_700 } : row)),
    );
    await writeFiles(at('.'), [altered]);
    await writeFile(at('manifest.json'), JSON.stringify({ ...manifest, days: [altered.file] }));
    const status = await build();
    expect(status.contradicted).toEqual([{ day, system: 'sample', component: 'api' }]);
    const shown = status.days.map((line) => [line.day, line.up, line.unknown]);
    expect(shown.filter(([of]) => of !== '2026-01-26')).toEqual(
      ['2026-01-24', '2026-01-25'].map((of) => (of === day ? [of, 0, 86_400] : [of, 1_350, 85_050])),
    );
    const { statusWarnings } = await import('../views/status/warnings.ts');
    expect(statusWarnings(status)).toContain(
      `sample/api: the figures of ${day} are not what its raw samples give; the day is shown as not known`,
    );
    // The next run makes yesterday's anew from its samples.
    if (day === '2026-01-25') {
      await runChecks(root, { now: () => '2026-01-26T12:10:00Z' });
      expect((await build()).contradicted).toEqual([]);
    }
  });

  test('a file that the manifest names and that is gone ends it too', async () => {
    const [file] = manifest.days;
    await rm(at(file?.path ?? ''));
    await expect(build()).rejects.toThrow(file?.path);
  });

  test('a manifest that is not one is named, with its field', async () => {
    await writeFile(at('manifest.json'), '{"half":');
    await expect(build()).rejects.toThrow(/generated\/status\/manifest\.json is not JSON/);
    await writeFile(at('manifest.json'), JSON.stringify({ ...manifest, offline: 'no' }));
    await expect(build()).rejects.toThrow(
      /generated\/status\/manifest\.json is not what its schema says.*offline/s,
    );
  });

  test('a manifest that was lost is no fresh beginning', async () => {
    await rm(at('manifest.json'));
    await expect(build()).rejects.toThrow(/manifest\.json is missing, but files it vouched for are there/);
  });

  test('before the first run everything is unknown', async () => {
    await rm(at(''), { recursive: true });
    const { systems, days, manifest: none } = await build();
    expect([systems.map(({ state }) => state), days, none]).toEqual([['unknown'], [], null]);
  });
});
