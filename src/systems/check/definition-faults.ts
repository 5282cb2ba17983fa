import { type Gauge, isTime, type Limit, meetBoth, satisfies } from '../gauge.ts';
import type { Check } from './check.ts';
import { assertsContent, refuses } from './vouching.ts';

/** One thing wrong with what a check asks: where, and why. */
interface DefinitionFault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** What is wrong with a check that can not fail, or whose figures are not what their unit says. */
export function definitionFaults(check: Check): DefinitionFault[] {
  return [...assertionFaults(check), ...unitFaults(check), ...limitFaults(check)];
}

/** What is wrong with a number that is made of two others whose units differ. `of`, `to`: the checks it is made of. */
export function derivedUnitFaults(
  check: Extract<Check, { kind: 'derived' }>,
  of: Check | undefined,
  to: Check | undefined,
): DefinitionFault[] {
  const [one, other] = [of?.gauge?.unit, to?.gauge?.unit];
  if (one !== undefined && other !== undefined && one !== other)
    return [{ path: ['to', 'check'], reason: `expected the unit of "${check.of}" (${one}), not ${other}` }];
  if (check.as === 'difference' && one !== undefined && one !== check.gauge.unit)
    return [{ path: ['gauge', 'unit'], reason: `expected the unit of "${check.of}" (${one})` }];
  return [];
}

function assertionFaults(check: Check): DefinitionFault[] {
  if (check.kind === 'jsonrpc') {
    const twice = check.endpoints.findIndex((endpoint, index) => check.endpoints.indexOf(endpoint) !== index);
    return [
      ...(twice === -1
        ? []
        : [{ path: ['endpoints', twice], reason: 'expected another endpoint than before' }]),
      ...(check.measure === 'latency' && check.expect.every(isAbsence)
        ? [{ path: ['expect'], reason: 'expected what the result must be: any result at all would pass' }]
        : []),
    ];
  }
  if (check.kind !== 'http') return [];
  const { only, json } = check.expect;
  const asserts = assertsContent(check);
  if (only !== undefined && asserts)
    return [
      { path: ['expect', 'only'], reason: 'expected nothing else beside it: this looks at more than that' },
    ];
  if (asserts || only !== undefined || refuses(check)) return [];
  if (json.length > 0)
    return [
      {
        path: ['expect', 'json'],
        reason: 'expected what must be there, too: nothing is where a path is misspelt',
      },
    ];
  if (check.measure !== 'latency') return [];
  return [
    {
      path: ['expect'],
      reason:
        'expected json, body_includes or headers_present: any page at all would pass. If that is all it asks, say only: reachability',
    },
  ];
}

function isAbsence(condition: object): boolean {
  return 'exists' in condition && condition.exists === false;
}

function unitFaults(check: Check): DefinitionFault[] {
  const { gauge } = check;
  if (gauge === undefined) return [];
  const wrong = (expected: string) => [{ path: ['gauge', 'unit'], reason: `expected ${expected}` }];
  switch (measures(check)) {
    case 'time':
      return isTime(gauge.unit) ? [] : wrong('a unit of time: ms, s, min, h or days');
    case 'days':
      return gauge.unit === 'days' ? [] : wrong('days');
    case 'blocks':
      return ['blocks', 'slots', 'count'].includes(gauge.unit) ? [] : wrong('blocks or slots');
    case 'count':
      return gauge.unit === 'count' ? [] : wrong('count');
    case 'percent':
      return gauge.unit === '%' ? [] : wrong('%');
    default:
      return [];
  }
}

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

function limitFaults(check: Check): DefinitionFault[] {
  const { gauge } = check;
  if (gauge === undefined) return [];
  const { target, alerts } = gauge;
  const contradicting = alerts.flatMap(({ level, when }, index) =>
    level === 'critical' && target !== undefined && meetBoth(target, when)
      ? [{ path: ['gauge', 'alerts', index, 'when'], reason: 'expected no value that meets the target' }]
      : [],
  );
  const limits = measures(check) === 'time' || measures(check) === 'count';
  return limits && canNotFail(gauge)
    ? [...contradicting, { path: ['gauge'], reason: 'expected a limit that some value of 0 or more misses' }]
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
