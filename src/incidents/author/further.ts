import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { INCIDENT_STATUSES } from '../../systems/incident-status.ts';
import { formatProblem } from '../../words/said.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import { type IncidentFacts, type NoteFile, readNoteFile } from '../model/note-file.ts';
import { agreementOf } from './agreement.ts';
import type { SpeakingDesk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { withFacts } from './front-matter.ts';
import { nextUpdate, wordsFor } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary, type Shelf } from './library.ts';
import { isoDuration, readMoment, spokenDuration, writtenTime } from './moment.ts';
import { noteFolder, readNoteBytes, rewrite, slugsIn } from './note-folder.ts';
import { withSection } from './note-text.ts';
import { ownWords, withdrawnByPlace } from './own-words.ts';
import { fillPlaces } from './places.ts';
import { answersTo, type Flags } from './question.ts';
import type { Say } from './say.ts';
import { PLACE, wordsOf } from './sentences.ts';
import { tellWriter } from './told.ts';

export type Further = (typeof INCIDENT_STATUSES)[number] | typeof CORRECTION | typeof WITHDRAWN;

/** `resolve`: the last update, and the facts that close the incident. */
export function resolveIncident(desk: SpeakingDesk, flags: Flags): Promise<Written> {
  return updateIncident(desk, flags, 'resolved');
}

/** `postmortem`: what happened, why, and what was learnt. */
export function postmortem(desk: SpeakingDesk, flags: Flags): Promise<Written> {
  return updateIncident(desk, flags, 'postmortem');
}

/** One more section, and what it changes in front: when the next one is due, or that it is over. */
export async function updateIncident(desk: SpeakingDesk, flags: Flags, status: Further): Promise<Written> {
  const { say, language } = desk;
  const folder = noteFolder(desk.contentRoot, 'incident');
  const { slug } = await answersTo(desk, flags, [slugQuestion(await slugs(desk), say)]);
  const { file, bytes } = await readNoteBytes(folder, slug, say);
  const note = readNoteFile('incident', file, bytes);
  const { facts } = note;
  if (facts === null || !('severity' in facts))
    throw new AuthoringError([
      ...note.problems.map((problem) => formatProblem(problem, language)),
      say('author.note.correct-first'),
    ]);
  const library = await readLibrary(desk.contentRoot);
  const shelf = library.systems.get(facts.system);
  if (shelf === undefined)
    throw new AuthoringError([
      say('author.note.no-system', { file, system: facts.system }),
      ...library.problems,
    ]);
  const at = flags.at === undefined ? desk.now : readMoment('at', flags.at, desk);
  assertInOrder(desk, note, facts, status, at);
  const known = await readKnownStatus(desk.contentRoot);
  const lasted = isEnd(status) ? spokenDuration(facts.started, facts.resolved ?? at) : null;
  const playbook = shelf.playbooks.get(facts.playbook ?? '') ?? null;
  const agreement = agreementOf(shelf, known, desk.now);
  const offered = () =>
    wordsFor(status as (typeof INCIDENT_STATUSES)[number], playbook, { agreement, zone: desk.zone, lasted });
  const told = await fillPlaces(desk, ownWords(flags, status, say) ?? offered());
  const raw = bytes.toString('utf8');
  const before = withFacts(raw, changedFacts({ desk, shelf, facts, status, at }));
  const text = withSection(before, { status, at, zone: desk.zone, words: wordsOf(told) });
  await rewrite(file, bytes, text, say);
  return { file, text: tellWriter(desk, { file, text, told, status: known, problems: library.problems }) };
}

function assertInOrder(
  { say, now, zone }: SpeakingDesk,
  note: NoteFile,
  facts: IncidentFacts,
  status: Further,
  at: IsoInstant,
): void {
  const reasons: string[] = [];
  const last = note.sections.findLast((section) => section.at !== null)?.at ?? facts.started;
  if (compareInstants(at, last) < 0)
    reasons.push(say('author.time.earlier', { last: writtenTime(last, zone) }));
  if (compareInstants(at, now) > 0)
    reasons.push(`--at: ${say('author.time.future', { time: writtenTime(at, zone) })}`);
  const stated = note.sections.map((section) => section.status);
  const resolved = stated.includes('resolved');
  const again =
    status === CORRECTION ||
    status === WITHDRAWN ||
    (status === 'postmortem' && !stated.includes('postmortem')) ||
    (status === 'resolved' && !resolved);
  if (stated.includes(WITHDRAWN) && status !== CORRECTION)
    reasons.push(say('author.note.withdrawn', { slug: note.slug }));
  else if ((resolved || stated.includes('over')) && !again)
    reasons.push(say('author.note.resolved', { slug: note.slug }));
  if (status === 'postmortem' && !resolved)
    reasons.push(say('author.note.not-resolved', { slug: note.slug }));
  if (reasons.length > 0) throw new AuthoringError([...reasons, say('author.note.nothing')]);
}

interface Change {
  readonly desk: SpeakingDesk;
  readonly shelf: Shelf;
  readonly facts: IncidentFacts;
  readonly status: Further;
  readonly at: IsoInstant;
}

/** The facts that an update changes in front; null takes one out. */
function changedFacts({ desk, shelf, facts, status, at }: Change): Record<string, unknown> {
  if (status === 'postmortem' || status === CORRECTION) return {};
  if (status === WITHDRAWN) return { ...withdrawnByPlace, next_update_by: null };
  if (!isEnd(status)) {
    const next = nextUpdate(shelf, facts.severity, at);
    return next === null ? {} : { next_update_by: writtenTime(next, desk.zone) };
  }
  const severity = shelf.system.severities.find(({ id }) => id === facts.severity);
  const asked = severity?.needs_checklist === true && facts.checklist === null && status === 'resolved';
  // When it was over is said once: by the update that said so first.
  const over = facts.resolved ?? at;
  const closing = {
    ...(facts.resolved === null ? { resolved: writtenTime(at, desk.zone) } : {}),
    next_update_by: null,
  };
  return asked ? { ...closing, checklist: emptyChecklist(isoDuration(facts.started, over)) } : closing;
}

function isEnd(status: Further): boolean {
  return status === 'over' || status === 'resolved';
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

async function slugs({ contentRoot }: SpeakingDesk): Promise<string[]> {
  return slugsIn(noteFolder(contentRoot, 'incident'));
}

function slugQuestion(known: readonly string[], say: Say) {
  const choices = known.toReversed().map((value) => ({ value, name: value }));
  return { flag: 'slug', asks: say('author.ask.incident'), choices } as const;
}
