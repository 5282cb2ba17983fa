/** Emoji (no face here has them) and what is not to be seen: controls, marks of direction, half surrogates. */
const EMOJI = /\p{RGI_Emoji}|\p{Emoji_Presentation}|[\uFE0E\uFE0F]|[\u{1F3FB}-\u{1F3FF}]/gv;
const HIDDEN = /(?!\u200C)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A text as an image writes it: one line, without emoji. May be empty. */
export function letters(text: string): string {
  return text
    .replaceAll(/[\t\r\n\u2028\u2029]/g, ' ')
    .replaceAll(EMOJI, '')
    .replaceAll(HIDDEN, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
