import type { z } from 'zod';
import { explain, valueAt } from '../../core/explain.ts';
import { faultOf } from '../../core/fault.ts';
import type { Place } from '../../core/yaml.ts';
import type { Said } from '../../words/said.ts';
import {
  type IncidentFacts,
  incidentFactsSchema,
  type MaintenanceFacts,
  maintenanceFactsSchema,
} from './facts.ts';
import { readFields, type WrittenText, writtenTexts } from './fields.ts';
import { type NoteProblem, problem, START } from './problem.ts';
import { readStated, type Stated } from './stated.ts';

/** What could be read of the facts, whichever kind of note it is. */
export type StatedFacts = Stated<IncidentFacts> & Stated<MaintenanceFacts>;

export interface FrontMatter {
  /** Null when there is none, or it does not fit. */
  readonly facts: IncidentFacts | MaintenanceFacts | null;
  /** Each fact that fits, also where others do not; null when none can be read. */
  readonly stated: StatedFacts | null;
  /** Every text in it as it was written, whatever its field. */
  readonly written: readonly WrittenText[];
  readonly whereIs: (path: readonly PropertyKey[]) => Place;
  readonly problems: readonly NoteProblem[];
}

const SCHEMAS = { incident: incidentFactsSchema, maintenance: maintenanceFactsSchema };

const time = (field: string): Said => ({ code: 'example.time', values: { field } });
const WORDS = '{ en: "…", id: "…" }';
/** How each field is written, so that a complaint always says what to write instead. */
const EXAMPLES: Readonly<Record<string, string | Said>> = {
  title: `title: ${WORDS}`,
  system: 'system: tpc',
  components: 'components: [distribution]',
  severity: 'severity: critical',
  playbook: 'playbook: cron-failure',
  started: time('started'),
  resolved: time('resolved'),
  next_update_by: time('next_update_by'),
  starts: time('starts'),
  lasts: 'lasts: PT2H',
  recurs: 'recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: Asia/Jakarta }',
  cancelled: { code: 'example.times', values: { field: 'cancelled' } },
  late_reason: `late_reason: ${WORDS}`,
  withdrawn_by: `withdrawn_by: ${WORDS}`,
  corrections: { code: 'example.corrections' },
  checklist: { code: 'example.checklist' },
};

/** Reads the facts at the top of a note, between two lines of three hyphens. `yaml` is what stands between them. */
export function readFrontMatter(
  kind: 'incident' | 'maintenance',
  text: string,
  yaml: { readonly value: string; readonly line: number } | null,
): FrontMatter {
  if (yaml === null) {
    const nothing = { facts: null, stated: null, written: [], whereIs: () => START };
    return { ...nothing, problems: [problem(START, '', missing(text))] };
  }
  const asItStands = readYamlFacts(kind, yaml);
  if (asItStands.problems.length === 0) return asItStands;
  // Only where something can not be read: what was published once is read as it was then.
  const typed = readYamlFacts(kind, { ...yaml, value: straightened(yaml.value) });
  return typed.problems.length < asItStands.problems.length ? typed : asItStands;
}

/** As a keyboard writes it, letter by letter in the same place: plain spaces and quotation marks around values. */
function straightened(yaml: string): string {
  return yaml
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(/(?<=^|[:[{,]\s*)[“„”]([^“„”"\\\n]*)[“”](?=\s*(?:[,}\]]|$))/gmu, '"$1"')
    .replace(/(?<=^|[:[{,]\s*)[‘’]([^‘’'\n]*)[‘’](?=\s*(?:[,}\]]|$))/gmu, "'$1'");
}

function readYamlFacts(
  kind: 'incident' | 'maintenance',
  yaml: { readonly value: string; readonly line: number },
): FrontMatter {
  const { value, whereIs, errors, broken } = readFields(yaml.value, yaml.line);
  const unreadable = errors.map((error) =>
    problem(error, '', { code: error.code === 'yaml.unreadable' ? 'facts.unreadable-from' : error.code }),
  );
  const written = writtenTexts(value);
  if (errors.length > 0 && value === undefined)
    return { facts: null, stated: null, written, whereIs, problems: unreadable };
  const schema: z.ZodType<IncidentFacts | MaintenanceFacts> = SCHEMAS[kind];
  const parsed = schema.safeParse(value ?? {});
  const fields = Object.keys(SCHEMAS[kind].shape);
  const issues = parsed.error?.issues.filter(({ path: [field] }) => !broken.has(String(field))) ?? [];
  const unfit = issues.flatMap((issue) =>
    complaints(issue, value, fields).map(({ path, ...wrong }) =>
      problem(whereIs(path), path.join('.'), wrong),
    ),
  );
  return {
    facts: parsed.success && errors.length === 0 ? parsed.data : null,
    stated: without(readStated(schema, value ?? {}) as StatedFacts | undefined, broken),
    written,
    whereIs,
    problems: [...unreadable, ...unfit],
  };
}

/** A field that YAML can not read is not taken for one that is not there. */
function without(stated: StatedFacts | undefined, broken: ReadonlySet<string>): StatedFacts | null {
  if (stated === undefined) return null;
  return Object.fromEntries(Object.entries(stated).filter(([field]) => !broken.has(field)));
}

function missing(text: string): Said {
  if (/^[\u2010-\u2015-]{1,3}[ \t]*\n/.test(text) && !/^---/.test(text)) return { code: 'facts.long-dash' };
  return { code: /^---[ \t]*\n/.test(text) ? 'facts.open' : 'facts.missing' };
}

function complaints(
  issue: z.core.$ZodIssue,
  value: unknown,
  fields: readonly string[],
): (Said & { readonly path: readonly PropertyKey[] })[] {
  const { path } = issue;
  const example = EXAMPLES[String(path[0])] ?? '…';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      path: [...path, name],
      ...(path.length === 0
        ? { code: 'field.unknown', values: { name, known: fields } }
        : { code: 'field.unknown-inside', values: { name, example } }),
    }));
  const own = issue.code === 'custom' ? faultOf(issue) : null;
  if (own !== null) return [{ path, ...own }];
  if (issue.code === 'invalid_type' && path.length === 0) return [{ path, code: 'facts.unreadable' }];
  return [{ path, ...wrongIn(issue, value, example) }];
}

function wrongIn(issue: z.core.$ZodIssue, value: unknown, example: string | Said): Said {
  if (issue.code === 'invalid_union') {
    // Of what may stand in two forms: the mistake within the one that was meant, else what the first says of the whole.
    const mistakes = issue.errors.flat();
    const meant = mistakes.find(({ path }) => path.length > 0) ?? mistakes[0];
    if (meant !== undefined)
      return wrongIn({ ...meant, path: [...issue.path, ...meant.path] }, value, example);
  }
  const values = { name: issue.path.map(String).join('.'), example };
  if (issue.code === 'too_small') return { code: 'field.empty', values };
  const [explained] = explain(issue, value);
  if (issue.code !== 'invalid_type')
    return { code: 'field.unfit', values: { ...values, wrong: explained ?? { code: 'schema.other' } } };
  if (explained?.code === 'schema.missing') return { code: 'field.missing', values };
  if (valueAt(value, issue.path) === null) return { code: 'field.empty', values };
  if (issue.expected === 'string') return { code: 'field.text', values };
  return { code: issue.expected === 'array' ? 'field.list' : 'field.fields', values };
}
