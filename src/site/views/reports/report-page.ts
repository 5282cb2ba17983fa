import { dayOf, monthOf } from '../../../core/instant.ts';
import type { Publication } from '../../../ledger/publication.ts';
import { punctualityOf, type Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Fact } from '../incidents/checklist.ts';
import { type Subject, subjectOf } from '../incidents/named.ts';
import { lateSentence } from '../late.ts';
import { type Link, linkPiece, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { type ItemSection, itemSections } from './report-items.ts';
import { type ReportMark, reportMark } from './report-mark.ts';
import { countsOf } from './report-rows.ts';
import { lastChange } from './reports-page.ts';
import { routineName, routineOf } from './routines.ts';

/** One run of a routine, item by item. Permanent: nothing on it changes but a sign-off that comes later. */
export interface ReportPage {
  readonly shell: Shell;
  readonly title: string;
  readonly mark: ReportMark;
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly items: readonly ItemSection[];
  readonly internal: string | null;
  /** Null for a run that was missed: it was made of nothing. */
  readonly inputs: readonly Fact[] | null;
  readonly links: readonly Link[];
}

export function reportPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  reported: ReportsPublication,
  report: Report,
): ReportPage {
  const { t, format, paths, language } = reader;
  const routine = routineOf(reported, report.system, report.routine);
  const name = routineName(reader, { system: report.system, id: report.routine, routine });
  const subject = subjectOf(reader, status, { system: report.system, components: [] });
  const day = format.day(dayOf(report.due_at));
  const month = monthOf(report.due_at);
  const counts = countsOf(reader, { ...report, internal: 0 });
  const isAudit = report.items.some(({ evidence }) => evidence.some(({ term }) => term === 'audit-month'));
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'report', system: report.system, routine: report.routine, due: report.due_at },
      title: `${subject.name}: ${t('report.title', { routine: name, day })}`,
      description: t('report.description', { system: subject.name, day }),
      dated: { posted: lastChange([report]), demo: reported.demo, of: 'reports' },
    }),
    title: `${subject.name}: ${t('report.title', { routine: name, day })}`,
    mark: reportMark(reader, report),
    lead: report.kept === 'missed' ? t('report.missed') : t('report.lead', { counts }),
    facts: factsOf(reader, subject, report),
    items: itemSections(reader, publication, routine, report),
    internal:
      report.internal === 0
        ? null
        : t('report.internal', { count: report.internal, n: format.count(report.internal) }),
    inputs: inputsOf(reader, status, report),
    links: [
      {
        href: paths.page(language, { name: 'routine', system: report.system, routine: report.routine }),
        text: t('report.toRoutine'),
      },
      {
        href: paths.page(language, { name: 'report-month', month }),
        text: t('report.toMonth', { month: format.month(month) }),
      },
      ...(isAudit ? [{ href: paths.page(language, { name: 'audit' }), text: t('audit.toThis') }] : []),
    ],
  };
}

function factsOf(reader: Reader, { name, href }: Subject, report: Report): Fact[] {
  const { due_at, ran_at, late } = report;
  const { t } = reader;
  return [
    { term: t('report.system'), lines: [[href === null ? name : linkPiece(href, name)]] },
    { term: t('report.due'), lines: [[timePiece(reader, due_at)]] },
    {
      term: t('report.ran'),
      lines: [
        late !== undefined
          ? lateSentence(reader, late)
          : [ran_at === null ? capital(t('report.notRan')) : timePiece(reader, ran_at)],
      ],
    },
    { term: t('report.kept'), lines: [[capital(t(`kept.${punctualityOf(report)}`))]] },
  ];
}

/** Inputs that are no system's. */
const OWN_INPUTS = ['routine', 'status', 'audit', 'restore'] as const;

function inputsOf(reader: Reader, status: StatusPublication, { inputs }: Report): ReportPage['inputs'] {
  const { t } = reader;
  const named = Object.entries(inputs).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (named.length === 0) return null;
  const termOf = (folder: string) => {
    const own = OWN_INPUTS.find((one) => one === folder);
    if (own !== undefined) return t(`report.input.${own}`);
    const { name } = subjectOf(reader, status, { system: folder, components: [] });
    return t('report.input.other', { name });
  };
  return named.map(([folder, sha256]) => ({
    term: capital(termOf(folder)),
    lines: [[{ kind: 'hash', hash: { short: sha256, whole: sha256, href: null } }]],
  }));
}
