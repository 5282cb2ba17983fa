import { HASHED, type Row } from './batch-hash.ts';
import { jsonOf } from './bytes.ts';
import { checkpointsIn, type Kept } from './kept.ts';
import { Wrong } from './outcome.ts';
import { PROOF_HEAD, type Proven } from './proof.ts';
import { parseCsv } from './table.ts';

/** What somebody kept: entries with their record and proof, checkpoints, rows, preimages, a policy. */
export interface Pieces {
  readonly proven: readonly Proven[];
  readonly checkpoints: readonly Kept[];
  readonly rows: readonly Row[];
  readonly preimages: readonly string[];
  readonly policy: string | null;
  /** Whether it is a bundle, which holds all that there is: a code on paper has no room for the transaction of a batch. */
  readonly isWhole: boolean;
}

const NOTHING: Pieces = {
  proven: [],
  checkpoints: [],
  rows: [],
  preimages: [],
  policy: null,
  isWhole: false,
};

/**
 * A proof bundle; or an entry, its record and its `.tlog-proof` one behind the other, as the QR code of a certificate
 * has them, and each of them alone, as often as they stand there; checkpoints, also with the proof that they grew; a policy; rows of a table as CSV with their header or as
 * JSON; preimages. Nothing of it is passed over.
 *
 * @throws Wrong with what is none of these
 */
export function piecesOf(text: string): Pieces {
  if (text.trim() === '') throw new Wrong('there is nothing in it');
  if (/"format":\s*"terang\/proof\/1"/.test(text)) return bundleIn(text);
  if (!text.includes(PROOF_HEAD)) {
    const checkpoints = checkpointsIn(text);
    if (checkpoints.length > 0) return { ...NOTHING, checkpoints };
  }
  const { proofs, lines } = proofsIn(text.split(/\r?\n/));
  const plain = lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '');
  if (plain.some((line) => /^quorum\s/.test(line))) {
    if (proofs.length > 0) throw new Wrong('a policy and a proof: each by itself');
    return { ...NOTHING, policy: `${plain.join('\n')}\n` };
  }
  if (plain[0]?.startsWith('id,created_at,')) {
    if (proofs.length > 0) throw new Wrong('a table and a proof: each by itself');
    return { ...NOTHING, rows: parseCsv(plain.join('\r\n'), 'CSV') };
  }
  const pieces = { proven: [] as Draft[], rows: [] as Row[], preimages: [] as string[] };
  for (const line of lines) {
    if (typeof line !== 'string') put(pieces.proven, 'proof', proofs[line] ?? '');
    else if (/^[^{]/.test(line) && line.split('|').length === HASHED.length) pieces.preimages.push(line);
    else if (line.trim() !== '') {
      const value = objectIn(line, line.slice(0, 60));
      const is = (name: string) => Object.hasOwn(value, name);
      if (is('hash') && is('time')) put(pieces.proven, 'entry', line);
      else if (is('hash_input')) pieces.rows.push(value as Row);
      else put(pieces.proven, 'record', line);
    }
  }
  return { ...NOTHING, ...pieces };
}

/** What was read of several texts as one: what is said of them together is said of this. */
export function together(all: readonly Pieces[]): Pieces {
  return {
    proven: all.flatMap(({ proven }) => proven),
    checkpoints: all.flatMap(({ checkpoints }) => checkpoints),
    rows: all.flatMap(({ rows }) => rows),
    preimages: all.flatMap(({ preimages }) => preimages),
    policy: all.find(({ policy }) => policy !== null)?.policy ?? null,
    isWhole: all.some(({ isWhole }) => isWhole),
  };
}

type Draft = { -readonly [Part in keyof Proven]: Proven[Part] };

/** To the last of them, or where that has such a part already, or ended with its proof, as the beginning of another. */
function put(proven: Draft[], part: keyof Proven, text: string): void {
  const last = proven.at(-1);
  if (last !== undefined && last[part] === null && last.proof === null) last[part] = text;
  else proven.push({ entry: null, record: null, proof: null, [part]: text });
}

/** Each `.tlog-proof`, from its head to the last signature of its checkpoint, and what stands around them, line by line. */
function proofsIn(all: readonly string[]): { proofs: string[]; lines: (string | number)[] } {
  const proofs: string[] = [];
  const lines: (string | number)[] = [];
  for (let at = 0; at < all.length; at++) {
    if (all[at] !== PROOF_HEAD) {
      lines.push(all[at] ?? '');
      continue;
    }
    const checkpoint = all.indexOf('', at);
    const signatures = checkpoint < 0 ? -1 : all.indexOf('', checkpoint + 1);
    if (signatures < 0) throw new Wrong('proof is cut off');
    let end = signatures + 1;
    while (all[end]?.startsWith('— ') === true) end += 1;
    lines.push(proofs.length);
    proofs.push(`${all.slice(at, end).join('\n')}\n`);
    at = end - 1;
  }
  return { proofs, lines };
}

/** A proof bundle: everything about one batch, update or report that is in the log. @throws Wrong */
function bundleIn(text: string): Pieces {
  const { format, policy, proven } = objectIn(text, 'bundle');
  if (format !== 'terang/proof/1') throw new Wrong('bundle is in another form than terang/proof/1');
  if (typeof policy !== 'string') throw new Wrong('bundle has no policy');
  if (!Array.isArray(proven) || proven.length === 0) throw new Wrong('bundle has nothing that it proves');
  const isPart = (part: unknown) => part === null || typeof part === 'string';
  const read = proven.map((one: Partial<Proven> | null, at): Proven => {
    const { entry = null, record = null, proof = null } = one ?? {};
    if (![entry, record, proof].every(isPart) || entry === null)
      throw new Wrong(`bundle: proven ${at + 1} has no entry, or what is no text`);
    return { entry, record, proof };
  });
  return { ...NOTHING, policy, proven: read, isWhole: true };
}

/** @throws Wrong where it is no JSON object, or says of a name two things, of which a reader may see the other */
function objectIn(text: string, name: string): Readonly<Record<string, unknown>> {
  const value = jsonOf<unknown>(text, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Wrong(`${name} is nothing that can be verified`);
  const stated = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g)?.filter((token) => token.endsWith(':')) ?? [];
  if (stated.length !== namesIn(value)) throw new Wrong(`${name} says two things under one name`);
  return value as Readonly<Record<string, unknown>>;
}

/** How many names an object has, with those of what is in it. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce((count: number, one) => count + namesIn(one), 0);
  return Array.isArray(value) ? below : below + Object.keys(value).length;
}
