import { ENGLISH_REASSURANCES } from './en-reassurance.ts';
import { type Denial, type Term, term } from './term.ts';

const MONEY = '(?:money|investments?|capital|funds|tokens?|deposits?|savings|wealth|holdings|stake)';
const PEOPLE = '(?:you|your|holders|users|members|investors|participants|everyone|everybody|customers)';
const SIZE =
  '(?:high|higher|highest|good|great|guaranteed|fixed|steady|stable|better|attractive|passive|expected|future' +
  '|annual|yearly|monthly|weekly|daily|consistent|financial|investment|token|staking|individual|personal)';
const PERCENT = '\\d+(?:[.,]\\d+)?\\s?(?:%|percent|per cent)';
const OBTAIN = '(?:earn|receive|get|enjoy|generate|deliver|pay|offer|provide|make|collect)(?:s|ed|ing)?';

export const ENGLISH_TERMS: readonly Term[] = [
  term(
    'guarantee',
    '\\bguarante(?:e|es|ed|eing)\\b',
    '\\b(?:consistency|delivery|ordering|isolation|durability|at-least-once|exactly-once)\\s+guarantees?\\b' +
      '|\\bguaranteed\\s+(?:delivery|ordering)\\b',
  ),
  term(
    'guarantee',
    '\\bpromis(?:e|es|ed|ing)\\b',
    '\\bpromises?\\s+nothing\\b(?!\\s+(?:but|less))|\\b(?:unhandled|rejected|pending|javascript)\\s+promises?\\b|\\bpromises?\\s+rejections?\\b' +
      '|\\bpromised\\s+(?:next\\s+)?(?:updates?|snapshots?|cadence|interval|time)\\b' +
      '|\\b(?:updates?|snapshots?)\\s+(?:that\\s+)?(?:(?:was|were|we|had|is|are)\\s+){0,2}promised\\b',
  ),
  term('profit', '\\bprofit(?:s|able|ably|ability|ed|ing)?\\b', '\\bnon-profit\\b'),
  { about: 'return', pattern: /\bROI\b/gu },
  term(
    'return',
    '\\breturns?\\s+on\\s+(?:your\\s+|the\\s+|an?\\s+)?(?:investments?|capital|stakes?|deposits?)\\b',
  ),
  term('return', `\\b${SIZE}\\s+(?:\\w+\\s+)?returns\\b|\\b${SIZE}\\s+return\\b(?!\\s+(?:code|value|to))`),
  term(
    'return',
    `\\b${PERCENT}\\s+(?:\\w+\\s+)?returns?\\b|\\breturns?\\s+(?:of|up\\s+to|above)\\s+${PERCENT}`,
  ),
  term('return', `\\b${OBTAIN}\\s+(?:\\w+\\s+){0,3}returns\\b|\\b(?:your|their)\\s+returns\\b`),
  term('return', `\\breturns\\s+(?:for|to)\\s+(?:all\\s+|our\\s+)?${PEOPLE}\\b`),
  term(
    'yield',
    `\\b(?:${SIZE}|${PERCENT})\\s+(?:\\w+\\s+)?yields?\\b|\\byield\\s+farming\\b|\\byour\\s+yields?\\b`,
  ),
  term(
    'yield',
    `\\byields?\\s+(?:of|up\\s+to|above)\\s+${PERCENT}|\\b${OBTAIN}\\s+(?:\\w+\\s+){0,3}yields?\\b`,
  ),
  { about: 'yield', pattern: /\bAP[YR]\b/gu },
  term(
    'profit',
    `\\b(?:capital|financial|price|token|guaranteed|quick|easy|individual|personal|your)\\s+(?:\\w+\\s+)?gains?\\b` +
      `|\\bgains?\\s+(?:of|up\\s+to)\\s+${PERCENT}|\\bgains?\\s+for\\s+(?:all\\s+|our\\s+)?${PEOPLE}\\b` +
      '|\\bgain(?:s|ing)?\\s+(?:money|value|income)\\b|\\bstaking\\s+gains?\\b',
    `\\b(?:performance|speed|latency|throughput|efficiency)\\s+gains?(?:\\s+(?:of|up\\s+to)\\s+${PERCENT})?` +
      '|\\byou(?:r\\s+\\w+)?\\s+gain\\s+access\\b',
  ),
  term(
    'income',
    '\\bearnings\\b|\\b(?:passive|extra|steady|easy|fixed|monthly|daily|guaranteed)\\s+income\\b',
  ),
  term('income', `\\b${PEOPLE}\\s+(?:(?:will|can|could|may|to|always|still|'ll)\\s+){0,2}earn\\b`),
  term(
    'income',
    `\\bearn(?:s|ing)?\\s+(?:up\\s+to\\s+|at\\s+least\\s+)?(?:${PERCENT}|money|more|income|interest)`,
  ),
  term('income', `\\bdividends?\\b|\\b${PERCENT}\\s+interest\\b|\\binterest\\s+of\\s+${PERCENT}`),
  term('income', '\\bfinancial\\s+freedom\\b|\\bget(?:ting)?\\s+rich\\b'),
  term('income', `\\b(?:double|triple|multiply|grow)\\s+your\\s+(?:\\w+\\s+)?${MONEY}\\b`),
  term(
    'price',
    '\\b(?:price|value|tpc|tokens?)\\s+(?:will|shall|is\\s+going\\s+to|are\\s+going\\s+to|is\\s+set\\s+to)\\s+' +
      '(?:\\w+\\s+)?(?:rise|increase|grow|go\\s+up|double|recover|appreciate|moon|be\\s+worth)\\b',
  ),
  term(
    'price',
    '\\bto\\s+the\\s+moon\\b|\\bbuy\\s+(?:now|the\\s+dip|before)\\b|\\binvest\\s+(?:now|today|early)\\b',
  ),
  term('price', '\\b(?:good|best|right|perfect)\\s+(?:time|moment)\\s+to\\s+(?:buy|invest)\\b'),
  term('price', '\\binvestment\\s+opportunit(?:y|ies)\\b'),
  term(
    'risk',
    '\\brisk[- ]free\\b|\\b(?:no|zero|without(?:\\s+any)?)\\s+(?:financial\\s+)?risk\\b(?!\\s+assess)',
  ),
  term(
    'risk',
    "\\b(?:can(?:not|'t|’t)|can\\s+never)\\s+lose\\b|\\b100\\s?%\\s+(?:safe|secure)\\b" +
      '|\\b(?:completely|absolutely|always|perfectly|totally|fully)\\s+(?:safe|secure)\\b',
  ),
  term(
    'recurrence',
    "\\b(?:will\\s+(?:not|never)|won['’]t|can(?:not|\\s+never)|never)\\s+(?:ever\\s+)?(?:happen|occur)\\s+(?:ever\\s+)?again\\b" +
      "|\\b(?:will\\s+(?:not|never)|won['’]t)\\s+(?:re-?cur|fail\\s+again|go\\s+down\\s+again)\\b",
  ),
  term(
    'recurrence',
    '\\b100\\s?%\\s+(?:uptime|availability)\\b',
    '\\b(?:was|were|had|of|at)\\s+100\\s?%\\s+\\w+',
  ),
  ...ENGLISH_REASSURANCES,
];

export const ENGLISH_DENIAL: Denial = {
  negators: /^(?:no|not|never|nor|neither|without|cannot|none|nothing|\w+n['’]t)$/iu,
  bridges: new Set(
    (
      'a an any the of or and nor to as for about on that this it we you will would can could may should be been ' +
      'here is are was were ever your such kind form type sort individual financial future personal particular in way ' +
      'promise promises promised promising guarantee guarantees guaranteed imply implies implied constitute ' +
      'constitutes represent represents offer offers offered state states stated mean means claim claims ' +
      'statement statements assurance assurances indication indications provide provides give gives make makes ' +
      'earn receive get read understood taken expect interpreted say says assure ensure'
    ).split(' '),
  ),
  denies: new Set('promised guaranteed offered stated implied expected'.split(' ')),
  mention: /\b(?:words?|terms?|phrases?)\b/iu,
};
