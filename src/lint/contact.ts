import { findPhoneNumbersInText } from 'libphonenumber-js';
import { placesIn } from './place.ts';
import type { Rule } from './rule.ts';

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** What holds long runs of digits and is no number to call: times, hashes, addresses of pages, code. */
const NOT_CALLED = [
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?(?:Z|[+-]\d{2}:\d{2}))?/gu,
  /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:Z\b|[+-]\d{2}:\d{2}))?/gu,
  /https?:\/\/\S+/gu,
  /\b(?=\w*[a-z])(?=\w*\d)\w{16,}\b/giu,
  /\b\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?\b|\b\d+[.,]\d+\b/gu,
];

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
    const phones = callable(text).map((offset) => ({
      ...at(offset),
      reason: 'this is a telephone number',
      instead: 'Link to the page where people can reach you; leave out numbers of persons.',
    }));
    return [...emails, ...phones];
  },
};

/** Where telephone numbers stand. Without `+`, a first 0 or brackets, a number of many digits is an amount. */
function callable(text: string): number[] {
  let masked = text;
  for (const pattern of NOT_CALLED) masked = masked.replace(pattern, (found) => ' '.repeat(found.length));
  return findPhoneNumbersInText(masked, 'ID').flatMap(({ startsAt, endsAt }) => {
    const written = masked.slice(startsAt, endsAt);
    return /^(?:\+|\(|0|62)/u.test(written) ? [startsAt] : [];
  });
}
