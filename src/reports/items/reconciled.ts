import { toSeconds } from '../../core/instant.ts';
import { knownState } from '../../ledger/publication.ts';
import { reconcileEscrows, unlockSchedule } from '../../status/escrow.ts';
import type { Asked } from '../answers.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';
import { compareThree, type FieldComparison } from './data-mismatch.ts';

/** TPC-18 D: the database, the API and this site, field by field; the first that differs is told in full. */
export function sourcesAgree({ publication }: ReportInputs, asked: Asked | undefined): ItemAnswer {
  if (asked?.kind === 'silent') return notKnown(asked.reason);
  const observed_at = knownState(publication, 'batches')?.observed_at;
  if (asked?.kind !== 'three' || observed_at == null) return notKnown('not-asked');
  const { metrics, batches } = publication.rows;
  const fields = compareThree({ ...asked.three, site: { metrics: metrics[0] ?? {}, batches, observed_at } });
  const having = (verdict: FieldComparison['verdict']) => fields.filter((field) => field.verdict === verdict);
  const differing = having('differs');
  const evidence = {
    'fields-equal': String(having('equal').length),
    'fields-differing': String(differing.length),
    'fields-moved': String(having('moved').length),
    'fields-not-available': String(having('not-available').length),
  };
  const [first] = differing;
  if (first === undefined)
    return having('equal').length > 0 ? passed(evidence) : notKnown('moved-meanwhile', evidence);
  const said = {
    'database-says': `${first.subject}: ${first.database ?? '–'}`,
    'api-says': `${first.subject}: ${first.api ?? '–'}`,
    'site-shows': `${first.subject}: ${first.site ?? '–'}`,
  };
  const subjects = differing.map(({ subject }) => subject);
  return failed('values-differ', { ...evidence, ...said }, subjects);
}

/**
 * CTS-07: counts and sums in lamports, exact; no address, since some belong to people. No escrow at all is what an
 * empty answer looks like too: it is not known, unless there may be none.
 */
export function escrowReconciled(
  { at }: ReportInputs,
  asked: Asked | undefined,
  mayBeEmpty: boolean,
): ItemAnswer {
  if (asked?.kind === 'silent') return notKnown(asked.reason);
  if (asked?.kind !== 'escrow') return notKnown('not-asked');
  const result = reconcileEscrows(asked.escrows);
  const schedule = unlockSchedule(asked.unlocks, toSeconds(at));
  const evidence = {
    escrows: String(asked.escrows.length),
    underfunded: String(result.underfunded),
    'underfunded-by': result.underfunded_by,
    overfunded: String(result.overfunded),
    'overfunded-by': result.overfunded_by,
    'not-known': String(result.not_known),
    'unlocked-now': schedule.now,
    'unlocks-next': schedule.next.map(({ day, amount }) => `${day}: ${amount}`).join(', ') || '0',
    'unlocks-later': schedule.later,
  };
  if (asked.escrows.length === 0 && !mayBeEmpty) return notKnown('nothing-there', evidence);
  if (result.underfunded > 0) return failed('underfunded', evidence);
  return result.not_known > 0 ? notKnown('input-unknown', evidence) : passed(evidence);
}
