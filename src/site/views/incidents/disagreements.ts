import { compareInstants, type IsoInstant } from '../../../core/instant.ts';
import { type Incident, isOpen } from '../../../incidents/model/incident.ts';
import {
  type CheckNow,
  incidentWarnings,
  type NoteWarning,
  silences,
} from '../../../incidents/model/note-warnings.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { SystemNow } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
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
    const remarks = own
      .filter((note) => recent(note, now))
      .map((note) => ({ note, texts: incidentRemarks(reader, one, note, now) }));
    // A note that the checks contradict has spoken of its components already, though not truly.
    const spoken = remarks.filter(({ note, texts }) => !isOpen(note) && texts.length > 0);
    const named = new Set(spoken.flatMap(({ note }) => note.components));
    return [...silent(reader, one, own, checks, named), ...remarks.flatMap(({ texts }) => texts)];
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
  named: ReadonlySet<string>,
): Segment[][] {
  const { t, rich, language, format, paths } = reader;
  const found = silences(incidents, checks).filter(({ component }) => !named.has(component));
  return found.map(({ component, checks: failing, since, begun }) =>
    rich('disagree.silent', {
      count: failing.length,
      n: format.count(failing.length),
      component: linkPiece(
        `${paths.page(language, { name: 'system', id: system.id })}#${component}`,
        system.components.find(({ id }) => id === component)?.name[language] ?? component,
      ),
      system: system.name[language],
      since: t(begun ? 'state.since' : 'state.sinceBefore', {
        when: since === null ? t('word.unknown') : format.time(since).first,
      }),
    }),
  );
}

/** The checks as they are held against notes. A component under maintenance contradicts nobody: it was announced. */
function checksOf({ components }: SystemNow): CheckNow[] {
  return components
    .filter(({ state }) => state !== 'under_maintenance')
    .flatMap(({ component, checks }) =>
      checks.map(({ check: { id }, state: { outcome, since, begun, not_before } }) => ({
        id,
        component: component.id,
        outcome,
        since,
        begun,
        not_before,
      })),
    );
}

function recent({ resolved }: Incident, now: IsoInstant): boolean {
  const oldest = new Date(Date.parse(now) - RECENT_DAYS * 86_400_000).toISOString();
  return resolved === null || compareInstants(resolved, oldest) >= 0;
}
