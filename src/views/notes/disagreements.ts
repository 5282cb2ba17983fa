import type { Incident } from '../../domain/incident.ts';
import { compareInstants, type IsoInstant } from '../../domain/instant.ts';
import { type CheckNow, incidentWarnings, type NoteWarning, silences } from '../../domain/note-warnings.ts';
import type { NotesPublication } from '../../domain/notes-publication.ts';
import type { SystemNow } from '../../domain/present.ts';
import type { StatusPublication } from '../../domain/status-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
import { linkPiece, type Segment, timePiece } from '../segment.ts';
import { nowOf } from './incident-rows.ts';

/** How far back an incident can have been called resolved and still be held against what checks see now. */
const RECENT_DAYS = 90;

/** Where our data and our words disagree now, a public sentence each: those of one system, or of all. */
export function disagreements(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  system: string | null = null,
): Segment[][] {
  const now = nowOf(status, notes);
  const systems = status.systems.filter((one) => system === null || one.system.id === system);
  return systems.flatMap((one) => {
    const checks = checksOf(one);
    const own = notes.incidents.map(({ note }) => note).filter((note) => note.system === one.system.id);
    return [
      ...silent(reader, one, own, checks),
      ...own.filter((note) => recent(note, now)).flatMap((note) => incidentRemarks(reader, one, note, now)),
    ];
  });
}

/** What stands beside one incident: late, silent, open for long, or contradicted by the checks. */
export function incidentRemarks(
  reader: Reader,
  now: SystemNow,
  incident: Incident,
  at: IsoInstant,
): Segment[][] {
  const severity = now.system.severities.find(({ id }) => id === incident.severity) ?? null;
  return incidentWarnings(incident, severity, checksOf(now), at).map((warning) =>
    remark(reader, now, incident, warning),
  );
}

function remark(reader: Reader, now: SystemNow, incident: Incident, warning: NoteWarning): Segment[] {
  const { rich, language, format, paths } = reader;
  const title = linkPiece(
    paths.page(language, { name: 'incident', slug: incident.slug }),
    incident.title[language],
  );
  const when = timePiece(reader, warning.since);
  if (warning.code !== 'resolved-while-failing') return rich(`disagree.${warning.code}`, { title, when });
  const names = now.system.checks
    .filter(({ id }) => warning.checks.includes(id))
    .map(({ name }) => name[language]);
  return rich('disagree.resolved-while-failing', { title, when, checks: format.list(names) });
}

function silent(
  reader: Reader,
  { system }: SystemNow,
  incidents: readonly Incident[],
  checks: readonly CheckNow[],
): Segment[][] {
  const { t, rich, language, format, paths } = reader;
  return silences(incidents, checks).map(({ component, checks: failing, since }) =>
    rich('disagree.silent', {
      count: failing.length,
      n: format.count(failing.length),
      component: linkPiece(
        `${paths.page(language, { name: 'system', id: system.id })}#${component}`,
        system.components.find(({ id }) => id === component)?.name[language] ?? component,
      ),
      system: system.name[language],
      since: since === null ? t('word.unknown') : t('disagree.since', { when: format.time(since).wib }),
    }),
  );
}

/** A component under maintenance contradicts nobody: what is wrong with it was announced. */
function checksOf({ components }: SystemNow): CheckNow[] {
  return components
    .filter(({ state }) => state !== 'under_maintenance')
    .flatMap(({ component, checks }) =>
      checks.map(({ check, state }) => ({
        id: check.id,
        component: component.id,
        outcome: state.outcome,
        since: state.since,
      })),
    );
}

function recent({ resolved }: Incident, now: IsoInstant): boolean {
  const oldest = new Date(Date.parse(now) - RECENT_DAYS * 86_400_000).toISOString();
  return resolved === null || compareInstants(resolved, oldest) >= 0;
}
