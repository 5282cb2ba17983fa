import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import { endOfMonth } from '../../core/month.ts';
import type { Batch } from '../../ledger/batch.ts';
import { type HashKnowledge, hashKnowledge, hashVerdict, NONE_DECLARED } from '../../ledger/batch-hash.ts';
import type { RowOf } from '../../ledger/dataset.ts';
import type { Manifest } from '../../ledger/manifest.ts';
import { playRecord } from '../../ledger/record.ts';
import { datasetSeries, RECORD, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { type Wallet, walletVerdict } from '../../ledger/wallet.ts';
import { openFolder, type Published, rootOf } from '../../store/published.ts';
import { type AreaResult, type AuditFinding, areaOf, notKnown, partOf } from '../model/audit.ts';

/** The audit of what this site has published: every hash, and every wallet. */
export interface PublishedAudit {
  readonly demo: boolean;
  readonly areas: readonly AreaResult[];
}

/**
 * What was published, audited for `month` as of `now`; `clock` is what this machine's clock says.
 *
 * @throws AlteredFileError when published content was changed by hand
 */
export async function auditPublished(
  contentRoot: string,
  month: string,
  now: IsoInstant,
  clock: IsoInstant,
): Promise<PublishedAudit> {
  const folder = snapshotFolder('tpc');
  const published = openFolder(rootOf(contentRoot, folder), folder);
  const at = { published, month, now };
  return {
    demo: published.manifest?.source.demo ?? false,
    areas: [
      looked(at, 'hashes', 'batches', (rows) => hashAreaOf(knowledgeOf(published, rows), { now, clock })),
      looked(at, 'wallets', 'wallets', (rows) => areaOf('wallets', rows.length, walletsOf(rows))),
    ],
  };
}

interface AsOf {
  readonly now: IsoInstant;
  readonly clock: IsoInstant;
}

interface KnownBatches {
  readonly batches: readonly Batch[];
  readonly knowledge: HashKnowledge;
}

/**
 * Every hash recomputed, none missing. One that no known form gives, without ground to call it wrong, is not known. An
 * audit that is told as of an earlier time looks at no batch made since; one dated after the clock is not passed over.
 */
export function hashAreaOf({ batches: all, knowledge }: KnownBatches, { now, clock }: AsOf): AreaResult {
  const batches = all.filter(
    ({ created_at }) => compareInstants(created_at, now) <= 0 || compareInstants(created_at, clock) > 0,
  );
  const area = areaOf('hashes', batches.length, hashesOf({ batches, knowledge }));
  const untold = batches.filter((batch) => hashVerdict(batch, knowledge).verdict === 'not-recomputable');
  if (untold.length === 0) return area;
  return partOf(area, `${untold.length} hashes can not be recomputed in any known form`, 'not-recomputable');
}

/** @throws AlteredFileError when the record was changed by hand */
function knowledgeOf({ manifest, rows }: Published<Manifest>, batches: readonly Batch[]): KnownBatches {
  const record = playRecord(rows(RECORD)).get('batches');
  return {
    batches,
    knowledge: hashKnowledge(batches, manifest?.hash ?? NONE_DECLARED, (id) => record?.get(id)),
  };
}

function hashesOf({ batches, knowledge }: KnownBatches): AuditFinding[] {
  return batches.flatMap((batch): AuditFinding[] => {
    const { verdict, digest } = hashVerdict(batch, knowledge);
    if (verdict === 'match' || verdict === 'not-recomputable') return [];
    const detail = verdict === 'missing' ? 'no hash was published' : `its figures hash to ${digest}`;
    return [{ id: `hash-${verdict}:${batch.id}`, area: 'hashes', severity: 'high', detail }];
  });
}

/** Links, addresses and network of the wallets (TPC-02). */
export function walletsOf(wallets: readonly Wallet[]): AuditFinding[] {
  return wallets.flatMap((wallet): AuditFinding[] => {
    const { state, link, problems } = walletVerdict(wallet, wallets);
    const find = (fault: string, severity: AuditFinding['severity']): AuditFinding => ({
      id: `wallet-${fault}:${wallet.name}`,
      area: 'wallets',
      severity,
      detail: `address ${wallet.address ?? 'none'}, link ${wallet.explorer_url ?? 'none'}`,
    });
    if (state === 'not-published') return [find('not-published', 'low')];
    if (link === 'none') return [find('no-link', 'low')];
    return problems.map((problem) => find(problem, 'medium'));
  });
}

interface Looking {
  readonly published: Published<Manifest>;
  readonly month: string;
  readonly now: IsoInstant;
}

function looked<Name extends 'batches' | 'wallets'>(
  { published, month, now }: Looking,
  area: 'hashes' | 'wallets',
  dataset: Name,
  judge: (rows: readonly RowOf<Name>[]) => AreaResult,
): AreaResult {
  const state = published.manifest?.datasets[dataset];
  if (state === undefined || state.state === 'absent') return notKnown(area, `${dataset} was never read`);
  // What was read before and could not be read now says nothing of today.
  if (state.state === 'stale')
    return notKnown(area, `${dataset} could not be read anew: ${state.reason ?? ''}`);
  // It speaks of the month to its end, or of the present; else of neither.
  const { observed_at, valid_until } = state;
  const isCovered = observed_at !== null && compareInstants(observed_at, endOfMonth(month)) >= 0;
  if (!isCovered && (valid_until === null || compareInstants(now, valid_until) > 0))
    return notKnown(area, `${dataset} was last read at ${observed_at}, which vouches for nothing now`);
  const rows = published.rows(datasetSeries(dataset));
  // "All of none" is no pass.
  if (rows.length === 0) return notKnown(area, `${dataset} holds no row`, 'no-rows');
  return judge(rows);
}
