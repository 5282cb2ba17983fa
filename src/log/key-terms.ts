import { formatVkey, type VerifierKey } from './key.ts';
import type { LoggedKey } from './key-change.ts';
import { openCheckpoint, type Policy, type SeenCheckpoint } from './policy.ts';
import { LogError } from './refusal.ts';
import { noteVerifier, openNote } from './signed-note.ts';

/** Which trees a key that is believed signs. */
interface Term {
  readonly key: VerifierKey;
  /** The smallest that it signs. */
  from: bigint;
  /** The smallest that it signs no more: another replaced it; null while none did. */
  until: bigint | null;
}

/** The first size of tree that a change is in force for: it stands in that tree, and nothing before is taken back. */
const inForce = ({ from, index }: LoggedKey) => (from > index ? from : index + 1n);

/**
 * From the keys that somebody believes, those that they introduced and those that introduced them, each with its term. Of
 * two changes away from one key the first in the log counts: behind it the key has nothing to say. `keys` are those that
 * stand in one tree.
 */
function termsOf(believed: readonly VerifierKey[], keys: readonly LoggedKey[]): Map<string, Term> {
  const terms = new Map(believed.map((key) => [formatVkey(key), { key, from: 0n, until: null } as Term]));
  const changes = keys
    .filter(({ introduced }) => introduced)
    .toSorted((a, b) => (a.index < b.index ? -1 : 1));
  // Backwards: who is believed says whom it replaced.
  for (const change of changes.toReversed()) {
    const before = change.before as VerifierKey;
    if (terms.has(formatVkey(change.key)) && !terms.has(formatVkey(before)))
      terms.set(formatVkey(before), { key: before, from: 0n, until: null });
  }
  for (const change of changes) {
    const before = terms.get(formatVkey(change.before as VerifierKey));
    if (before === undefined || before.until !== null) continue;
    before.until = inForce(change);
    const name = formatVkey(change.key);
    const next = terms.get(name) ?? { key: change.key, from: 0n, until: null };
    next.from = inForce(change);
    terms.set(name, next);
  }
  return terms;
}

/** A checkpoint that was signed with the key whose term it was. */
export interface SignedCheckpoint extends SeenCheckpoint {
  /** The keys that others had replaced by then, as vkeys. */
  readonly over: readonly string[];
}

/**
 * A checkpoint that the log of a policy signed with the key whose term it was, in which `keys` stand: `keys` are entries
 * of its tree, or of one that grew from it.
 *
 * @throws LogError as `openCheckpoint` does; `superseded` when only a key signed that another had replaced; `introduced` when
 *   a key of the log signed that no key before it introduced: whose it is can not be told
 */
export async function openSigned(
  message: Uint8Array | string,
  policy: Policy,
  keys: readonly LoggedKey[],
): Promise<SignedCheckpoint> {
  const terms = termsOf(
    policy.logs.map(({ key }) => key),
    keys,
  );
  const urls = new Map(policy.logs.map(({ key, url }) => [formatVkey(key), url]));
  const logs = [...terms].map(([vkey, { key }]) => ({ key, url: urls.get(vkey) ?? null }));
  const seen = await openOr(message, { ...policy, logs }, async () => {
    const strangers = keys.map(({ key }) => key).filter((key) => !terms.has(formatVkey(key)));
    await openNote(message, strangers.map(noteVerifier));
    throw new LogError('introduced', 'signed with a key that the key before it did not introduce');
  });
  const { size, origin } = seen.checkpoint;
  const log = seen.signers.find(({ key }) => {
    const { from, until } = terms.get(formatVkey(key)) as Term;
    return key.name === origin && from <= size && (until === null || size < until);
  });
  if (log === undefined)
    throw new LogError(
      'superseded',
      `signed with ${seen.log.key.name}+${seen.log.key.id}, whose term it is not`,
    );
  const over = [...terms].flatMap(([vkey, { until }]) => (until !== null && until <= size ? [vkey] : []));
  return { ...seen, log, over };
}

async function openOr(
  message: Uint8Array | string,
  policy: Policy,
  unsigned: () => Promise<never>,
): Promise<SeenCheckpoint> {
  try {
    return await openCheckpoint(message, policy);
  } catch (error) {
    if (error instanceof LogError && error.fault === 'unsigned') return unsigned();
    throw error;
  }
}

/**
 * The text of a policy for whoever saw a checkpoint: in place of a key that was replaced by then it names the one that signs.
 * Whoever keeps it is not led back to an old key by a log that hides what it entered.
 */
export function policyAfter(text: string, { log, over }: SignedCheckpoint): string {
  const vkey = formatVkey(log.key);
  const isNamed = (line: string, key: string) =>
    line
      .split(/[ \t]+/)
      .slice(0, 2)
      .join(' ') === `log ${key}`;
  let isThere = text.split('\n').some((line) => isNamed(line, vkey));
  const lines = text.split('\n').flatMap((line) => {
    const old = over.find((key) => isNamed(line, key));
    if (old === undefined) return [line];
    if (isThere) return [];
    isThere = true;
    return [line.replace(old, () => vkey)];
  });
  return lines.join('\n');
}
