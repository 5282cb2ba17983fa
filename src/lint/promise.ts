import { promisesIn } from '../domain/promise.ts';
import type { Place } from '../domain/yaml.ts';
import { publicTexts } from './public-text.ts';
import type { Breach, Rule } from './rule.ts';

/** No promise of results, profit or returns, in either language (TPC-20). */
export const promise: Rule = {
  id: 'promise',
  find: (note) => publicTexts(note).flatMap(({ text, at }) => promiseBreaches(text, at)),
};

/** Each promise in a text that the public will read; `at` is where the character at an index of it stands. */
export function promiseBreaches(text: string, at: (index: number) => Place): Breach[] {
  return promisesIn(text).map(({ index, words }) => ({
    ...at(index),
    reason: `"${words}" promises a result, a profit or a return, which no public text may do`,
    instead:
      'Say what happened and what is being done. To deny a promise, say so in one sentence: ' +
      '"This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  }));
}
