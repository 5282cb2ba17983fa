import { placesIn } from './place.ts';
import type { Breach, Rule } from './rule.ts';
import { telephones } from './telephone.ts';

const EMAIL =
  /(?<value>[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([{](?:at|a)[)\]}]\s?))(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const CALLED = /\b(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=|tel:)\+?(?<value>\d{8,15})/giu;
/** NIK: a province, two further parts of the place, a day (of women 40 later), a month, a year and a number. */
const IDENTITY =
  /(?<![\d.,])(?:1[1-9]|2[1-9]|[3-9]\d)\d{4}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?![\d.,]?\d)/gu;
const ACCOUNT =
  /(?:\b(?:[Rr]ekening(?:nya)?|[Nn]o(?:\.|mor)?\s?[Rr]ek|[Nn]orek|[Bb]ank\s+[Aa]ccount|[Aa]ccount\s+(?:[Nn]o\.?|[Nn]umber))|\b(?:BCA|BRI|BNI|BSI|BTN|CIMB|Mandiri|Danamon|Permata|Jago|Jenius))\b[^\d\n]{0,30}(?<value>\d{8,16}|\d{3,4}(?:[ .-]\d{3,4}){2,3})(?!\d)/gu;

const KINDS: readonly (readonly [pattern: RegExp, told: Pick<Breach, 'reason' | 'instead'>])[] = [
  [
    EMAIL,
    {
      reason: 'this is an e-mail address',
      instead: 'Link to the page where people can write to you; leave out addresses of persons.',
    },
  ],
  [
    IDENTITY,
    {
      reason: 'this looks like the identity number of a person (NIK)',
      instead: "Take it out: whose it is, is nobody's business. Of an amount, write its separators.",
    },
  ],
  [
    ACCOUNT,
    {
      reason: 'this looks like the number of a bank account',
      instead: 'Take it out; name the transaction or the batch instead.',
    },
  ],
];
const PHONE = {
  reason: 'this is a telephone number',
  instead: 'Link to the page where people can reach you; leave out numbers of persons.',
};

/** Where a pattern stands, and the part of it that is not to be repeated. */
function hiding(text: string, pattern: RegExp): { readonly from: number; readonly hides: string }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all, groups }) => ({
    from: index,
    hides: groups?.value ?? all,
  }));
}

/** Personal data that a note must not hold: e-mail addresses, telephone, identity and bank account numbers. */
export const contact: Rule = {
  id: 'contact',
  find: ({ text }) => {
    const at = placesIn(text);
    const found = KINDS.flatMap(([pattern, told]) =>
      hiding(text, pattern).map(({ from, hides }) => ({ ...at(from), ...told, hides })),
    );
    const called = hiding(text, CALLED);
    const phones = telephones(text).map(({ from, to }) => ({ from, hides: text.slice(from, to) }));
    const told = new Set(found.map(({ line }) => line));
    return [
      ...found,
      ...[...called, ...phones]
        .map(({ from, hides }): Breach => ({ ...at(from), ...PHONE, hides }))
        .filter(
          ({ line, hides }) => !(told.has(line) && found.some((one) => one.hides.includes(hides ?? ''))),
        ),
    ];
  },
};
