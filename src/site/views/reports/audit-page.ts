import type { Publication } from '../../../ledger/publication.ts';
import { datedAt } from '../../../log/late.ts';
import { INTERNAL_AREAS, needsWork, type PublicAudit, SEVERITIES } from '../../../reports/model/audit.ts';
import { type MonthAudits, presentOf } from '../../../reports/model/month-audits.ts';
import type { Reader } from '../../../words/reader.ts';
import { lateNote } from '../late.ts';
import { type Link, type Piece, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { column, setPiece, type Table, tableOf } from '../table.ts';
import type { ReportMark } from './report-mark.ts';

/** What can be found where anyone can see it; an id begins with its kind. */
const KINDS = [
  'api-inactive',
  'api-removed',
  'api-retyped',
  'api-rate-limit',
  'hash-missing',
  'hash-mismatch',
  'wallet-not-published',
  'wallet-no-link',
  'wallet-not-solscan',
  'wallet-other-address',
  'wallet-other-network',
] as const;

/** Nothing for a kind of another version of this site: its id stands beside. */
function findingWords(t: Reader['t'], ref: string): string {
  const kind = KINDS.find((one) => ref.startsWith(`${one}:`));
  return kind === undefined ? '' : capital(t(`audit.kind.${kind}`));
}

/** Every monthly audit, its first run and its present one: the areas with how many findings each has, and the findings that anyone can see. */
export interface AuditPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly months: readonly AuditSection[];
  readonly links: readonly Link[];
}

interface AuditSection {
  readonly id: string;
  readonly title: string;
  /** How often it was audited, and which of these are shown; null for once. */
  readonly times: string | null;
  readonly runs: readonly AuditRun[];
}

interface AuditRun {
  /** Null where it is the only one. */
  readonly title: string | null;
  readonly when: readonly Segment[];
  readonly areas: Table;
  /** Null where none is public. */
  readonly findings: Table | null;
}

export function auditPageOf(
  reader: Reader,
  publication: Publication,
  audits: readonly MonthAudits[],
): AuditPage {
  const { t, paths, language } = reader;
  const newest = audits[0] === undefined ? undefined : presentOf(audits[0]);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'audit' },
      title: t('audit.title'),
      description: t('audit.description', { publisher: reader.publisher }),
      dated: {
        posted: newest?.late === undefined ? (newest?.audited_at ?? null) : datedAt(newest.late),
        demo: newest?.demo ?? false,
        of: 'reports',
      },
    }),
    headline: newest === undefined ? t('audit.none') : headlineOf(reader, newest),
    months: audits.map((month) => sectionOf(reader, month)),
    links: [{ href: paths.page(language, { name: 'reports' }), text: t('audit.toReports') }],
  };
}

/** What the newest audit came to: what is open, what is not known; "nothing found" only where all was looked at. */
function headlineOf({ t, format }: Reader, { month, areas, findings }: PublicAudit): string {
  const open = findings.filter(needsWork).length;
  const accepted = findings.filter((one) => one.accepted === true).length;
  const unknown = areas.filter(({ result, gap }) => result === 'not-known' || gap !== undefined).length;
  const said = [
    ...(open === 0 ? [] : [t('audit.open', { count: open, n: format.count(open) })]),
    ...(accepted === 0 ? [] : [t('audit.accepted', { count: accepted, n: format.count(accepted) })]),
    ...(unknown === 0 ? [] : [t('audit.areasNotKnown', { count: unknown, n: format.count(unknown) })]),
  ];
  const result = said.length === 0 ? t('audit.nothingFound') : said.join(', ');
  return t('audit.headline', { month: format.month(month), result });
}

/** What was published first stands beside what holds now. */
function sectionOf(reader: Reader, audits: MonthAudits): AuditSection {
  const { t, format } = reader;
  const [first] = audits;
  const present = presentOf(audits);
  const isOnly = audits.length === 1;
  return {
    id: first.month,
    title: format.month(first.month),
    times: isOnly ? null : t('audit.times', { n: format.count(audits.length) }),
    runs: [
      runOf(reader, present, isOnly ? null : t('audit.presentRun')),
      ...(isOnly ? [] : [runOf(reader, first, t('audit.firstRun'))]),
    ],
  };
}

function runOf(reader: Reader, audit: PublicAudit, title: string | null): AuditRun {
  const { t, rich, format } = reader;
  const { compared_with } = audit;
  const month = [format.month(audit.month), title ?? ''].filter(Boolean).join(', ');
  const audited: Segment[] = [
    ...rich<'audit.audited', Piece>('audit.audited', { when: timePiece(reader, audit.audited_at) }),
    ...lateNote(reader, audit.late),
  ];
  return {
    title,
    when: [
      ...audited,
      ' ',
      compared_with === null ? t('audit.first') : t('audit.compared', { month: format.month(compared_with) }),
    ],
    areas: areaTable(reader, audit, t('audit.areasOf', { month })),
    findings: findingTable(reader, audit, t('audit.listOf', { month })),
  };
}

function areaTable(reader: Reader, { areas, findings }: PublicAudit, caption: string): Table {
  const { t, format } = reader;
  const rows = areas.map((area) => ({
    ...area,
    own: findings.filter((finding) => finding.area === area.area),
  }));
  return tableOf<(typeof rows)[number]>(
    [
      column('area', t('audit.area'), ({ area }) => t(`audit.area.${area}`)),
      // With why it, or a part of it, is not known.
      column('result', t('audit.result'), ({ own, ...area }) => [
        { kind: 'report', mark: areaMark(t, area, own) },
        ...(area.gap === undefined ? [] : [setPiece('note', t(`audit.gap.${area.gap}`))]),
      ]),
      column('checked', t('audit.checked'), ({ area, checked }) =>
        t(`audit.checked.${area}`, { count: checked, n: format.count(checked) }),
      ),
      column('findings', t('audit.findings'), ({ own }) => countsOf(reader, own)),
    ],
    rows,
    { caption },
  );
}

/** How many are of which severity and stand how. */
function countsOf({ t, format }: Reader, own: PublicAudit['findings']): string {
  const counts = SEVERITIES.flatMap((severity) =>
    STANDINGS.flatMap((standing) => {
      const alike = own.filter((one) => one.severity === severity && one.standing === standing);
      const word = { severity: t(`audit.severity.${severity}`), standing: t(`audit.standing.${standing}`) };
      return [
        alike.filter((one) => one.accepted !== true),
        alike.filter((one) => one.accepted === true),
      ].flatMap(({ length }, index) => {
        if (length === 0) return [];
        const said = t('audit.count', { n: format.count(length), ...word });
        return [index === 0 ? said : t('audit.countAccepted', { said })];
      });
    }),
  );
  return counts.length === 0 ? t('word.none') : counts.join('; ');
}

/** Findings that are low, or that the team lets stand, fail nothing, as in the report of the routine; beside a gap they are no pass. */
function areaMark(
  t: Reader['t'],
  { result, gap }: Pick<PublicAudit['areas'][number], 'result' | 'gap'>,
  findings: PublicAudit['findings'],
): ReportMark {
  const open = findings.filter(needsWork);
  const stands = findings.some((one) => one.accepted === true);
  const isLow =
    result === 'failed' && (stands || open.length > 0) && open.every(({ severity }) => severity === 'low');
  if (!isLow) return { shape: result, word: capital(t(`audit.result.${result}`)) };
  return gap === undefined
    ? { shape: 'passed', word: capital(t(stands ? 'audit.result.accepted' : 'audit.result.low')) }
    : { shape: 'not-known', word: capital(t('audit.result.not-known')) };
}

const STANDINGS = ['new', 'open', 'not-known', 'closed'] as const;

/** The findings with an id that anyone may see; those of the database are counts alone, whatever stands in the file. */
function findingTable({ t }: Reader, { findings }: PublicAudit, caption: string): Table | null {
  const shown = findings.flatMap(({ ref, ...finding }) =>
    ref === undefined || INTERNAL_AREAS.includes(finding.area) ? [] : [{ ref, ...finding }],
  );
  if (shown.length === 0) return null;
  return tableOf<(typeof shown)[number]>(
    [
      // The id is the same in every month.
      column('finding', t('audit.id'), ({ ref }) => [
        findingWords(t, ref),
        setPiece('note', { kind: 'code', text: ref }),
      ]),
      column('area', t('audit.area'), ({ area }) => t(`audit.area.${area}`)),
      column('severity', t('audit.severity'), ({ severity }) => capital(t(`audit.severity.${severity}`))),
      column('standing', t('audit.standing'), ({ standing, accepted }) => {
        const said = t(`audit.standing.${standing}`);
        return capital(accepted === true ? t('audit.countAccepted', { said }) : said);
      }),
    ],
    shown,
    { caption },
  );
}
