import { ExpectedError } from '../../core/expected-error.ts';
import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { INCIDENT_STATUSES } from '../../systems/incident-status.ts';
import { formatProblem } from '../../words/said.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import { type IncidentFacts, type NoteFile, readNoteFile } from '../model/note-file.ts';
import { agreementOf } from './agreement.ts';
import { fillBlanks } from './blanks.ts';
import { withFacts } from './front-matter.ts';
import { nextUpdate, wordsFor } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary, type Shelf } from './library.ts';
import { isoDuration, momentFault, readMoment, spokenDuration, understood, writtenTime } from './moment.ts';
import { nextUpdateBy } from './next-update.ts';
import { noteFolder, readNoteBytes, rewrite, slugsIn } from './note-folder.ts';
import { withSection } from './note-text.ts';
import { outcomeText } from './outcome.ts';
import { ownWords, withdrawnByPlace } from './own-words.ts';
import { answersTo, type Flags } from './question.ts';
import type { Say } from './say.ts';
import { BLANK, wordsOf } from './sentences.ts';
import type { AskingSession, Written } from './session.ts';

export type Further = (typeof INCIDENT_STATUSES)[number] | typeof CORRECTION | typeof WITHDRAWN;

/** `resolve`: the last update, and the facts that close the incident. */
export function resolveIncident(session: AskingSession, flags: Flags): Promise<Written> {
  return updateIncident(session, flags, 'resolved');
}

/** `postmortem`: what happened, why, and what was learnt. */
export function postmortem(session: AskingSession, flags: Flags): Promise<Written> {
  return updateIncident(session, flags, 'postmortem');
}

/** One more section, and what it changes in front: when the next one is due, or that it is over. */
export async function updateIncident(session: AskingSession, flags: Flags, asked: Further): Promise<Written> {
  const { say, language } = session;
  const folder = noteFolder(session.contentRoot, 'incident');
  const { slug } = await answersTo(session, flags, [slugQuestion(await slugs(session), say)]);
  const { file, bytes } = await readNoteBytes(folder, slug, say);
  const note = readNoteFile('incident', file, bytes);
  const { facts } = note;
  if (facts === null || !('severity' in facts))
    throw new ExpectedError([
      ...note.problems.map((problem) => formatProblem(problem, language)),
      say('author.note.correct-first'),
    ]);
  const library = await readLibrary(session.contentRoot, session.language);
  const shelf = library.systems.get(facts.system);
  if (shelf === undefined)
    throw new ExpectedError([
      say('author.note.no-system', { file, system: facts.system }),
      ...library.problems,
    ]);
  const status = await overBefore(session, { shelf, facts, note, asked });
  const at = flags.at === undefined ? session.now : readMoment('at', flags.at, session);
  assertInOrder(session, note, facts, status, at);
  assertInPlace(session, flags, facts, status);
  const over = isEnd(status) ? (facts.resolved ?? (await whenOver(session, flags, facts, at))) : null;
  const known = await readKnownStatus(session.contentRoot);
  const lasted = over === null ? null : spokenDuration(facts.started, over);
  const playbook = shelf.playbooks.get(facts.playbook ?? '') ?? null;
  const agreement = agreementOf(shelf, known, session.now);
  const offered = () =>
    wordsFor(status as (typeof INCIDENT_STATUSES)[number], playbook, {
      agreement,
      zone: session.zone,
      lasted,
    });
  const told = await fillBlanks(session, ownWords(flags, status, say) ?? offered());
  const raw = bytes.toString('utf8');
  const next = isOngoing(status)
    ? await nextUpdateBy(session, flags, nextUpdate(shelf, facts.severity, session.now))
    : undefined;
  const before = withFacts(raw, changedFacts({ session, shelf, facts, status, at, over, next }));
  const text = withSection(before, { status, at, zone: session.zone, words: wordsOf(told) });
  await rewrite(file, bytes, text, say);
  return {
    file,
    text: outcomeText(session, { file, text, told, status: known, problems: library.problems }),
  };
}

function assertInOrder(
  { say, now, zone }: AskingSession,
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
  if (reasons.length > 0) throw new ExpectedError([...reasons, say('author.note.nothing')]);
}

/** What was given and would be thrown away is refused. @throws ExpectedError */
function assertInPlace(
  { say, zone }: AskingSession,
  flags: Flags,
  { resolved }: IncidentFacts,
  status: Further,
) {
  const misplaced = (flag: string) => say('author.flag.misplaced', { flag, status });
  const reasons: string[] = [];
  if (flags['next-update'] !== undefined && !isOngoing(status)) reasons.push(misplaced('next-update'));
  if (flags.over !== undefined && !isEnd(status)) reasons.push(misplaced('over'));
  else if (flags.over !== undefined && resolved !== null)
    reasons.push(say('author.over.said', { at: writtenTime(resolved, zone) }));
  if (reasons.length > 0) throw new ExpectedError([...reasons, say('author.note.nothing')]);
}

interface Change {
  readonly session: AskingSession;
  readonly shelf: Shelf;
  readonly facts: IncidentFacts;
  readonly status: Further;
  readonly at: IsoInstant;
  /** When it was over; null while it goes on. */
  readonly over: IsoInstant | null;
  /** By when people are told more; null where no time is named, undefined where nothing was said of it. */
  readonly next: IsoInstant | null | undefined;
}

/** The facts that an update changes in front; null takes one out. */
function changedFacts({ session, shelf, facts, status, at, over, next }: Change): Record<string, unknown> {
  if (status === 'postmortem' || status === CORRECTION) return {};
  if (status === WITHDRAWN) return { ...withdrawnByPlace, next_update_by: null };
  if (over === null) {
    if (next !== undefined) return { next_update_by: next === null ? null : writtenTime(next, session.zone) };
    // What was said before goes on holding, unless it was this update that it spoke of.
    const { next_update_by: said } = facts;
    return said === null || compareInstants(said, at) > 0 ? {} : { next_update_by: null };
  }
  const asked = lacksChecklist(shelf, facts) && status === 'resolved';
  // When it was over is said once: by the update that said so first.
  const closing = {
    ...(facts.resolved === null ? { resolved: writtenTime(over, session.zone) } : {}),
    next_update_by: null,
  };
  return asked ? { ...closing, checklist: emptyChecklist(isoDuration(facts.started, over)) } : closing;
}

/** Whether the severity asks for a checklist that nobody has begun. */
function lacksChecklist({ system }: Shelf, { severity, checklist }: IncidentFacts): boolean {
  return checklist === null && system.severities.find(({ id }) => id === severity)?.needs_checklist === true;
}

interface Closing {
  readonly shelf: Shelf;
  readonly facts: IncidentFacts;
  readonly note: NoteFile;
  readonly asked: Further;
}

/** Who resolves before the checklist can be filled in is offered to say first that it is over. */
async function overBefore(session: AskingSession, { shelf, facts, note, asked }: Closing): Promise<Further> {
  const said = note.sections.some(({ status }) => status === 'over' || status === 'resolved');
  if (asked !== 'resolved' || said || session.asker === null || !lacksChecklist(shelf, facts)) return asked;
  const { say } = session;
  const named = (value: 'over' | 'resolved') => ({ value, name: say(`author.choice.${value}-first`) });
  const { first } = await answersTo(session, {}, [
    {
      flag: 'first',
      asks: say('author.ask.first'),
      choices: [named('over'), named('resolved')],
      initial: 'over',
    },
  ] as const);
  return first as 'over' | 'resolved';
}

/** When it was over: what is said of it can be later. @throws ExpectedError */
async function whenOver(
  session: AskingSession,
  flags: Flags,
  { started }: IncidentFacts,
  at: IsoInstant,
): Promise<IsoInstant> {
  const { say, zone } = session;
  const early = (text: string) =>
    compareInstants(readMoment('over', text, session), started) < 0
      ? say('author.time.before-start', { started: writtenTime(started, zone) })
      : null;
  const late = (text: string) =>
    compareInstants(readMoment('over', text, session), at) > 0
      ? say('author.time.after-update', { time: text, at: writtenTime(at, zone) })
      : null;
  const { over } = await answersTo(session, flags, [
    {
      flag: 'over',
      asks: say('author.ask.over', { zone }),
      initial: writtenTime(at, zone),
      fault: (text: string) => momentFault(text, session, session.now) ?? late(text) ?? early(text),
      understood: (text: string) => understood(text, session),
    },
  ] as const);
  return flags.over === undefined && over === writtenTime(at, zone) ? at : readMoment('over', over, session);
}

/** Whether more is to be told: neither its end, nor what is said beside its course. */
function isOngoing(status: Further): boolean {
  return !isEnd(status) && status !== 'postmortem' && status !== CORRECTION && status !== WITHDRAWN;
}

function isEnd(status: Further): boolean {
  return status === 'over' || status === 'resolved';
}

/** EVT-09, with everything that a person must fill in marked. */
function emptyChecklist(time_to_recover: string) {
  const words = { en: BLANK, id: BLANK };
  return {
    summary: words,
    impact: words,
    time_to_recover,
    changes: [{ what: words, evidence: words }],
    health_revalidated: BLANK,
    rls_revalidated: BLANK,
    documents_updated: [words],
  };
}

async function slugs({ contentRoot }: AskingSession): Promise<string[]> {
  return slugsIn(noteFolder(contentRoot, 'incident'));
}

function slugQuestion(known: readonly string[], say: Say) {
  const choices = known.toReversed().map((value) => ({ value, name: value }));
  return { flag: 'slug', asks: say('author.ask.incident'), choices } as const;
}
