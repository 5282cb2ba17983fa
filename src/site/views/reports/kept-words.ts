import { type Kept, keptOf } from '../../../reports/model/kept.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { KnownRoutine } from './routines.ts';

/** Over how many days a runbook is said to have been kept. */
const DAYS = 30;

export function keptLately({ reports }: ReportsPublication, { system, id }: KnownRoutine): Kept | null {
  return keptOf(reports, { system, routine: id }, DAYS);
}

/** "29 of 30 mornings". */
export function keptWords({ t, format }: Reader, known: KnownRoutine, kept: Kept | null): string {
  if (kept === null) return t('kept.none');
  return t(`kept.${unitOf(known)}`, { kept: format.count(kept.kept), of: format.count(kept.of) });
}

/** "1 January 2026 to 30 January 2026": the days that are counted; null where nothing ran. */
export function keptPeriod({ t, format }: Reader, kept: Kept | null): string | null {
  return kept === null ? null : t('kept.period', { from: format.day(kept.from), to: format.day(kept.to) });
}

function unitOf({ id, routine }: KnownRoutine): 'mornings' | 'afternoons' | 'evenings' | 'days' | 'times' {
  if (routine?.due?.rule.startsWith('FREQ=DAILY;BYHOUR=') !== true) return 'times';
  if (id === 'morning' || id === 'afternoon' || id === 'evening') return `${id}s`;
  return 'days';
}
