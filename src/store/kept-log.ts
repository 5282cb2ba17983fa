import path from 'node:path';
import { z } from 'zod';
import { parseLines } from '../core/canonical.ts';
import { keysAmong } from '../log/key-change.ts';
import { filesIn, parsedAs, textAt } from './disk.ts';
import { entryTexts, LOG, readHead } from './log.ts';
import { keyNotes } from './log-keys.ts';

/** The log of a content root as git keeps it: lines alone. What is served is made of them. */
export interface KeptLog {
  readonly demo: boolean;
  /** How many entries count. */
  readonly size: bigint;
  /** Every entry as it is hashed, in order: a month at a time is held. @throws AlteredFileError when some are missing */
  readonly entries: () => Generator<string, void, undefined>;
  /** Every signed checkpoint, oldest first. */
  readonly checkpoints: () => Generator<KeptCheckpoint, void, undefined>;
  /** Its entries that are about keys, with what each states. @throws AlteredFileError */
  readonly keys: () => ReturnType<typeof keysAmong>;
  /** The file of c2sp.org/tlog-policy that people wrote; null where nobody did: the log is unsigned. */
  readonly policy: string | null;
}

const checkpointSchema = z.strictObject({ note: z.string(), size: z.coerce.bigint() });

export type KeptCheckpoint = z.infer<typeof checkpointSchema>;

/** Where people keep whose signatures count, and how the log's last key is known. */
export function policyFile(contentRoot: string): string {
  return path.join(contentRoot, 'written', 'log', 'policy');
}

/** The log of a content root; null while nothing was ever entered. @throws AlteredFileError when its head is none, or gone */
export function openLog(contentRoot: string): KeptLog | null {
  const generated = path.join(contentRoot, 'generated');
  const head = readHead(generated);
  if (head === null) return null;
  const signed = path.join(generated, LOG, 'checkpoints');
  return {
    demo: head.demo,
    size: BigInt(head.size),
    policy: textAt(policyFile(contentRoot)),
    entries: () => entryTexts(generated, head),
    keys: () => keysAmong(entryTexts(generated, head), keyNotes(contentRoot)),
    *checkpoints() {
      for (const name of filesIn(signed)) {
        const file = path.join(signed, name);
        for (const [at, line] of parseLines(textAt(file) ?? '').entries())
          yield parsedAs(checkpointSchema, line, `${file}, line ${at + 1}`, file);
      }
    },
  };
}
