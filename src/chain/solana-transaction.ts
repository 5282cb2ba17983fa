import { concatBytes } from '@noble/hashes/utils.js';
import { base58 } from '@scure/base';
import { verifyEd25519 } from '../log/key.ts';
import { sameBytes } from '../log/wire.ts';

/**
 * A Solana transaction as it goes over the wire: signatures, and the message that they sign, in the legacy form or in
 * version 0 (https://solana.com/docs/core/transactions, https://docs.anza.xyz/proposals/versioned-transactions).
 */
export interface SolanaTransaction {
  /** 64 bytes each, in the order of `signers`. The first one names the transaction. */
  readonly signatures: readonly Uint8Array[];
  /** What was signed: everything behind the signatures. */
  readonly message: Uint8Array;
  readonly version: 'legacy' | 0;
  /** The accounts whose keys had to sign, the payer first (base58). */
  readonly signers: readonly string[];
  /** Every account that the message itself names, the signers first (base58). */
  readonly accounts: readonly string[];
  readonly recentBlockhash: string;
  readonly instructions: readonly Instruction[];
  readonly lookups: readonly AddressLookup[];
}

/** A call of a program. */
export interface Instruction {
  /** The program's address. It always stands in the message itself: a table can not name it. */
  readonly program: string;
  /** Places in `accounts`, and behind them in what lookup tables name. */
  readonly accounts: readonly number[];
  readonly data: Uint8Array;
}

/** Further accounts, by their places in a table on chain (version 0). */
interface AddressLookup {
  readonly table: string;
  readonly writable: readonly number[];
  readonly readonly: readonly number[];
}

/** Bytes that are not one whole transaction of a form that is read here. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** What a packet of the network holds. */
const MOST_BYTES = 1232;
const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;
const VERSIONED = 0x80;

/**
 * Reads the wire bytes of a transaction. Each transaction has one encoding: what is longer, padded or says a length in
 * another way is refused, as the network refuses it.
 *
 * @throws WireError
 */
export function parseTransaction(wire: Uint8Array): SolanaTransaction {
  if (wire.length > MOST_BYTES) throw new WireError(`it takes ${wire.length} bytes, not ${MOST_BYTES}`);
  const reader = new WireReader(wire);
  const signatures = reader.list(() => reader.take(SIGNATURE_BYTES));
  const message = wire.subarray(reader.at);
  const version = versionIn(reader);
  const required = reader.byte();
  const readonlySigners = reader.byte();
  const readonlyOthers = reader.byte();
  const accounts = reader.list(() => base58.encode(reader.take(KEY_BYTES)));
  if (required === 0 || readonlySigners >= required || required + readonlyOthers > accounts.length)
    throw new WireError('its header does not fit its accounts');
  if (signatures.length !== required)
    throw new WireError(`it has ${signatures.length} signatures of ${required}`);
  if (new Set(accounts).size < accounts.length) throw new WireError('an account stands in it twice');
  const recentBlockhash = base58.encode(reader.take(KEY_BYTES));
  const instructions = reader.list(() => instructionIn(reader, accounts));
  const lookups = version === 0 ? reader.list(() => lookupIn(reader)) : [];
  if (reader.at !== wire.length) throw new WireError('bytes stand behind it');
  const known = lookups.reduce(
    (sum, one) => sum + one.writable.length + one.readonly.length,
    accounts.length,
  );
  if (instructions.some((one) => one.accounts.some((at) => at >= known)))
    throw new WireError('an instruction names an account that is not there');
  const signers = accounts.slice(0, required);
  return { signatures, message, version, signers, accounts, recentBlockhash, instructions, lookups };
}

function versionIn(reader: WireReader): SolanaTransaction['version'] {
  const [first = 0] = reader.peek();
  if ((first & VERSIONED) === 0) return 'legacy';
  const version = reader.byte() & ~VERSIONED;
  if (version !== 0) throw new WireError(`version ${version} is not read here`);
  return 0;
}

function instructionIn(reader: WireReader, accounts: readonly string[]): Instruction {
  const at = reader.byte();
  const program = accounts[at];
  // The first account pays, and is no program.
  if (program === undefined || at === 0) throw new WireError('an instruction names no program');
  return {
    program,
    accounts: reader.list(() => reader.byte()),
    data: reader.take(reader.length()),
  };
}

function lookupIn(reader: WireReader): AddressLookup {
  return {
    table: base58.encode(reader.take(KEY_BYTES)),
    writable: reader.list(() => reader.byte()),
    readonly: reader.list(() => reader.byte()),
  };
}

/** By which a transaction is known: its first signature, in base58. */
export function signatureOf({ signatures: [first] }: SolanaTransaction): string {
  return base58.encode(first ?? new Uint8Array());
}

/** Whether every signature over the message is that of the account which had to sign: by itself, without any network. */
export async function isSigned({
  signatures,
  signers,
  message,
}: Pick<SolanaTransaction, 'signatures' | 'signers' | 'message'>): Promise<boolean> {
  const held = await Promise.all(
    signers.map((signer, index) =>
      verifyEd25519(
        new Uint8Array(base58.decode(signer)),
        message,
        signatures[index] ?? new Uint8Array(SIGNATURE_BYTES),
      ),
    ),
  );
  return held.length === signatures.length && held.every(Boolean);
}

/** A message of one signer who calls programs without further accounts, such as a memo: what is to be signed. */
export function formatMessage({
  payer,
  recentBlockhash,
  instructions,
}: {
  readonly payer: string;
  readonly recentBlockhash: string;
  readonly instructions: readonly Pick<Instruction, 'program' | 'data'>[];
}): Uint8Array<ArrayBuffer> {
  const programs = [...new Set(instructions.map(({ program }) => program))];
  return concatBytes(
    Uint8Array.of(1, 0, programs.length),
    listBytes([payer, ...programs].map((account) => base58.decode(account))),
    base58.decode(recentBlockhash),
    listBytes(
      instructions.map(({ program, data }) =>
        // The payer signs for the memo too.
        concatBytes(
          Uint8Array.of(1 + programs.indexOf(program)),
          lengthBytes(1),
          Uint8Array.of(0),
          lengthBytes(data.length),
          data,
        ),
      ),
    ),
  );
}

/** The wire bytes of a message with its signatures. */
export function formatTransaction(
  message: Uint8Array,
  signatures: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return concatBytes(listBytes(signatures), message);
}

function listBytes(items: readonly Uint8Array[]): Uint8Array {
  return concatBytes(lengthBytes(items.length), ...items);
}

/** Seven bits a byte, the lowest first; the highest bit says that another byte follows. */
function lengthBytes(length: number): Uint8Array {
  const bytes: number[] = [];
  let left = length;
  for (; left > 0x7f; left >>= 7) bytes.push((left & 0x7f) | 0x80);
  return Uint8Array.of(...bytes, left);
}

class WireReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  peek(): Uint8Array {
    return this.#bytes.subarray(this.at);
  }

  take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.at, this.at + length);
    if (taken.length < length) throw new WireError('it was cut off');
    this.at += length;
    return taken;
  }

  byte(): number {
    return this.take(1)[0] ?? 0;
  }

  length(): number {
    const from = this.at;
    let length = 0;
    for (let shift = 0; shift < 21; shift += 7) {
      const byte = this.byte();
      length |= (byte & 0x7f) << shift;
      if (byte > 0x7f) continue;
      if (length > 0xffff || !sameBytes(lengthBytes(length), this.#bytes.subarray(from, this.at))) break;
      return length;
    }
    throw new WireError('a length is not said in its one way');
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.length() }, item);
  }
}
