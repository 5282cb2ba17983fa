import type { DatasetName, RowOf } from '../domain/dataset.ts';
import type { Finding, FlagName } from '../domain/finding.ts';
import { dayOf, type IsoInstant } from '../domain/instant.ts';
import type { PublishedRecord } from '../domain/record.ts';
import type { PublishingSystem } from '../domain/system.ts';
import { SourceError } from '../sources/source.ts';
import type { Content } from './content.ts';
import { DEFINITIONS } from './definitions.ts';
import type { Complaint, Flag, Guard, Refusal, View } from './guard.ts';
import { empty } from './guards/row-identity.ts';
import { type Failures, type Pass, rowsRead } from './reading.ts';

/** A flag that a guard raised, with what the operator is told of each row. */
export interface RaisedFlag {
  readonly dataset: DatasetName;
  readonly guard: FlagName;
  readonly complaints: readonly Complaint[];
}

/** What guards see of a pass: the rows it read, the last good ones where it read none or they were refused. */
export function viewOf(
  pass: Pass,
  content: Content,
  record: PublishedRecord,
  now: IsoInstant,
  refused: ReadonlySet<DatasetName>,
): View {
  const published = <Name extends DatasetName>(name: Name) =>
    content.rows[name] as readonly RowOf<Name>[] | undefined;
  return {
    rows: (name) => (refused.has(name) ? undefined : rowsRead(pass.readings, name)) ?? published(name),
    published,
    rowSecurity: (name) => pass.readings[name]?.rowSecurity ?? null,
    record,
    today: dayOf(now),
  };
}

/** The datasets that a guard refuses, each with every complaint at once. */
export function refusals(
  names: readonly DatasetName[],
  pass: Pass,
  view: View,
  system: PublishingSystem,
): Failures {
  const refused: Failures = new Map();
  for (const name of names) {
    const mayBeEmpty = system.transparency.datasets[name]?.may_be_empty === true;
    const guards = [
      ...(mayBeEmpty ? [] : [empty(name)]),
      ...DEFINITIONS[name].refusals,
    ] as Refusal<unknown>[];
    const complaints = complaintsOf(guards, rowsRead(pass.readings, name), view);
    const [first] = complaints;
    if (first === undefined) continue;
    const lines = complaints.flatMap(({ guard, found }) =>
      found.map(({ detail }) => `${guard.name}: ${detail}`),
    );
    refused.set(name, new SourceError(first.guard.name, `${name} was refused.\n  ${summary(lines)}`));
  }
  return refused;
}

/** The flags raised over the datasets that will be published. */
export function raisedFlags(names: readonly DatasetName[], pass: Pass, view: View): RaisedFlag[] {
  return names.flatMap((dataset) =>
    complaintsOf(
      DEFINITIONS[dataset].flags as readonly Flag<unknown>[],
      rowsRead(pass.readings, dataset),
      view,
    ).map(({ guard, found }) => ({ dataset, guard: guard.name, complaints: found })),
  );
}

/** A raised flag as it is published: without the operator's words. */
export function toFinding({ guard, complaints }: RaisedFlag): Finding {
  return { guard, subjects: [...new Set(complaints.map(({ id }) => id))].toSorted() };
}

/** At most twenty lines, then how many more there are. */
export function summary(lines: readonly string[]): string {
  const listed = lines.slice(0, 20);
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
