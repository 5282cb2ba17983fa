import { z } from 'zod';
import { isoInstantSchema, monthOf } from '../core/instant.ts';
import { countSchema } from '../core/money.ts';
import { entryId } from '../log/entry.ts';
import type { ContentFolder, Series } from '../store/content-folder.ts';
import { contentFileSchema } from '../store/unaltered.ts';
import { ANCHOR_DOUBTS } from './anchor.ts';
import { type Sighting, sightingSchema } from './sighting.ts';

/** A stated transaction of which providers did not say the same yet, and why not. */
const unsettledSchema = z.strictObject({
  signature: z.string(),
  reason: z.enum(ANCHOR_DOUBTS),
  asked_at: isoInstantSchema,
});
export type Unsettled = z.infer<typeof unsettledSchema>;

/** What an account holds, as each provider says: lamports at a slot, and when that slot's block was made. */
const balanceSchema = z.strictObject({
  address: z.string(),
  told: z.array(
    z.strictObject({ slot: countSchema, time: isoInstantSchema.nullable(), lamports: countSchema }),
  ),
});
export type Balance = z.infer<typeof balanceSchema>;

/** How far the transactions of a treasury wallet were looked through. */
const watchedSchema = z.strictObject({
  address: z.string(),
  /** The newest transaction that every provider has told of. */
  until: z.string().nullable(),
  /** The block time of the oldest one that was looked at; null while there is none, or none tells. */
  since: isoInstantSchema.nullable(),
  /** Whether all that is newer was looked at, with every provider. */
  complete: z.boolean(),
});
export type Watched = z.infer<typeof watchedSchema>;

/** `generated/chain/manifest.json`: when the chain was asked, until when that holds, and which files count. */
const chainManifestSchema = z.strictObject({
  format: z.literal('terang/chain/1'),
  system: z.string(),
  demo: z.boolean(),
  observed_at: isoInstantSchema,
  valid_until: isoInstantSchema,
  watched: z.array(watchedSchema),
  anchors: z.array(contentFileSchema),
  unsettled: z.array(contentFileSchema),
  balances: z.array(contentFileSchema),
});
export type ChainManifest = z.infer<typeof chainManifestSchema>;

/** Transactions as providers told of them alike, when that was first so: with their bytes, for ever. */
export const ANCHORS: Series<ChainManifest, Sighting> = {
  name: 'anchors',
  row: sightingSchema,
  files: ({ anchors }) => anchors,
  stem: (_, now) => monthOf(now),
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: ['anchor'],
    of: ({ signature }) => ({ kind: 'anchor', id: entryId(signature) }),
    at: ({ seen_at }) => seen_at,
  },
};

/** What could not be told when it was asked last. */
export const UNSETTLED: Series<ChainManifest, Unsettled> = {
  name: 'unsettled',
  row: unsettledSchema,
  files: ({ unsettled }) => unsettled,
  stem: () => 'unsettled',
  kept: {
    rule: 'none',
    because: 'it says what is not known at present, and a transaction leaves it when it is',
  },
  entered: { because: 'each run binds it' },
};

/** What the listed wallets hold. */
export const BALANCES: Series<ChainManifest, Balance> = {
  name: 'balances',
  row: balanceSchema,
  files: ({ balances }) => balances,
  stem: () => 'balances',
  kept: {
    rule: 'none',
    because: 'it is the present balance, and anyone can ask the chain for an earlier one',
  },
  entered: { because: 'each run binds it' },
};

/** `generated/chain`: what providers of the chain said of batches and wallets. */
export const CHAIN: ContentFolder<ChainManifest> = {
  name: 'chain',
  manifest: chainManifestSchema,
  series: [ANCHORS, UNSETTLED, BALANCES],
  isDemo: ({ demo }) => demo,
};
