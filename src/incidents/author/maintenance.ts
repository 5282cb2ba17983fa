import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { ExpectedError } from '../../core/expected-error.ts';
import { durationSchema } from '../../core/instant.ts';
import { isRecurrence } from '../../core/recurrence.ts';
import { NOTHING_CHECKED } from '../../status/known-answers.ts';
import { sayIn } from '../../words/said.ts';
import { translator } from '../../words/translator.ts';
import type { Words } from '../model/note.ts';
import { type MaintenanceFacts, readNoteFile } from '../model/note-file.ts';
import { readLibrary } from './library.ts';
import { momentFault, readMoment, spokenTime, writtenDay, writtenTime } from './moment.ts';
import { noteFolder, slugsIn, writeNew } from './note-folder.ts';
import { noteText } from './note-text.ts';
import { outcomeText } from './outcome.ts';
import { answersTo, type Flags, partsOf, type Question } from './question.ts';
import { BLANK } from './sentences.ts';
import type { AskingSession, Written } from './session.ts';
import { slugOf } from './slug.ts';

const HOURS = /^(\d+)\s*(?:jam|hours?|h)\b/i;
const MINUTES = /^(\d+)\s*(?:menit|minutes?|mins?|min|m)\b/i;

/** A length of time as people write it, `2 jam`, `1 hour 30 minutes` or `PT2H`, as ISO 8601; null for any other. */
function readSpan(text: string): string | null {
  const written = text.trim();
  if (durationSchema.safeParse(written.toUpperCase()).success) return written.toUpperCase();
  const hours = HOURS.exec(written);
  const rest = written.slice(hours?.[0].length ?? 0).trim();
  const minutes = MINUTES.exec(rest);
  if (rest.slice(minutes?.[0].length ?? 0) !== '') return null;
  const span = Temporal.Duration.from({
    hours: Number(hours?.[1] ?? 0),
    minutes: Number(minutes?.[1] ?? 0),
  });
  return span.sign > 0 ? span.toString() : null;
}

/** `maintenance`: a note of planned work, once or by a rule (`--rule FREQ=WEEKLY;BYDAY=SU`). */
export async function newMaintenance(session: AskingSession, given: Flags): Promise<Written> {
  const library = await readLibrary(session.contentRoot, session.language);
  const { say, language } = session;
  const named = (list: readonly { id: string; name: Words }[]) =>
    list.map(({ id, name }) => ({ value: id, name: name[language] }));
  const systems = named([...library.systems.values()].map(({ system }) => system));
  const whichSystem = { flag: 'system', asks: say('author.ask.system'), choices: systems } as const;
  // What a component is called is known with the system only; without somebody to ask, all is named in one answer.
  const flags =
    session.asker === null ? given : { ...given, ...(await answersTo(session, given, [whichSystem])) };
  const components = library.systems.get(flags.system ?? '')?.system.components;
  const answers = await answersTo(session, flags, [
    whichSystem,
    {
      flag: 'components',
      asks: say('author.ask.components'),
      several: true,
      ...(components === undefined ? {} : { choices: named(components) }),
    },
    {
      flag: 'starts',
      asks: say('author.ask.starts', { zone: session.zone }),
      fault: (text) => momentFault(text, session, null),
    },
    {
      flag: 'lasts',
      asks: say('author.ask.lasts'),
      fault: (text) => (readSpan(text) === null ? say('author.lasts.unreadable', { text }) : null),
    },
    ...(flags.rule === undefined ? [] : [ruleQuestion(session)]),
    { flag: 'title-en', asks: say('author.ask.title-en') },
    { flag: 'title-id', asks: say('author.ask.title-id') },
    { flag: 'text-en', asks: say('author.ask.text-en'), initial: BLANK },
    { flag: 'text-id', asks: say('author.ask.text-id'), initial: BLANK },
  ]);
  const starts = readMoment('starts', answers.starts, session);
  const facts = {
    title: { en: answers['title-en'].trim(), id: answers['title-id'].trim() },
    system: answers.system,
    components: partsOf(answers.components),
    starts: writtenTime(starts, session.zone),
    lasts: readSpan(answers.lasts) ?? answers.lasts,
    ...(flags.rule === undefined ? {} : { recurs: { rule: flags.rule, zone: session.zone } }),
  };
  const when = spokenTime(starts, session.zone);
  const first = flags.rule === undefined ? 'author.begins.once' : 'author.begins.first';
  const words = {
    en: translator('en').t(first, { when: when.en, words: answers['text-en'] }),
    id: translator('id').t(first, { when: when.id, words: answers['text-id'] }),
  };
  const written = noteText(facts, { status: 'scheduled', at: session.now, zone: session.zone, words });
  assertReadable(written, session);
  const folder = noteFolder(session.contentRoot, 'maintenance');
  const slug = slugOf(facts.title.en, {
    before: flags.rule === undefined ? writtenDay(starts, session.zone) : null,
    fallback: 'maintenance',
    taken: new Set(await slugsIn(folder)),
  });
  const file = path.join(folder, `${slug}.md`);
  await writeNew(file, written, say);
  const status = { ...NOTHING_CHECKED, trouble: null };
  return {
    file,
    text: outcomeText(session, { file, text: written, told: null, status, problems: library.problems }),
  };
}

/** Never asked for: most work comes once. */
function ruleQuestion({ say, zone }: AskingSession): Question & { readonly flag: 'rule' } {
  return {
    flag: 'rule',
    asks: say('author.ask.rule'),
    fault: (rule) => (isRecurrence({ rule, zone }) ? null : say('author.rule.unreadable', { rule })),
  };
}

/** What the reader of notes would refuse is refused before it is written. */
function assertReadable(text: string, { language }: AskingSession): MaintenanceFacts {
  const { facts, problems } = readNoteFile('maintenance', 'note.md', new TextEncoder().encode(text));
  const amiss = problems.filter(({ field }) => typeof field === 'string');
  if (amiss.length > 0) throw new ExpectedError(amiss.map((one) => sayIn(one.field, one, language)));
  return facts as MaintenanceFacts;
}
