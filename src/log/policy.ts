import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { cosignatureVerifier, cosignedAt } from './cosignature.ts';
import { type KeyType, parseVkey, type VerifierKey } from './key.ts';
import { LogError } from './refusal.ts';
import { noteVerifier, openNote } from './signed-note.ts';
import { sameBytes, utf8Text } from './wire.ts';

/** Which logs are believed, which witnesses are known, and how many of them it takes: a file of C2SP tlog-policy. */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly quorum: Quorum;
}

export interface PolicyLog {
  /** Its name is the log's origin. */
  readonly key: VerifierKey;
  readonly url: string | null;
}

export interface PolicyWitness extends PolicyLog {
  /** Within the policy alone; the key has a name of its own. */
  readonly name: string;
}

/** A witness, or at least so many of these. `quorum none` asks for 0 of none. */
export type Quorum =
  | { readonly witness: string }
  | { readonly least: number; readonly of: readonly Quorum[] };

/** A checkpoint that a log of the policy signed, and which of the policy's witnesses have seen it. */
export interface SeenCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly log: PolicyLog;
  /** Every log of the policy that signed it: more than one where a log has several keys. */
  readonly signers: readonly PolicyLog[];
  /** Every verified cosignature, with its time in whole seconds since 1970. */
  readonly cosignatures: readonly { readonly witness: PolicyWitness; readonly time: bigint }[];
  /** Whether enough have. Where they have not, nobody lied: that others hold this history is not known. */
  readonly quorum: boolean;
}

/**
 * @throws LogError `note`, `checkpoint`; `unsigned` when no log of the policy signed it; `origin` when one signed
 *   for another; `signature` when a known key's is false
 */
export async function openCheckpoint(message: Uint8Array | string, policy: Policy): Promise<SeenCheckpoint> {
  const verifiers = [
    ...policy.logs.map(({ key }) => noteVerifier(key)),
    ...policy.witnesses.map(({ key }) => cosignatureVerifier(key)),
  ];
  const { text, signatures } = await openNote(message, verifiers);
  const madeBy = ({ key }: PolicyLog) =>
    signatures.filter(({ name, id }) => name === key.name && id === key.id);
  const signers = policy.logs.filter((log) => madeBy(log).length > 0);
  if (signers.length === 0) throw new LogError('unsigned', 'no log of the policy signed it');
  const checkpoint = parseCheckpoint(text);
  const log = signers.find(({ key }) => key.name === checkpoint.origin);
  if (log === undefined)
    throw new LogError('origin', `${signers[0]?.key.name} signed for another log, ${checkpoint.origin}`);
  const cosignatures = policy.witnesses.flatMap((witness) =>
    madeBy(witness).map(({ signature }) => ({ witness, time: cosignedAt(signature) })),
  );
  const names = new Set(cosignatures.map(({ witness }) => witness.name));
  return { checkpoint, log, signers, cosignatures, quorum: isMet(policy.quorum, names) };
}

/** Whether these witnesses are enough. */
export function isMet(quorum: Quorum, witnesses: ReadonlySet<string>): boolean {
  if ('witness' in quorum) return witnesses.has(quorum.witness);
  return quorum.of.filter((member) => isMet(member, witnesses)).length >= quorum.least;
}

const NONE = 'none';

/**
 * @throws LogError `policy` with the line, `key`
 */
export function parsePolicy(file: Uint8Array | string): Policy {
  const text = utf8Text(file);
  if (text === null) throw new LogError('policy', 'it is no UTF-8');
  if (!text.endsWith('\n')) throw new LogError('policy', 'its last line does not end');
  const draft = new Draft();
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const refuse = (reason: string) => new LogError('policy', `line ${at + 1}: ${reason}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    if (/[\0-\x08\x0b-\x1f\x7f]/.test(line)) throw refuse('a control character');
    const [keyword, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === undefined || keyword.startsWith('#')) continue;
    const wrong = draft.add(keyword, words);
    if (wrong !== null) throw refuse(wrong);
  }
  if (draft.quorum === null) throw new LogError('policy', 'it names no quorum');
  return { logs: draft.logs, witnesses: draft.witnesses, quorum: draft.quorum };
}

/** A policy while its lines are read, each of which knows only those before it. */
class Draft {
  readonly logs: PolicyLog[] = [];
  readonly witnesses: PolicyWitness[] = [];
  quorum: Quorum | null = null;
  readonly #named = new Map<string, Quorum>();
  readonly #members = new Set<string>();

  /** Takes in one line; why it can not, or null. */
  add(keyword: string, words: readonly string[]): string | null {
    if (keyword === 'log') return this.#addLog(words);
    if (keyword === 'witness') return this.#addWitness(words);
    if (keyword === 'group') return this.#addGroup(words);
    if (keyword === 'quorum') return this.#setQuorum(words);
    return `${JSON.stringify(keyword)} is no log, witness, group or quorum`;
  }

  #addLog([vkey, url, ...more]: readonly string[]): string | null {
    if (vkey === undefined || more.length > 0) return 'expected log <vkey> [<url>]';
    const log = { key: keyOfType(vkey, 'note'), url: url ?? null };
    if (isListed(log, this.logs)) return `the key of ${log.key.name} stands here twice`;
    this.logs.push(log);
    return null;
  }

  #addWitness([name, vkey, url, ...more]: readonly string[]): string | null {
    if (name === undefined || vkey === undefined || more.length > 0)
      return 'expected witness <name> <vkey> [<url>]';
    const witness = { name, key: keyOfType(vkey, 'cosignature'), url: url ?? null };
    if (isListed(witness, this.witnesses)) return `the key of ${name} stands here twice`;
    this.witnesses.push(witness);
    return this.#define(name, { witness: name });
  }

  #addGroup([name, threshold, ...members]: readonly string[]): string | null {
    if (name === undefined || threshold === undefined || members.length === 0)
      return 'expected group <name> <k>|any|all <name>...';
    const of: Quorum[] = [];
    for (const member of members) {
      const known = this.#named.get(member);
      if (known === undefined) return `${member} is not defined before`;
      if (this.#members.has(member)) return `${member} is a member already`;
      this.#members.add(member);
      of.push(known);
    }
    const least = threshold === 'any' ? 1 : threshold === 'all' ? of.length : decimal(threshold);
    if (!(least >= 1 && least <= of.length)) return `${threshold} of ${of.length} can not be`;
    return this.#define(name, { least, of });
  }

  #setQuorum([name, ...more]: readonly string[]): string | null {
    if (name === undefined || more.length > 0) return 'expected quorum <name>';
    if (this.quorum !== null) return 'a second quorum';
    this.quorum = name === NONE ? { least: 0, of: [] } : (this.#named.get(name) ?? null);
    return this.quorum === null ? `${name} is not defined before` : null;
  }

  #define(name: string, what: Quorum): string | null {
    if (name === NONE || this.#named.has(name)) return `${name} is taken`;
    this.#named.set(name, what);
    return null;
  }
}

function keyOfType(vkey: string, type: KeyType): VerifierKey {
  const key = parseVkey(vkey);
  if (key.type !== type) throw new LogError('key', `${key.name} is a key for a ${key.type}, not a ${type}`);
  return key;
}

/** Name and id make no other key: the public key alone does. */
function isListed({ key }: PolicyLog, listed: readonly PolicyLog[]): boolean {
  return listed.some((other) => sameBytes(other.key.key, key.key));
}

function decimal(text: string): number {
  return /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : Number.NaN;
}
