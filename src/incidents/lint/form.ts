import type { Said } from '../../words/said.ts';
import type { IncidentFacts, NoteFile, Section } from '../model/note-file.ts';
import { FIRST_STATUS, STATUS_HEADINGS } from '../note/heading.ts';
import type { Breach, Rules } from './rule.ts';
import { factTexts, noteTexts, type PublicText, placesIn, readable } from './text.ts';

/**
 * The sentences of the examples in `content/written/incidents/README.md`, written so that no true note says
 * them.
 */
const EXAMPLE_PASSAGES: readonly string[] = [
  'Alert: what does not work, and since when. Who looks into this example is said here, and that more of it is said by the same time as in next_update_by.',
  'Informasi: yang tidak berfungsi, dan sejak kapan. Di sini ditulis siapa yang menangani contoh ini, dan bahwa kabar berikutnya paling lambat waktu yang sama dengan next_update_by.',
  'Update: the cause of this example has been found: what it was. Done about it so far: what people did.',
  'Pembaruan: penyebab contoh ini telah ditemukan: penyebabnya. Yang telah dilakukan sejauh ini: tindakannya.',
  'Update: the disturbance of this example is over. Found out by: who looked, and what was seen. The checklist follows.',
  'Pembaruan: gangguan dalam contoh ini telah teratasi. Diketahui dari: siapa yang memeriksa, dan yang terlihat. Daftar periksanya menyusul.',
  'Update: the checklist of this example is complete, and closes it. Changed since then: what was changed.',
  'Pembaruan: daftar periksa contoh ini telah lengkap, dan insidennya ditutup. Yang diubah sejak itu: perubahannya.',
  'Summary of this example: what happened, and why. Learnt from it: what is done otherwise now.',
  'Ringkasan contoh ini: yang terjadi, dan sebabnya. Pelajarannya: yang kini dilakukan dengan cara lain.',
  'The work of this example takes place when, in WIB too. Noticed of it by users: what they will notice.',
  'Pekerjaan dalam contoh ini berlangsung kapan, juga dalam WIB. Yang dirasakan pengguna: yang akan terasa.',
  'What is disturbed, such as: Daily distribution delayed',
  'Yang sedang terganggu, misalnya: Distribusi harian tertunda',
  'Which work, such as: Weekly database maintenance',
  'Pekerjaan apa, misalnya: Pemeliharaan basis data mingguan',
];

/** Words that stand in each of them and in no true note. */
const EXAMPLE_MARK = /\bthis example\b|\bcontoh ini\b/iu;

/** What a note is written in: its form and its characters, nothing left of an example or a template, and how it begins. */
export const formRules: Rules<'form' | 'characters' | 'example' | 'beginning' | 'unfilled'> = {
  /** What can not be read as a note at all: YAML, fields, headings, times, a missing language, raw HTML. */
  form: (note) => [
    ...problemsOf(note).map(({ file: _, field: part, ...wrong }) => ({
      ...wrong,
      // A field that the sentence names itself is not said twice.
      ...(part === '' || isNamedIn(wrong, part) ? {} : { part }),
    })),
    ...(note.facts !== null && note.sections.length === 0
      ? [{ line: 1, column: 1, code: 'update.none' as const, values: { first: FIRST_STATUS[note.kind] } }]
      : []),
  ],
  /** What is written is what is read: no character that hides or turns words, no letter of another script as a Latin one. */
  characters: (note) => [...charactersAsWritten(note), ...charactersByName(note)],
  /** The example of the guide tells of what never was: nobody may publish it, also where a few words were changed. */
  example: (note, { published }) => {
    const told = published(note.slug)?.note.updates.length ?? null;
    const fresh = note.sections.slice(told ?? 0).flatMap(exampleIn);
    return [...(told === null ? exampleInFacts(note) : []), ...fresh];
  },
  /** A note begins with what happens: nothing was said that a first update could correct, and no open incident is none. */
  beginning: (note) => [...firstUpdate(note), ...titleOfAllWell(note)],
  /** A place that a template left to be filled in: `[…]`, `[fill: the time]`, or anything else in square brackets. */
  unfilled: (note) => [...factTexts(note), ...prose(note)].flatMap(marked),
};

function isNamedIn({ values }: Said, part: string | Said): boolean {
  return values !== undefined && 'name' in values && values.name === part;
}

/** A place that is still to be filled in is told as such, and not once more as something that can not be read. */
function problemsOf(note: NoteFile) {
  return note.problems.filter(
    ({ field }) => typeof field !== 'string' || field === '' || !isUnfilled(note, field),
  );
}

/** No reader sees these, or they turn the words around them: controls, format, half surrogates, private use. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Where some of them belong: joined emoji, flags of regions, emoji as a picture or as a letter, and Arabic. */
const IN_PLACE =
  /\p{Emoji}[\u{E0020}-\u{E007E}]+\u{E007F}|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})|(?<=(?!\p{ASCII})\p{Emoji})[\uFE0E\uFE0F]|(?<=[\d#*])\uFE0F(?=\u20E3)|(?<=\p{Script=Arabic}\p{M}*)[\u200C\u200D]|[\u0600-\u0605\u06DD]/gu;

const WORD = /[\p{L}\p{M}\p{N}]{2,}/gu;

/** Characters as they stand in the file. */
function charactersAsWritten({ text }: NoteFile): Breach[] {
  const at = placesIn(text);
  return found(text).map(({ index, said }) => ({ ...at(index), ...said }));
}

/** Characters that are written by a name or a number: `&shy;` in the text, `"\u202e"` in the facts. */
function charactersByName(note: NoteFile): Breach[] {
  const written = new Set(found(note.text).map(({ what }) => what));
  return noteTexts(note).flatMap(({ text, at }) =>
    found(text)
      .filter(({ what }) => !written.has(what))
      .map(({ index, said }) => ({ ...at(index), ...said })),
  );
}

interface Found {
  readonly index: number;
  /** The character, or the word. */
  readonly what: string;
  readonly said: Said;
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
        said: { code: 'characters.hidden', values: { character: codeOf(what) } },
      }),
    );
  const mixed = [...text.matchAll(WORD)]
    .filter(({ 0: word }) => isMixed(word))
    .map(
      ({ index, 0: what }): Found => ({
        index,
        what,
        said: { code: 'characters.mixed', values: { word: what } },
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

/** How much of a text may be the example's before it is the example: so many of its sequences of three words. */
const MOST = 0.6;
/** Fewer sequences than these are a coincidence. */
const LEAST = 5;

const FROM_EXAMPLE: ReadonlySet<string> = new Set(EXAMPLE_PASSAGES.flatMap(threes));
const GUIDE = 'content/written/incidents/README.md';

function exampleInFacts(note: Parameters<typeof factTexts>[0]): Breach[] {
  return factTexts(note).flatMap(({ text, at }) => (isExample(text) ? [breachAt(at(0))] : []));
}

function exampleIn({ passages }: Section): Breach[] {
  return passages.flatMap(({ text, line }) => (isExample(text) ? [breachAt({ line, column: 1 })] : []));
}

function isExample(text: string): boolean {
  if (EXAMPLE_MARK.test(text)) return true;
  const own = threes(text);
  const same = own.filter((three) => FROM_EXAMPLE.has(three)).length;
  return same >= LEAST && same / own.length >= MOST;
}

/** Every three words that follow each other, whatever their case; figures and marks are what people change first. */
function threes(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

function breachAt({ line, column }: { readonly line: number; readonly column: number }): Breach {
  return { line, column, code: 'example', values: { guide: GUIDE } };
}

/** What the first update of a note may be; an incident may be told when it is over. */
const FIRST = {
  incident: ['investigating', 'identified', 'monitoring', 'over', 'resolved'],
  maintenance: ['scheduled', 'in_progress', 'verifying', 'completed'],
} as const;

const ALL_WELL =
  /\b(?:all|every|everything|no)\s+(?:\w+\s+){0,3}?(?:operational|normal|works?|working|well|running|fine|(?:problems?|disturbances?|issues?|incidents?))\b|\b(?:semua|seluruh|segala)(?:nya)?\s+(?:\w+\s+){0,3}?(?:normal|beroperasi|berfungsi|lancar|baik)\b|\btidak\s+ada\s+(?:gangguan|masalah|kendala|insiden)\b/iu;

function firstUpdate({ kind, sections: [first] }: NoteFile): Breach[] {
  const known: readonly string[] = FIRST[kind];
  if (first === undefined || first.status === null || known.includes(first.status)) return [];
  return [
    {
      line: first.line,
      column: first.column,
      code: 'beginning.status',
      values: {
        status: STATUS_HEADINGS[first.status],
        known: FIRST[kind].map((one) => STATUS_HEADINGS[one]),
      },
    },
  ];
}

function titleOfAllWell({ kind, facts, whereIs }: NoteFile): Breach[] {
  if (facts === null || kind !== 'incident' || (facts as IncidentFacts).resolved !== null) return [];
  return (['en', 'id'] as const).flatMap((language): Breach[] =>
    ALL_WELL.test(facts.title[language])
      ? [
          {
            ...whereIs(['title', language]),
            level: 'warning',
            code: 'beginning.well',
          },
        ]
      : [],
  );
}

/** In facts, also what YAML leaves of `[…]` without quotation marks. An address written around (`[at]`) is no place. */
const MARKED = /(?<!!)\[(?!(?:at|dot|titik)\])[^\][\n]*\]|^(?:…|\.\.\.)$/gu;

/** Whether a field of the facts holds such a place: what else is wrong with it is seen once it is filled in. */
function isUnfilled({ written }: Pick<NoteFile, 'written'>, field: string): boolean {
  return written.some(
    ({ path, text }) => `${path.join('.')}.`.startsWith(`${field}.`) && text.search(MARKED) !== -1,
  );
}

/** What stands in code or is the text of a link is no marked place. */
function prose({ sections }: NoteFile): Omit<PublicText, 'language'>[] {
  return sections
    .flatMap(({ passages }) => passages)
    .map(({ tree }) => readable(tree, ['code', 'inlineCode', 'link', 'linkReference']));
}

function marked({ text, at }: Omit<PublicText, 'language'>): Breach[] {
  return [...text.matchAll(MARKED)].map(({ index, 0: words }) => ({
    ...at(index),
    // A footnote without its text, or with it under the other language, is read as these letters.
    ...(words.startsWith('[^')
      ? { code: 'unfilled.footnote' }
      : { code: 'unfilled.place', values: { place: words } }),
  }));
}
