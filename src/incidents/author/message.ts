import { ExpectedError } from '../../core/expected-error.ts';
import { readMessages } from '../../systems/playbook-file.ts';
import { formatProblem } from '../../words/said.ts';
import { agreementOf } from './agreement.ts';
import type { SpeakingDesk, Written } from './desk.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary } from './library.ts';
import { answersTo, type Flags } from './question.ts';
import { tell, wordsOf } from './sentences.ts';
import { heldBackLines, troubleLines } from './told.ts';

/** `message`: a public message in both languages (TPC-20), as far as the checks agree with it now. Writes no file. */
export async function publicMessage(desk: SpeakingDesk, flags: Flags): Promise<Written> {
  const { say, language } = desk;
  const { systems, problems } = await readLibrary(desk.contentRoot, desk.language);
  const choices = [...systems.values()].map(({ system }) => ({
    value: system.id,
    name: system.name[language],
  }));
  const { system: id } = await answersTo(desk, flags, [
    { flag: 'system', asks: say('author.ask.system'), choices },
  ]);
  const shelf = systems.get(id);
  if (shelf === undefined) throw new ExpectedError(problems);
  const read = await readMessages(desk.contentRoot, shelf.system);
  if (read.problems.length > 0)
    throw new ExpectedError(read.problems.map((problem) => formatProblem(problem, language)));
  const { message: chosen } = await answersTo(desk, flags, [
    {
      flag: 'message',
      asks: say('author.ask.message'),
      choices: read.messages.map((one) => ({ value: one.id, name: one.name[language] })),
    },
  ]);
  const known = await readKnownStatus(desk.contentRoot);
  const agreement = agreementOf(shelf, known, desk.now);
  const sentences = read.messages.find((one) => one.id === chosen)?.sentences ?? [];
  const told = tell(sentences, { agreement, zone: desk.zone, lasted: null }, ' ');
  const words = wordsOf(told);
  const remarks = [...heldBackLines(desk, told), ...troubleLines(desk, known)];
  return {
    file: null,
    text: ['English:', words.en, '', 'Indonesia:', words.id, '', ...remarks].join('\n').trim(),
  };
}
