import { batchMemo, MEMO_PROGRAMS, memoCall } from '../chain/memo.ts';
import type { Sighting } from '../chain/sighting.ts';
import type { Batch } from '../ledger/batch.ts';
import { bundleOf, type LoggedChain, loggedSite, numberedBatch, type ServedSite } from './logged-site.ts';
import { sightingOf, signedCalls, type TestWallet, testWallet } from './memo-transaction.ts';

/** A site whose second batch states a transaction, and the proof bundle of that batch. */
export interface AnchoredSite {
  readonly files: ServedSite;
  readonly policy: string;
  readonly bundle: string;
  readonly batch: Batch;
}

type Calls = Parameters<typeof signedCalls>[1];

/** What is other with the transaction than that it anchors its batch. */
export interface Anchoring {
  readonly calls?: (memo: string, program: string) => Calls;
  /** Another wallet than the one that is listed. */
  readonly signer?: TestWallet;
  readonly told?: Partial<Sighting>;
  /** Of the batch, its transaction apart. */
  readonly over?: Partial<Batch>;
  /** Whether the third batch states the same transaction. */
  readonly twice?: boolean;
  readonly listed?: Partial<LoggedChain>;
}

const AT = 1;
/** Its entries: the batches, a day, the wallet, notes and transactions that came later, a run and an archive, the chain. */
const ENTRY = { batch: AT, stated: 6, wallet: 4, anchor: 9 } as const;

export async function anchoredSite({
  calls = (memo, program) => [memoCall(memo, program)],
  signer,
  told = {},
  over = {},
  twice = false,
  listed = {},
}: Anchoring = {}): Promise<AnchoredSite> {
  const treasury = await testWallet();
  const batch = { ...numberedBatch(AT), ...over };
  const wire = await signedCalls(
    signer ?? treasury,
    calls(batchMemo(batch.public_hash ?? ''), MEMO_PROGRAMS[1] ?? ''),
  );
  const sighting = sightingOf(wire, { seen_at: '2026-01-27T00:10:00Z', ...told });
  const { files, policy } = await loggedSite(3, {
    treasury: treasury.address,
    sightings: [sighting],
    over: [{}, { ...over, onchain_tx: sighting.signature }, twice ? { onchain_tx: sighting.signature } : {}],
    ...listed,
  });
  const { batch: first, stated, anchor, wallet } = ENTRY;
  const bundle = bundleOf(files, first, stated, anchor, wallet);
  return { files, policy, bundle, batch: { ...batch, onchain_tx: sighting.signature } };
}

/** A transaction as somebody might send it who wants to seem to have anchored a batch, and what is said of it by name. */
export const FALSE_ANCHORS: Readonly<
  Record<string, { readonly made: () => Promise<Anchoring> | Anchoring; readonly said: string }>
> = {
  'a memo with extra text': {
    made: () => ({ calls: (memo, program) => [memoCall(`${memo} as announced`, program)] }),
    said: 'memo wrong other-text',
  },
  'the hash of another batch': {
    made: () => ({ calls: (_, program) => [memoCall(batchMemo('0'.repeat(64)), program)] }),
    said: 'memo wrong other-hash',
  },
  'one transaction for two batches': {
    made: () => ({
      calls: (memo, program) => [memoCall(memo, program), memoCall(batchMemo('0'.repeat(64)), program)],
    }),
    said: 'memo wrong shared',
  },
  'a look-alike of the memo program': {
    made: () => ({ calls: (memo) => [memoCall(memo, LOOK_ALIKE)] }),
    said: 'memo wrong look-alike',
  },
  'no memo': {
    made: () => ({ calls: () => [memoCall('Thanks', LOOK_ALIKE)] }),
    said: 'memo wrong no-memo',
  },
  'another wallet': {
    made: async () => ({ signer: await testWallet() }),
    said: 'treasury wrong other-signer',
  },
  'a transaction that failed': {
    made: () => ({ told: { err: '{"InstructionError":[0,"Custom"]}' } }),
    said: 'landed wrong failed',
  },
  'a block from before the batch': {
    made: () => ({ told: { block_time: '2026-01-26T01:02:02Z' } }),
    said: 'landed wrong too-early',
  },
  'a memo that another program wrote': {
    made: () => ({
      calls: () => [memoCall('Thanks', LOOK_ALIKE)],
      told: {
        inner: [{ program: MEMO_PROGRAMS[2] ?? '', text: batchMemo(numberedBatch(AT).public_hash ?? '') }],
      },
    }),
    said: 'memo unknown inner',
  },
  'a block of which nobody tells the time': {
    made: () => ({ told: { block_time: null } }),
    said: 'treasury unknown no-block-time',
  },
};

const LOOK_ALIKE = 'MemoLookA1ike11111111111111111111111111111';

/** What somebody might do to a bundle behind our back, and what is said of it. */
export const FORGED_BUNDLES: Readonly<
  Record<string, { readonly forged: (bundle: string) => string; readonly said: string }>
> = {
  'a flipped byte of the memo': {
    forged: (bundle) =>
      alteredAnchor(bundle, (sighting) => ({ ...sighting, wire: flippedMemo(sighting.wire) })),
    said: 'memo wrong transaction is not signed',
  },
  'what providers said altered': {
    forged: (bundle) => alteredAnchor(bundle, (sighting) => ({ ...sighting, slot: '1' })),
    said: 'wire wrong anchor: record',
  },
  'another transaction': {
    forged: (bundle) => alteredAnchor(bundle, (sighting) => ({ ...sighting, signature: '2'.repeat(88) })),
    said: 'wire wrong transaction is another transaction',
  },
  'without the bytes': {
    forged: (bundle) => alteredAnchor(bundle, () => null),
    said: 'wire unknown no-anchor',
  },
  'without the entry of the transaction': {
    forged: (bundle) => kept(bundle, (entry) => !entry.includes('"kind":"anchor"')),
    said: 'memo unknown no-anchor',
  },
  'without the list of wallets': {
    forged: (bundle) => kept(bundle, (entry) => !entry.includes('"kind":"wallet"')),
    said: 'treasury unknown no-wallets',
  },
  'another wallet on the list': {
    forged: (bundle) => bundle.replace(/(\\"address\\":\\")./, '$1'),
    said: 'treasury wrong wallet: record',
  },
};

interface Document {
  readonly proven: readonly { readonly entry: string; readonly record: string | null }[];
}

function kept(bundle: string, wanted: (entry: string) => boolean): string {
  const document = JSON.parse(bundle) as Document;
  return JSON.stringify({ ...document, proven: document.proven.filter(({ entry }) => wanted(entry)) });
}

function alteredAnchor(bundle: string, alter: (sighting: Sighting) => Sighting | null): string {
  const document = JSON.parse(bundle) as Document;
  const proven = document.proven.map((one) => {
    if (!one.entry.includes('"kind":"anchor"')) return one;
    const altered = alter(JSON.parse(one.record ?? '') as Sighting);
    return { ...one, record: altered === null ? null : JSON.stringify(altered) };
  });
  return JSON.stringify({ ...document, proven });
}

function flippedMemo(wire: string): string {
  const bytes = Buffer.from(wire, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return bytes.toString('base64');
}
