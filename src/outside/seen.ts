import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { type IsoInstant, toSeconds } from '../core/instant.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import type { SignerKey } from '../log/key.ts';
import type { Policy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { formatNote, type NoteSignature, parseNote } from '../log/signed-note.ts';
import { sameBytes } from '../log/wire.ts';
import { syncFolder, writeAtomically } from '../store/atomic-file.ts';
import { textAt } from '../store/disk.ts';
import { exclusively } from '../store/lock.ts';

/**
 * What a witness has seen of one log, in a folder: the one state behind whoever looks (`witness`) and whoever is asked
 * (`answerCheckpoint`). Its history alone says what was seen last; the cosigned checkpoint is made of it.
 */

const lineSchema = z.strictObject({ note: z.string(), seen: z.iso.datetime() });
/** A signed checkpoint, and when it was seen. */
export type SeenLine = z.infer<typeof lineSchema>;

/** What this witness met first, and holds everything against; of a key that was replaced since it names the next. */
const POLICY = 'policy';
/** A line for each size that was seen, with its signed checkpoint. */
const HISTORY = 'history.jsonl';
/** The same for what was refused: the proof of what was done. */
const ALARMS = 'alarms.jsonl';

export function lastSeen(folder: string): SeenLine | null {
  return linesOf(path.join(folder, HISTORY)).at(-1) ?? null;
}

export function policyOf(folder: string): string | null {
  return textAt(path.join(folder, POLICY));
}

/** Where monitors look for what a witness saw last of this log (C2SP tlog-witness). */
export function monitorPath(origin: string): string {
  return `${sha256Hex(origin)}/checkpoint`;
}

export function checkpointIn(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

/** A log that was looked at: how many entries it shows and had before, and the roots of both, as checkpoints have them. */
export interface Shown {
  readonly origin: string;
  readonly size: bigint;
  readonly root: string;
  readonly before: bigint;
  /** Null where it was never seen before. */
  readonly rootBefore: string | null;
  readonly file: string;
}

/** What is to be kept: a checkpoint that the policy's log signed, and that grew from `after`. */
export interface Keeping {
  readonly note: string;
  readonly policy: { readonly text: string; readonly parsed: Policy };
  /** What had been seen last when it was verified. */
  readonly after: SeenLine | null;
  readonly key: SignerKey;
  readonly now: IsoInstant;
}

/**
 * Keeps a checkpoint as what was seen last, then cosigns it: on the disk before anybody is told. Nothing is cosigned when
 * meanwhile somebody else kept another one: then null, and what was verified has to be verified anew against that.
 *
 * Killed halfway, the history says what was seen, and whoever asks again is given the cosignature.
 */
export async function keepSeen(
  folder: string,
  { note, policy, after, key, now }: Keeping,
): Promise<{ readonly file: string; readonly cosigned: string } | null> {
  return exclusively(folder, {}, async () => {
    const last = lastSeen(folder);
    if (last?.note !== after?.note) return null;
    const { text, signatures } = parseNote(note);
    const { origin } = parseCheckpoint(text);
    // The log's own signatures, which were verified; those of other witnesses are theirs to give.
    const ofLog = signatures.filter((one) => isOfLog(one, policy.parsed));
    const own = cosigner(key, BigInt(toSeconds(now)));
    const cosignature = { name: own.name, id: own.id, signature: await own.sign(text) };
    const cosigned = formatNote({ text, signatures: [...ofLog, cosignature] });
    const file = path.join(folder, monitorPath(origin));
    await mkdir(path.dirname(file), { recursive: true });
    if (policyOf(folder) !== policy.text) await writeAtomically(path.join(folder, POLICY), policy.text);
    if (last === null || !isSameTree(last.note, note))
      await append(path.join(folder, HISTORY), { note: formatNote({ text, signatures: ofLog }), seen: now });
    await syncFolder(folder);
    await writeAtomically(file, cosigned);
    return { file, cosigned };
  });
}

/** Keeps what a log signed and can not have grown to, once for each tree. Returns the file. */
export async function keepAlarm(folder: string, note: string, now: IsoInstant): Promise<string> {
  const file = path.join(folder, ALARMS);
  return exclusively(folder, {}, async () => {
    if (!linesOf(file).some((line) => isSameTree(line.note, note))) await append(file, { note, seen: now });
    return file;
  });
}

function isOfLog({ name, id }: NoteSignature, { logs }: Policy): boolean {
  return logs.some(({ key }) => key.name === name && key.id === id);
}

function isSameTree(one: string, other: string): boolean {
  const [a, b] = [checkpointIn(one), checkpointIn(other)];
  return a.origin === b.origin && a.size === b.size && sameBytes(a.root, b.root);
}

function linesOf(file: string): SeenLine[] {
  const lines = (textAt(file) ?? '').split('\n');
  const isCutOff = lines.pop() !== '';
  const wrong: string[] = isCutOff ? [`${file}, line ${lines.length + 1}: it does not end`] : [];
  const seen = lines.flatMap((text, at) => {
    const line = lineIn(text);
    if (line === null) wrong.push(`${file}, line ${at + 1}: no line of a checkpoint and when it was seen`);
    return line ?? [];
  });
  if (wrong.length === 0) return seen;
  throw new ExpectedError([
    ...wrong,
    'What this witness has seen is not known, and nothing is cosigned. Put the file back as a backup has it; without one, ' +
      'begin again in a folder of its own with another key, and say so to the logs that name this one.',
  ]);
}

/** Null where it is none. */
function lineIn(text: string): SeenLine | null {
  try {
    const line = lineSchema.parse(JSON.parse(text));
    checkpointIn(line.note);
    return line;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof LogError) return null;
    throw error;
  }
}

async function append(file: string, line: SeenLine): Promise<void> {
  await writeAtomically(file, `${textAt(file) ?? ''}${canonicalJson(line)}\n`);
}
