import path from 'node:path';
import { buildTime } from '../../build/instant.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { offers } from '../../core/site.ts';
import { type Entry, parseEntry } from '../../log/entry.ts';
import { type LoggedKey, openedKeys } from '../../log/key-change.ts';
import { openSigned } from '../../log/key-terms.ts';
import type { NamedMirror } from '../../log/mirror-list.ts';
import { type Policy, parsePolicy, type SeenCheckpoint } from '../../log/policy.ts';
import { textAt, valueIn } from '../../store/disk.ts';
import { type KeptCheckpoint, type KeptLog, openLog } from '../../store/kept-log.ts';
import { DRILL_FILE, type Drill, drillSchema } from '../log/drill.ts';
import { type Asked, askedIn, mirrorsIn } from '../log/mirrors.ts';
import { CONTENT } from './files.ts';
import { site } from './site.ts';

/** What pages say of the log as a whole. */
export interface LogPublication {
  /** How many entries there are, signed or not. */
  readonly size: bigint;
  /** The last of them, the newest first. */
  readonly latest: readonly { readonly index: bigint; readonly entry: Entry }[];
  /** Null while it is unsigned. */
  readonly signed: {
    readonly policy: Policy;
    readonly seen: SeenCheckpoint;
    /** Who signs from when on, as far as that was signed. */
    readonly keys: readonly LoggedKey[];
    /** When it was read: what is dated later says nothing of when it was made. */
    readonly readAt: IsoInstant;
    /** Those who keep a whole copy, and what they answered last; null where nobody asked. */
    readonly mirrors: readonly NamedMirror[];
    readonly asked: Asked | null;
  } | null;
}

/** What a drill gave; null where none was held: only the demo forges its log. */
export function drill(): Drill | null {
  const file = path.join(CONTENT, DRILL_FILE);
  const text = textAt(file);
  return text === null ? null : valueIn(drillSchema, text, file);
}

const LATEST = 10;

let known: Promise<LogPublication | null> | undefined;

/** The log as this build serves it; null while nothing was entered. Throws where the policy refuses its checkpoint. */
export function logPublication(): Promise<LogPublication | null> {
  known ??= read();
  return known;
}

async function read(): Promise<LogPublication | null> {
  const log = offers(site(), 'log') ? openLog(CONTENT) : null;
  if (log === null) return null;
  let last: KeptCheckpoint | null = null;
  for (const checkpoint of log.checkpoints()) last = checkpoint;
  const latest: string[] = [];
  for (const line of log.entries()) {
    latest.push(line);
    if (latest.length > LATEST) latest.shift();
  }
  return {
    size: log.size,
    latest: latest
      .map((line, at) => ({ index: log.size - BigInt(latest.length - at), entry: parseEntry(line) }))
      .toReversed(),
    signed: last === null ? null : await signedBy(last, log),
  };
}

async function signedBy({ note }: KeptCheckpoint, log: KeptLog): Promise<LogPublication['signed']> {
  const policy = parsePolicy(log.policy ?? '');
  const all = await openedKeys(log.keys());
  const seen = await openSigned(note, policy, all);
  const keys = all.filter(({ index }) => index < seen.checkpoint.size);
  return { policy, seen, keys, readAt: buildTime(), mirrors: mirrorsIn(CONTENT), asked: askedIn(CONTENT) };
}
