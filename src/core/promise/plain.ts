/** A text as it sounds to a reader, and where each of its UTF-16 units stands in the text as written. */
export interface PlainText {
  readonly text: string;
  readonly at: (index: number) => number;
}

/**
 * A text without what a reader does not see (soft hyphens, zero width, marks of direction), and with full-width and
 * mathematical letters as the letters that they look like: none of them hides a word.
 */
export function plainText(written: string): PlainText {
  if (/^\p{ASCII}*$/u.test(written)) return { text: written, at: (index) => index };
  const places: number[] = [];
  let text = '';
  let from = 0;
  for (const character of written) {
    const seen = /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : character.normalize('NFKC');
    text += seen;
    for (let unit = 0; unit < seen.length; unit++) places.push(from);
    from += character.length;
  }
  return { text, at: (index) => places[index] ?? from };
}
