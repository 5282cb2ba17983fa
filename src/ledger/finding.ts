import { z } from 'zod';

/**
 * What a guard does when it finds something. `refuse`: the dataset keeps its last good files and is marked
 * stale. `flag`: the data is published and the finding is shown beside it.
 */
export const GUARDS = {
  empty: 'refuse',
  shrunk: 'refuse',
  'gone-backwards': 'refuse',
  'hidden-rows': 'refuse',
  'duplicate-id': 'refuse',
  'invalid-row': 'refuse',
  'unit-changed': 'refuse',
  'guessable-id': 'refuse',
  'out-of-bounds': 'flag',
  'unreadable-row': 'flag',
  'dated-ahead': 'flag',
  'changed-after-publication': 'flag',
  'gone-after-publication': 'flag',
  'total-fell': 'flag',
  'batch-missing': 'flag',
  'hash-mismatch': 'flag',
  'hash-not-recomputable': 'flag',
  'hash-missing': 'flag',
  'duplicate-distribution': 'flag',
  'share-rule-broken': 'flag',
  'ledger-differs': 'flag',
  'counted-twice': 'flag',
  'lookup-differs': 'flag',
  'totals-differ': 'flag',
  'wallet-link': 'flag',
  'promise-made': 'flag',
  'split-history': 'flag',
} as const satisfies Record<string, 'refuse' | 'flag'>;

export type GuardName = keyof typeof GUARDS;
export type FlagName = {
  [Name in GuardName]: (typeof GUARDS)[Name] extends 'flag' ? Name : never;
}[GuardName];
export type RefusalName = Exclude<GuardName, FlagName>;

/** The flags of rows that the source has and that were left out; what was published of them before stands. */
export const LEFT_OUT = [
  'out-of-bounds',
  'unreadable-row',
  'dated-ahead',
] as const satisfies readonly FlagName[];

const namesOf = <Policy extends 'refuse' | 'flag'>(policy: Policy) =>
  (Object.keys(GUARDS) as GuardName[]).filter((name) => GUARDS[name] === policy);

export const FLAG_NAMES = namesOf('flag') as [FlagName, ...FlagName[]];
export const REFUSAL_NAMES = namesOf('refuse') as [RefusalName, ...RefusalName[]];

/** A finding as it is published: which guard, and the ids of the rows it speaks of. */
export const findingSchema = z.strictObject({
  guard: z.enum(FLAG_NAMES),
  subjects: z.array(z.string()).min(1),
});

export type Finding = z.infer<typeof findingSchema>;
