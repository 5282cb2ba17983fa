import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../../core/outcome.ts';
import { defineChecks } from '../../../status/check-definition.ts';
import { presentOf } from '../../../status/present.ts';
import { rollUp } from '../../../status/rollup.ts';
import type { Run } from '../../../status/sample.ts';
import { NO_STATUS, windowOf } from '../../../status/status-publication.ts';
import { systemOf } from '../../../testing/checks.ts';
import { readerFor } from '../../../testing/site.ts';
import { stateMark } from './state-mark.ts';
import { kindOf } from './stretches.ts';

const url = 'https://localhost/';
const IMPACTS = ['major', 'partial', 'degraded'] as const;
const HOUR = 3600;
const DAY = '2026-01-26';
const at = (seconds: number) => new Date(Date.parse(`${DAY}T00:00:00Z`) + seconds * 1000).toISOString();

/** The mark of a component after a day of the same answers, and of that day: from the whole of it, or its last answer. */
function marks(
  checks: readonly { impact: (typeof IMPACTS)[number]; outcome: Run['checks'][string]['outcome'] }[],
) {
  const system = systemOf(
    checks.map(({ impact }, index) => ({
      kind: 'http',
      id: `check-${index}`,
      impact,
      request: { url },
      expect: { only: 'reachability' },
    })),
  );
  const answers = Object.fromEntries(checks.map(({ outcome }, index) => [`check-${index}`, { outcome }]));
  const runs = Array.from({ length: 4 * 12 }, (_, index) => ({ at: at(index * 900), checks: answers }));
  const now = at(12 * HOUR - 900);
  const definitions = [defineChecks(system, 'a'.repeat(64), '2026-01-01T00:00:00Z')];
  const days = rollUp({ system: system.id, day: DAY, runs, definitions, raw_sha256: '', until: now });
  const manifest = { observed_at: now } as NonNullable<(typeof NO_STATUS)['manifest']>;
  const window = windowOf({ ...NO_STATUS, manifest, days }, system.id, ['api'], 1);
  const [day] = window?.days ?? [];
  if (day === undefined) throw new Error('there is no day');
  const shown = (given: readonly Run[]) => {
    const [component] = presentOf({ system, runs: given, details: {}, now }).components;
    if (component === undefined) throw new Error('there is no component');
    return stateMark(readerFor('en'), component.state, component).shape;
  };
  return { day: kindOf(day), now: shown(runs), afterOne: shown(runs.slice(-1)) };
}

describe('a status day never contradicts its own checks', () => {
  test('a day of nothing but answers like the present ones has the mark of the present', () => {
    const check = fc.record({ impact: fc.constantFrom(...IMPACTS), outcome: fc.constantFrom(...OUTCOMES) });
    fc.assert(
      fc.property(fc.array(check, { minLength: 1, maxLength: 4 }), (checks) => {
        const { day, now } = marks(checks);
        expect(now).toBe(day);
      }),
    );
  });

  test('the same where the question is new and was answered once: a failure is down for the day and for now', () => {
    const failing = [{ impact: 'partial', outcome: 'down' }] as const;
    expect(marks(failing)).toEqual({ day: 'down', now: 'down', afterOne: 'down' });
  });

  test('what is degraded is said of the day also where another check is not known', () => {
    const checks = [
      { impact: 'major', outcome: 'unknown' },
      { impact: 'degraded', outcome: 'down' },
    ] as const;
    expect(marks(checks)).toEqual({ day: 'degraded', now: 'degraded', afterOne: 'degraded' });
  });
});
