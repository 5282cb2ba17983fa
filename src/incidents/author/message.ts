import { ExpectedError } from '../../core/expected-error.ts';
import { readMessages } from '../../systems/playbook-file.ts';
import { formatProblem } from '../../words/said.ts';
import { agreementOf } from './agreement.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary } from './library.ts';
import { heldBackLines, troubleLines } from './outcome.ts';
import { answersTo, type Flags } from './question.ts';
import { tell, wordsOf } from './sentences.ts';
import type { AskingSession, Written } from './session.ts';

/** `message`: a public message in both languages (TPC-20), as far as the checks agree with it now. Writes no file. */
export async function publicMessage(session: AskingSession, flags: Flags): Promise<Written> {
  const { say, language } = session;
  const { systems, problems } = await readLibrary(session.contentRoot, session.language);
  const choices = [...systems.values()].map(({ system }) => ({
    value: system.id,
    name: system.name[language],
  }));
  const { system: id } = await answersTo(session, flags, [
    { flag: 'system', asks: say('author.ask.system'), choices },
  ]);
  const shelf = systems.get(id);
  if (shelf === undefined) throw new ExpectedError(problems);
  const read = await readMessages(session.contentRoot, shelf.system);
  if (read.problems.length > 0)
    throw new ExpectedError(read.problems.map((problem) => formatProblem(problem, language)));
  const { message: chosen } = await answersTo(session, flags, [
    {
      flag: 'message',
      asks: say('author.ask.message'),
      choices: read.messages.map((one) => ({ value: one.id, name: one.name[language] })),
    },
  ]);
  const known = await readKnownStatus(session.contentRoot);
  const agreement = agreementOf(shelf, known, session.now);
  const sentences = read.messages.find((one) => one.id === chosen)?.sentences ?? [];
  const told = tell(sentences, { agreement, zone: session.zone, lasted: null }, ' ');
  const words = wordsOf(told);
  const remarks = [...heldBackLines(session, told), ...troubleLines(session, known)];
  return {
    file: null,
    text: ['English:', words.en, '', 'Indonesia:', words.id, '', ...remarks].join('\n').trim(),
  };
}
