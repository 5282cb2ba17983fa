import path from 'node:path';
import { z } from 'zod';
import { parseLines } from '../core/canonical.ts';
import { filesIn, parsedAs, restoring, textAt, valueIn } from './disk.ts';
import { rootOf } from './published.ts';
import { AlteredFileError } from './unaltered.ts';

/** The log of a content root as git keeps it: lines alone. What is served is made of them. */
export interface KeptLog {
  readonly demo: boolean;
  /** How many entries count. */
  readonly size: bigint;
  /** Every entry as it is hashed, in order: a month at a time is held. @throws AlteredFileError when some are missing */
  readonly entries: () => Generator<string, void, undefined>;
  /** Every signed checkpoint, oldest first. */
  readonly checkpoints: () => Generator<KeptCheckpoint, void, undefined>;
  /** The file of c2sp.org/tlog-policy that people wrote; null where nobody did: the log is unsigned. */
  readonly policy: string | null;
}

const checkpointSchema = z.strictObject({ note: z.string(), size: z.coerce.bigint() });

export type KeptCheckpoint = z.infer<typeof checkpointSchema>;

/** What a reader needs of the head; the rest of it is what an append goes on from. */
const headSchema = z.object({
  format: z.literal('terang/log/1'),
  demo: z.boolean(),
  size: z.coerce.bigint(),
  months: z.record(z.string().regex(/^\d{4}-\d{2}$/), z.int().positive()),
});

/** The log of a content root; null while nothing was ever entered. @throws AlteredFileError when its head is none */
export function openLog(contentRoot: string): KeptLog | null {
  const root = rootOf(contentRoot, { name: 'log' });
  const file = path.join(root, 'head.json');
  const text = textAt(file);
  if (text === null) return null;
  const { demo, size, months } = valueIn(headSchema, text, file);
  const inOrder = Object.keys(months).toSorted();
  return {
    demo,
    size,
    policy: textAt(path.join(contentRoot, 'written', 'log', 'policy')),
    *entries() {
      for (const month of inOrder)
        yield* linesOf(path.join(root, 'entries', `${month}.jsonl`), months[month]);
    },
    *checkpoints() {
      for (const name of filesIn(path.join(root, 'checkpoints'))) {
        const signed = path.join(root, 'checkpoints', name);
        for (const [at, line] of parseLines(textAt(signed) ?? '').entries())
          yield parsedAs(checkpointSchema, line, `${signed}, line ${at + 1}`, signed);
      }
    },
  };
}

/** The first `count` lines of a file: what stands behind them was left by a run that was killed. */
function linesOf(file: string, count = 0): string[] {
  const lines = (textAt(file) ?? '').split('\n').slice(0, -1);
  if (lines.length < count)
    throw new AlteredFileError(`${file} has ${lines.length} of ${count} entries. ${restoring(file)}`);
  return lines.slice(0, count);
}
