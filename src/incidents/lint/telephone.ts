import { findPhoneNumbersInText } from 'libphonenumber-js';

/** What holds long runs of digits and is no number to call: times, hashes, addresses of pages, code. */
const NOT_CALLED = [
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?(?:Z|[+-]\d{2}:\d{2}))?/gu,
  /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:Z\b|[+-]\d{2}:\d{2}))?/gu,
  /https?:\/\/\S+/gu,
  /\b(?=\w*[a-z])(?=\w*\d)\w{16,}\b/giu,
  /\b\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?\b|\b\d+[.,]\d+\b/gu,
];

/** Where telephone numbers stand. Without `+`, a first 0 or brackets, a number of many digits is an amount. */
export function telephones(text: string): { readonly from: number; readonly to: number }[] {
  let masked = text;
  for (const pattern of NOT_CALLED) masked = masked.replace(pattern, (found) => ' '.repeat(found.length));
  return findPhoneNumbersInText(masked, 'ID').flatMap(({ startsAt, endsAt }) => {
    const written = masked.slice(startsAt, endsAt);
    return /^(?:\+|\(|0|62)/u.test(written) ? [{ from: startsAt, to: endsAt }] : [];
  });
}
