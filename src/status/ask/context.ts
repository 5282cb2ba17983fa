import type { IncomingHttpHeaders } from 'node:http';
import type { PeerTime } from '../../core/clock.ts';
import type { IsoInstant } from '../../core/instant.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { DatasetState } from '../../ledger/manifest.ts';
import type { System } from '../../systems/system.ts';
import type { Sample } from '../sample.ts';
import type { Answer, CheckFailure } from './answer.ts';

/** An answer over HTTP, whatever its status. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** At most the first 1 MiB of it, unpacked, as text. */
  readonly body: string;
  /**
   * Why `body` is not all that was sent, or perhaps not what was meant: too long, packed in a way or written in a
   * charset that is not known here. What is found in it is there; of what is not, nothing can be said. Null: read.
   */
  readonly unread: string | null;
  /** From the first byte sent to the last one read, in whole milliseconds. */
  readonly ms: number;
}

/** What this site published of a system, as far as a check looks at it. */
export interface PublishedData {
  /** The state of a dataset; null where no snapshot was ever taken. */
  state(dataset: DatasetName): Promise<DatasetState | null>;
  /** The parsed lines of the dataset's files. */
  rows(dataset: DatasetName): Promise<readonly unknown[]>;
}

/** What all checks of one run share. */
export interface RunContext {
  /** Settings of the machine that asks, by name. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** The present time: ages are measured against it. */
  readonly now: () => IsoInstant;
  /** Aborted when the run's budget is spent. */
  readonly budget: AbortSignal;
  /** Waits until the network may be used once more; what it runs is timed from then on. */
  readonly slot: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs one thing at a time for each key: a database is not asked two things at once. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  /** Databases that did not answer in this run, and how. */
  readonly silentDatabases: Map<string, CheckFailure>;
  /** Requests of this run that were made already, by what was sent. */
  readonly exchanges: Map<string, Promise<Exchange>>;
  /** What the databases that were asked in this run say of the time. */
  readonly databaseTimes: PeerTime[];
  /** Further certificates to trust (PEM), for peers with one of their own. */
  readonly trust?: string | undefined;
}

/** What a check may look at besides itself. */
export interface AskContext extends RunContext {
  readonly system: System;
  /** Reads a file of SQL from the system's folder. */
  readonly sqlFile: (file: string) => Promise<string>;
  readonly published: PublishedData;
  /** The samples of this run so far, by check. */
  readonly samples: ReadonlyMap<string, Sample>;
}

/** Carries out one check. Throws CheckFailure for what ends it without an answer; anything else is a defect. */
export type Ask<Check> = (check: Check, context: AskContext) => Promise<Answer>;
