import { z } from 'zod';
import { expected, type Fault, knownOf, wrong } from '../core/fault.ts';
import { identifierSchema } from '../core/identifier.ts';
import { durationBetween, durationSchema, durationSeconds } from '../core/instant.ts';
import { wordsSchema } from '../core/words.ts';
import type { HashDeclaration } from '../ledger/batch-hash.ts';
import { DATASET_NAMES, DATASETS, type DatasetName } from '../ledger/dataset.ts';
import { formChoiceSchema } from '../ledger/form.ts';
import { hashSessionsSchema } from '../ledger/hash-session.ts';
import { alterationsSchema, removalsSchema } from '../ledger/statement.ts';
import { checkSchema } from './check/check.ts';
import { definitionFaults, derivedUnitFaults } from './check/definition-faults.ts';
import { addressSettingFaults, checkSettingFaults, prefixProblem } from './check/setting-use.ts';
import { addressSchema } from './check/text.ts';
import { componentSchema } from './component.ts';
import { objectiveSchema } from './objective.ts';
import { responseTargetSchema } from './response-target.ts';
import { severitySchema } from './severity.ts';
import { symptomSchema } from './symptom.ts';

const published = z.strictObject({
  /** The unit of the dataset's amounts, such as `TPC` or `USDC`. */
  unit: z.string().min(1).optional(),
  /** True where no rows at all can be the truth; else an empty answer is refused. */
  may_be_empty: z.boolean().default(false),
});

const transparency = z.strictObject({
  /** How often a snapshot is promised, and how long one vouches for what it says (ISO 8601). */
  every: durationBetween('PT1M', 'PT168H'),
  valid_for: durationBetween('PT1M', 'PT336H'),
  /** Which form to read where a database holds datasets in both; else it is found out. */
  form: formChoiceSchema.optional(),
  /**
   * The settings of the database sessions in which the platform makes batch hashes, where these are others than UTC
   * and ISO: they are tried too. `hash_sessions_complete`: there are no others, so that a hash that fits none is wrong.
   */
  hash_sessions: hashSessionsSchema.optional(),
  hash_sessions_complete: z.boolean().default(false),
  datasets: z.partialRecord(z.enum(DATASET_NAMES), published),
  /**
   * Who is asked whether the transactions that batches state anchor them: two JSON-RPC providers of Solana or more, of
   * different hosts. One alone is never believed.
   */
  anchors: z
    .strictObject({
      providers: z.array(addressSchema).min(2, expected('two-providers')),
    })
    .optional(),
  /** Published rows that were rightly taken out of the source, each with its reason. */
  removals: removalsSchema.optional(),
  /** Changes of published rows that were rightly made in the source, each with its reason. */
  alterations: alterationsSchema.optional(),
});

/** `content/written/systems/<id>/system.yaml`: one system, described without code. */
export const systemSchema = z
  .strictObject({
    id: identifierSchema.refine(
      (id) => !['status', 'reports', 'audit', 'restore', 'routine', 'chain'].includes(id),
      expected('other-id'),
    ),
    name: wordsSchema,
    summary: wordsSchema,
    /** What the names of the settings that it may use (`env:ACME_…`) begin with; its id in capitals unless told. */
    settings_prefix: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,15}$/, expected('settings-prefix'))
      .optional(),
    /** How often the checks are promised to run (ISO 8601), and how their answers are damped. */
    checked_every: durationBetween('PT1M', 'PT24H').default('PT15M'),
    damping: z
      .strictObject({ down_after: z.int().min(1).default(2), up_after: z.int().min(1).default(1) })
      .prefault({}),
    groups: z.array(z.strictObject({ id: identifierSchema, name: wordsSchema })).default([]),
    /** None of a system that publishes a ledger alone: it has no state. */
    components: z.array(componentSchema).default([]),
    checks: z.array(checkSchema).default([]),
    /** Facts that checks need and only the operator knows (numbers), each with its basis in words. */
    settings: z
      .record(
        identifierSchema,
        z.strictObject({
          value: z
            .string()
            .regex(/^\d+(\.\d+)?$/)
            .nullable(),
          basis: wordsSchema.nullable(),
        }),
      )
      .default({}),
    objectives: z.array(objectiveSchema).default([]),
    response_targets: z.array(responseTargetSchema).default([]),
    symptoms: z.array(symptomSchema).default([]),
    /** The system's own scale of how grave an incident is, the gravest first. */
    severities: z.array(severitySchema).default([]),
    /** Sentences that must stand on the system's page, such as what a figure does not mean. */
    remarks: z.array(wordsSchema).default([]),
    transparency: transparency.optional(),
  })
  .superRefine((system, context) => {
    const fault = (path: readonly PropertyKey[], fault: Fault) => context.addIssue(wrong(fault, ...path));
    if (system.components.length === 0 && system.transparency === undefined)
      fault(['components'], { code: 'schema.few', values: { count: 1 } });
    const { every = '', valid_for = '' } = system.transparency ?? {};
    // Refinements also run over values that were already complained of.
    const both = [every, valid_for].every((text) => durationSchema.safeParse(text).success);
    if (both && durationSeconds(valid_for) < durationSeconds(every))
      fault(['transparency', 'valid_for'], { code: 'expected.valid-for', values: { every } });
    const { hash_sessions, hash_sessions_complete } = system.transparency ?? {};
    if (hash_sessions_complete === true && hash_sessions === undefined)
      fault(['transparency', 'hash_sessions_complete'], { code: 'expected.hash-sessions' });
    for (const name of DATASET_NAMES) {
      const entry = system.transparency?.datasets[name];
      if (entry !== undefined && DATASETS[name].money.length > 0 && entry.unit === undefined)
        fault(['transparency', 'datasets', name, 'unit'], { code: 'expected.amounts-unit' });
    }
    const providers = system.transparency?.anchors?.providers ?? [];
    for (const { path, ...wrong } of addressSettingFaults(providers, system))
      fault(['transparency', 'anchors', 'providers', ...path], wrong);
    const kept = prefixProblem(system);
    if (kept !== null) fault(['settings_prefix'], kept);
    const unique = (list: readonly { readonly id: string }[], field: string) => {
      for (const [index, { id }] of list.entries()) {
        if (list.findIndex((other) => other.id === id) !== index)
          fault([field, index, 'id'], { code: 'expected.twice', values: { text: id } });
      }
      return new Set(list.map(({ id }) => id));
    };
    const groups = unique(system.groups, 'groups');
    const components = unique(system.components, 'components');
    const checks = unique(system.checks, 'checks');
    unique(system.objectives, 'objectives');
    unique(system.symptoms, 'symptoms');
    unique(system.severities, 'severities');
    unique(system.response_targets, 'response_targets');
    const known = (
      set: ReadonlySet<string>,
      id: string,
      path: (string | number)[],
      noun: 'group' | 'component' | 'check' | 'setting',
    ) => {
      if (!set.has(id)) fault(path, { code: `expected.known-${noun}`, values: { known: knownOf(set) } });
    };
    for (const [index, { group }] of system.components.entries()) {
      if (group !== undefined) known(groups, group, ['components', index, 'group'], 'group');
    }
    for (const [index, check] of system.checks.entries()) {
      known(components, check.component, ['checks', index, 'component'], 'component');
      for (const { path, ...wrong } of [...checkSettingFaults(check, system), ...definitionFaults(check)])
        fault(['checks', index, ...path], wrong);
      if (check.kind === 'http' && check.instead !== undefined)
        known(checks, check.instead.while_down, ['checks', index, 'instead', 'while_down'], 'check');
      // What is held against itself never differs, and would be well for ever.
      const lag = check.kind === 'jsonrpc' && typeof check.measure === 'object' ? check.measure : {};
      if (check.kind === 'jsonrpc' && 'lag_against' in lag && lag.lag_against === check.endpoints[0])
        fault(['checks', index, 'measure', 'lag_against'], { code: 'expected.other-endpoint' });
      if (check.kind !== 'derived') continue;
      known(checks, check.of, ['checks', index, 'of'], 'check');
      if ('check' in check.to && check.to.check === check.of)
        fault(['checks', index, 'to', 'check'], { code: 'expected.other-check' });
      const named = (id: string) => system.checks.find((other) => other.id === id);
      const to = 'check' in check.to ? named(check.to.check) : undefined;
      for (const { path, ...wrong } of derivedUnitFaults(check, named(check.of), to))
        fault(['checks', index, ...path], wrong);
      if ('check' in check.to) known(checks, check.to.check, ['checks', index, 'to', 'check'], 'check');
      else
        known(
          new Set(Object.keys(system.settings)),
          check.to.setting,
          ['checks', index, 'to', 'setting'],
          'setting',
        );
    }
    for (const [index, objective] of system.objectives.entries()) {
      for (const [at, id] of objective.components.entries())
        known(components, id, ['objectives', index, 'components', at], 'component');
    }
    for (const [index, symptom] of system.symptoms.entries()) {
      for (const [at, id] of symptom.checks.entries())
        known(checks, id, ['symptoms', index, 'checks', at], 'check');
    }
  });

export type System = z.infer<typeof systemSchema>;

/** A system that publishes datasets. */
export type PublishingSystem = System & { readonly transparency: NonNullable<System['transparency']> };

/** The datasets this system publishes, in reading order. */
export function publishedDatasets(system: System): DatasetName[] {
  return DATASET_NAMES.filter((name) => system.transparency?.datasets[name] !== undefined);
}

/** In which sessions the platform makes its hashes, as far as its operator says. */
export function hashDeclaration({ transparency }: PublishingSystem): HashDeclaration {
  return { sessions: transparency.hash_sessions ?? [], complete: transparency.hash_sessions_complete };
}
