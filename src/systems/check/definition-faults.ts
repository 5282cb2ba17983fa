import type { Explanation } from '../../core/explain.ts';
import { type Gauge, type Limit, meetBoth, satisfies } from '../gauge.ts';
import type { Check } from './check.ts';
import { assertsContent, refuses } from './vouching.ts';

/** What is wrong with a check that can not fail, or whose figures are not what their unit says. */
export function definitionFaults(check: Check): Explanation[] {
  return [...assertionFaults(check), ...unitFaults(check), ...limitFaults(check)];
}

/** What is wrong with a number that is made of two others whose units differ. `of`, `to`: the checks it is made of. */
export function derivedUnitFaults(
  check: Extract<Check, { kind: 'derived' }>,
  of: Check | undefined,
  to: Check | undefined,
): Explanation[] {
  const [one, other] = [of?.gauge?.unit, to?.gauge?.unit];
  if (one !== undefined && other !== undefined && one !== other)
    return [
      { path: ['to', 'check'], code: 'expected.same-unit', values: { check: check.of, unit: one, other } },
    ];
  if (check.as === 'difference' && one !== undefined && one !== check.gauge.unit)
    return [{ path: ['gauge', 'unit'], code: 'expected.unit-of', values: { check: check.of, unit: one } }];
  return [];
}

function assertionFaults(check: Check): Explanation[] {
  if (check.kind === 'jsonrpc') {
    const twice = check.endpoints.findIndex((endpoint, index) => check.endpoints.indexOf(endpoint) !== index);
    const repeated: Explanation[] =
      twice === -1 ? [] : [{ path: ['endpoints', twice], code: 'expected.other-endpoint' }];
    const isVague = check.measure === 'latency' && check.expect.every(isAbsence);
    return isVague ? [...repeated, { path: ['expect'], code: 'expected.result' }] : repeated;
  }
  if (check.kind !== 'http') return [];
  const { only, json } = check.expect;
  const asserts = assertsContent(check);
  if (only !== undefined && asserts) return [{ path: ['expect', 'only'], code: 'expected.nothing-beside' }];
  if (asserts || only !== undefined || refuses(check)) return [];
  if (json.length > 0) return [{ path: ['expect', 'json'], code: 'expected.presence' }];
  return check.measure === 'latency' ? [{ path: ['expect'], code: 'expected.content' }] : [];
}

function isAbsence(condition: object): boolean {
  return 'exists' in condition && condition.exists === false;
}

function unitFaults(check: Check): Explanation[] {
  const { gauge } = check;
  if (gauge === undefined) return [];
  const measured = measures(check);
  if (measured === null || UNITS_OF[measured].includes(gauge.unit)) return [];
  return [{ path: ['gauge', 'unit'], code: `expected.${measured}-unit` }];
}

const UNITS_OF: Readonly<Record<NonNullable<ReturnType<typeof measures>>, readonly Gauge['unit'][]>> = {
  time: ['ms', 's', 'min', 'h', 'days'],
  days: ['days'],
  blocks: ['blocks', 'slots', 'count'],
  count: ['count'],
  percent: ['%'],
};

/** What a gauge measures, as far as its kind says; null where only the answer knows. */
function measures(check: Check): 'time' | 'days' | 'blocks' | 'count' | 'percent' | null {
  switch (check.kind) {
    case 'http':
    case 'jsonrpc':
      if (check.measure === 'latency') return 'time';
      if (typeof check.measure !== 'object') return null;
      if ('age_of' in check.measure) return 'time';
      return 'lag_against' in check.measure ? 'blocks' : null;
    case 'tls':
      return 'days';
    case 'dataset':
      return check.ask === 'age' ? 'time' : null;
    case 'sql':
      if (check.answer === 'age') return 'time';
      return check.answer === 'counts' ? 'count' : null;
    case 'reconciliation':
      return check.of === 'transactions' ? 'count' : null;
    case 'derived':
      return check.as === 'percent' ? 'percent' : null;
    case 'attested':
      return null;
    default:
      return check satisfies never;
  }
}

function limitFaults(check: Check): Explanation[] {
  const { gauge } = check;
  if (gauge === undefined) return [];
  const { target, alerts } = gauge;
  const contradicting = alerts.flatMap(({ level, when }, index): Explanation[] =>
    level === 'critical' && target !== undefined && meetBoth(target, when)
      ? [{ path: ['gauge', 'alerts', index, 'when'], code: 'expected.other-than-target' }]
      : [],
  );
  const limits = measures(check) === 'time' || measures(check) === 'count';
  return limits && canNotFail(gauge)
    ? [...contradicting, { path: ['gauge'], code: 'expected.limit' }]
    : contradicting;
}

/** Whether every number from 0 on is well by these limits. */
function canNotFail({ target, down_when }: Gauge): boolean {
  if (target === undefined && down_when === undefined) return false; // It informs, and says no more than that.
  const met = target === undefined || isMetByAll(target);
  const missed = down_when === undefined || (isUpper(down_when) && !satisfies('0', down_when));
  return met && missed;
}

/** Whether all numbers from 0 on satisfy a limit. */
function isMetByAll(limit: Limit): boolean {
  return ('above' in limit || 'at_least' in limit) && satisfies('0', limit);
}

function isUpper(limit: Limit): boolean {
  return 'below' in limit || 'at_most' in limit;
}
