import { type Bytes, hex, isSigned, textOf } from './bytes.ts';
import { Wrong } from './outcome.ts';

/** A Solana transaction as it goes over the wire, legacy or version 0; keys and signatures as hexadecimal digits. */
export interface Transaction {
  readonly signatures: readonly string[];
  /** Whose keys had to sign, in the order of the signatures. */
  readonly signers: readonly string[];
  readonly calls: readonly Call[];
  /** Whether every signature over the message is that of the key which had to sign. */
  readonly isSigned: boolean;
}

/** A call of a program, with its data as text; null where that is no UTF-8. */
export interface Call {
  readonly program: string;
  readonly text: string | null;
}

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** What a text in base58 says, as hexadecimal digits; null for what is none, or longer than any signature. */
export function base58Hex(text: string): string | null {
  if (!/^[1-9A-HJ-NP-Za-km-z]{0,100}$/.test(text)) return null;
  const number = Array.from(text, (digit) => BigInt(DIGITS.indexOf(digit))).reduce(
    (sum, digit) => sum * 58n + digit,
    0n,
  );
  const digits = number === 0n ? '' : number.toString(16);
  const zeros = text.length - text.replace(/^1+/, '').length;
  return '00'.repeat(zeros) + digits.padStart(digits.length + (digits.length % 2), '0');
}

/** The programs for memos, versions 1, 3 and 4. */
export const MEMO_PROGRAMS: readonly (string | null)[] = [
  'Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo',
  'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr',
  'Memo4c2pN8afCj432Lb7RMVKi9PbQnnW7ewFFaV3oAH',
].map(base58Hex);

/** What a packet of the network holds. */
const MOST_BYTES = 1232;

/** @throws Wrong with `name` where the bytes are not one whole transaction */
export async function readTransaction(wire: Bytes, name: string): Promise<Transaction> {
  const must = (isSo: boolean) => {
    if (!isSo) throw new Wrong(`${name} is no transaction`);
  };
  let at = 0;
  const take = (count: number) => {
    must(at + count <= wire.length);
    at += count;
    return wire.slice(at - count, at);
  };
  const byte = () => take(1)[0] as number;
  /** Seven bits a byte, the lowest first, 16 in all, in as few bytes as it takes. */
  const length = () => {
    let [sum, shift, part] = [0, 0, 0x80];
    for (; part >= 0x80; shift += 7) {
      part = byte();
      sum |= (part & 0x7f) << shift;
      must(sum <= 0xffff && (part > 0 || shift === 0) && shift <= 14);
    }
    return sum;
  };
  const list = <Item>(item: () => Item) => Array.from({ length: length() }, item);

  must(wire.length <= MOST_BYTES);
  const signatures = list(() => take(64));
  const message = wire.slice(at);
  const version = (message[0] ?? 0) < 0x80 ? null : byte();
  const [required, readonlySigners, readonlyOthers] = [byte(), byte(), byte()];
  const keys = list(() => take(32));
  take(32); // A recent block's hash.
  const calls = list(() => ({ program: byte(), accounts: list(byte), data: take(length()) }));
  const looked =
    version === null ? [] : list(() => ({ table: take(32), accounts: [list(byte), list(byte)] }));
  const known = keys.length + looked.flatMap(({ accounts }) => accounts.flat()).length;
  must(at === wire.length && (version === null || version === 0x80) && signatures.length === required);
  must(readonlySigners < required && required + readonlyOthers <= keys.length);
  must(new Set(keys.map(hex)).size === keys.length);
  must(calls.every((call) => call.program > 0 && call.program < keys.length));
  must(calls.every((call) => call.accounts.every((account) => account < known)));
  const signers = keys.slice(0, required);
  const held = await Promise.all(
    signers.map((key, index) => isSigned(key, message, signatures[index] as Bytes)),
  );
  return {
    signatures: signatures.map(hex),
    signers: signers.map(hex),
    calls: calls.map(({ program, data }) => ({ program: hex(keys[program] as Bytes), text: textIn(data) })),
    isSigned: held.every(Boolean),
  };
}

function textIn(data: Bytes): string | null {
  try {
    return textOf(data, 'memo');
  } catch (error) {
    if (error instanceof Wrong) return null; // The memo programs fail of such.
    throw error;
  }
}
