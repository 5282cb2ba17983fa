import path from 'node:path';
import type { IsoInstant } from '../../core/instant.ts';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { heldLog } from '../../log/held-log.ts';
import { openedKeys } from '../../log/key-change.ts';
import { prefixOf } from '../../log/mirror-list.ts';
import { parsePolicy } from '../../log/policy.ts';
import { parseNote } from '../../log/signed-note.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { mirrorsIn } from '../../site/log/mirrors.ts';
import { textAt as textNow } from '../../store/disk.ts';
import { GitError, gitIn, textAt } from '../../store/git.ts';
import { openLog } from '../../store/kept-log.ts';
import { logThen } from '../../store/log-since.ts';
import { type Compared, compareCheckpoint, compareHolder, compareSite, compareWitness } from './others.ts';

export interface GateOptions {
  readonly contentRoot: string;
  /** The commit that was published last. */
  readonly base: string;
  /** Where the live site serves the log; null where there is none to ask. */
  readonly site: URL | null;
  readonly now: IsoInstant;
}

/** Where git keeps the log, below the content root. */
const LOG = 'generated/log';

/**
 * Holds the log of a content root against all that others have of it: the commit that was published last, its own last
 * checkpoint, the live site, the witnesses of its policy, and the mirrors that it names.
 */
export async function compareLog({ contentRoot, base, site, now }: GateOptions): Promise<Compared[]> {
  const log = openLog(contentRoot);
  const entries = [...(log?.entries() ?? [])];
  const held = heldLog(entries.map(utf8Bytes));
  const compared = [await comparePublished(contentRoot, base, entries)];
  const signed = [...(log?.checkpoints() ?? [])];
  const last = signed.at(-1);
  if (last !== undefined)
    compared.push(
      await compareCheckpoint(`${LOG}/checkpoints`, parseCheckpoint(parseNote(last.note).text), held),
    );
  const trust =
    log?.policy == null ? null : { policy: parsePolicy(log.policy), keys: await openedKeys(log.keys()) };
  const others = [
    ...(site === null ? [] : [compareSite(site, held, trust, signed.length)]),
    ...(trust === null
      ? []
      : trust.policy.witnesses.map((witness) => compareWitness(witness, trust, held, now))),
    ...(trust === null
      ? []
      : mirrorsIn(contentRoot).map((mirror) => compareHolder(mirror.address, prefixOf(mirror), trust, held))),
  ];
  return [...compared, ...(await Promise.all(others))];
}

/** Every entry and every checkpoint that was published stands here where it was. */
async function comparePublished(
  contentRoot: string,
  base: string,
  entries: readonly string[],
): Promise<Compared> {
  const git = gitIn(contentRoot);
  try {
    const then = await logThen((file) => textAt(git, base, `${LOG}/${file}`));
    if (then === null) return { verdict: 'nothing', where: base };
    const published: string[] = [];
    for await (const entry of then) published.push(entry);
    const size = BigInt(published.length);
    const other = published.findIndex((entry, at) => entry !== entries[at]);
    if (other >= entries.length) return { verdict: 'shrunk', where: base, size, entry: BigInt(other) };
    if (other >= 0) return { verdict: 'forked', where: base, size, entry: BigInt(other) };
    const signed = await git('ls-tree', '--name-only', base, '--', `${LOG}/checkpoints/`);
    for (const file of signed.split('\n').filter((name) => name !== '')) {
      const before = (await textAt(git, base, file)) ?? '';
      if (textNow(path.join(contentRoot, file))?.startsWith(before) !== true)
        return { verdict: 'altered', where: base, what: file };
    }
    return { verdict: published.length === entries.length ? 'same' : 'grown', where: base, size };
  } catch (error) {
    if (error instanceof GitError) return { verdict: 'silent', where: base };
    throw error;
  }
}

/** What people changed of what machines write, in commits that `base` does not have. @throws GitError when that can not be told */
export async function peoplesChanges(contentRoot: string, base: string): Promise<string[]> {
  const names = await gitIn(contentRoot)('diff', '--name-only', '-z', `${base}...HEAD`, '--', 'generated');
  return names.split('\0').filter((name) => name !== '');
}
