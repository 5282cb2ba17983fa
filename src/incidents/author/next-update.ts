import type { IsoInstant } from '../../core/instant.ts';
import type { SpeakingDesk } from './desk.ts';
import { comingFault, readMoment, understood, writtenTime } from './moment.ts';
import { answersTo, type Flags } from './question.ts';

/**
 * By when people are told more: what the writer says, else `due`, the time by the severity's own cadence. Null where
 * neither is.
 *
 * @throws ExpectedError when the time that was given is none, or has passed
 */
export async function nextUpdateBy(
  desk: SpeakingDesk,
  flags: Flags,
  due: IsoInstant | null,
): Promise<IsoInstant | null> {
  const { say, zone } = desk;
  const { 'next-update': answer } = await answersTo(desk, flags, [
    {
      flag: 'next-update',
      asks: say('author.ask.next-update', { zone }),
      optional: true,
      initial: due === null ? '' : writtenTime(due, zone),
      fault: (text: string) => comingFault(text, desk),
      understood: (text: string) => understood(text, desk),
    },
  ] as const);
  return answer.trim() === '' ? null : readMoment('next-update', answer, desk);
}
