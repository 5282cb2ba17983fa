import { type Bytes, base64Of, concat, hex, isSigned, sha256, utf8 } from './bytes.ts';
import { Wrong } from './outcome.ts';

/** Which logs are believed, which witnesses are known, and how many of them it takes (c2sp.org/tlog-policy). */
export interface Policy {
  readonly logs: readonly Key[];
  readonly witnesses: readonly (Key & { readonly witness: string })[];
  /** `none` asks for nobody. */
  readonly quorum: string;
  readonly isMet: (seen: ReadonlySet<string>) => boolean;
}

interface Key {
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
  /** When each witness cosigned it, ISO 8601. */
  readonly seen: ReadonlyMap<string, string>;
  /** Known keys in whose name stands what they did not sign. */
  readonly forged: readonly string[];
}

/** What knows nobody, for what is true whoever signed. */
export const NOBODY: Policy = { logs: [], witnesses: [], quorum: 'none', isMet: () => true };

const LOG = 1;
const WITNESS = 4;

/** @throws Wrong with the line */
export async function parsePolicy(text: string): Promise<Policy> {
  const logs: Key[] = [];
  const witnesses: Policy['witnesses'][number][] = [];
  const named = new Map<string, Policy['isMet']>([['none', () => true]]);
  let quorum: string | null = null;
  for (const line of text.split('\n')) {
    const [keyword, name = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === undefined || keyword.startsWith('#')) continue;
    if (keyword === 'log') logs.push(await keyOf(name, LOG));
    else if (keyword === 'quorum' && named.has(name) && quorum === null) quorum = name;
    else if (keyword === 'witness' && !named.has(name)) {
      witnesses.push({ ...(await keyOf(words[0] ?? '', WITNESS)), witness: name });
      named.set(name, (seen) => seen.has(name));
    } else if (keyword === 'group' && !named.has(name)) {
      const members = words.slice(1).flatMap((member) => named.get(member) ?? []);
      const least = words[0] === 'any' ? 1 : words[0] === 'all' ? members.length : Number(words[0]);
      if (members.length !== words.length - 1 || !(least >= 1 && least <= members.length))
        throw new Wrong(`policy: ${line}`);
      named.set(name, (seen) => members.filter((isMet) => isMet(seen)).length >= least);
    } else throw new Wrong(`policy: ${line}`);
  }
  const isMet = named.get(quorum ?? '');
  if (quorum === null || isMet === undefined) throw new Wrong('policy: no quorum');
  return { logs, witnesses, quorum, isMet };
}

/** `name+id+base64(type ‖ key)`, the id being the beginning of its hash. */
async function keyOf(vkey: string, type: number): Promise<Key> {
  const [, name = '', id, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = base64Of(encoded, `policy: ${name}`);
  const made = hex((await sha256(concat(utf8(`${name}\n`), bytes))).slice(0, 4));
  if (bytes[0] !== type || bytes.length !== 33 || made !== id) throw new Wrong(`policy: ${vkey}`);
  return { name, id, key: bytes.slice(1) };
}

/**
 * Text, a blank line, signatures. Those of keys that the policy does not know count for nothing.
 *
 * @throws Wrong where it is no signed checkpoint
 */
export async function openCheckpoint(note: string, policy: Policy, name: string): Promise<Opened> {
  const blank = note.lastIndexOf('\n\n');
  const body = note.slice(0, blank + 1);
  const [origin = '', size = '', root = '', end, ...more] = body.split('\n');
  if (!/^(0|[1-9]\d{0,18})$/.test(size) || end !== '' || more.length > 0 || !note.endsWith('\n'))
    throw new Wrong(`${name} is no checkpoint`);
  const forged: string[] = [];
  const seen = new Map<string, string>();
  let signed = false;
  for (const line of note.slice(blank + 2, -1).split('\n')) {
    const [, signer, encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = base64Of(encoded, `${name}: ${line}`);
    const [id, signature] = [hex(bytes.slice(0, 4)), bytes.slice(4)];
    const isOf = (key: Key) => key.name === signer && key.id === id;
    for (const log of policy.logs.filter(isOf)) {
      if (!(await isSigned(log.key, body, signature))) forged.push(log.name);
      else if (log.name === origin) signed = true;
    }
    for (const { witness, key } of policy.witnesses.filter(isOf)) {
      // C2SP tlog-cosignature 0x04: the time in seconds, then the signature of both.
      const time = signature.length === 72 ? new DataView(signature.buffer).getBigUint64(0) : 0n;
      if (await isSigned(key, `cosignature/v1\ntime ${time}\n${body}`, signature.slice(8)))
        seen.set(witness, new Date(Number(time) * 1000).toISOString());
      else forged.push(witness);
    }
  }
  return {
    ...{ origin, size: BigInt(size), root: base64Of(root, name) },
    ...{ isSigned: signed, seen, forged },
  };
}
