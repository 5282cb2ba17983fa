import { rmSync } from 'node:fs';
import path from 'node:path';
import { CLOCK_TOLERANCE_MS } from '../../core/ageing.ts';
import { canonicalJson } from '../../core/canonical.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { type IsoInstant, monthOf, toSeconds } from '../../core/instant.ts';
import { type Answer, addCheckpoint, type WitnessFault } from '../../log/add-checkpoint.ts';
import { formatCheckpoint, parseCheckpoint } from '../../log/checkpoint.ts';
import { parseEntry } from '../../log/entry.ts';
import { beginsWith, type HeldLog, heldLog } from '../../log/held-log.ts';
import { httpLog } from '../../log/http-log.ts';
import { formatVkey, parseSkey, type SignerKey } from '../../log/key.ts';
import { type LoggedKey, openedKeys } from '../../log/key-change.ts';
import { openSigned } from '../../log/key-terms.ts';
import { rootAt } from '../../log/merkle.ts';
import { type Policy, type PolicyWitness, parsePolicy, type SeenCheckpoint } from '../../log/policy.ts';
import { LogError, saysNothing } from '../../log/refusal.ts';
import { formatNote, noteSigner, parseNote, signNote } from '../../log/signed-note.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { filesIn, textAt } from '../../store/disk.ts';
import { says } from '../../store/git.ts';
import { openLog } from '../../store/kept-log.ts';
import { rootOf } from '../../store/published.ts';
import { foldSentences } from '../../words/fold-sentence.ts';
import type { Context } from '../frame/command.ts';
import { withBranch } from '../repository/commit.ts';
import type { Identity } from '../repository/identity.ts';
import { pushCommit } from '../repository/push.ts';
import { arrived, type Branch, commitOf, idOf, moveOn, takeTheirs, withFile } from '../repository/theirs.ts';
import { foldFaultsOfCommit } from './pushed-fold.ts';

export interface SignOptions {
  readonly contentRoot: string;
  readonly identity: Identity;
  readonly remote: string;
  /** The log's keys as `formatSkey` writes them, white space between: two while one takes over from the other. */
  readonly secret: string;
  /** Where the live site serves the log that this one must have grown from; null where none is to be asked. */
  readonly site: URL | null;
  readonly now: () => IsoInstant;
  readonly onStep?: (message: string) => void;
}

export interface Signed {
  readonly origin: string;
  readonly size: bigint;
  /** Witnesses of the policy that have seen it, and those that did not say so. */
  readonly cosigned: readonly PolicyWitness[];
  readonly silent: readonly { readonly witness: PolicyWitness; readonly fault: WitnessFault }[];
  /** Whether those that have are enough for the policy. */
  readonly quorum: boolean;
}

/** Seconds that clocks may be apart. */
const FAR = CLOCK_TOLERANCE_MS / 1000;
/** How often others may push while this is signed. */
const ROUNDS = 5;

/**
 * Signs the log that the remote's branch has, and pushes the checkpoint as a commit of its own. Only what was pushed is
 * signed: whatever others push grows from it, so that no two signatures contradict each other. And only what the gate lets
 * through of its content: of all steps this one alone can not be undone. The checkpoint stands in no commit before it is
 * pushed, so that one whose run was killed is never published.
 *
 * @throws ExpectedError when content is not the fold of the log, or the log did not grow from what was signed before;
 *   LogError; GitError
 */
export async function signPushed(options: SignOptions, t: Context['t']): Promise<Signed> {
  return withBranch(options, async (branch, wasKilled) => {
    if (wasKilled) throw new ExpectedError(t('log.notPushed', { remote: options.remote }));
    for (let round = 1; round <= ROUNDS; round++) {
      await assertPushed(branch, options.remote, t);
      const { note, signed } = await sign(branch, options, t);
      if (await publishNote(branch, options, note, signed)) return signed;
      options.onStep?.('Somebody else pushed first: signing what they pushed');
    }
    throw new ExpectedError(t('log.late', { rounds: String(ROUNDS) }));
  });
}

/** Brings the branch to what the remote has. @throws ExpectedError when there is more here than that */
async function assertPushed(branch: Branch, remote: string, t: Context['t']): Promise<void> {
  const { git, name } = branch;
  await git('fetch', '--quiet', '--no-tags', remote, `refs/heads/${name}`);
  const isBehind = await says(git('merge-base', '--is-ancestor', 'HEAD', 'FETCH_HEAD'));
  if (!isBehind) throw new ExpectedError(t('log.notPushed', { remote }));
  await takeTheirs(branch, remote);
  await arrived(branch);
}

async function sign(
  branch: Branch,
  { secret, site, now }: SignOptions,
  t: Context['t'],
): Promise<{ note: string; signed: Signed }> {
  const { git, contentRoot } = branch;
  const log = openLog(contentRoot);
  if (log === null) throw new ExpectedError(t('log.empty'));
  const held = heldLog([...log.entries()].map(utf8Bytes));
  // Behind the reading: what is as it was pushed now was so then, since a log only grows.
  const changed = await git('status', '--porcelain', '--', 'generated/log', 'written/log');
  if (changed !== '') throw new ExpectedError(t('log.notCommitted', { files: changed.trim() }));
  if (log.policy === null) throw new ExpectedError(t('log.noPolicyHere'));
  const policy = parsePolicy(log.policy);
  const known = await openedKeys(log.keys());
  const keys = await keysOf(secret, policy, known, t);
  const origin = keys[0]?.name ?? '';
  const last = [...log.checkpoints()].at(-1)?.note ?? null;
  const live = site === null ? null : await liveCheckpoint(site, t);
  for (const [where, note] of [
    [t('log.inGit'), last],
    [String(site), live],
  ] as const)
    if (note !== null) await assertGrewFrom(note, where, { origin, ...held }, t);
  const faults = await foldFaultsOfCommit(branch, now());
  if (faults.length > 0) throw new ExpectedError([...foldSentences(t, faults), t('log.unfit')]);

  const size = BigInt(held.entries.length);
  const text = formatCheckpoint({ origin, size, root: await rootAt(size, held.hashes), extensions: [] });
  const own = await signNote(text, keys.map(noteSigner));
  await assertTheirTerm(formatNote(own), policy, known, t);
  const entered = held.entries.at(-1);
  const offer = {
    ...{ note: formatNote(own), size, hashes: held.hashes },
    seenWithin: () => ({
      from: BigInt(toSeconds(entered === undefined ? now() : parseEntry(entered).time) - FAR),
      until: BigInt(Math.ceil(toSeconds(now())) + FAR),
    }),
  };
  const before = last === null ? null : await openOwn(last, policy, known);
  const answers = await Promise.all(
    policy.witnesses.map((witness) => {
      const saw = before?.cosignatures.some((one) => one.witness.name === witness.name) === true;
      return addCheckpoint(witness, offer, saw ? (before?.checkpoint.size ?? 0n) : 0n);
    }),
  );
  assertNoFork(answers, t);
  const note = formatNote({
    text,
    signatures: [
      ...own.signatures,
      ...answers.flatMap((answer) => ('cosignature' in answer ? [answer.cosignature] : [])),
    ],
  });
  const { quorum } = await openSigned(note, policy, known);
  const signed: Signed = {
    origin,
    size,
    cosigned: answers.flatMap((answer) => ('cosignature' in answer ? [answer.witness] : [])),
    silent: answers.flatMap((answer) => ('fault' in answer ? [answer] : [])),
    quorum,
  };
  return { note, signed };
}

/** The keys to sign with: of one log, each of which its policy names, or an entry of it. */
async function keysOf(
  secret: string,
  policy: Policy,
  known: readonly LoggedKey[],
  t: Context['t'],
): Promise<SignerKey[]> {
  const keys = await Promise.all(secret.split(/\s+/).map(parseSkey));
  const named = [...policy.logs, ...known].map(({ key }) => formatVkey(key));
  const strange = keys.find((key) => !named.includes(formatVkey(key)));
  if (strange !== undefined)
    throw new ExpectedError(t('log.strangeKey', { key: `${strange.name}+${strange.id}` }));
  if (new Set(keys.map(({ name }) => name)).size > 1) throw new ExpectedError(t('log.twoOrigins'));
  return keys;
}

/** What is signed with keys that others replaced is signed for nobody: no witness is asked. */
async function assertTheirTerm(
  note: string,
  policy: Policy,
  known: readonly LoggedKey[],
  t: Context['t'],
): Promise<void> {
  try {
    await openSigned(note, policy, known);
  } catch (cause) {
    if (!(cause instanceof LogError && cause.fault === 'superseded')) throw cause;
    throw new ExpectedError(t('log.superseded'), { cause });
  }
}

/** What was signed last; null where no key of the policy signed it, as when another took over before it was signed again. */
async function openOwn(
  note: string,
  policy: Policy,
  known: readonly LoggedKey[],
): Promise<SeenCheckpoint | null> {
  try {
    return await openSigned(note, policy, known);
  } catch (error) {
    if (error instanceof LogError && (error.fault === 'unsigned' || error.fault === 'introduced'))
      return null;
    throw error;
  }
}

/** The checkpoint of the live site; null where it serves none yet. */
async function liveCheckpoint(site: URL, t: Context['t']): Promise<Uint8Array | null> {
  try {
    return await httpLog(site)('checkpoint');
  } catch (cause) {
    if (!(cause instanceof LogError && saysNothing(cause))) throw cause;
    throw new ExpectedError(t('log.siteSilent', { url: String(site) }), { cause });
  }
}

interface Present extends HeldLog {
  readonly origin: string;
}

/** What was signed once must be what this log begins with, whoever's signature stands below it. */
async function assertGrewFrom(
  note: Uint8Array | string,
  where: string,
  log: Present,
  t: Context['t'],
): Promise<void> {
  const checkpoint = parseCheckpoint(parseNote(note).text);
  const values = { where, size: String(checkpoint.size), here: String(log.entries.length) };
  if (checkpoint.origin !== log.origin)
    throw new ExpectedError(t('log.otherOrigin', { ...values, origin: checkpoint.origin }));
  const began = await beginsWith(checkpoint, log);
  if (began === 'longer') throw new ExpectedError(t('log.shrunk', values));
  if (!began) throw new ExpectedError(t('log.forked', values));
}

/** A witness that has seen another history is believed: nothing is published. */
function assertNoFork(answers: readonly Answer[], t: Context['t']): void {
  const against = answers.flatMap((answer) =>
    'fault' in answer && (answer.fault === 'fork' || answer.fault === 'ahead')
      ? [t(`log.witness.${answer.fault}`, { witness: answer.witness.name })]
      : [],
  );
  if (against.length > 0) throw new ExpectedError([...against, t('log.notPublished')]);
}

/** Adds the checkpoint's line as a commit on what was signed, and pushes it; false when somebody else was first. */
async function publishNote(
  branch: Branch,
  { contentRoot, now, remote }: SignOptions,
  note: string,
  { size, cosigned }: Signed,
): Promise<boolean> {
  const { own, git } = branch;
  const folder = path.join(rootOf(contentRoot, { name: 'log' }), 'checkpoints');
  // Behind the others, also where the clock was put back over the end of a month.
  const file = [`${monthOf(now())}.jsonl`, ...filesIn(folder)].toSorted().at(-1) ?? '';
  const line = path.join(own, 'checkpoints');
  await writeAtomically(
    line,
    `${textAt(path.join(folder, file)) ?? ''}${canonicalJson({ note, size: String(size) })}\n`,
  );
  const id = (await git('hash-object', '-w', '--no-filters', '--', line)).trim();
  rmSync(line);
  const tree = await withFile(branch, `log/checkpoints/${file}`, id);
  const names = cosigned.map(({ name }) => name).join(', ') || 'no witness';
  const message = `Log: ${size} entries signed, seen by ${names}`;
  const commit = await commitOf(branch, tree, [await idOf(git, 'HEAD')], message);
  if (!(await pushCommit(branch, commit, remote))) return false;
  await moveOn(branch, commit, tree);
  await arrived(branch);
  return true;
}
