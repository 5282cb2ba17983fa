import { formatProblem } from '../domain/yaml.ts';
import { readMessages } from '../store/playbook-file.ts';
import { agreementOf } from './agreement.ts';
import type { Desk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary } from './library.ts';
import { answersTo, type Flags } from './question.ts';
import { tell } from './sentences.ts';
import { heldBackLine } from './told.ts';

/** `message`: a public message in both languages (TPC-20), as far as the checks agree with it now. Writes no file. */
export async function publicMessage(desk: Desk, flags: Flags): Promise<Written> {
  const { systems, problems } = await readLibrary(desk.contentRoot);
  const choices = [...systems.values()].map(({ system }) => ({ value: system.id, name: system.name.en }));
  const { system: id } = await answersTo(desk, flags, [{ flag: 'system', asks: 'Which system?', choices }]);
  const system = systems.get(id)?.system;
  if (system === undefined) throw new AuthoringError(problems);
  const read = await readMessages(desk.contentRoot, system);
  if (read.problems.length > 0) throw new AuthoringError(read.problems.map(formatProblem));
  const { message: chosen } = await answersTo(desk, flags, [
    {
      flag: 'message',
      asks: 'Which message?',
      choices: read.messages.map((one) => ({ value: one.id, name: `${one.name.en} / ${one.name.id}` })),
    },
  ]);
  const known = await readKnownStatus(desk.contentRoot);
  const agreement = agreementOf(system, known, desk.now);
  const sentences = read.messages.find((one) => one.id === chosen)?.sentences ?? [];
  const { words, heldBack } = tell(sentences, { agreement, zone: desk.zone, lasted: null }, ' ');
  const trouble = known.trouble === null ? [] : [known.trouble];
  return {
    file: null,
    text: ['English:', words.en, '', 'Indonesia:', words.id, '', ...heldBack.map(heldBackLine), ...trouble]
      .join('\n')
      .trim(),
  };
}
