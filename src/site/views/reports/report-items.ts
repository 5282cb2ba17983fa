import type { Publication } from '../../../ledger/publication.ts';
import {
  type ItemStand,
  REPORT_REASONS,
  type Report,
  type ReportItem,
  standOf,
} from '../../../reports/model/report.ts';
import type { Routine, RoutineItem } from '../../../reports/model/routine.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Fact } from '../incidents/checklist.ts';
import { type Segment, timePiece } from '../segment.ts';
import { capital } from '../status/state-mark.ts';
import { batchPiece, evidenceOf } from './evidence.ts';
import type { ReportMark, ReportShape } from './report-mark.ts';
import { roleWord } from './role-word.ts';

/** One item of a report: what it came to, why, and on what that rests. */
export interface ItemSection {
  readonly id: string;
  readonly name: string;
  readonly mark: ReportMark;
  readonly reason: string | null;
  /** The runbook's words for what only a person can do. */
  readonly words: string | null;
  /** Evidence, what offends, or the sign-off of a manual item. */
  readonly facts: readonly Fact[];
}

/** The items in the order of the report, named as the routine names them now, or by their ids. */
export function itemSections(
  reader: Reader,
  publication: Publication,
  routine: Routine | null,
  { items }: Report,
): ItemSection[] {
  return items.map((item) => {
    const described = routine?.items.find(({ id }) => id === item.id);
    return sectionOf(reader, publication, item, described);
  });
}

function sectionOf(
  reader: Reader,
  publication: Publication,
  item: ReportItem,
  described: RoutineItem | undefined,
): ItemSection {
  const { t, language } = reader;
  const facts = [
    ...(item.result === 'manual' ? manualFacts(reader, item, described) : []),
    ...evidenceOf(reader, publication, item),
    ...offendersOf(reader, publication, item),
  ];
  return {
    id: item.id,
    name: described?.name[language] ?? item.id,
    mark: { shape: SHAPES[standOf(item)], word: capital(t(`report.item.${standOf(item)}`)) },
    reason: reasonOf(reader, item),
    words:
      item.result === 'manual' && described !== undefined && 'manual' in described
        ? described.manual.words[language]
        : null,
    facts,
  };
}

/** A claim is no proof, so that it looks as if nobody had signed. */
const SHAPES = {
  passed: 'passed',
  failed: 'failed',
  'not-known': 'not-known',
  signed: 'signed',
  claimed: 'open',
  open: 'open',
} as const satisfies Record<ItemStand, ReportShape>;

function reasonOf({ t }: Reader, { result, reason }: ReportItem): string | null {
  if (reason === undefined)
    return result === 'failed' || result === 'not-known'
      ? t('report.because', { reason: t('report.noReason') })
      : null;
  const own = REPORT_REASONS.find((one) => one === reason);
  const words = own === undefined ? t(`reason.${reason as CheckReason}`) : t(`report.reason.${own}`);
  return t('report.because', { reason: words });
}
type CheckReason = Exclude<NonNullable<ReportItem['reason']>, (typeof REPORT_REASONS)[number]>;

/** Whose it is, and whether it was signed off: by a role and a time, never by a name. */
function manualFacts(reader: Reader, { sign_off }: ReportItem, described: RoutineItem | undefined): Fact[] {
  const { t } = reader;
  const role =
    described !== undefined && 'manual' in described
      ? [{ term: t('report.role'), lines: [[roleWord(reader, described.manual.role)]] }]
      : [];
  return [...role, { term: t('report.signOff'), lines: [signOffOf(reader, sign_off)] }];
}

function signOffOf(reader: Reader, signOff: ReportItem['sign_off']): Segment[] {
  const { t, rich } = reader;
  if (signOff === undefined) return [t('report.open')];
  return rich(`report.${signOff.standing}`, {
    role: roleWord(reader, signOff.role),
    when: timePiece(reader, signOff.at),
  });
}

function offendersOf(reader: Reader, publication: Publication, { offenders = [] }: ReportItem): Fact[] {
  if (offenders.length === 0) return [];
  return [
    {
      term: reader.t('report.offenders'),
      lines: offenders.map((id) => [batchPiece(reader, publication, id)]),
    },
  ];
}
