import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson, parseLines, sha256Hex } from '../core/canonical.ts';
import { addDuration, compareInstants, type IsoInstant, toSeconds } from '../core/instant.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import { type Course, follow } from '../log/follow.ts';
import type { SignerKey } from '../log/key.ts';
import { parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { formatNote, parseNote } from '../log/signed-note.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Text } from '../log/wire.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { parsedAs, textAt } from '../store/disk.ts';

/** What one look at the log of a site gave. */
export type Sighting =
  /** It is the history that this witness saw before, or saw first: cosigned, in `file`. */
  | {
      readonly verdict: 'first' | 'same' | 'grown';
      readonly origin: string;
      readonly size: bigint;
      readonly before: bigint;
      readonly file: string;
      /** Since when nothing was added, where that is longer than was promised. */
      readonly stoodSince: IsoInstant | null;
    }
  /** It is not: nothing was cosigned, and both checkpoints are kept in `file`. */
  | {
      readonly verdict: 'fork' | 'rollback';
      readonly origin: string;
      readonly size: bigint;
      readonly before: bigint;
      readonly file: string;
    }
  /** Signed by others than the log that was met first. */
  | { readonly verdict: 'strange'; readonly reason: string }
  /** Nothing can be said, and nothing was cosigned. */
  | { readonly verdict: 'untold'; readonly reason: string };

export interface Look {
  readonly read: FileReader;
  /** Where this witness keeps what it saw of this one site. */
  readonly folder: string;
  readonly key: SignerKey;
  readonly now: IsoInstant;
  /** How long a log may stand still, as an ISO 8601 duration. */
  readonly standstill: string;
}

const lineSchema = z.strictObject({ note: z.string(), seen: z.iso.datetime() });
type Line = z.infer<typeof lineSchema>;

/** What this witness met first, and holds everything against. */
const POLICY = 'policy';
/** A line for each size that was seen, with its signed checkpoint. */
const HISTORY = 'history.jsonl';
/** The same for what was refused: the proof of what was done. */
const ALARMS = 'alarms.jsonl';

/**
 * Looks at a log as a witness (C2SP tlog-cosignature): what is the history that it saw before, grown or not, it cosigns
 * and keeps; the cosigned checkpoint stands where monitors look for it, in `<SHA-256 of the origin>/checkpoint`.
 */
export async function witness({ read, folder, key, now, standstill }: Look): Promise<Sighting> {
  const history = linesOf(path.join(folder, HISTORY));
  const last = history.at(-1) ?? null;
  try {
    const policy = textAt(path.join(folder, POLICY)) ?? utf8Text((await read('policy')) ?? '') ?? '';
    const { course, seen, note } = await follow(last?.note ?? null, read, parsePolicy(policy));
    const { origin, size } = seen.checkpoint;
    const before = last === null ? 0n : checkpointIn(last.note).size;
    if (course === 'fork' || course === 'rollback') {
      const file = path.join(folder, ALARMS);
      if (linesOf(file).at(-1)?.note !== note) await append(file, { note, seen: now });
      return { verdict: course, origin, size, before, file };
    }
    const file = path.join(folder, sha256Hex(origin), 'checkpoint');
    await mkdir(path.dirname(file), { recursive: true });
    await writeAtomically(path.join(folder, POLICY), policy);
    if (course !== 'same') await append(path.join(folder, HISTORY), { note, seen: now });
    await writeAtomically(file, await cosigned(note, key, now));
    return {
      verdict: course,
      origin,
      size,
      before,
      file,
      stoodSince: stoodSince(course, last, now, standstill),
    };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const strange = last !== null && STRANGE.has(error.fault);
    return { verdict: strange ? 'strange' : 'untold', reason: error.message };
  }
}

const STRANGE: ReadonlySet<string> = new Set(['unsigned', 'signature', 'origin']);

/** The log's own signatures stay, those of other witnesses are theirs to give; ours is behind them. */
async function cosigned(note: string, key: SignerKey, now: IsoInstant): Promise<string> {
  const { text, signatures } = parseNote(note);
  const { origin } = parseCheckpoint(text);
  const { name, id, sign } = cosigner(key, BigInt(toSeconds(now)));
  const own = { name, id, signature: await sign(text) };
  return formatNote({ text, signatures: [...signatures.filter((one) => one.name === origin), own] });
}

function stoodSince(course: Course, last: Line | null, now: IsoInstant, most: string): IsoInstant | null {
  if (course !== 'same' || last === null) return null;
  return compareInstants(addDuration(last.seen, most), now) < 0 ? last.seen : null;
}

function checkpointIn(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

function linesOf(file: string): Line[] {
  return parseLines(textAt(file) ?? '').map((line, at) =>
    parsedAs(lineSchema, line, `${file}, line ${at + 1}`, file),
  );
}

async function append(file: string, line: Line): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, `${textAt(file) ?? ''}${canonicalJson(line)}\n`);
}
