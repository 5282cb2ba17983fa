import type { INCIDENT_STATUSES } from '../domain/incident.ts';
import { compareInstants, type IsoInstant } from '../domain/instant.ts';
import type { CORRECTION } from '../domain/note.ts';
import { type IncidentFacts, type NoteFile, readNoteFile } from '../domain/note-file.ts';
import { formatProblem } from '../domain/yaml.ts';
import { agreementOf } from './agreement.ts';
import type { Desk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { withFacts } from './front-matter.ts';
import { nextUpdate, wordsFor } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary, type Shelf } from './library.ts';
import { isoDuration, readMoment, spokenDuration, writtenTime } from './moment.ts';
import { noteFolder, readNoteBytes, rewrite, slugsIn } from './note-folder.ts';
import { withSection } from './note-text.ts';
import { ownWords } from './own-words.ts';
import { answersTo, type Flags } from './question.ts';
import { PLACE } from './sentences.ts';
import { tellWriter } from './told.ts';

export type Further = (typeof INCIDENT_STATUSES)[number] | typeof CORRECTION;

/** `resolve`: the last update, and the facts that close the incident. */
export function resolveIncident(desk: Desk, flags: Flags): Promise<Written> {
  return updateIncident(desk, flags, 'resolved');
}

/** `postmortem`: what happened, why, and what was learnt. */
export function postmortem(desk: Desk, flags: Flags): Promise<Written> {
  return updateIncident(desk, flags, 'postmortem');
}

/** One more section, and what it changes in front: when the next one is due, or that it is over. */
export async function updateIncident(desk: Desk, flags: Flags, status: Further): Promise<Written> {
  const folder = noteFolder(desk.contentRoot, 'incident');
  const { slug } = await answersTo(desk, flags, [slugQuestion(await slugs(desk))]);
  const { file, bytes } = await readNoteBytes(folder, slug);
  const note = readNoteFile('incident', file, bytes);
  const { facts } = note;
  if (facts === null || !('severity' in facts))
    throw new AuthoringError([
      ...note.problems.map(formatProblem),
      'Correct the note first: nothing was written.',
    ]);
  const library = await readLibrary(desk.contentRoot);
  const shelf = library.systems.get(facts.system);
  if (shelf === undefined)
    throw new AuthoringError([
      `${file}: there is no system "${facts.system}" that can be read`,
      ...library.problems,
    ]);
  const at = flags.at === undefined ? desk.now : readMoment('at', flags.at, desk.zone);
  assertInOrder(note, facts, status, at, desk.now);
  const known = await readKnownStatus(desk.contentRoot);
  const lasted = status === 'resolved' ? spokenDuration(facts.started, at) : null;
  const playbook = shelf.playbooks.get(facts.playbook ?? '') ?? null;
  const agreement = agreementOf(shelf.system, known, desk.now);
  const told =
    ownWords(flags, status) ??
    wordsFor(status as (typeof INCIDENT_STATUSES)[number], playbook, { agreement, zone: desk.zone, lasted });
  const raw = bytes.toString('utf8');
  const before = withFacts(raw, changedFacts({ desk, shelf, facts, status, at }));
  const text = withSection(before, { status, at, zone: desk.zone, words: told.words });
  await rewrite(file, bytes, text);
  return { file, text: tellWriter({ file, text, told, status: known, problems: library.problems }) };
}

function assertInOrder(
  note: NoteFile,
  facts: IncidentFacts,
  status: Further,
  at: IsoInstant,
  now: IsoInstant,
): void {
  const reasons: string[] = [];
  const last = note.sections.findLast((section) => section.at !== null)?.at ?? facts.started;
  if (compareInstants(at, last) < 0)
    reasons.push(`--at: an earlier update is dated ${last}; a later time is needed`);
  if (compareInstants(at, now) > 0) reasons.push(`--at: ${at} is in the future`);
  const stated = note.sections.map((section) => section.status);
  const resolved = stated.includes('resolved');
  const again = status === 'correction' || (status === 'postmortem' && !stated.includes('postmortem'));
  if (resolved && !again)
    reasons.push(`${note.slug} is resolved: correct it (--status correction), or begin a new incident (new)`);
  if (status === 'postmortem' && !resolved)
    reasons.push(`${note.slug} is not resolved yet: resolve it first`);
  if (reasons.length > 0) throw new AuthoringError([...reasons, 'Nothing was written.']);
}

interface Change {
  readonly desk: Desk;
  readonly shelf: Shelf;
  readonly facts: IncidentFacts;
  readonly status: Further;
  readonly at: IsoInstant;
}

/** The facts that an update changes in front; null takes one out. */
function changedFacts({ desk, shelf, facts, status, at }: Change): Record<string, unknown> {
  if (status === 'postmortem' || status === 'correction') return {};
  if (status !== 'resolved') {
    const next = nextUpdate(shelf, facts.severity, at);
    return next === null ? {} : { next_update_by: writtenTime(next, desk.zone) };
  }
  const severity = shelf.system.severities.find(({ id }) => id === facts.severity);
  const asked = severity?.needs_checklist === true && facts.checklist === null;
  const closing = { resolved: writtenTime(at, desk.zone), next_update_by: null };
  return asked ? { ...closing, checklist: emptyChecklist(isoDuration(facts.started, at)) } : closing;
}

/** EVT-09, with everything that a person must fill in marked. */
function emptyChecklist(time_to_recover: string) {
  const words = { en: PLACE, id: PLACE };
  return {
    summary: words,
    impact: words,
    time_to_recover,
    changes: [{ what: words, evidence: words }],
    health_revalidated: PLACE,
    rls_revalidated: PLACE,
    documents_updated: [words],
  };
}

async function slugs({ contentRoot }: Desk): Promise<string[]> {
  return slugsIn(noteFolder(contentRoot, 'incident'));
}

function slugQuestion(known: readonly string[]) {
  const choices = known.toReversed().map((value) => ({ value, name: value }));
  return { flag: 'slug', asks: 'Which incident?', choices } as const;
}
