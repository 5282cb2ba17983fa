import type { IsoInstant } from '../../core/instant.ts';
import { comingFault, readMoment, understood, writtenTime } from './moment.ts';
import { answersTo, type Flags } from './question.ts';
import type { AskingSession } from './session.ts';

const NONE = ['none', 'tidak'];

/**
 * By when people are told more: what the writer says, else `due`, the time by the severity's own cadence. Null where the
 * writer names none, undefined where neither says anything.
 *
 * @throws ExpectedError when the time that was given is none, or has passed
 */
export async function nextUpdateBy(
  session: AskingSession,
  flags: Flags,
  due: IsoInstant | null,
): Promise<IsoInstant | null | undefined> {
  const { say, zone } = session;
  const { 'next-update': answer } = await answersTo(session, flags, [
    {
      flag: 'next-update',
      asks: say('author.ask.next-update', { zone }),
      optional: true,
      initial: due === null ? '' : writtenTime(due, zone),
      fault: (text: string) => (isNone(text) ? null : comingFault(text, session)),
      understood: (text: string) => (isNone(text) ? null : understood(text, session)),
    },
  ] as const);
  if (answer.trim() === '') return undefined;
  return isNone(answer) ? null : readMoment('next-update', answer, session);
}

function isNone(answer: string): boolean {
  return NONE.includes(answer.trim().toLowerCase());
}
