import { type Bytes, base64Of, concat, hex, isSame, isSigned, sha256, utf8 } from './bytes.ts';
import { Wrong } from './outcome.ts';

/** Which logs are believed, which witnesses are known, and how many of them it takes (c2sp.org/tlog-policy). */
export interface Policy {
  readonly logs: readonly Term[];
  /** Keys that stand in the log, and that none of these introduced. */
  readonly strangers: readonly Key[];
  readonly witnesses: readonly (Key & { readonly witness: string })[];
  /** `none` asks for nobody. */
  readonly quorum: string;
  readonly isMet: (seen: ReadonlySet<string>) => boolean;
}

/** A log's key, and the sizes of tree that it signs. */
export interface Term extends Key {
  readonly from?: bigint;
  readonly until?: bigint;
}

export interface Key {
  readonly vkey: string;
  readonly name: string;
  readonly id: string;
  readonly key: Bytes;
}

/** A signed checkpoint (C2SP tlog-checkpoint): what it says, who of a policy signed it and which witnesses have seen it. */
export interface Opened {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Bytes;
  /** Whether a log of the policy signed it, under the name that is its origin. */
  readonly isSigned: boolean;
  /** Whether a key of the log signed it that no key before introduced. */
  readonly isStrange: boolean;
  /** Whether, of all that stands under the name of its log, nothing is by a key that the policy knows. */
  readonly isUnnamed: boolean;
  /** When each witness cosigned it, ISO 8601. */
  readonly seen: ReadonlyMap<string, string>;
  /** Known keys in whose name stands what they did not sign. */
  readonly forged: readonly string[];
}

/** What knows nobody, for what is true whoever signed. */
export const NOBODY: Policy = { logs: [], strangers: [], witnesses: [], quorum: 'none', isMet: () => true };

const LOG = 1;
const WITNESS = 4;
/** The last second of the year 9999: what is later is no time that a calendar has. */
const LAST_SECOND = 253_402_300_799n;

/** @throws Wrong with the line */
export async function parsePolicy(text: string): Promise<Policy> {
  const logs: Term[] = [];
  const witnesses: Policy['witnesses'][number][] = [];
  const named = new Map<string, Policy['isMet']>([['none', () => true]]);
  const grouped = new Set<string>();
  // A key under a second name would be counted twice.
  const unlisted = async (vkey: string, type: number, listed: readonly Key[]) => {
    const key = await keyOf(vkey, type);
    if (listed.some((other) => isSame(other.key, key.key)))
      throw new Wrong(`policy: the key of ${key.name} stands in it twice`);
    return key;
  };
  let quorum: string | null = null;
  for (const line of text.split('\n')) {
    const [keyword, name = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === undefined || keyword.startsWith('#')) continue;
    if (keyword === 'log') logs.push(await unlisted(name, LOG, logs));
    else if (keyword === 'quorum' && named.has(name) && quorum === null) quorum = name;
    else if (keyword === 'witness' && !named.has(name)) {
      witnesses.push({ ...(await unlisted(words[0] ?? '', WITNESS, witnesses)), witness: name });
      named.set(name, (seen) => seen.has(name));
    } else if (keyword === 'group' && !named.has(name)) {
      const names = words.slice(1).filter((member) => !grouped.has(member));
      for (const member of names) grouped.add(member);
      const members = [...new Set(names)].flatMap((member) => named.get(member) ?? []);
      const least = words[0] === 'any' ? 1 : words[0] === 'all' ? members.length : Number(words[0]);
      if (members.length !== words.length - 1 || !(least >= 1 && least <= members.length))
        throw new Wrong(`policy: ${line}`);
      named.set(name, (seen) => members.filter((isMet) => isMet(seen)).length >= least);
    } else throw new Wrong(`policy: ${line}`);
  }
  const isMet = named.get(quorum ?? '');
  if (quorum === null || isMet === undefined) throw new Wrong('policy: no quorum');
  return { logs, strangers: [], witnesses, quorum, isMet };
}

/** `name+id+base64(type ‖ key)`, the id being the beginning of its hash. */
export async function keyOf(vkey: string, type: number): Promise<Key> {
  const [, name = '', id, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = base64Of(encoded, `policy: ${name}`);
  const made = hex((await sha256(concat(utf8(`${name}\n`), bytes))).slice(0, 4));
  if (bytes[0] !== type || bytes.length !== 33 || made !== id) throw new Wrong(`policy: ${vkey}`);
  return { vkey, name, id, key: bytes.slice(1) };
}

/**
 * Text, a blank line, signatures. Those of keys that the policy does not know count for nothing.
 *
 * @throws Wrong where it is no signed checkpoint
 */
export async function openCheckpoint(note: string, policy: Policy, name: string): Promise<Opened> {
  const { body, signatures } = signaturesIn(note, name);
  // Behind the root stand extension lines, if any; none of them is empty.
  const lines = body.slice(0, -1).split('\n');
  const [origin = '', size = '', root = ''] = lines;
  if (!/^(0|[1-9]\d{0,18})$/.test(size) || lines.length < 3 || lines.includes(''))
    throw new Wrong(`${name} is no checkpoint`);
  const forged: string[] = [];
  const seen = new Map<string, string>();
  let [signed, strange, named] = [false, false, false];
  for (const { signer, id, signature } of signatures) {
    const isOf = (key: Key) => key.name === signer && key.id === id;
    if (signer === origin && [...policy.logs, ...policy.strangers].some(isOf)) named = true;
    for (const log of policy.logs.filter(isOf)) {
      if (!(await isSigned(log.key, body, signature))) forged.push(log.name);
      else if (log.name === origin && isInTerm(log, BigInt(size))) signed = true;
    }
    for (const { key } of policy.strangers.filter(isOf))
      if (await isSigned(key, body, signature)) strange = true;
    for (const { witness, key } of policy.witnesses.filter(isOf)) {
      // C2SP tlog-cosignature 0x04: the time in seconds, then the signature of both.
      const time =
        signature.length === 72 ? new DataView(signature.buffer, signature.byteOffset).getBigUint64(0) : 0n;
      if (!(await isSigned(key, `cosignature/v1\ntime ${time}\n${body}`, signature.slice(8))))
        forged.push(witness);
      // Who signs with no time that there is has not said when it saw this, and does not count.
      else if (time <= LAST_SECOND) seen.set(witness, new Date(Number(time) * 1000).toISOString());
    }
  }
  return {
    ...{ origin, size: BigInt(size), root: base64Of(root, name) },
    ...{
      isSigned: signed,
      isStrange: strange && !signed,
      isUnnamed: !named && signatures.some(({ signer }) => signer === origin),
      seen,
      forged,
    },
  };
}

function isInTerm({ from = 0n, until }: Term, size: bigint): boolean {
  return from <= size && (until === undefined || size < until);
}

/** What a signed note says, and who claims to have signed it (c2sp.org/signed-note). @throws Wrong */
export function signaturesIn(
  note: string,
  name: string,
): { body: string; signatures: { signer: string; id: string; signature: Bytes }[] } {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n')) throw new Wrong(`${name} is no signed note`);
  const lines = note.slice(blank + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const [, signer, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (signer === undefined || encoded === undefined)
      throw new Wrong(`${name} has no signature in its line ${line.slice(0, 60)}`);
    const bytes = base64Of(encoded, `${name}: ${line}`);
    return { signer, id: hex(bytes.slice(0, 4)), signature: bytes.slice(4) };
  });
  return { body: note.slice(0, blank + 1), signatures };
}
