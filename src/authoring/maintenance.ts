import path from 'node:path';
import { type MaintenanceFacts, readNoteFile } from '../domain/note-file.ts';
import { formatProblem } from '../domain/yaml.ts';
import type { Desk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { readLibrary } from './library.ts';
import { momentFault, readMoment, spokenTime, writtenDay, writtenTime } from './moment.ts';
import { noteFolder, slugsIn, writeNew } from './note-folder.ts';
import { noteText } from './note-text.ts';
import { answersTo, type Flags, partsOf } from './question.ts';
import { PLACE } from './sentences.ts';
import { slugOf } from './slug.ts';
import { tellWriter } from './told.ts';

/** `maintenance`: a note of planned work, once or by a rule (`--rule FREQ=WEEKLY;BYDAY=SU`). */
export async function newMaintenance(desk: Desk, flags: Flags): Promise<Written> {
  const library = await readLibrary(desk.contentRoot);
  const systems = [...library.systems.values()].map(({ system }) => ({
    value: system.id,
    name: system.name.en,
  }));
  const known = library.systems.get(flags.system ?? '')?.system.components;
  const text = { asks: 'What is done, and what will users notice?', initial: PLACE };
  const answers = await answersTo(desk, flags, [
    { flag: 'system', asks: 'Which system?', choices: systems },
    {
      flag: 'components',
      asks: 'Which components, separated by commas?',
      several: true,
      ...(known === undefined
        ? {}
        : { choices: known.map(({ id, name }) => ({ value: id, name: name.en })) }),
    },
    {
      flag: 'starts',
      asks: `When does it begin? (on the clock of ${desk.zone}, or with an offset)`,
      fault: (text) => momentFault(text, desk.zone, null),
    },
    { flag: 'lasts', asks: 'How long does it take? (such as PT2H or PT30M)' },
    { flag: 'title-en', asks: 'Title in English' },
    { flag: 'title-id', asks: 'Title in Indonesian (judul)' },
    { flag: 'text-en', ...text, asks: `${text.asks} (English)` },
    { flag: 'text-id', ...text, asks: `${text.asks} (Indonesian)` },
  ]);
  const starts = readMoment('starts', answers.starts, desk.zone);
  const facts = {
    title: { en: answers['title-en'].trim(), id: answers['title-id'].trim() },
    system: answers.system,
    components: partsOf(answers.components),
    starts: writtenTime(starts, desk.zone),
    lasts: answers.lasts,
    ...(flags.rule === undefined ? {} : { recurs: { rule: flags.rule, zone: desk.zone } }),
  };
  const when = spokenTime(starts, desk.zone);
  const first = flags.rule === undefined ? ['Begins', 'Dimulai'] : ['First begins', 'Pertama kali dimulai'];
  const words = {
    en: `${first[0]} ${when.en}. ${answers['text-en']}`,
    id: `${first[1]} ${when.id}. ${answers['text-id']}`,
  };
  const written = noteText(facts, { status: 'scheduled', at: desk.now, zone: desk.zone, words });
  assertReadable(written);
  const folder = noteFolder(desk.contentRoot, 'maintenance');
  const slug = slugOf(facts.title.en, {
    before: flags.rule === undefined ? writtenDay(starts, desk.zone) : null,
    fallback: 'maintenance',
    taken: new Set(await slugsIn(folder)),
  });
  const file = path.join(folder, `${slug}.md`);
  await writeNew(file, written);
  const status = { runs: [], trouble: null };
  return { file, text: tellWriter({ file, text: written, told: null, status, problems: library.problems }) };
}

/** What the reader of notes would refuse is refused before it is written. */
function assertReadable(text: string): MaintenanceFacts {
  const { facts, problems } = readNoteFile('maintenance', 'note.md', new TextEncoder().encode(text));
  const amiss = problems.filter(({ field }) => !field.startsWith('update'));
  if (amiss.length > 0)
    throw new AuthoringError(amiss.map((one) => formatProblem(one).replace(/^.*?:\d+:\d+ /, '')));
  return facts as MaintenanceFacts;
}
