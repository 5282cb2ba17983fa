import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base58, base64 } from '@scure/base';
import {
  appendTransactionMessageInstruction,
  type Blockhash,
  createTransactionMessage,
  generateKeyPairSigner,
  getTransactionEncoder,
  type KeyPairSigner,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from '@solana/kit';
import { getAddMemoInstruction } from '@solana-program/memo';
import { describe, expect, onTestFinished, test } from 'vitest';
import { batchMemo, MEMO_PROGRAMS } from '../chain/memo.ts';
import { parseTransaction } from '../chain/solana-transaction.ts';
import { signDemoLog } from '../demo/log.ts';
import { publishedRecords } from '../fold/records.ts';
import { writeLog } from '../site/log/emitter.ts';
import { bytesAt } from '../store/disk.ts';
import { openLog } from '../store/kept-log.ts';
import { ASKED_AT, createAnchoredContent } from '../testing/anchored-content.ts';
import { hashedBatch } from '../testing/publication.ts';
import { createSolanaChain } from '../testing/solana-chain.ts';
import { flipped } from '../testing/tiled-log.ts';
import { Wrong } from './outcome.ts';
import { piecesOf } from './pasted.ts';
import { checkPieces } from './pieces.ts';
import { base58Hex, MEMO_PROGRAMS as OWN_PROGRAMS, readTransaction, type Transaction } from './solana.ts';

const BATCH = hashedBatch({ created_at: '2026-01-26 01:02:03.123456+00' });
const MEMO = batchMemo(BATCH.public_hash ?? '');
const LATER = Date.parse('2026-01-30T12:00:00Z') / 1000;

type Version = 'legacy' | 0;

/** A memo as the field's own library makes and signs it. */
async function memoBy(
  payer: KeyPairSigner,
  { version, program, blockhash }: { version: Version; program: string; blockhash: string },
  cosigners: readonly KeyPairSigner[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const lifetime = { blockhash: blockhash as Blockhash, lastValidBlockHeight: 1n };
  const instruction = getAddMemoInstruction(
    { memo: MEMO, signers: [payer, ...cosigners] },
    { programAddress: program as never },
  );
  const message = pipe(
    createTransactionMessage({ version }),
    (empty) => setTransactionMessageFeePayerSigner(payer, empty),
    (paid) => setTransactionMessageLifetimeUsingBlockhash(lifetime, paid),
    (timed) => appendTransactionMessageInstruction(instruction, timed),
  );
  const signed = await signTransactionMessageWithSigners(message);
  return new Uint8Array(getTransactionEncoder().encode(signed));
}

describe('the second reading of a transaction', () => {
  const forms = (['legacy', 0] as const).flatMap((version) =>
    MEMO_PROGRAMS.slice(0, 2).map((program) => [version, program] as const),
  );

  test.each(forms)(
    '%s, %s: made by @solana/kit, carried out by the real runtime, is what was made',
    async (version, program) => {
      const chain = createSolanaChain();
      const [payer, other] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner()]);
      chain.endow(payer);
      const wire = await memoBy(payer, { version, program, blockhash: chain.recentBlockhash() }, [other]);
      const signature = chain.send(wire, LATER);
      expect(chain.landed[0]?.err).toBeNull();
      expect(await readTransaction(wire, 'wire')).toEqual({
        signatures: [base58Hex(signature), expect.any(String)],
        signers: [base58Hex(payer.address), base58Hex(other.address)],
        calls: [{ program: base58Hex(program), text: MEMO }],
        isSigned: true,
      });
    },
  );

  test('reads base58 as others do, and knows the programs that the library names', () => {
    for (const bytes of [
      new Uint8Array(32),
      new Uint8Array(64).fill(255),
      Uint8Array.of(0, 0, 7),
      new Uint8Array(),
    ])
      expect(base58Hex(base58.encode(bytes))).toBe(Buffer.from(bytes).toString('hex'));
    expect(base58Hex('0OIl')).toBeNull();
    expect(OWN_PROGRAMS).toEqual(
      MEMO_PROGRAMS.map((program) => Buffer.from(base58.decode(program)).toString('hex')),
    );
  });

  test('of any bit turned says what the first one says: the same, not signed, or no transaction', async () => {
    const payer = await generateKeyPairSigner();
    const blockhash = base58.encode(new Uint8Array(32).fill(9));
    const differ: number[] = [];
    for (const version of ['legacy', 0] as const) {
      const wire = await memoBy(payer, { version, program: MEMO_PROGRAMS[2] ?? '', blockhash });
      for (let bit = 0; bit < wire.length * 8; bit++) {
        const turned = new Uint8Array(flipped(wire, bit));
        const [first, second] = [firstReading(turned), await secondReading(turned)];
        if (JSON.stringify(first) !== JSON.stringify(second)) differ.push(bit);
      }
      for (let length = 0; length < wire.length; length++)
        expect(await secondReading(wire.slice(0, length))).toBeNull();
      expect(await secondReading(new Uint8Array([...wire, 0]))).toBeNull();
    }
    expect(differ).toEqual([]);
  });
});

type Read = Omit<Transaction, 'isSigned'> | null;
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function firstReading(wire: Uint8Array): Read {
  try {
    const { signatures, signers, instructions } = parseTransaction(wire);
    return {
      signatures: signatures.map(hexOf),
      signers: signers.map((one) => hexOf(base58.decode(one))),
      calls: instructions.map(({ program, data }) => ({
        program: hexOf(base58.decode(program)),
        text: Buffer.from(data).toString('utf8').includes('\uFFFD')
          ? null
          : Buffer.from(data).toString('utf8'),
      })),
    };
  } catch {
    return null;
  }
}

async function secondReading(wire: Uint8Array<ArrayBuffer>): Promise<Read> {
  try {
    const { isSigned: _, ...read } = await readTransaction(wire, 'wire');
    return read;
  } catch (error) {
    expect(error).toBeInstanceOf(Wrong);
    return null;
  }
}

describe('TPC-09 from the chain to the proof bundle that a site serves', () => {
  interface Bundle {
    readonly proven: readonly { readonly entry: string; readonly record: string | null }[];
    readonly policy: string;
  }

  /** The bundle of a batch that is anchored, as a build writes it, and that of one that is not. */
  async function servedBundles(): Promise<{ readonly text: string; readonly without: Bundle }> {
    const content = await createAnchoredContent();
    const signature = await content.chain.call(
      content.treasury,
      [{ program: MEMO_PROGRAMS[1] ?? '', data: Buffer.from(MEMO) }],
      LATER,
    );
    const other = hashedBatch({ id: '20000000-0000-4000-8000-000000000002' });
    await content.publish([{ ...BATCH, onchain_tx: signature }, other]);
    await content.run();
    await signDemoLog(content.root, ASKED_AT);
    const log = openLog(content.root);
    if (log === null) throw new Error('nothing was entered');
    const folder = path.join(content.root, 'served');
    await writeLog(log, folder, publishedRecords(content.root));
    const at = [...log.entries()].findIndex((entry) => entry.includes(`"tpc/${BATCH.id}"`));
    const read = (index: number) =>
      Buffer.from(bytesAt(path.join(folder, `proof/${index}.json`)) ?? []).toString('utf8');
    const plain = [...log.entries()].findIndex((entry) => entry.includes(`"tpc/${other.id}"`));
    return { text: read(at), without: JSON.parse(read(plain)) };
  }

  test('holds the bytes, the list of wallets of then and their entries, and verifies without any network', async () => {
    const { text, without } = await servedBundles();
    const bundle = JSON.parse(text) as Bundle;
    const kinds = ({ proven }: Bundle) => proven.map(({ entry }) => JSON.parse(entry).kind);
    expect(kinds(without)).toEqual(['batch', 'key']);
    expect(kinds(bundle)).toEqual(['batch', 'anchor', 'wallet', 'key']);
    const judged = await checkPieces(piecesOf(text), bundle.policy);
    expect(judged.filter(({ verdict }) => verdict !== 'right').map(({ statement }) => statement)).toEqual([
      'landed',
    ]);
    expect(judged.map(({ statement }) => statement)).toEqual(
      expect.arrayContaining(['wire', 'memo', 'treasury']),
    );
  });

  test('whose message OpenSSL finds signed by the wallet that the list names', async () => {
    const scratch = await mkdtemp(path.join(tmpdir(), 'terang-message-'));
    onTestFinished(() => rm(scratch, { recursive: true }));
    const bundle = JSON.parse((await servedBundles()).text) as Bundle;
    const [, anchor, wallet] = bundle.proven;
    const { wire } = JSON.parse(anchor?.record ?? '') as { wire: string };
    await writeFile(path.join(scratch, 'wire.base64'), wire);
    const readme = await readFile('README.md', 'utf8');
    const commands = /```sh\n(base64 -d wire\.base64[\s\S]*?)```/.exec(readme)?.[1];
    if (commands === undefined) throw new Error('the README says how OpenSSL verifies a message');
    const run = () =>
      spawnSync('sh', ['-ec', commands], { cwd: scratch, encoding: 'utf8', env: { PATH: process.env.PATH } });
    const { stdout, status } = run();
    expect([status, stdout]).toEqual([0, expect.stringContaining('Signature Verified Successfully')]);
    expect(stdout).toContain(MEMO);
    const key = await readFile(path.join(scratch, 'key'));
    expect(base58.encode(key.subarray(-32))).toBe(JSON.parse(wallet?.record ?? '').value.address);
    const bytes = base64.decode(wire);
    const forged = base64.encode(flipped(bytes, 8 * (bytes.length - 1)));
    await writeFile(path.join(scratch, 'wire.base64'), forged);
    expect(run().status).not.toBe(0);
  });
});
