import { base58 } from '@scure/base';
import {
  AccountRole,
  type Address,
  appendTransactionMessageInstructions,
  type Blockhash,
  compileTransaction,
  compressTransactionMessageUsingAddressLookupTables,
  createTransactionMessage,
  getTransactionEncoder,
  type Instruction,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from '@solana/kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedMemos, testWallet } from '../testing/memo-transaction.ts';
import { batchMemo, MEMO_PROGRAMS, memoCall, memosIn } from './memo.ts';
import {
  formatMessage,
  formatTransaction,
  isSigned,
  parseTransaction,
  signatureOf,
  WireError,
} from './solana-transaction.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => base58.encode(bytes) as Address);
const role = fc.constantFrom(
  AccountRole.READONLY,
  AccountRole.WRITABLE,
  AccountRole.READONLY_SIGNER,
  AccountRole.WRITABLE_SIGNER,
);
const call = fc.record({
  programAddress: key,
  accounts: fc.array(fc.record({ address: key, role }), { maxLength: 4 }),
  data: fc.uint8Array({ maxLength: 150 }),
});
const asked = fc.record({
  payer: key,
  blockhash: key,
  calls: fc.array(call, { minLength: 1, maxLength: 3 }),
  version: fc.constantFrom('legacy' as const, 0 as const),
  tables: fc.boolean(),
});

/** The same transaction as the Solana Foundation's own library writes it, unsigned. */
function writtenByKit({
  payer,
  blockhash,
  calls,
  version,
  tables,
}: typeof asked extends fc.Arbitrary<infer T> ? T : never) {
  const lifetime = { blockhash: blockhash as string as Blockhash, lastValidBlockHeight: 1n };
  const empty = createTransactionMessage({ version: version as 0 });
  const paid = setTransactionMessageLifetimeUsingBlockhash(
    lifetime,
    setTransactionMessageFeePayer(payer, empty),
  );
  const whole = appendTransactionMessageInstructions(calls as readonly Instruction[], paid);
  const looked = calls.flatMap(({ accounts }) =>
    accounts
      .filter((one) => one.role === AccountRole.READONLY || one.role === AccountRole.WRITABLE)
      .map(({ address }) => address),
  );
  const table = base58.encode(new Uint8Array(32).fill(200)) as Address;
  const compressed =
    version === 0 && tables
      ? compressTransactionMessageUsingAddressLookupTables(whole, { [table]: looked })
      : whole;
  return new Uint8Array(getTransactionEncoder().encode(compileTransaction(compressed)));
}

describe('wire bytes', () => {
  test('what the Solana Foundation’s library writes is read: signers, blockhash and every call, in both versions', () => {
    fc.assert(
      fc.property(asked, (given) => {
        let wire: Uint8Array;
        try {
          wire = writtenByKit(given);
        } catch {
          return fc.pre(false); // Roles that contradict each other make no transaction.
        }
        fc.pre(wire.length <= 1232);
        const read = parseTransaction(wire);
        expect(read.version).toBe(given.version);
        expect(read.signers[0]).toBe(given.payer);
        expect(read.recentBlockhash).toBe(given.blockhash);
        const signing = given.calls.flatMap(({ accounts }) =>
          accounts.flatMap((one) => (one.role >= AccountRole.READONLY_SIGNER ? [one.address] : [])),
        );
        expect(new Set(read.signers)).toEqual(new Set([given.payer, ...signing]));
        expect(read.instructions.map(({ program, data }) => [program, [...data]])).toEqual(
          given.calls.map(({ programAddress, data }) => [programAddress, [...data]]),
        );
      }),
    );
  });

  test('what is written here is read back, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        key,
        fc.array(fc.tuple(fc.constantFrom(...MEMO_PROGRAMS), fc.string({ maxLength: 200 })), {
          maxLength: 3,
        }),
        async (payer, recentBlockhash, memos) => {
          const instructions = memos.map(([program, text]) => memoCall(text.toWellFormed(), program));
          const message = formatMessage({ payer, recentBlockhash, instructions });
          const wire = formatTransaction(message, [new Uint8Array(64).fill(1)]);
          fc.pre(!MEMO_PROGRAMS.includes(payer) && wire.length <= 1232);
          const read = parseTransaction(wire);
          expect(read).toMatchObject({ version: 'legacy', signers: [payer], recentBlockhash });
          expect(memosIn(read.instructions)).toEqual(
            memos.map(([program, text]) => ({ program, text: text.toWellFormed() })),
          );
          expect(formatTransaction(read.message, read.signatures)).toEqual(wire);
        },
      ),
    );
  });

  test('every shorter, longer or padded text of it is refused', async () => {
    const wire = await signedMemos(await testWallet(), [batchMemo('a'.repeat(64))]);
    for (let length = 0; length < wire.length; length += 1)
      expect(() => parseTransaction(wire.subarray(0, length)), `${length} bytes`).toThrow(WireError);
    expect(() => parseTransaction(Uint8Array.of(...wire, 0))).toThrow(/bytes stand behind it/);
    // One signature, said in two bytes.
    expect(() => parseTransaction(Uint8Array.of(0x81, 0, ...wire.subarray(1)))).toThrow(/its one way/);
    expect(() => parseTransaction(new Uint8Array(1233))).toThrow(/1233 bytes/);
    const later = Uint8Array.of(...wire.subarray(0, 65), 0x81, ...wire.subarray(65));
    expect(() => parseTransaction(later)).toThrow('version 1 is not read here');
  });

  test('any bytes are a transaction or a WireError, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(
            formatTransaction(parseTransaction(bytes).message, parseTransaction(bytes).signatures),
          ).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
    );
  });
});

describe('signatures', () => {
  test('hold over the message by themselves, and over no other: no bit of it can be another', async () => {
    const wire = await signedMemos(await testWallet(), [batchMemo('b'.repeat(64))]);
    const read = parseTransaction(wire);
    expect(await isSigned(read)).toBe(true);
    expect(signatureOf(read)).toBe(base58.encode(wire.subarray(1, 65)));
    await fc.assert(
      fc.asyncProperty(fc.nat(read.message.length * 8 - 1), async (bit) => {
        const message = new Uint8Array(read.message);
        message[bit >> 3] = (message[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await isSigned({ ...read, message })).toBe(false);
      }),
    );
  });

  test('of another wallet are not taken for those of the one that is named', async () => {
    const [one, other] = [parseTransaction(await signedMemos(await testWallet(), ['x'])), await testWallet()];
    expect(await isSigned({ ...one, signers: [other.address] })).toBe(false);
    expect(await isSigned({ ...one, signatures: [] })).toBe(false);
  });
});
