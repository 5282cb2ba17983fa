import type { IsoInstant } from '../../core/instant.ts';
import type { SpeakingDesk } from './desk.ts';
import { comingFault, readMoment, understood, writtenTime } from './moment.ts';
import { answersTo, type Flags } from './question.ts';

const NONE = ['none', 'tidak'];

/**
 * By when people are told more: what the writer says, else `due`, the time by the severity's own cadence. Null where the
 * writer names none, undefined where neither says anything.
 *
 * @throws ExpectedError when the time that was given is none, or has passed
 */
export async function nextUpdateBy(
  desk: SpeakingDesk,
  flags: Flags,
  due: IsoInstant | null,
): Promise<IsoInstant | null | undefined> {
  const { say, zone } = desk;
  const { 'next-update': answer } = await answersTo(desk, flags, [
    {
      flag: 'next-update',
      asks: say('author.ask.next-update', { zone }),
      optional: true,
      initial: due === null ? '' : writtenTime(due, zone),
      fault: (text: string) => (isNone(text) ? null : comingFault(text, desk)),
      understood: (text: string) => (isNone(text) ? null : understood(text, desk)),
    },
  ] as const);
  if (answer.trim() === '') return undefined;
  return isNone(answer) ? null : readMoment('next-update', answer, desk);
}

function isNone(answer: string): boolean {
  return NONE.includes(answer.trim().toLowerCase());
}
