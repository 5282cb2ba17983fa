import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { SystemNow } from '../../../status/present.ts';
import { type StatusPublication, windowOf } from '../../../status/status-publication.ts';
import type { System } from '../../../systems/system.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { disagreements } from '../incidents/disagreements.ts';
import { type OpenIncidents, openIncidents } from '../incidents/incident-rows.ts';
import { subjectOf } from '../incidents/named.ts';
import { type NextMaintenance, nextMaintenance } from '../incidents/next-maintenance.ts';
import { altOf } from '../og/image.ts';
import { systemImage } from '../og/status-image.ts';
import { reportSystemLink } from '../reports/report-system-link.ts';
import { routineTable } from '../reports/routine-table.ts';
import type { Link, Segment } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import type { Table } from '../table.ts';
import { type Commitment, objectives, symptoms } from './commitments.ts';
import { type ComponentSection, componentSection } from './component-section.ts';
import { type Events, eventsOf } from './events.ts';
import { gaugeTable } from './gauge-rows.ts';
import { checkedEvery, overallFreshness, overallSentence } from './overall.ts';
import { countingLinks } from './status-page.ts';
import { type BarsKey, DAYS, keyOf } from './system-rows.ts';

/** Everything that is known of one system. */
export interface SystemPage {
  readonly shell: Shell;
  readonly sentence: string;
  readonly summary: string;
  readonly freshness: Freshness | null;
  readonly every: string | null;
  /** Where what people said and what the checks saw disagree. */
  readonly notices: readonly (readonly Segment[])[];
  readonly incidents: OpenIncidents & { readonly links: readonly Link[] };
  readonly maintenance: NextMaintenance;
  readonly reports: SystemReports;
  readonly groups: readonly {
    readonly name: string | null;
    readonly components: readonly ComponentSection[];
  }[];
  readonly key: BarsKey;
  readonly symptoms: readonly Commitment[];
  readonly objectives: readonly Commitment[];
  readonly gauges: Table | null;
  readonly events: Events | null;
  readonly remarks: readonly string[];
  readonly how: { readonly links: readonly Link[]; readonly window: string | null; readonly damping: string };
}

export function systemPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  reported: ReportsPublication,
  now: SystemNow,
): SystemPage {
  const { t, language, paths } = reader;
  const { system } = now;
  const name = system.name[language];
  const groups = groupsOf(reader, status, notes, now);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'system', id: system.id },
      title: t('system.title', { name }),
      description: t('system.description', { summary: system.summary[language] }),
      dated: { checks: { ...status, systems: [now] } },
      image: altOf(systemImage(reader, status, now)),
    }),
    sentence: overallSentence(reader, [now]),
    summary: system.summary[language],
    freshness: overallFreshness(reader, [now]),
    every: checkedEvery(reader, [now]),
    notices: disagreements(reader, status, notes, system.id),
    incidents: {
      ...openIncidents(reader, status, notes, system.id),
      links: [
        {
          href: paths.page(language, { name: 'incident-system', id: system.id }),
          text: t('incidents.systemTitle', { name }),
        },
      ],
    },
    maintenance: nextMaintenance(reader, status, notes, system.id),
    reports: systemReports(reader, status, reported, system),
    groups,
    key: keyOf(
      reader,
      groups.flatMap(({ components }) => components.map(({ row }) => row)),
    ),
    symptoms: symptoms(reader, now),
    objectives: objectives(reader, status, now),
    gauges: gaugeTable(reader, status, now),
    events: eventsOf(reader, status, now),
    remarks: [
      ...system.remarks.map((words) => words[language]),
      ...(now.removed.length === 0 ? [] : [t('system.removed', { checks: now.removed.join(', ') })]),
      ...contradictedDays(reader, status, system),
    ],
    how: howOf(reader, status, now),
  };
}

/** Which days are shown as not known because their samples give other figures; nothing where there are none. */
function contradictedDays(
  { language, format, t }: Reader,
  { contradicted }: StatusPublication,
  system: System,
): string[] {
  const own = contradicted.filter((one) => one.system === system.id);
  if (own.length === 0) return [];
  const nameOf = (id: string) => system.components.find((one) => one.id === id)?.name[language] ?? id;
  const days = [...Map.groupBy(own, ({ day }) => day)].map(
    ([day, list]) => `${format.day(day)} (${list.map(({ component }) => nameOf(component)).join(', ')})`,
  );
  return [t('system.contradicted', { days: days.join('; ') })];
}

/** Components by group in the order of the file; those of no group first. */
function groupsOf(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  now: SystemNow,
): SystemPage['groups'] {
  const { groups } = now.system;
  return [null, ...groups]
    .map((group) => ({
      name: group?.name[reader.language] ?? null,
      components: now.components
        .filter(({ component }) => (component.group ?? null) === (group?.id ?? null))
        .map((component) => componentSection(reader, status, notes, now, component)),
    }))
    .filter(({ components }) => components.length > 0);
}

function howOf(reader: Reader, status: StatusPublication, now: SystemNow): SystemPage['how'] {
  const badge = { href: reader.paths.badge('svg', now.system.id), text: reader.t('system.badge') };
  return { links: [...countingLinks(reader, status), badge], ...rulesOf(reader, status, now) };
}

/** The rule that damps states, and the window in words. */
function rulesOf(reader: Reader, status: StatusPublication, now: SystemNow) {
  const { t, format } = reader;
  const { damping, components } = now.system;
  const window = windowOf(
    status,
    now.system.id,
    components.map(({ id }) => id),
    DAYS,
  );
  const [from, to] = [window?.days[0]?.day, window?.days.at(-1)?.day];
  return {
    window:
      from === undefined || to === undefined || status.manifest === null
        ? null
        : t('uptime.window', {
            from: format.day(from),
            to: format.day(to),
            time: format.utc(status.manifest.observed_at),
          }),
    damping: t('uptime.damping', {
      count: damping.down_after,
      down: format.count(damping.down_after),
      up: format.count(damping.up_after),
    }),
  };
}

/** The latest results of a system's routines, on its own page. */
interface SystemReports {
  /** Null for a system without public routines. */
  readonly table: Table | null;
  readonly links: readonly Link[];
}

function systemReports(
  reader: Reader,
  status: StatusPublication,
  reported: ReportsPublication,
  { id, transparency: publishes }: System,
): SystemReports {
  const { t, paths, language } = reader;
  const table = routineTable(reader, status, reported, id);
  return {
    table,
    links: [
      ...(table === null
        ? []
        : [reportSystemLink(reader, id, subjectOf(reader, status, { system: id, components: [] }).name)]),
      { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
      // An audit is of the system that publishes a ledger.
      ...(publishes !== undefined && reader.offers('transparency')
        ? [{ href: paths.page(language, { name: 'audit' }), text: t('audit.title') }]
        : []),
    ],
  };
}
