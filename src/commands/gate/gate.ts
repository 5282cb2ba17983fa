import path from 'node:path';
import type { IsoInstant } from '../../core/instant.ts';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { heldLog } from '../../log/held-log.ts';
import { openedKeys } from '../../log/key-change.ts';
import { prefixOf } from '../../log/mirror-list.ts';
import { parseNote } from '../../log/signed-note.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { textAt as textNow } from '../../store/disk.ts';
import { GitError, gitIn, textAt } from '../../store/git.ts';
import { openLog } from '../../store/kept-log.ts';
import { logThen } from '../../store/log-since.ts';
import { askedOf } from './asked.ts';
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
/** What was signed here last, as an answer names it. */
export const OWN_CHECKPOINT = `${LOG}/checkpoints`;

/**
 * Holds the log of a content root against all that others have of it: the commit that was published last, its own last
 * checkpoint, the live site, and the witnesses and mirrors that it names or that the published commit does. A policy that is
 * another than was published is told.
 */
export async function compareLog({ contentRoot, base, site, now }: GateOptions): Promise<Compared[]> {
  const log = openLog(contentRoot);
  const entries = [...(log?.entries() ?? [])];
  const held = heldLog(entries.map(utf8Bytes));
  const published = await comparePublished(contentRoot, base, entries);
  const compared: Compared[] =
    log === null ? [{ verdict: 'nothing', where: contentRoot }, published] : [published];
  const signed = [...(log?.checkpoints() ?? [])];
  const last = signed.at(-1);
  if (last !== undefined)
    compared.push(await compareCheckpoint(OWN_CHECKPOINT, parseCheckpoint(parseNote(last.note).text), held));
  const keys = log === null ? [] : await openedKeys(log.keys());
  const known = published.verdict === 'silent' ? null : base;
  const asked = await askedOf(contentRoot, gitIn(contentRoot), known, log?.policy ?? null, keys);
  const { trust } = asked;
  const others = [
    ...(site === null ? [] : [compareSite(site, held, trust, signed.length)]),
    ...asked.witnesses.map(({ witness, trust: its }) => compareWitness(witness, its, held, now)),
    ...(trust === null
      ? []
      : asked.mirrors.map((mirror) => compareHolder(mirror.address, prefixOf(mirror), trust, held))),
  ];
  return [...compared, ...asked.changed, ...(await Promise.all(others))];
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
