import type { IsoInstant } from '../core/instant.ts';
import type { Publication } from '../ledger/publication.ts';
import type { Run } from '../status/sample.ts';
import type { System } from '../systems/system.ts';
import type { Answers } from './answers.ts';
import type { PublicAudit } from './model/audit.ts';
import type { RestoreResult } from './model/restore-test.ts';

/** Everything a report is made of: the same inputs give the same bytes. */
export interface ReportInputs {
  readonly system: System;
  /** When the routine is carried out. */
  readonly at: IsoInstant;
  /** When it was due: what followed an event speaks of that event. */
  readonly due_at: IsoInstant;
  /** What the snapshot of this system left. */
  readonly publication: Publication;
  /** The answers to what this system's checks ask, oldest first, none dated after `at`: see `known-answers.ts`. */
  readonly runs: readonly Run[];
  /** The cadence in seconds at which they were asked. */
  readonly every: number;
  /** The public part of the newest audit of a month that was over at `at`; null where there is none. */
  readonly audit: PublicAudit | null;
  /** How the restore test of the newest month of our own that was over at `at` ended; null where there is none. */
  readonly restore: RestoreResult | null;
  readonly answers: Answers;
  /** The SHA-256 of what all this was read from. */
  readonly hashes: Readonly<Record<string, string>>;
}
