import { expect, test } from 'vitest';
import { createContent, described, writeSystem } from '../testing/check-run.ts';
import { readSystem, settingsPrefixes } from './system-file.ts';

test('no system gets at the settings of another: not by its prefix, nor by the beginning of it', async () => {
  const root = await createContent([]);
  const add = (id: string, settings_prefix?: string) =>
    writeSystem(root, id, JSON.stringify(described([], { id, settings_prefix })));
  await add('event-api', 'EVT');
  await add('stranger', 'SAMPLE');
  await add('greedy', 'EV');
  await add('event');
  const reason = async (id: string) =>
    readSystem(root, id).then(
      () => null,
      (error: Error) => error.message.replace(/^.*:1:1 /, ''),
    );
  expect(await reason('stranger')).toBe(
    'settings_prefix: expected another than SAMPLE: settings that begin with SAMPLE_ are those of the system "sample"',
  );
  // Whoever is named so by its own id is in its right, and one of another's beginning that is no whole word is apart.
  expect(await reason('sample')).toBeNull();
  expect(await reason('event-api')).toBeNull();
  expect(await reason('greedy')).toBeNull();
  await add('twin', 'EVT');
  expect(await reason('twin')).toContain('those of the system "event-api"');
  await add('event-long');
  expect(await reason('event')).toBe(
    'settings_prefix: expected another than EVENT: settings that begin with EVENT_LONG_ are those of the system "event-long"',
  );
  expect(Object.fromEntries(await settingsPrefixes(root))).toMatchObject({
    sample: 'SAMPLE_',
    'event-api': 'EVT_',
    'event-long': 'EVENT_LONG_',
  });
});
