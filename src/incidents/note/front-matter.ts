import type { z } from 'zod';
import { TIME_PATTERN } from '../../core/written-time.ts';
import type { Place, YamlText } from '../../core/yaml.ts';
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

/** How each field is written, so that a complaint always says what to write instead. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: { en: "…", id: "…" }',
  system: 'system: tpc',
  components: 'components: [distribution]',
  severity: 'severity: critical',
  playbook: 'playbook: cron-failure',
  started: `started: ${TIME_PATTERN} +07:00`,
  resolved: `resolved: ${TIME_PATTERN} +07:00`,
  next_update_by: `next_update_by: ${TIME_PATTERN} +07:00`,
  starts: `starts: ${TIME_PATTERN} +07:00`,
  lasts: 'lasts: PT2H',
  recurs: 'recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: Asia/Jakarta }',
  cancelled: `cancelled: [${TIME_PATTERN} +07:00]`,
  corrections: `corrections: [{ at: ${TIME_PATTERN} +07:00, field: started, was: "${TIME_PATTERN} +07:00", reason: { en: "…", id: "…" } }]`,
  checklist: `checklist: { summary: { en: "…", id: "…" }, impact: { en: "…", id: "…" }, time_to_recover: PT2H, changes: [{ what: { en: "…", id: "…" }, evidence: "https://…" }], health_revalidated: ${TIME_PATTERN} +07:00, rls_revalidated: ${TIME_PATTERN} +07:00, documents_updated: [{ en: "…", id: "…" }] }`,
};

const SYNTAX: Partial<Record<YamlText['errors'][number]['code'], string>> = {
  TAB_AS_INDENT: 'a tab stands where only spaces may: replace it with two spaces',
  DUPLICATE_KEY: 'this field stands here twice: keep one of them',
  ALIAS: 'a text that begins with * or & must stand in "quotation marks"',
  BAD_ALIAS: 'a text that begins with * or & must stand in "quotation marks"',
  MISSING_CHAR: 'something was opened here and not closed: look for a missing } ] or quotation mark',
};
const UNREADABLE =
  'the facts can not be read from here on. A text with a colon, a comma or a quotation mark must stand in ' +
  '"quotation marks"; each { needs its } and each [ its ]; fields begin at the start of their line';

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
  const unreadable = errors.map((error) => problem(error, '', SYNTAX[error.code] ?? UNREADABLE));
  const written = writtenTexts(value);
  if (errors.length > 0 && value === undefined)
    return { facts: null, stated: null, written, whereIs, problems: unreadable };
  const schema: z.ZodType<IncidentFacts | MaintenanceFacts> = SCHEMAS[kind];
  const parsed = schema.safeParse(value ?? {});
  const fields = Object.keys(SCHEMAS[kind].shape);
  const issues = parsed.error?.issues.filter(({ path: [field] }) => !broken.has(String(field))) ?? [];
  const unfit = issues.flatMap((issue) =>
    complaints(issue, fields).map(({ path, reason }) => problem(whereIs(path), path.join('.'), reason)),
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

function missing(text: string): string {
  if (/^[\u2010-\u2015-]{1,3}[ \t]*\n/.test(text) && !/^---/.test(text))
    return 'the first line is a long dash, which a word processor makes of hyphens: write three hyphens, "---", there and behind the facts';
  if (/^---[ \t]*\n/.test(text))
    return 'the facts at the top have no end: after the last of them comes a line with three hyphens, "---"';
  return 'the facts at the top are missing: the first line of the file is "---", then title, system and so on, then "---" again';
}

function complaints(
  issue: z.core.$ZodIssue,
  fields: readonly string[],
): { path: PropertyKey[]; reason: string }[] {
  const { path, message } = issue;
  const [field] = path;
  const example = EXAMPLES[String(field)];
  const like = example === undefined ? '' : `. Write it like this: ${example}`;
  if (issue.code === 'unrecognized_keys') {
    const known =
      path.length === 0
        ? `the fields are ${fields.join(', ')}`
        : 'a text with a comma must stand in "quotation marks"';
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: `"${key}" is not a field here; ${known}${like}`,
    }));
  }
  if (issue.code === 'custom') return [{ path, reason: message }];
  if (issue.code === 'invalid_type' && path.length === 0)
    return [{ path, reason: 'the facts can not be read: each line is a field, a colon and its value' }];
  return [{ path, reason: `${wrong(issue)}${like}` }];
}

function wrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    // Of what may stand in two forms: the mistake within the one that was meant, else what the first says of the whole.
    const mistakes = issue.errors.flat();
    const meant = mistakes.find(({ path }) => path.length > 0) ?? mistakes[0];
    if (meant !== undefined) return wrong({ ...meant, path: [...issue.path, ...meant.path] });
  }
  const name = issue.path.map(String).join('.');
  if (issue.code === 'too_small') return `"${name}" is empty`;
  if (issue.code !== 'invalid_type') return `"${name}" is not as expected (${issue.message})`;
  if (issue.message.endsWith('received undefined')) return `"${name}" is missing`;
  if (issue.message.endsWith('received null')) return `"${name}" is empty`;
  if (issue.expected === 'string') return `"${name}" must be text; put it in "quotation marks"`;
  if (issue.expected === 'array') return `"${name}" must be a list, in [square brackets]`;
  return `"${name}" must have fields of its own`;
}
