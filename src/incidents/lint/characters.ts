import type { NoteFile } from '../model/note-file.ts';
import { noteTexts } from './note-texts.ts';
import { placesIn } from './place.ts';
import type { Breach, Rule } from './rule.ts';

/** No reader sees these, or they turn the words around them: controls, format, half surrogates, private use. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Where some of them belong: joined emoji, flags of regions, emoji as a picture or as a letter, and Arabic. */
const IN_PLACE =
  /\p{Emoji}[\u{E0020}-\u{E007E}]+\u{E007F}|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})|(?<=(?!\p{ASCII})\p{Emoji})[\uFE0E\uFE0F]|(?<=[\d#*])\uFE0F(?=\u20E3)|(?<=\p{Script=Arabic}\p{M}*)[\u200C\u200D]|[\u0600-\u0605\u06DD]/gu;

const WORD = /[\p{L}\p{M}\p{N}]{2,}/gu;

/** What is written is what is read: no character that hides or turns words, no letter of another script as a Latin one. */
export const characters: Rule = {
  id: 'characters',
  find: (note) => [...asWritten(note), ...byName(note)],
};

/** Characters as they stand in the file. */
function asWritten({ text }: NoteFile): Breach[] {
  const at = placesIn(text);
  return found(text).map(({ index, breach }) => ({ ...at(index), ...breach }));
}

/** Characters that are written by a name or a number: `&shy;` in the text, `"\u202e"` in the facts. */
function byName(note: NoteFile): Breach[] {
  const written = new Set(found(note.text).map(({ what }) => what));
  return noteTexts(note).flatMap(({ text, at }) =>
    found(text)
      .filter(({ what }) => !written.has(what))
      .map(({ index, breach }) => ({ ...at(index), ...breach })),
  );
}

interface Found {
  readonly index: number;
  /** The character, or the word. */
  readonly what: string;
  readonly breach: Pick<Breach, 'reason' | 'instead'>;
}

function found(text: string): Found[] {
  if (/^[\n\t\x20-\x7e]*$/u.test(text)) return [];
  const belongs = new Set(
    [...text.matchAll(IN_PLACE)].flatMap(({ index, 0: all }) =>
      Array.from({ length: all.length }, (_, offset) => index + offset),
    ),
  );
  const hidden = [...text.matchAll(HIDDEN)]
    .filter(({ index }) => !belongs.has(index))
    .map(
      ({ index, 0: what }): Found => ({
        index,
        what,
        breach: {
          reason: `the character ${codeOf(what)} can not be seen, or turns the words around it`,
          instead: 'Delete it; if nothing is to be seen there, write the word anew.',
        },
      }),
    );
  const mixed = [...text.matchAll(WORD)]
    .filter(({ 0: word }) => isMixed(word))
    .map(
      ({ index, 0: what }): Found => ({
        index,
        what,
        breach: {
          reason: `"${what}" mixes Latin letters with those of another script that look alike`,
          instead: 'Write the whole word anew, in one script.',
        },
      }),
    );
  return [...hidden, ...mixed];
}

/** Units and formulas of up to three letters, such as μs, are written so. */
function isMixed(word: string): boolean {
  if (word.length <= 3 || !/\p{Script=Latin}/u.test(word)) return false;
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word);
}

/** `U+202E`. */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
