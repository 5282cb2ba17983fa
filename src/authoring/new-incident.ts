import path from 'node:path';
import { agreementOf } from './agreement.ts';
import type { Desk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { draftIncident, titleOf } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { type Library, readLibrary, type Shelf } from './library.ts';
import { momentFault, readMoment, writtenDay, writtenTime } from './moment.ts';
import { noteFolder, slugsIn, writeNew } from './note-folder.ts';
import { answersTo, type Flags, partsOf } from './question.ts';
import { slugOf } from './slug.ts';
import { tellWriter } from './told.ts';

/** The playbook of an incident that none foresaw. */
const NONE = 'none';

/** `new`: a first note in both languages, from the words of a playbook and what the checks say now. */
export async function newIncident(desk: Desk, flags: Flags): Promise<Written> {
  const library = await readLibrary(desk.contentRoot);
  const status = await readKnownStatus(desk.contentRoot);
  const { system, playbook: name } = await whichPlaybook(desk, flags, library);
  const shelf = library.systems.get(system);
  if (shelf === undefined) throw new AuthoringError(library.problems);
  const playbook = shelf.playbooks.get(name) ?? null;
  const title =
    playbook === null ? null : titleOf(shelf, playbook, agreementOf(shelf.system, status, desk.now));
  const named = (list: readonly { id: string; name: { en: string; id: string } }[]) =>
    list.map(({ id, name: words }) => ({ value: id, name: `${words.en} / ${words.id}` }));
  const answers = await answersTo(desk, flags, [
    {
      flag: 'severity',
      asks: 'How grave is it?',
      choices: named(shelf.system.severities),
      ...initial(playbook?.severity),
    },
    {
      flag: 'components',
      asks: 'Which components are affected?',
      choices: named(shelf.system.components),
      several: true,
      ...initial(playbook?.components.join(',')),
    },
    { flag: 'title-en', asks: 'Title in English', ...initial(title?.en) },
    { flag: 'title-id', asks: 'Title in Indonesian (judul)', ...initial(title?.id) },
    {
      flag: 'started',
      asks: `When did it begin? (on the clock of ${desk.zone}, or with an offset)`,
      initial: writtenTime(desk.now, desk.zone),
      fault: (text) => momentFault(text, desk.zone, desk.now),
    },
  ]);
  const started = readMoment('started', answers.started, desk.zone);
  const words = { en: answers['title-en'].trim(), id: answers['title-id'].trim() };
  const { text, told } = draftIncident(
    {
      ...desk,
      shelf,
      playbook,
      started,
      title: words,
      severity: answers.severity,
      components: partsOf(answers.components),
    },
    status,
  );
  const folder = noteFolder(desk.contentRoot, 'incident');
  const taken = new Set(await slugsIn(folder));
  const slug = slugOf(words.en, { before: writtenDay(started, desk.zone), fallback: 'incident', taken });
  const file = path.join(folder, `${slug}.md`);
  await writeNew(file, text);
  return { file, text: tellWriter({ file, text, told, status, problems: library.problems }) };
}

async function whichPlaybook(desk: Desk, flags: Flags, { systems }: Library) {
  const choices = [...systems.values()].map(({ system }) => ({ value: system.id, name: system.name.en }));
  const whichSystem = { flag: 'system', asks: 'Which system?', choices } as const;
  const whichPlaybook = (system: string | undefined) => {
    const shelf = systems.get(system ?? '');
    return {
      flag: 'playbook',
      asks: 'Which playbook?',
      ...(shelf ? { choices: playbooksOf(shelf) } : {}),
    } as const;
  };
  // Without somebody to ask, what is missing of both is named in one answer.
  if (desk.asker === null) await answersTo(desk, flags, [whichSystem, whichPlaybook(flags.system)]);
  const { system } = await answersTo(desk, flags, [whichSystem]);
  const { playbook } = await answersTo(desk, flags, [whichPlaybook(system)]);
  return { system, playbook };
}

function playbooksOf({ playbooks }: Shelf) {
  const named = [...playbooks.values()].map(({ id, name }) => ({
    value: id,
    name: `${name.en} / ${name.id}`,
  }));
  return [...named, { value: NONE, name: 'None of these' }];
}

function initial(value: string | undefined): { readonly initial?: string } {
  return value === undefined ? {} : { initial: value };
}
