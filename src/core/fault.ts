import type { z } from 'zod';

/** What a value is that a file should hold, by the name that its schema has for it. */
export type Expected =
  | { readonly code: `kind.${Kind}` }
  | { readonly code: 'kind.value' | 'kind.fields'; readonly values: { readonly text: string } }
  | { readonly code: 'kind.or'; readonly values: { readonly one: Expected; readonly other: Expected } };
type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'mapping' | 'nothing' | 'other';

type Of<Code extends string, Names extends string, Value = string> = {
  readonly code: Code;
  readonly values: Readonly<Record<Names, Value>>;
};
/** A union of codes is a union of faults: more than 25 of them TypeScript would not take apart by itself. */
type Bare<Code extends string> = Code extends string
  ? { readonly code: Code; readonly values?: never }
  : never;

/** What a schema of ours wants to find, where nothing of the value is needed to say so. */
const EXPECTATIONS = [
  'abbreviation',
  'accepted-why',
  'address',
  'amount',
  'amounts-unit',
  'answer-value',
  'asked',
  'blocks-unit',
  'both-cases',
  'color',
  'contact',
  'content',
  'count',
  'count-unit',
  'database',
  'day-rule',
  'days-unit',
  'decimal',
  'declared-json',
  'due',
  'duration',
  'endless-rule',
  'finding',
  'system-file',
  'frequency',
  'hash-sessions',
  'hour-rule',
  'identifier',
  'internal-only',
  'json',
  'json-path',
  'letters',
  'limit',
  'month',
  'no-event',
  'no-setting',
  'nothing-beside',
  'number',
  'offset',
  'one-line',
  'other-check',
  'other-endpoint',
  'other-id',
  'other-than-target',
  'other-zone',
  'percent-unit',
  'percentage',
  'presence',
  'public',
  'report-due',
  'result',
  'role',
  'roles-of-key',
  'setting',
  'setting-alone',
  'setting-whole',
  'settings-prefix',
  'site-file',
  'some-length',
  'sql-file',
  'status-or-transparency',
  'svg-file',
  'in-order',
  'time-unit',
  'timestamptz',
  'two-providers',
  'while',
  'words-of-secret',
  'zone',
] as const;
type Expectation = (typeof EXPECTATIONS)[number];

/** What is wrong with a written time. */
export type TimeFault =
  | Of<'time.year', 'text' | 'first' | 'last', string | number>
  | Of<'time.impossible' | 'time.no-zone', 'text'>
  | Of<'time.unreadable', 'text' | 'meant', string | Of<'time.pattern', 'offset'>>
  | Of<'time.unreadable-zone', 'text' | 'meant' | 'zone' | 'offset', string | Of<'time.pattern', 'offset'>>;

/** What is wrong in a file that a person wrote, before it has words: a code, and the values that belong to it. */
export type Fault =
  | TimeFault
  | Bare<`yaml.${'tab' | 'twice' | 'alias' | 'unclosed' | 'unreadable'}`>
  | Bare<`expected.${Expectation}`>
  | Of<'expected.between', 'least' | 'most'>
  | Of<'expected.twice' | 'expected.file-name' | 'expected.only-with', 'text'>
  | Of<
      `expected.known-${'group' | 'component' | 'check' | 'setting' | 'severity' | 'playbook'}`,
      'known',
      Known
    >
  | Bare<'expected.none-known'>
  | Of<'expected.valid-for', 'every'>
  | Of<'expected.time-come', 'latest'>
  | Of<'expected.other-prefix', 'first'>
  | Of<'expected.unit-of', 'check' | 'unit'>
  | Of<'expected.same-unit', 'check' | 'unit' | 'other'>
  | Of<'expected.abbreviations', 'zone' | 'style'>
  | Of<'expected.whole-split' | 'expected.most-fractions', 'sum'>
  | Of<'expected.day-from', 'day'>
  | Of<'setting.stranger', 'name' | 'field' | 'prefix'>
  | Of<'setting.strayed', 'name' | 'prefix'>
  | Of<`setting.${'database' | 'secret' | 'no-database'}`, 'name'>
  | Of<'rule.range' | 'rule.range-without-0', 'part' | 'least' | 'most' | 'number', string | number>
  | Of<'rule.unreadable', 'text'>
  | Of<'sign-off.named' | 'sign-off.unnamed', 'report'>
  | Of<'sign-off.item', 'item'>
  | Of<'sign-off.role', 'known', readonly string[]>
  | Of<'sign-off.time', 'ran'>
  | Of<'recurs.zone', 'zone'>
  | Of<`recurs.${'often' | 'hours' | 'unreadable'}`, 'rule'>
  | Of<'recurs.overlap', 'lasts'>
  | Of<'recurs.no-window', 'starts'>
  | Of<'recurs.not-a-start', 'starts' | 'first'>
  | Of<'recurs.second-of-two', 'starts' | 'zone'>
  | Of<'schema.missing', 'expected', Expected>
  | Of<'schema.type', 'expected' | 'received', Expected>
  | Of<'schema.value' | 'schema.least' | 'schema.more' | 'schema.most' | 'schema.less', 'text'>
  | Of<`schema.${'short' | 'long' | 'few' | 'many'}`, 'count', number>
  | Of<'schema.one-of', 'known', readonly string[]>
  | Of<'schema.pattern', 'text'>
  | Bare<`schema.${'date' | 'datetime' | 'time' | 'duration' | 'url' | 'uuid' | 'email' | 'key' | 'other'}`>
  | Of<'schema.unknown', 'name'>
  | Of<'system.folder' | 'system.missing', 'id'>
  | Of<'site.contrast', 'color' | 'ground' | 'ratio' | 'least'>
  | Of<'site.rests-on', 'section' | 'rest'>
  | Bare<'svg.unreadable' | 'svg.style'>
  | Of<'svg.missing' | 'svg.element', 'name'>
  | Of<'svg.attribute', 'name' | 'value'>
  | Of<'svg.long', 'most'>
  | Of<'system.prefix', 'own' | 'prefix' | 'id'>
  | Of<'schema.forms', 'forms', Expected>
  | Of<'schema.forms-unknown', 'forms' | 'unknown', Expected | readonly string[]>;

type Known = readonly string[] | Bare<'expected.none-known'>;

/** The names that are known somewhere, or that there is none. */
export function knownOf(names: Iterable<string>): Known {
  const known = [...names];
  return known.length > 0 ? known : { code: 'expected.none-known' };
}

/** The message of a check that zod offers itself, such as `regex`: it takes a text alone, so it is the code. */
export function expected<Name extends Expectation>(name: Name): `expected.${Name}` {
  return `expected.${name}`;
}

/** An issue of `addIssue`, or what `refine` is told: it carries its fault beside it, since zod knows messages alone. */
export function wrong(fault: Fault, ...path: PropertyKey[]) {
  return { code: 'custom' as const, path, message: fault.code, params: { fault } };
}

/** The fault that a check of ours gave to an issue; null where it gave none. */
export function faultOf(issue: z.core.$ZodIssue): Fault | null {
  const [, name] = /^expected\.(.+)$/.exec(issue.message) ?? [];
  const expectation = EXPECTATIONS.find((one) => one === name);
  if (expectation !== undefined) return { code: expected(expectation) } as Fault;
  return 'params' in issue ? ((issue.params as { fault?: Fault } | undefined)?.fault ?? null) : null;
}
