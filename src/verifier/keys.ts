import { type Bytes, isSigned, jsonOf, linesOf, sha256Hex, textOf, utf8 } from './bytes.ts';
import {
  type Key,
  keyOf,
  NOBODY,
  openCheckpoint,
  type Policy,
  signaturesIn,
  type Term,
} from './checkpoint.ts';
import { isIncluded, leafHash } from './merkle.ts';
import { Wrong } from './outcome.ts';
import { isRecordOf, type Proven, parseEntry, parseProof } from './proof.ts';

/** A line of `log/keys`: an entry of the log, where it stands, and the statement that it is of, a signed note. */
interface Line {
  readonly entry: string;
  readonly index: string;
  readonly note: string;
}

/** That from a size of tree on one key signs, and that the key before it signed that too. */
interface Change {
  readonly key: Key;
  readonly before: Key | null;
  readonly at: bigint;
  readonly isIntroduced: boolean;
}

/**
 * The policy with each key of its log that the one before it introduced, in an entry of the log, and with the sizes of tree
 * that each signs. Keys that nobody introduced are its strangers.
 *
 * @throws Wrong where a line is not of the log, or its own key did not sign it
 */
export async function withKeys(
  policy: Policy,
  text: string,
  isEntry: (index: number, entry: Bytes) => Promise<boolean>,
): Promise<Policy> {
  return follow(policy, linesOf<Line>(text, 'log/keys'), isEntry);
}

/** Whether something that somebody kept is an entry about a key. */
export function isOfKey({ entry }: Proven): boolean {
  return /"kind":"key"/.test(entry ?? '');
}

/**
 * The same of what somebody kept, without the log: each statement is to be an entry of a tree that a key of it signed. What
 * has no record or no proof tells nothing.
 *
 * @throws Wrong as above, and where such a tree was not signed
 */
export async function withProvenKeys(policy: Policy, kept: readonly Proven[]): Promise<Policy> {
  const proofs = new Map<string, ReturnType<typeof parseProof>>();
  const lines: Line[] = [];
  for (const { entry, record, proof } of kept) {
    if (entry === null || record === null || proof === null || proofs.has(entry)) continue;
    const read = parseProof(proof, 'key');
    const { note } = jsonOf<{ note?: string } | null>(record, 'key') ?? {};
    if (typeof note !== 'string' || !(await isRecordOf(parseEntry(entry, 'key'), record)))
      throw new Wrong(`key: entry ${read.index}`);
    lines.push({ entry, index: String(read.index), note });
    proofs.set(entry, read);
  }
  if (lines.length === 0) return policy;
  lines.sort((a, b) => Number(a.index) - Number(b.index));
  const all = await follow(policy, lines, async (_, entry) => {
    const { index, hashes, checkpoint } = proofs.get(textOf(entry, 'key')) as ReturnType<typeof parseProof>;
    const tree = await openCheckpoint(checkpoint, NOBODY, 'key');
    return isIncluded(await leafHash(entry), index, tree, hashes);
  });
  for (const { index, checkpoint } of proofs.values()) {
    const tree = await openCheckpoint(checkpoint, all, 'key');
    const isOfOthers = tree.isStrange || tree.isUnnamed;
    if (tree.forged.length > 0 || !(tree.isSigned || isOfOthers)) throw new Wrong(`key: entry ${index}`);
  }
  return all;
}

async function follow(
  policy: Policy,
  lines: readonly Line[],
  isEntry: (index: number, entry: Bytes) => Promise<boolean>,
): Promise<Policy> {
  const changes: Change[] = [];
  for (const line of lines) changes.push(await changeIn(line, isEntry));
  const known = new Map<string, Term>(policy.logs.map((log) => [log.vkey, log]));
  const introduced = changes.filter(({ isIntroduced }) => isIntroduced);
  for (const { key, before } of introduced.toReversed())
    if (before !== null && known.has(key.vkey) && !known.has(before.vkey)) known.set(before.vkey, before);
  // Of two that take over from one the first counts.
  for (const { key, before, at } of introduced) {
    const last = known.get(before?.vkey ?? '');
    if (last === undefined || last.until !== undefined) continue;
    known.set(last.vkey, { ...last, until: at });
    known.set(key.vkey, { ...(known.get(key.vkey) ?? key), from: at });
  }
  const strangers = changes.map(({ key }) => key).filter(({ vkey }) => !known.has(vkey));
  return { ...policy, logs: [...known.values()], strangers };
}

async function changeIn(
  { entry, index, note }: Line,
  isEntry: (index: number, entry: Bytes) => Promise<boolean>,
): Promise<Change> {
  const name = `log/keys: entry ${index}`;
  const { kind, hash } = parseEntry(entry, name);
  const isOf = kind === 'key' && hash === (await sha256Hex(JSON.stringify({ note })));
  if (!/^(0|[1-9]\d{0,8})$/.test(index) || !isOf || !(await isEntry(Number(index), utf8(entry))))
    throw new Wrong(name);
  const { body, signatures } = signaturesIn(note, name);
  const form = /^terang\/key\/1\n(\S+)\n(\S+)\nfrom (0|[1-9]\d{0,18})\n(?:first|(replaces|lost) (\S+))\n$/;
  const [, origin, vkey = '', from = '', course, old] = form.exec(body) ?? [];
  const key = await keyOf(vkey, 1);
  const before = old === undefined ? null : await keyOf(old, 1);
  const didSign = async ({ name, id, key }: Key) => {
    for (const one of signatures)
      if (one.signer === name && one.id === id && (await isSigned(key, body, one.signature))) return true;
    return false;
  };
  if (key.name !== origin || (before !== null && before.name !== origin) || !(await didSign(key)))
    throw new Wrong(name);
  const [entered, stated] = [BigInt(index) + 1n, BigInt(from)];
  return {
    ...{ key, before, at: entered > stated ? entered : stated },
    isIntroduced: course === 'replaces' && before !== null && (await didSign(before)),
  };
}
