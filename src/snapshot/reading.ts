import type { PeerTime } from '../core/clock.ts';
import type { DatasetName, RowOf } from '../ledger/dataset.ts';
import type { LEFT_OUT } from '../ledger/finding.ts';
import { SourceError } from '../postgres/source-error.ts';
import type { Complaint } from './guard.ts';
import type { Asked, Reading, Source } from './source.ts';

/** Opens a source, hands it to `work`, and closes it whatever happens. */
export type OpenSource = <T>(work: (source: Source) => Promise<T>) => Promise<T>;

/** Why a dataset was not read, or was refused: the failure's code for the public, its text for the operator. */
export type Failures = Map<DatasetName, SourceError>;

type Readings = { [Name in DatasetName]?: Reading<Name> };

/** What one pass over a source brought: for each dataset its rows, or why there are none. */
export interface Pass {
  /** Null when the source could not even be opened. */
  readonly source: {
    readonly kind: Source['kind'];
    readonly demo: boolean;
    readonly time: PeerTime | null;
  } | null;
  readonly readings: Readings;
  readonly failures: Failures;
}

/** A row that was left out, for one reason of possibly several. */
export interface LeftOut extends Complaint {
  readonly guard: (typeof LEFT_OUT)[number];
  /** Whether the figures that are summed elsewhere may be others than those that stand. */
  readonly figuresMayDiffer: boolean;
}

/** A pass of which every row can be shown, stored and archived, and the rows that were left out of it. */
export interface BoundedPass extends Pass {
  readonly leftOut: ReadonlyMap<DatasetName, readonly LeftOut[]>;
}

/** Asks a source for every dataset, with what is known of its place. One that fails does not keep the others from being read. */
export async function readAll(
  open: OpenSource,
  names: readonly DatasetName[],
  asked: (name: DatasetName) => Asked,
  onStep: (message: string) => void,
): Promise<Pass> {
  let opened: Pass['source'] = null;
  const readings: Readings = {};
  const failures: Failures = new Map();
  try {
    await open(async (source) => {
      opened = { kind: source.kind, demo: source.demo, time: source.time };
      for (const name of names) {
        onStep(`Reading ${name}`);
        await readOne(source, name, asked(name), readings, failures);
        const failure = failures.get(name);
        if (failure?.failure === 'connection-lost') throw failure; // The rest can not be asked either.
      }
    });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    for (const name of names)
      if (readings[name] === undefined && !failures.has(name)) failures.set(name, error);
  }
  return { source: opened, readings, failures };
}

async function readOne<Name extends DatasetName>(
  source: Source,
  name: Name,
  asked: Asked,
  readings: Readings,
  failures: Failures,
) {
  try {
    (readings as Record<Name, Reading<Name>>)[name] = await source.read(name, asked);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    failures.set(name, error);
  }
}

/** The rows read of a dataset; undefined where it failed. */
export function rowsRead<Name extends DatasetName>(
  readings: Readings,
  name: Name,
): readonly RowOf<Name>[] | undefined {
  return (readings[name] as Reading<Name> | undefined)?.rows;
}
