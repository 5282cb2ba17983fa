import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { compareMirror, type MirrorFinding } from '../log/compare-mirror.ts';
import { heldLog } from '../log/held-log.ts';
import { httpLog } from '../log/http-log.ts';
import { openedKeys } from '../log/key-change.ts';
import { openSigned } from '../log/key-terms.ts';
import { type NamedMirror, prefixOf } from '../log/mirror-list.ts';
import { parsePolicy } from '../log/policy.ts';
import { utf8Bytes } from '../log/wire.ts';
import { type Asked, askedFile, askedOf, askedText, mirrorsIn } from '../site/log/mirrors.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { type KeptCheckpoint, openLog } from '../store/kept-log.ts';
import type { Context, Ending } from './frame/command.ts';

/** Milliseconds for each file of a mirror. */
const PATIENCE = 10_000;

/**
 * Holds the mirrors that a site names against what it signed last, and keeps what was found for the pages that are built
 * next. Ends with 0 when each has this history, with 1 when one has another that the log signed, with 2 when one can not tell.
 */
export async function compareMirrors(
  contentRoot: string,
  { t, now }: Pick<Context, 't' | 'now'>,
): Promise<Ending> {
  const mirrors = mirrorsIn(contentRoot);
  if (mirrors.length === 0) return { text: t('mirror.none'), exitCode: 0 };
  const log = openLog(contentRoot);
  let last: KeptCheckpoint | null = null;
  for (const checkpoint of log?.checkpoints() ?? []) last = checkpoint;
  if (log === null || log.policy === null || last === null) throw new ExpectedError(t('mirror.unsigned'));
  const policy = parsePolicy(log.policy);
  const keys = await openedKeys(log.keys());
  const { checkpoint } = await openSigned(last.note, policy, keys);
  const { hashes } = heldLog([...log.entries()].slice(0, Number(checkpoint.size)).map(utf8Bytes));
  const found = await Promise.all(
    mirrors.map((mirror) =>
      compareMirror({ checkpoint, hashes, keys }, httpLog(prefixOf(mirror), PATIENCE), policy),
    ),
  );
  const asked = askedOf(now(), checkpoint, mirrors, found);
  const file = askedFile(contentRoot);
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, askedText(asked));
  const lines = mirrors.map((mirror, at) => saying(t, mirror, found[at], asked.here));
  const verdicts = new Set(found.map(({ verdict }) => verdict));
  const untold = verdicts.has('silent') || verdicts.has('untold');
  return { text: lines.join('\n'), exitCode: verdicts.has('fork') ? 1 : untold ? 2 : 0 };
}

function saying(
  t: Context['t'],
  { address }: NamedMirror,
  found: MirrorFinding | undefined,
  here: Asked['here'],
): string {
  const values = { size: '', root: '', fault: '', here: here.size, rootHere: here.root };
  if (found !== undefined && 'size' in found)
    Object.assign(values, { size: String(found.size), root: found.root });
  if (found !== undefined && 'fault' in found) values.fault = found.fault;
  return `${address}: ${t(`mirrors.${found?.verdict ?? 'silent'}`, values)}`;
}
