import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import { type FlagName, LEFT_OUT } from '../ledger/finding.ts';
import { printable } from '../postgres/printable.ts';
import type { PublishingSystem } from '../systems/system.ts';
import { readContent } from './content.ts';
import { type RaisedFlag, summary } from './judgement.ts';
import type { OpenSource } from './reading.ts';
import { judgeSource } from './run.ts';

/** Rows that are shown of a dataset. */
const SHOWN = 5;

/** What a snapshot would say of one dataset now. */
export interface TriedDataset {
  /** Why it would not be published, for the operator; null where it would. */
  readonly failure: { readonly reason: string; readonly text: string } | null;
  /** How many rows would be published; null where none could be read. */
  readonly rows: number | null;
  /** The columns that were asked for, with the type that each must have. */
  readonly columns: Readonly<Record<string, string>>;
  /** Where the source keeps it, if it could be in several places. */
  readonly place: string | null;
  /** Whether row-level security may keep rows from the role that asks. */
  readonly rowsMayBeHidden: boolean;
  /** The first rows, with what is published of each and nothing else. */
  readonly first: readonly object[];
  /** The same, each as one line that no text of others can break. */
  readonly lines: readonly string[];
  readonly findings: readonly { readonly guard: RaisedFlag['guard']; readonly text: string }[];
  /** Guards that compare with what was not read now. */
  readonly notEvaluated: readonly FlagName[];
  /** Whether a snapshot of it would end with 0. */
  readonly isWhole: boolean;
  /** From connecting to the last guard, in whole milliseconds. */
  readonly ms: number;
}

interface TryOptions {
  readonly contentRoot: string;
  readonly system: PublishingSystem;
  readonly now: IsoInstant;
  readonly onStep?: (message: string) => void;
}

/**
 * Reads datasets now and judges them as a snapshot would, by what stands in content; nothing is written.
 *
 * @throws AlteredFileError when generated content was changed by hand
 */
export async function tryDatasets(
  open: OpenSource,
  names: readonly DatasetName[],
  { contentRoot, system, now, onStep = () => undefined }: TryOptions,
): Promise<ReadonlyMap<DatasetName, TriedDataset>> {
  const content = await readContent(path.join(contentRoot, 'generated', system.id));
  const newSalt = () => randomBytes(16).toString('hex');
  const began = performance.now();
  const judged = await judgeSource(open, names, content, { system, now, newSalt, onStep });
  const ms = Math.round(performance.now() - began);
  const { pass, failures, judgement } = judged;
  return new Map(
    names.map((name) => {
      const reading = pass.readings[name];
      const failure = failures.get(name);
      const first = (failure === undefined ? (reading?.rows ?? []) : []).slice(0, SHOWN);
      const raised = judgement.raised.filter(({ dataset }) => dataset === name);
      return [
        name,
        {
          failure: failure === undefined ? null : { reason: failure.failure, text: failure.message },
          rows: reading?.rows.length ?? null,
          columns: reading?.columns ?? {},
          place: reading?.place ?? null,
          rowsMayBeHidden: reading?.rowsMayBeHidden ?? false,
          first,
          lines: first.map((row) => printable(JSON.stringify(row))),
          findings: raised.map(({ guard, complaints }) => ({
            guard,
            text: summary(complaints.map(({ detail }) => detail)),
          })),
          notEvaluated: judgement.notEvaluated.get(name) ?? [],
          isWhole:
            failure === undefined &&
            raised.every(({ guard }) => !(LEFT_OUT as readonly string[]).includes(guard)),
          ms,
        },
      ] as const;
    }),
  );
}
