import { expect, test } from 'vitest';
import { NO_SECONDS } from '../core/uptime.ts';
import { judgeObjective, objectiveSchema } from './objective.ts';

const objective = (availability: string) =>
  objectiveSchema.parse({
    id: 'availability',
    name: { en: 'Availability', id: 'Ketersediaan' },
    availability,
    components: ['api'],
  });
/** 30 days are 2 592 000 seconds, of which 99.9 % leave 2 592 for being down. */
const month = (down: number, unknown = 0) => ({
  ...NO_SECONDS,
  up: 2_592_000 - down - unknown,
  down,
  unknown,
});

test.each([
  [0, 0, 'met'],
  [2_592, 0, 'met'],
  [2_593, 0, 'missed'],
  [2_000, 592, 'met'],
  [2_000, 593, 'not-known'],
  [0, 2_592_000, 'not-known'],
  [2_593, 100_000, 'missed'],
] as const)(
  'TPC-19, COI-03: 99.9 %% with %i s down and %i s unknown in 30 days is %s',
  (down, unknown, verdict) => {
    expect(judgeObjective(objective('99.9'), month(down, unknown))).toBe(verdict);
  },
);

test('nothing measured is not known, and 100 % is missed by a second', () => {
  expect(judgeObjective(objective('99.9'), NO_SECONDS)).toBe('not-known');
  expect(judgeObjective(objective('100'), month(0))).toBe('met');
  expect(judgeObjective(objective('100'), month(1))).toBe('missed');
});

test.each(['99,9', '101', '99.9999', '', '.5'])('the target %j is refused', (availability) => {
  expect(() => objective(availability)).toThrow();
});
