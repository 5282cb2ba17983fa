import type { Publication } from '../../../ledger/publication.ts';
import { INTERNAL_AREAS, needsWork, type PublicAudit, SEVERITIES } from '../../../reports/model/audit.ts';
import { type MonthAudits, presentOf } from '../../../reports/model/month-audits.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { findingWords } from './audit-finding.ts';
import type { ReportMark } from './report-mark.ts';

/** Every monthly audit, its first run and its present one: the areas with how many findings each has, and the findings that anyone can see. */
export interface AuditPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly intro: string;
  readonly rule: string;
  readonly areaHead: readonly [area: string, result: string, checked: string, findings: string];
  readonly findingHead: readonly [id: string, area: string, severity: string, standing: string];
  readonly months: readonly AuditSection[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
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
  readonly areas: { readonly caption: string; readonly rows: readonly AreaRow[] };
  /** Null where none is public. */
  readonly findings: { readonly caption: string; readonly rows: readonly FindingRow[] } | null;
}

interface AreaRow {
  readonly name: string;
  readonly mark: ReportMark;
  /** Why it, or a part of it, is not known. */
  readonly gap: string | null;
  readonly checked: string;
  readonly findings: string;
}

interface FindingRow {
  /** The same in every month. */
  readonly id: string;
  /** What it says, in words. */
  readonly words: string;
  readonly area: string;
  readonly severity: string;
  readonly standing: string;
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
      description: t('audit.description'),
      dated: { posted: newest?.audited_at ?? null, demo: newest?.demo ?? false, of: 'reports' },
    }),
    headline: newest === undefined ? t('audit.none') : headlineOf(reader, newest),
    intro: t('audit.intro'),
    rule: t('audit.databaseRule'),
    areaHead: [t('audit.area'), t('audit.result'), t('audit.checked'), t('audit.findings')],
    findingHead: [t('audit.id'), t('audit.area'), t('audit.severity'), t('audit.standing')],
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
  const rows = findingRows(reader, audit);
  const audited: Segment[] = rich('audit.audited', { when: timePiece(reader, audit.audited_at) });
  return {
    title,
    when: [
      ...audited,
      ' ',
      compared_with === null ? t('audit.first') : t('audit.compared', { month: format.month(compared_with) }),
    ],
    areas: {
      caption: t('audit.areasOf', { month }),
      rows: audit.areas.map((area) => areaRow(reader, area, audit)),
    },
    findings: rows.length === 0 ? null : { caption: t('audit.listOf', { month }), rows },
  };
}

function areaRow(
  { t, format }: Reader,
  { area, result, checked, gap }: PublicAudit['areas'][number],
  { findings }: PublicAudit,
): AreaRow {
  const own = findings.filter((finding) => finding.area === area);
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
  return {
    name: t(`audit.area.${area}`),
    mark: areaMark(t, { result, gap }, own),
    gap: gap === undefined ? null : t(`audit.gap.${gap}`),
    checked: t(`audit.checked.${area}`, { count: checked, n: format.count(checked) }),
    findings: counts.length === 0 ? t('word.none') : counts.join('; '),
  };
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
function findingRows({ t }: Reader, { findings }: PublicAudit): FindingRow[] {
  return findings
    .filter(({ area }) => !INTERNAL_AREAS.includes(area))
    .flatMap(({ ref, area, severity, standing, accepted }) =>
      ref === undefined
        ? []
        : [
            {
              id: ref,
              words: findingWords(t, ref),
              area: t(`audit.area.${area}`),
              severity: capital(t(`audit.severity.${severity}`)),
              standing: capital(
                accepted === true
                  ? t('audit.countAccepted', { said: t(`audit.standing.${standing}`) })
                  : t(`audit.standing.${standing}`),
              ),
            },
          ],
    );
}
