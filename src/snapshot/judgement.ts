import type { Caveat } from '../ledger/caveat.ts';
import type { DatasetName, RowOf } from '../ledger/dataset.ts';
import { type Finding, type FlagName, LEFT_OUT, REFUSAL_NAMES, type RefusalName } from '../ledger/finding.ts';
import type { PublishedRecord } from '../ledger/record.ts';
import { statedOf } from '../ledger/statement.ts';
import { printable } from '../postgres/printable.ts';
import { SourceError } from '../postgres/source-error.ts';
import { hashDeclaration, type PublishingSystem } from '../systems/system.ts';
import { type Content, rereadOf } from './content.ts';
import { DEFINITIONS } from './definitions.ts';
import type { Complaint, Flag, Guard, Refusal, View } from './guard.ts';
import { type BoundedPass, type Failures, rowsRead } from './reading.ts';

/** A flag that a guard raised, with what the operator is told of each row. */
export interface RaisedFlag {
  readonly dataset: DatasetName;
  readonly guard: FlagName;
  readonly complaints: readonly Complaint[];
}

/** What guards see of a pass: the rows it read, the last good ones where it read none or they were refused. */
export function viewOf(
  pass: BoundedPass,
  content: Content,
  record: PublishedRecord,
  refused: ReadonlySet<DatasetName>,
  system: PublishingSystem,
): View {
  const published = <Name extends DatasetName>(name: Name) =>
    content.rows[name] as readonly RowOf<Name>[] | undefined;
  return {
    rows: (name) => (refused.has(name) ? undefined : rowsRead(pass.readings, name)) ?? published(name),
    published,
    isRead: (name) => rowsRead(pass.readings, name) !== undefined,
    caveatCounts(name, caveat) {
      const before = content.manifest?.datasets[name].caveats;
      const now = pass.readings[name]?.caveats ?? before;
      const countIn = (caveats: readonly Caveat[] | undefined) =>
        caveats?.find((one) => one.caveat === caveat)?.count ?? '0';
      return { now: countIn(now), before: countIn(before) };
    },
    publishedUnit: (name) => content.manifest?.datasets[name].unit ?? null,
    isLeftOut: (name, id) => pass.leftOut.get(name)?.some((found) => found.id === id) ?? false,
    reread: (name) => rereadOf(content, name, pass.readings[name]?.mapping) !== undefined,
    rowsMayBeHidden: (name) => pass.readings[name]?.rowsMayBeHidden ?? false,
    isSettledRemoval: (name, id) =>
      statedOf(system.transparency.removals, name).some(({ row }) => row === id),
    isSettledAlteration: (name, id, at) =>
      statedOf(system.transparency.alterations, name).some(({ row, seen }) => row === id && seen === at),
    hash: hashDeclaration(system),
    record,
  };
}

/** Why a dataset is refused: the reason for the public, and a line for the operator. */
interface Objection {
  readonly reason: RefusalName;
  readonly line: string;
}

/**
 * The datasets that a guard refuses, each with every complaint at once. What sums the rows of a refused
 * dataset is refused with it, for the same reason.
 */
export function refusals(
  names: readonly DatasetName[],
  pass: BoundedPass,
  view: View,
  system: PublishingSystem,
): Failures {
  const refused: Failures = new Map();
  for (const name of names) {
    if (rowsRead(pass.readings, name) === undefined) continue;
    const failures: Failures = new Map([...pass.failures, ...refused]);
    const mayBeEmpty = system.transparency.datasets[name]?.may_be_empty === true;
    const objections = [
      ...relabelled(name, view, system),
      ...inherited(name, failures, pass),
      ...raised(name, mayBeEmpty, pass, view),
    ];
    const [first] = objections;
    if (first === undefined) continue;
    const lines = summary(objections.map(({ line }) => line));
    refused.set(name, new SourceError(first.reason, `${name} was refused.\n  ${lines}`));
  }
  return refused;
}

/** Another unit would give every figure that was ever published another meaning, without a trace. */
function relabelled(name: DatasetName, view: View, system: PublishingSystem): Objection[] {
  const was = view.publishedUnit(name);
  const is = system.transparency.datasets[name]?.unit ?? null;
  if (was === null || was === is) return [];
  const line = `unit-changed: amounts were published in ${was}, system.yaml now says ${is ?? 'nothing'}. Publish another unit as another system.`;
  return [{ reason: 'unit-changed', line }];
}

/** The source sums what it has, readers what is published: of a row that is not both, no sum can be compared. */
function inherited(name: DatasetName, failures: Failures, pass: BoundedPass): Objection[] {
  return DEFINITIONS[name].sums.flatMap((summed) => {
    const reason = REFUSAL_NAMES.find((refusal) => refusal === failures.get(summed)?.failure);
    const line = `${reason}: it sums rows of ${summed}, which were refused.`;
    if (reason !== undefined) return [{ reason, line }];
    const left = (pass.leftOut.get(summed) ?? []).filter(({ figuresMayDiffer }) => figuresMayDiffer);
    return [...new Set(left.map(({ id }) => id))].map((id) => ({
      reason: 'invalid-row' as const,
      line: `invalid-row: it sums rows of ${summed}, of which ${id} was left out.`,
    }));
  });
}

function raised(name: DatasetName, mayBeEmpty: boolean, pass: BoundedPass, view: View): Objection[] {
  const all = DEFINITIONS[name].refusals as readonly Refusal<unknown>[];
  const guards = all.filter((guard) => !(mayBeEmpty && guard.name === 'empty'));
  return complaintsOf(guards, rowsRead(pass.readings, name), view).flatMap(({ guard, found }) =>
    found.map(({ detail }) => ({ reason: guard.name, line: `${guard.name}: ${detail}` })),
  );
}

/** What the flags of a run came to. */
export interface Judgement {
  readonly raised: readonly RaisedFlag[];
  /** The flags that could not be looked for, by dataset: see `Flag.needs`. */
  readonly notEvaluated: ReadonlyMap<DatasetName, readonly FlagName[]>;
}

/** Looks for every flag over the datasets that will be published; `good` were all read at the same instant. */
export function judgeFlags(good: readonly DatasetName[], pass: BoundedPass, view: View): Judgement {
  const raised: RaisedFlag[] = [];
  const notEvaluated = new Map<DatasetName, readonly FlagName[]>();
  for (const dataset of good) {
    const flags = DEFINITIONS[dataset].flags as readonly Flag<unknown>[];
    const rows = rowsRead(pass.readings, dataset) ?? [];
    const possible = flags.filter(
      ({ needs = [], needsWhole = [], looked }) =>
        needs.every((needed) => good.includes(needed)) &&
        needsWhole.every((needed) => !pass.leftOut.has(needed)) &&
        (looked === undefined || looked(rows, view) > 0),
    );
    const impossible = flags.filter((flag) => !possible.includes(flag)).map(({ name }) => name);
    if (impossible.length > 0) notEvaluated.set(dataset, [...new Set(impossible)].toSorted());
    for (const guard of LEFT_OUT) {
      const left = (pass.leftOut.get(dataset) ?? []).filter((row) => row.guard === guard);
      if (left.length > 0) raised.push({ dataset, guard, complaints: left });
    }
    for (const { guard, found } of complaintsOf(possible, rowsRead(pass.readings, dataset), view)) {
      raised.push({ dataset, guard: guard.name, complaints: found });
    }
  }
  return { raised, notEvaluated };
}

/** A raised flag as it is published: without the operator's words. */
export function toFinding({ guard, complaints }: RaisedFlag): Finding {
  return { guard, subjects: [...new Set(complaints.map(({ id }) => id))].toSorted() };
}

/** At most twenty lines, each of them one line whatever text of others it quotes, then how many more there are. */
export function summary(lines: readonly string[]): string {
  const listed = lines.slice(0, 20).map(printable);
  if (lines.length > listed.length) listed.push(`and ${lines.length - listed.length} more`);
  return listed.join('\n  ');
}

function complaintsOf<G extends Guard<unknown>>(
  guards: readonly G[],
  rows: readonly unknown[] | undefined,
  view: View,
): { guard: G; found: readonly Complaint[] }[] {
  if (rows === undefined) return [];
  return guards
    .map((guard) => ({ guard, found: guard.find(rows, view) }))
    .filter(({ found }) => found.length > 0);
}
