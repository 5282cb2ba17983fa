import { inspect } from 'node:util';
import { ExpectedError } from '../../core/expected-error.ts';
import { diskTrouble } from '../../store/disk-trouble.ts';
import type { Translator } from '../../words/translator.ts';

/**
 * What an error says to whoever ran the command: what was foreseen and what the disk refused is a sentence, anything
 * else a fault of ours with its stack. `whole` shows the stack of each.
 */
export function errorText(error: unknown, t: Translator['t'], whole: boolean): string {
  const foreseen = error instanceof ExpectedError ? error.message : diskTrouble(error);
  if (foreseen !== null) return whole ? inspect(error) : foreseen;
  return `${t('frame.fault')}\n${inspect(error)}`;
}
