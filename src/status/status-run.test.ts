import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OUTCOMES } from '../core/outcome.ts';
import { REASONS, type Sample } from './sample.ts';
import { runsOf, statusRunSchema, toAnswers, toSamples } from './status-run.ts';

const sample = fc
  .record(
    {
      outcome: fc.constantFrom(...OUTCOMES),
      ms: fc.nat(),
      value: fc.oneof(fc.nat().map(String), fc.constant('-12.500')),
      reason: fc.constantFrom(...REASONS),
      endpoint: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['outcome'] },
  )
  .map((given): Sample => ({ ...given }));

test('turning samples on their side loses nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), sample, { noNullPrototype: true }),
      (samples) => {
        const line = { at: '2026-01-26T00:00:00Z', systems: { sample: toAnswers(samples) } };
        const read = statusRunSchema.parse(JSON.parse(JSON.stringify(line)));
        expect(toSamples(read.systems.sample ?? { outcome: {} })).toEqual(samples);
      },
    ),
  );
});

test('a number that is the latency is written once', () => {
  const samples = {
    api: { outcome: 'up', ms: 120, value: '120' },
    lag: { outcome: 'up', ms: 80, value: '3' },
  } as const;
  expect(toAnswers(samples)).toEqual({
    outcome: { up: ['api', 'lag'] },
    ms: { api: 120, lag: 80 },
    value: { lag: '3' },
    value_is_ms: ['api'],
  });
});

test('a value that nobody knows is refused, never taken for up', () => {
  const line = (systems: unknown) =>
    statusRunSchema.safeParse({ at: '2026-01-26T00:00:00Z', systems }).success;
  expect(line({ sample: { outcome: { up: ['api'] } } })).toBe(true);
  expect(line({ sample: { outcome: { fine: ['api'] } } })).toBe(false);
  expect(line({ sample: { outcome: { up: ['api'] }, reason: { api: 'because' } } })).toBe(false);
});

test('a line that contradicts itself is refused: two outcomes of one check, or a latency that is not there', () => {
  expect(() => toSamples({ outcome: { up: ['api'], down: ['api'] } })).toThrow('"api" has two outcomes');
  expect(() => toSamples({ outcome: { up: ['api'] }, value_is_ms: ['api'] })).toThrow('"api" has no latency');
});

test('the runs of one system, in order of time; a run without it is a gap', () => {
  const line = (at: string, system: string) => ({ at, systems: { [system]: { outcome: { up: ['api'] } } } });
  const lines = [
    line('2026-01-26T00:15:00Z', 'sample'),
    line('2026-01-26T00:00:00Z', 'sample'),
    line('2026-01-26T00:30:00Z', 'other'),
  ];
  expect(runsOf(lines, 'sample').map(({ at }) => at)).toEqual([
    '2026-01-26T00:00:00Z',
    '2026-01-26T00:15:00Z',
  ]);
});
