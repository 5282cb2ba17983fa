import { placesIn } from './place.ts';
import type { Rule } from './rule.ts';
import { telephones } from './telephone.ts';

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Personal data that a note must not hold: e-mail addresses and telephone numbers. */
export const contact: Rule = {
  id: 'contact',
  find: ({ text }) => {
    const at = placesIn(text);
    const emails = [...text.matchAll(EMAIL)].map(({ index }) => ({
      ...at(index),
      reason: 'this is an e-mail address',
      instead: 'Link to the page where people can write to you; leave out addresses of persons.',
    }));
    const phones = telephones(text).map(({ from }) => ({
      ...at(from),
      reason: 'this is a telephone number',
      instead: 'Link to the page where people can reach you; leave out numbers of persons.',
    }));
    return [...emails, ...phones];
  },
};
