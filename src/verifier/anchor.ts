import type { Row } from './batch-hash.ts';
import { base64Of, jsonOf } from './bytes.ts';
import { Untold, Wrong } from './outcome.ts';
import type { Entry } from './proof.ts';
import { type Line, play } from './record.ts';
import { base58Hex, type Call, MEMO_PROGRAMS, readTransaction, type Transaction } from './solana.ts';

/** A transaction as it was logged: its bytes, which prove themselves, and what providers said of it alike. */
interface Sighting {
  readonly signature: string;
  readonly network: string;
  readonly providers: number;
  readonly slot: string;
  readonly block_time: string | null;
  readonly err: string | null;
  readonly inner: readonly { readonly program: string; readonly text: string }[];
  readonly wire: string;
}

export interface ReadSighting extends Sighting {
  readonly transaction: Transaction;
}

/** The rules that a transaction can break for the batch that states it, as `onchain_reason` has them. */
type Rule =
  | 'not-a-signature'
  | 'no-hash'
  | 'example-hash'
  | 'shared'
  | 'failed'
  | 'no-memo'
  | 'look-alike'
  | 'other-hash'
  | 'other-text'
  | 'other-signer'
  | 'too-early';

const PREFIX = 'TPC_BATCH_HASH:';
/** The hash of the runbook's example: SHA-256 of "test". */
const EXAMPLE_HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
/** Solana's main network, by the hash of its first block. */
const MAIN_NETWORK = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
/** Milliseconds that a wallet may be on the list before that is seen. */
const SEEN_LATE = 3_600_000;
/** Seconds that clocks may be apart. */
const CLOCKS_APART = 300;

/** @throws Wrong where the bytes are not those of the transaction that is named, or not signed by whom they name */
export async function readSighting(record: string, name: string): Promise<ReadSighting> {
  const sighting = jsonOf<Sighting | null>(record, name);
  if (sighting === null || !isInForm(sighting)) throw new Wrong(`${name} is not in its form`);
  const transaction = await readTransaction(base64Of(sighting.wire, name), name);
  if (transaction.signatures[0] !== base58Hex(sighting.signature))
    throw new Wrong(`${name} is another transaction`);
  if (!transaction.isSigned) throw new Wrong(`${name} is not signed by whom it names`);
  return { ...sighting, transaction };
}

function isInForm({ signature, network, slot, wire, block_time, err, inner }: Partial<Sighting>): boolean {
  const isText = (value: unknown) => typeof value === 'string';
  return (
    [signature, network, slot, wire].every(isText) &&
    [block_time, err].every((value) => value === null || isText(value)) &&
    Array.isArray(inner) &&
    inner.every((one) => isText(one?.program) && isText(one?.text))
  );
}

/** What breaks whatever the chain says. */
export function brokenByItself({ onchain_tx, public_hash }: Row): Rule[] {
  const broken: Rule[] = [];
  if (base58Hex(onchain_tx ?? '')?.length !== 128) broken.push('not-a-signature');
  if ((public_hash ?? null) === null) broken.push('no-hash');
  if (public_hash === EXAMPLE_HASH) broken.push('example-hash');
  return broken;
}

/** What the memos break, and whether the signatures cover the one with the hash: calls of other programs they do not. */
export function memoOf(
  { public_hash }: Row,
  { transaction, inner }: ReadSighting,
): { readonly broken: readonly Rule[]; readonly isCovered: boolean } {
  const hash = public_hash ?? null;
  if (hash === null) return { broken: [], isCovered: false };
  const told = inner.map(({ program, text }): Call => ({ program: base58Hex(program) ?? '', text }));
  const all = [...transaction.calls, ...told];
  const isMemo = ({ program }: Call) => MEMO_PROGRAMS.includes(program);
  const memos = all.filter((call) => isMemo(call) && call.text !== null);
  const isIt = ({ text }: Call) => text === `${PREFIX}${hash}`;
  const namesAnother = memos.some(
    (memo) => !isIt(memo) && /^TPC_BATCH_HASH:[0-9a-f]{64}$/.test(memo.text ?? ''),
  );
  const broken: Rule[] = [];
  if (memos.some(isIt)) {
    if (namesAnother) broken.push('shared');
  } else if (namesAnother) broken.push('other-hash');
  else if (memos.length > 0) broken.push('other-text');
  else broken.push(all.some(({ text }) => text?.includes(PREFIX)) ? 'look-alike' : 'no-memo');
  return { broken, isCovered: transaction.calls.some((call) => isMemo(call) && isIt(call)) };
}

/**
 * What breaks by the word of the providers.
 *
 * @throws Wrong for another network than the main one; Untold where the batch does not say when it was made
 */
export function landingOf({ created_at }: Row, { network, err, block_time }: Sighting): Rule[] {
  if (network !== MAIN_NETWORK) throw new Wrong('other-network');
  // A time that is none compares with nothing.
  const made = secondsOf(created_at ?? '');
  if (block_time !== null && Number.isNaN(made)) throw new Untold('no-record', 'created_at');
  const isEarly = block_time !== null && secondsOf(block_time) < made;
  return [...(err === null ? [] : ['failed' as const]), ...(isEarly ? ['too-early' as const] : [])];
}

/**
 * The treasury's wallets as they were listed at a time, by the lines of the record of wallets: for a time before the first
 * of them, those that stood on the list then.
 */
export function treasuryAt(lines: readonly Line[], time: string): string[] {
  const at = Date.parse(time);
  const seen = [...new Set(lines.map((line) => Date.parse(line.seen_at)))].sort((a, b) => a - b);
  const standing = seen.findLast((one) => one <= at) ?? seen[0];
  const counting = seen.filter((one) => one === standing || (one > at && one <= at + SEEN_LATE));
  return counting.flatMap((until) => {
    const rows = play(lines.filter((line) => Date.parse(line.seen_at) <= until));
    return [...rows.values()].flatMap(({ fields: { type = '', address = '' }, isThere }) => {
      const isAddress = /^(?!0*$).{64}$/.test(base58Hex(address) ?? '');
      return isThere && isAddress && type.trim().toLowerCase() === 'treasury' ? [address] : [];
    });
  });
}

/**
 * A line with the time that the log vouches for: where it was entered later than it says by more than clocks may be apart,
 * that of its entry; from before the log began, its own.
 *
 * @param began the time of the first entry; null where a line is to be believed for nothing before its own
 */
export function datedLine(line: Line, { time }: Pick<Entry, 'time'>, began: string | null): Line {
  const isLate = secondsOf(time) - secondsOf(line.seen_at) > CLOCKS_APART;
  return isLate && time !== began ? { ...line, seen_at: time } : line;
}

/** Which of some wallets signed; null where none did. */
export function signerAmong(wallets: readonly string[], { transaction }: ReadSighting): string | null {
  return wallets.find((wallet) => transaction.signers.includes(base58Hex(wallet) ?? '')) ?? null;
}

/** Whole seconds since 1970, as the times of blocks are. */
function secondsOf(time: string): number {
  return Math.floor(Date.parse(time.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) / 1000);
}
