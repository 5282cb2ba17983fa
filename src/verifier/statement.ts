import { type Opened, type Policy, parsePolicy } from './checkpoint.ts';
import { type Reason, Untold, Wrong } from './outcome.ts';

/** Everything that is stated, and what each says where it is right. */
export const STATEMENTS = {
  checksums: 'every file of data/ is the one that data/SHA256SUMS names',
  tables: 'each CSV says the same as its JSON',
  hashes: 'every batch hash is what the site says of it, recomputed from the figures',
  sums: 'the totals are the sums of the days, the parts those of the batches',
  signature: 'the log signed its checkpoint',
  cosignatures: 'as many witnesses as the policy asks for have seen this history',
  key: 'whose signatures count says a policy that you brought',
  entries:
    'every entry of the log is in its form, none is dated before the one before it, none stands there twice that can not',
  tree: 'the entries make the root that was signed',
  tiles: 'the tiles are those that the entries make',
  records: 'every record has the hash that its entry holds',
  rows: 'the tables say what the records come to, row by row',
  changes: 'each row that was signed is as it was signed, or as a signed record changed it',
  split: 'each split is the setting that was recorded, or a recorded change of it',
  manifests:
    'the last run of each folder stands in the log with its manifest, and totals, days and the times of all tables are those that it bound',
  days: 'the days of the checks are the files that their last run bound in the log',
  reports: 'every report is as it was entered, with its sign-offs, and the table of results says the same',
  proofs: 'every proof leads from its entry to a signed checkpoint of this very history',
  lists:
    'every list of paid transactions has the hash that its record holds, and the files of the lookup say the same',
  archives: 'every file of an archive is the one that its checksums name, and the log names those',
  transactions: 'what the site says of the transaction of each batch is what its logged bytes come to',
  evidence: 'the files of what was found on chain are those that its last run bound in the log',
  figures: 'the figures make the batch hash',
  record: 'the record has the hash that the entry holds',
  inclusion: 'the entry is in the log of this checkpoint',
  wire: 'the bytes of the transaction are the ones that were logged, and signed by whom they name',
  memo: 'the memo of the transaction is the hash of this batch and nothing else',
  treasury: 'a wallet that was listed as the treasury’s then signed the transaction',
  landed: 'it is in a block of the main network, where it succeeded, not before its batch',
  growth: 'the checkpoints are of one history: the later ones hold all that the earlier ones stood for',
  history: 'this checkpoint is part of the history that the site serves now',
} as const;
export type Statement = keyof typeof STATEMENTS;

export interface Judged {
  readonly statement: Statement;
  readonly verdict: 'right' | 'wrong' | 'unknown';
  /** How many things were compared. */
  readonly counted: number;
  /** What is wrong, by name. */
  readonly faults: readonly string[];
  /** Why nobody can tell, and what there is to say beside it; null where somebody can. */
  readonly because: { readonly reason: Reason; readonly detail: string } | null;
}

/** What is found while something is looked at. */
export interface Found {
  counted: number;
  readonly faults: string[];
}

/** Right of so many things, wrong by name, or not known and why. Where nothing was compared, nothing is known. */
export async function judge(statement: Statement, look: (found: Found) => Promise<void>): Promise<Judged> {
  const found: Found = { counted: 0, faults: [] };
  let because: Judged['because'] = null;
  try {
    await look(found);
    if (found.counted === 0) because = { reason: 'nothing', detail: '' };
  } catch (error) {
    if (error instanceof Wrong) found.faults.push(error.message);
    else if (error instanceof Untold) because = { reason: error.reason, detail: error.message };
    else throw error;
  }
  const isWrong = found.faults.length > 0;
  const verdict = isWrong ? 'wrong' : because === null ? 'right' : 'unknown';
  return { statement, verdict, ...found, because: isWrong ? null : because };
}

/** Who signed a checkpoint, who has seen it, and who says whose signatures count. */
export function judgeCheckpoint(
  open: () => Promise<Opened & { readonly policy: Policy }>,
  brought: string | null,
): Promise<Judged>[] {
  return [
    judge('signature', async (found) => {
      const { isSigned, isStrange, isUnnamed, origin, forged } = await open();
      if (isUnnamed && forged.length === 0) throw new Untold('unnamed-key', origin);
      if (isStrange && forged.length === 0) throw new Untold('strange-key', origin);
      found.faults.push(...forged, ...(isSigned ? [] : [`${origin} did not sign`]));
      found.counted = 1;
    }),
    judge('cosignatures', async (found) => {
      const { seen, policy } = await open();
      const names = [...seen].map(([witness, time]) => `${witness} ${time}`).join(', ') || '–';
      if (policy.quorum === 'none') throw new Untold('no-witness', names);
      if (!policy.isMet(new Set(seen.keys()))) throw new Untold('too-few', names);
      found.counted = seen.size;
    }),
    judge('key', async (found) => {
      if (brought === null) throw new Untold('own-keys');
      found.counted = (await parsePolicy(brought)).logs.length;
    }),
  ];
}

/** What nobody can recompute from files of a site, however honest it is: said as not known each time, and no failure. */
const BEYOND: readonly string[] = ['word', 'open-day'];

/**
 * 0 when all that can be recomputed is right, 1 when one statement is wrong, 2 when none is wrong and one that could be
 * known is not: so an honest site ends with 0, and a schedule can tell when it no longer does.
 */
export function exitCodeOf(
  judged: readonly (Pick<Judged, 'verdict'> & { readonly because: { readonly reason: string } | null })[],
): 0 | 1 | 2 {
  if (judged.some(({ verdict }) => verdict === 'wrong')) return 1;
  const open = judged.some(
    ({ verdict, because }) => verdict === 'unknown' && (because === null || !BEYOND.includes(because.reason)),
  );
  return open || !judged.some(({ verdict }) => verdict === 'right') ? 2 : 0;
}
