import { promisesIn } from '../../core/promise/promise.ts';
import type { Promised } from '../../core/promise/term.ts';
import type { Place } from '../../core/yaml.ts';
import { noteTexts } from './note-texts.ts';
import type { Breach, Rule } from './rule.ts';

const DENY =
  'To deny a promise, say so in one sentence: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."';
const NAME =
  'Call it what it is in the data, even in a plain fact: "distribution", "revenue", "amount" / "distribusi", "pendapatan", "jumlah".';
const HAPPENED = 'Say what happened and what is being done.';
const MONEY =
  'Say only what was checked, and when: "The balances in the ledger agree with the wallets at 16:30 WIB." / "Saldo di buku besar cocok dengan dompet pada pukul 16.30 WIB."';
const NEXT =
  'Say what is being done and when the next update comes: "The next update follows by 18:00 WIB." / "Pembaruan berikutnya menyusul sebelum pukul 18.00 WIB."';

/** What to write instead of each. */
const INSTEAD: Readonly<Record<Promised, string>> = {
  guarantee: `${HAPPENED} Of a service, write "objective" / "target". ${DENY}`,
  profit: `${NAME} ${DENY}`,
  return: `${NAME} ${DENY}`,
  yield: `${NAME} ${DENY}`,
  income: `${NAME} ${DENY}`,
  price: `${HAPPENED} ${DENY}`,
  risk: MONEY,
  safety: MONEY,
  refund: NEXT,
  recovery: NEXT,
  recurrence: `${HAPPENED} Say what was changed, not what it prevents.`,
};

/** No promise of results, profit or returns, nor that money is safe, in either language (TPC-20). */
export const promise: Rule = {
  id: 'promise',
  find: (note) => noteTexts(note).flatMap(({ text, at }) => promiseBreaches(text, at)),
};

/** Each promise in a text that the public will read; `at` is where the character at an index of it stands. */
export function promiseBreaches(text: string, at: (index: number) => Place): Breach[] {
  return promisesIn(text).map(({ index, words, about }) => ({
    ...at(index),
    reason: `"${words}" promises a result, a profit or a return, which no public text may do`,
    instead: INSTEAD[about],
  }));
}
