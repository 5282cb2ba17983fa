import { type Term, term } from './term.ts';

const MONEY =
  '(?:money|funds?|capital|deposits?|savings|wealth|holdings|stakes?|balances?|assets|investments?|coins)';
const TOKENS = `(?:${MONEY}|tokens)`;
const PEOPLE =
  '(?:you|we|they|holders|users|members|investors|participants|everyone|everybody|customers|anyone|anybody)';
const EVERYBODY =
  '(?:everybody|everyone|anyone|anybody|all|every|each|any|you|in\\s+full|fully|users|holders|members|customers)';
const PAY_BACK = '(?:refund|compensate|reimburse|repay|pay\\s+back)';
const PAID_BACK = '(?:refunded|compensated|reimbursed|repaid|paid\\s+back|made\\s+whole)';
const SAFE = '(?:safe|secure|secured|protected|insured|untouchable)';
/** Up to some words of the same clause, none of which denies it or says where something was put. */
const NEAR = (most: number) =>
  `(?:\\s+(?!not\\b|never\\b|no\\b|neither\\b|only\\b|in\\b|to\\b|into\\b|by\\b|with\\b)[\\w'’%]+){0,${most}}`;
const SOON =
  '(?:tonight|today|tomorrow|soon|shortly|immediately|this\\s+(?:morning|afternoon|evening|week)|(?:with)?in\\s+(?:\\d|an?\\b|one\\b|two\\b|the\\b)|by\\s+\\w+|before\\s+\\w+)';

/** What English says to calm people about their money, when nobody can know it yet. */
export const ENGLISH_REASSURANCES: readonly Term[] = [
  term(
    'safety',
    `\\b${TOKENS}${NEAR(3)}\\s+(?:is|are|remains?|stays?|(?:will|shall)\\s+(?:be|remain|stay)|(?:is|are)\\s+kept)${NEAR(3)}\\s+${SAFE}\\b`,
    `\\b(?:whether|if|once|until|when)\\s+(?:[\\w']+\\s+){0,8}?${SAFE}\\b`,
  ),
  term('safety', `\\b(?:your|their|people['’]s)\\s+${TOKENS}\\s+${SAFE}\\b`),
  term(
    'safety',
    '\\bassur(?:e|es|ing)\\s+(?:you|everyone|everybody|all|our|the|holders|users|that)\\b|\\brest\\s+assured\\b',
  ),
  term(
    'safety',
    `\\b(?:ensur(?:e|es|ing)|mak(?:e|es|ing)\\s+sure)\\s+(?:that\\s+)?(?:(?:all|of|each|every)\\s+){0,2}(?:your|their|everyone['’]s|everybody['’]s|people['’]s)\\s+(?:\\w+\\s+)?${TOKENS}\\b${NEAR(4)}`,
  ),
  term(
    'risk',
    `\\b(?:${PEOPLE}\\s+(?:(?:will|shall|can|could)\\s+(?:not|never)|won['’]t|never)\\s+(?:ever\\s+)?|(?:nobody|no\\s+one)\\s+(?:will\\s+|can\\s+|ever\\s+|shall\\s+){0,2})loses?\\b(?:\\s+(?:any\\s+|your\\s+|their\\s+)?(?:${TOKENS}|anything))?`,
  ),
  term(
    'risk',
    `\\b${TOKENS}${NEAR(3)}\\s+(?:(?:will|shall|can)\\s*(?:not|never)|won['’]t|can['’]t)\\s+(?:ever\\s+)?be\\s+lost\\b|\\bno\\s+(?:\\w+\\s+)?${TOKENS}\\s+(?:will|can)\\s+be\\s+lost\\b`,
  ),
  term(
    'refund',
    `\\b(?:will|shall|going\\s+to)\\s+(?:\\w+\\s+){0,2}?${PAY_BACK}\\s+(?:\\w+\\s+){0,2}?${EVERYBODY}\\b|\\b(?:we|i)['’]ll\\s+${PAY_BACK}\\b`,
    `\\b(?:will|shall)\\s+(?:not|never)\\s+(?:\\w+\\s+)?${PAY_BACK}\\b`,
  ),
  term(
    'refund',
    `\\b(?:all|every|each|any|everyone|everybody)\\b${NEAR(4)}\\s+(?:will|shall)\\s+be\\s+(?:\\w+\\s+)?${PAID_BACK}\\b`,
  ),
  term(
    'refund',
    "\\b(?:all|every|everyone['’]s|your)\\s+(?:\\w+\\s+)?(?:payments?|payouts?|withdrawals?|refunds?|distributions?)\\s+(?:will|shall)\\s+be\\s+(?:\\w+\\s+)?(?:paid|made|settled|sent|credited)\\b",
  ),
  term(
    'recovery',
    '\\b(?:everything|all)\\s+(?:will|shall|is\\s+going\\s+to)\\s+(?:\\w+\\s+){0,3}?(?:normal|fine|well|okay?|resolved|fixed|restored|solved)\\b',
  ),
  term(
    'recovery',
    `\\b(?:will|shall|is\\s+going\\s+to)\\s+(?:be\\s+|return\\s+|go\\s+|come\\s+)?(?:back\\s+)?(?:to\\s+)?normal\\s+(?:again\\s+)?${SOON}`,
  ),
];
