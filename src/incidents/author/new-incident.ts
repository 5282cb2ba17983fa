import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import type { Words } from '../model/note.ts';
import { agreementOf } from './agreement.ts';
import { fillBlanks } from './blanks.ts';
import { nextUpdate, offeredWords, startedNote, titleOf } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { type Library, readLibrary, type Shelf } from './library.ts';
import { momentFault, readMoment, understood, writtenDay, writtenTime } from './moment.ts';
import { nextUpdateBy } from './next-update.ts';
import { noteFolder, slugsIn, writeNew } from './note-folder.ts';
import { outcomeText } from './outcome.ts';
import { ownWords } from './own-words.ts';
import { answersTo, type Flags, partsOf, type Question } from './question.ts';
import { BLANK } from './sentences.ts';
import type { AskingSession, Written } from './session.ts';
import { slugOf } from './slug.ts';

/** The playbook of an incident that none foresaw. */
const NONE = 'none';

/** `new`: a first note in both languages, from the words of a playbook and what the checks say now. */
export async function newIncident(session: AskingSession, flags: Flags): Promise<Written> {
  const library = await readLibrary(session.contentRoot, session.language);
  const status = await readKnownStatus(session.contentRoot);
  const { system, playbook: name } = await whichPlaybook(session, flags, library);
  const shelf = library.systems.get(system);
  if (shelf === undefined) throw new ExpectedError(library.problems);
  const playbook = shelf.playbooks.get(name) ?? null;
  const title = playbook === null ? null : titleOf(shelf, playbook, agreementOf(shelf, status, session.now));
  const { say, language } = session;
  const named = (list: readonly { id: string; name: Words }[]) =>
    list.map(({ id, name: words }) => ({ value: id, name: words[language] }));
  const answers = await answersTo(session, flags, [
    {
      flag: 'severity',
      asks: say('author.ask.severity'),
      choices: named(shelf.system.severities),
      ...initial(playbook?.severity),
    },
    {
      flag: 'components',
      asks: say('author.ask.components'),
      choices: named(shelf.system.components),
      several: true,
      ...initial(playbook?.components.join(',')),
    },
    { flag: 'title-en', asks: say('author.ask.title-en'), ...titleIn(session, title?.en) },
    { flag: 'title-id', asks: say('author.ask.title-id'), ...titleIn(session, title?.id) },
    {
      flag: 'started',
      asks: say('author.ask.started', { zone: session.zone }),
      initial: writtenTime(session.now, session.zone),
      fault: (text) => momentFault(text, session, session.now),
      understood: (text) => understood(text, session),
    },
  ]);
  const started = readMoment('started', answers.started, session);
  const words = { en: answers['title-en'].trim(), id: answers['title-id'].trim() };
  const start = {
    ...session,
    shelf,
    playbook,
    started,
    title: words,
    severity: answers.severity,
    components: partsOf(answers.components),
    next: await nextUpdateBy(session, flags, nextUpdate(shelf, answers.severity, session.now)),
  };
  const own = ownWords(flags, 'investigating', say);
  const { text, told } = startedNote(start, own ?? (await fillBlanks(session, offeredWords(start, status))));
  const folder = noteFolder(session.contentRoot, 'incident');
  const taken = new Set(await slugsIn(folder));
  const slug = slugOf(words.en, { before: writtenDay(started, session.zone), fallback: 'incident', taken });
  const file = path.join(folder, `${slug}.md`);
  await writeNew(file, text, say);
  return { file, text: outcomeText(session, { file, text, told, status, problems: library.problems }) };
}

async function whichPlaybook(session: AskingSession, flags: Flags, { systems }: Library) {
  const { say, language } = session;
  const choices = [...systems.values()].map(({ system }) => ({
    value: system.id,
    name: system.name[language],
  }));
  const whichSystem = { flag: 'system', asks: say('author.ask.system'), choices } as const;
  const whichPlaybook = (system: string | undefined) => {
    const shelf = systems.get(system ?? '');
    return {
      flag: 'playbook',
      asks: say('author.ask.playbook'),
      ...(shelf ? { choices: playbooksOf(shelf, session) } : {}),
    } as const;
  };
  // Without somebody to ask, what is missing of both is named in one answer.
  if (session.asker === null) await answersTo(session, flags, [whichSystem, whichPlaybook(flags.system)]);
  const { system } = await answersTo(session, flags, [whichSystem]);
  const { playbook } = await answersTo(session, flags, [whichPlaybook(system)]);
  return { system, playbook };
}

function playbooksOf({ playbooks }: Shelf, { say, language }: AskingSession) {
  const named = [...playbooks.values()].map(({ id, name }) => ({ value: id, name: name[language] }));
  return [...named, { value: NONE, name: say('author.choice.none') }];
}

/** A place to fill in is no title, unless nobody can be asked for one. */
function titleIn(
  { asker, say }: AskingSession,
  title: string | undefined,
): Pick<Question, 'initial' | 'fault'> {
  const fault = (text: string) => (text.includes(BLANK) ? say('author.answer.place') : null);
  return { fault, ...initial(asker !== null && title?.includes(BLANK) === true ? undefined : title) };
}

function initial(value: string | undefined): { readonly initial?: string } {
  return value === undefined ? {} : { initial: value };
}
