import { promisesIn } from '../domain/promise.ts';
import { noteTexts } from './note-texts.ts';
import type { Rule } from './rule.ts';

/** No promise of results, profit or returns, in either language (TPC-20). */
export const promise: Rule = {
  id: 'promise',
  find: (note) =>
    noteTexts(note).flatMap(({ text, at }) =>
      promisesIn(text).map(({ index, words }) => ({
        ...at(index),
        reason: `"${words}" promises a result, a profit or a return, which no public text may do`,
        instead:
          'Say what happened and what is being done. To deny a promise, say so in one sentence: ' +
          '"This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
      })),
    ),
};
