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
type Bare<Code extends string> = { readonly code: Code; readonly values?: never };

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
  | Bare<`value.${'duration' | 'no-length'}`>
  | Of<'value.between', 'least' | 'most'>
  | Of<'schema.missing', 'expected', Expected>
  | Of<'schema.type', 'expected' | 'received', Expected>
  | Of<'schema.value' | 'schema.least' | 'schema.more' | 'schema.most' | 'schema.less', 'text'>
  | Of<`schema.${'short' | 'long' | 'few' | 'many'}`, 'count', number>
  | Of<'schema.one-of', 'known', readonly string[]>
  | Of<'schema.pattern', 'text'>
  | Bare<`schema.${'date' | 'datetime' | 'time' | 'duration' | 'url' | 'uuid' | 'email' | 'key' | 'other'}`>
  | Of<'schema.unknown', 'name'>
  | Of<'system.folder' | 'system.missing', 'id'>
  | Of<'system.prefix', 'own' | 'prefix' | 'id'>
  | Of<'schema.forms', 'forms', Expected>
  | Of<'schema.forms-unknown', 'forms' | 'unknown', Expected | readonly string[]>
  /** A sentence that a schema of ours has for this case alone, in English. */
  | Of<'schema.own', 'text'>;

/** The fault that a check of ours gave to an issue, as its `params`; null where it gave none. */
export function faultOf(issue: z.core.$ZodIssue): Fault | null {
  return 'params' in issue ? ((issue.params as { fault?: Fault } | undefined)?.fault ?? null) : null;
}
