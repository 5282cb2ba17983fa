import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import type { Words } from '../model/note.ts';
import { agreementOf } from './agreement.ts';
import type { SpeakingDesk, Written } from './desk.ts';
import { nextUpdate, offeredWords, startedNote, titleOf } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { type Library, readLibrary, type Shelf } from './library.ts';
import { momentFault, readMoment, understood, writtenDay, writtenTime } from './moment.ts';
import { nextUpdateBy } from './next-update.ts';
import { noteFolder, slugsIn, writeNew } from './note-folder.ts';
import { ownWords } from './own-words.ts';
import { fillPlaces } from './places.ts';
import { answersTo, type Flags, partsOf, type Question } from './question.ts';
import { PLACE } from './sentences.ts';
import { slugOf } from './slug.ts';
import { tellWriter } from './told.ts';

/** The playbook of an incident that none foresaw. */
const NONE = 'none';

/** `new`: a first note in both languages, from the words of a playbook and what the checks say now. */
export async function newIncident(desk: SpeakingDesk, flags: Flags): Promise<Written> {
  const library = await readLibrary(desk.contentRoot, desk.language);
  const status = await readKnownStatus(desk.contentRoot);
  const { system, playbook: name } = await whichPlaybook(desk, flags, library);
  const shelf = library.systems.get(system);
  if (shelf === undefined) throw new ExpectedError(library.problems);
  const playbook = shelf.playbooks.get(name) ?? null;
  const title = playbook === null ? null : titleOf(shelf, playbook, agreementOf(shelf, status, desk.now));
  const { say, language } = desk;
  const named = (list: readonly { id: string; name: Words }[]) =>
    list.map(({ id, name: words }) => ({ value: id, name: words[language] }));
  const answers = await answersTo(desk, flags, [
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
    { flag: 'title-en', asks: say('author.ask.title-en'), ...titleIn(desk, title?.en) },
    { flag: 'title-id', asks: say('author.ask.title-id'), ...titleIn(desk, title?.id) },
    {
      flag: 'started',
      asks: say('author.ask.started', { zone: desk.zone }),
      initial: writtenTime(desk.now, desk.zone),
      fault: (text) => momentFault(text, desk, desk.now),
      understood: (text) => understood(text, desk),
    },
  ]);
  const started = readMoment('started', answers.started, desk);
  const words = { en: answers['title-en'].trim(), id: answers['title-id'].trim() };
  const start = {
    ...desk,
    shelf,
    playbook,
    started,
    title: words,
    severity: answers.severity,
    components: partsOf(answers.components),
    next: await nextUpdateBy(desk, flags, nextUpdate(shelf, answers.severity, desk.now)),
  };
  const own = ownWords(flags, 'investigating', say);
  const { text, told } = startedNote(start, own ?? (await fillPlaces(desk, offeredWords(start, status))));
  const folder = noteFolder(desk.contentRoot, 'incident');
  const taken = new Set(await slugsIn(folder));
  const slug = slugOf(words.en, { before: writtenDay(started, desk.zone), fallback: 'incident', taken });
  const file = path.join(folder, `${slug}.md`);
  await writeNew(file, text, say);
  return { file, text: tellWriter(desk, { file, text, told, status, problems: library.problems }) };
}

async function whichPlaybook(desk: SpeakingDesk, flags: Flags, { systems }: Library) {
  const { say, language } = desk;
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
      ...(shelf ? { choices: playbooksOf(shelf, desk) } : {}),
    } as const;
  };
  // Without somebody to ask, what is missing of both is named in one answer.
  if (desk.asker === null) await answersTo(desk, flags, [whichSystem, whichPlaybook(flags.system)]);
  const { system } = await answersTo(desk, flags, [whichSystem]);
  const { playbook } = await answersTo(desk, flags, [whichPlaybook(system)]);
  return { system, playbook };
}

function playbooksOf({ playbooks }: Shelf, { say, language }: SpeakingDesk) {
  const named = [...playbooks.values()].map(({ id, name }) => ({ value: id, name: name[language] }));
  return [...named, { value: NONE, name: say('author.choice.none') }];
}

/** A place to fill in is no title, unless nobody can be asked for one. */
function titleIn(
  { asker, say }: SpeakingDesk,
  title: string | undefined,
): Pick<Question, 'initial' | 'fault'> {
  const fault = (text: string) => (text.includes(PLACE) ? say('author.answer.place') : null);
  return { fault, ...initial(asker !== null && title?.includes(PLACE) === true ? undefined : title) };
}

function initial(value: string | undefined): { readonly initial?: string } {
  return value === undefined ? {} : { initial: value };
}
