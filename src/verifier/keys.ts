import { type Bytes, isSigned, jsonOf, sha256Hex, utf8 } from './bytes.ts';
import { type Key, keyOf, type Policy, signaturesIn, type Term } from './checkpoint.ts';
import { Wrong } from './outcome.ts';
import { parseEntry } from './proof.ts';

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
  const changes: Change[] = [];
  for (const line of text.split('\n').filter((line) => line !== ''))
    changes.push(await changeIn(jsonOf<Line>(line, 'log/keys'), isEntry));
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
