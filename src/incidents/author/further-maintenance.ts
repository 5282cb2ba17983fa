import { ExpectedError } from '../../core/expected-error.ts';
import { compareInstants } from '../../core/instant.ts';
import { NOTHING_CHECKED } from '../../status/known-answers.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import { formatProblem } from '../../words/said.ts';
import type { MaintenanceStatus } from '../model/maintenance.ts';
import { CORRECTION, WITHDRAWN, type Words } from '../model/note.ts';
import { type MaintenanceFacts, readNoteFile } from '../model/note-file.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import { fillBlanks } from './blanks.ts';
import { withFacts } from './front-matter.ts';
import { readMoment, writtenTime } from './moment.ts';
import { noteFolder, readNoteBytes, rewrite } from './note-folder.ts';
import { withSection } from './note-text.ts';
import { outcomeText } from './outcome.ts';
import { asTold, ownWords, withdrawnByPlace } from './own-words.ts';
import type { Flags } from './question.ts';
import { BLANK, wordsOf } from './sentences.ts';
import type { AskingSession, Written } from './session.ts';

export type FurtherMaintenance = MaintenanceStatus | typeof CORRECTION | typeof WITHDRAWN;

/** What people did stands behind a place, so that somebody confirms it. */
const OFFERED: Readonly<Record<MaintenanceStatus, Words>> = {
  scheduled: { en: BLANK, id: BLANK },
  in_progress: inEveryLanguage('author.offered.in_progress'),
  verifying: inEveryLanguage('author.offered.verifying'),
  completed: inEveryLanguage('author.offered.completed'),
};

/** One more section of a maintenance. Its facts stay: when it begins and ends is said by its window alone. */
export async function updateMaintenance(
  session: AskingSession,
  flags: Flags,
  slug: string,
  status: FurtherMaintenance,
): Promise<Written> {
  const { say } = session;
  const { file, bytes } = await readNoteBytes(noteFolder(session.contentRoot, 'maintenance'), slug, say);
  const { facts, sections, problems } = readNoteFile('maintenance', file, bytes);
  if (facts === null)
    throw new ExpectedError([
      ...problems.map((problem) => formatProblem(problem, session.language)),
      say('author.note.correct-first'),
    ]);
  const at = flags.at === undefined ? session.now : readMoment('at', flags.at, session);
  const { starts } = facts as MaintenanceFacts;
  const last = sections.findLast((section) => section.at !== null)?.at ?? at;
  const reasons: string[] = [];
  if (compareInstants(at, last) < 0)
    reasons.push(say('author.time.earlier', { last: writtenTime(last, session.zone) }));
  if (compareInstants(at, session.now) > 0)
    reasons.push(`--at: ${say('author.time.future', { time: writtenTime(at, session.zone) })}`);
  const before: readonly FurtherMaintenance[] = ['scheduled', CORRECTION, WITHDRAWN];
  if (sections.some((section) => section.status === WITHDRAWN) && status !== CORRECTION)
    reasons.push(say('author.note.withdrawn', { slug }));
  if (!before.includes(status) && compareInstants(at, starts) < 0)
    reasons.push(
      say('author.note.not-begun', {
        time: writtenTime(starts, session.zone),
        heading: STATUS_HEADINGS.scheduled,
      }),
    );
  // A maintenance has a window: it says when it ends.
  for (const flag of ['over', 'next-update'])
    if (flags[flag] !== undefined) reasons.push(say('author.flag.misplaced', { flag, status }));
  if (reasons.length > 0) throw new ExpectedError([...reasons, say('author.note.nothing')]);
  const offered = () => asTold(OFFERED[status as MaintenanceStatus]);
  const told = await fillBlanks(session, ownWords(flags, status, say) ?? offered());
  const raw = bytes.toString('utf8');
  const facing = status === WITHDRAWN ? withFacts(raw, withdrawnByPlace) : raw;
  const text = withSection(facing, { status, at, zone: session.zone, words: wordsOf(told) });
  await rewrite(file, bytes, text, say);
  const known = { ...NOTHING_CHECKED, trouble: null };
  return { file, text: outcomeText(session, { file, text, told, status: known, problems: [] }) };
}
