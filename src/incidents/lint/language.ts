import { francAll } from 'franc';
import type { Place } from '../../core/yaml.ts';
import type { Incident, PostIncidentChecklist } from '../model/incident.ts';
import type { NoteFile, Passage, Section } from '../model/note-file.ts';
import type { Stated } from '../note/stated.ts';
import type { Breach, LintContext, Rules } from './rule.ts';
import { telephones } from './telephone.ts';
import { readable } from './text.ts';

/** Both languages: each text in its own, and the same figures in both. */
export const languageRules: Rules<'language' | 'numbers'> = {
  /** Each text is in the language of its heading: not swapped, and not the same text twice. */
  language: (note, context) => [
    ...note.sections.flatMap(inSection),
    ...sameTitle(note),
    ...checklistInOne(note, context),
  ],
  /** Both languages say the same: the figures and times of one stand in the other. */
  numbers: ({ sections }) =>
    sections.flatMap(({ number, passages }) => {
      const en = passages.find(({ language }) => language === 'en');
      const id = passages.find(({ language }) => language === 'id');
      if (en === undefined || id === undefined) return [];
      const [inEnglish, inIndonesian] = [figures(en), figures(id)];
      const inIndonesianOnly = beyond(inIndonesian, inEnglish);
      const missing = [...beyond(inEnglish, inIndonesian), ...inIndonesianOnly];
      // The translation is looked at first: most often it is where a figure was left behind.
      const first = inIndonesianOnly[0] ?? missing[0];
      if (first === undefined) return [];
      return [
        {
          ...first.place,
          level: 'warning' as const,
          code: 'numbers' as const,
          values: { number, figures: missing.map(({ written }) => written) },
        },
      ];
    }),
};

/** The letters that a passage must have before its language is judged by its letters; a shorter one is by its words. */
const LETTERS = 40;
/** How far behind the other language must be (1 is level): a text full of English terms is still Indonesian. */
const CLEARLY = 0.85;

/** Words that no sentence does without and that the other language does not have; of the first list one is enough. */
const WORDS = {
  en: {
    sure: /\b(?:is|are|was|were|has|have|had|been|isn['’]t|aren['’]t|we['’]re|it['’]s)\b/giu,
    likely:
      /\b(?:the|a|an|of|and|we|our|it|this|that|these|with|for|from|not|now|since|again|into|by|to|in|on|at|will|can)\b/giu,
  },
  id: {
    sure: /\b(?:sedang|telah|sudah|belum|kami|tidak|adalah|masih|akan)\b/giu,
    likely:
      /\b(?:di|yang|dan|dari|ini|itu|untuk|pada|dengan|karena|sejak|ke|dalam|oleh|kembali|tim|pukul)\b/giu,
  },
} as const;

function inSection({ number, passages }: Section): Breach[] {
  const en = passages.find((passage) => passage.language === 'en');
  const id = passages.find((passage) => passage.language === 'id');
  if (en !== undefined && id !== undefined && same(en.text, id.text) && /\p{L}+\s+\p{L}+/u.test(en.text))
    return [
      {
        line: id.line,
        column: 1,
        code: 'language.same',
        values: { number },
      },
    ];
  const wrong = passages.filter((passage) => {
    const judged = languageOf(passage);
    return judged !== null && judged !== passage.language;
  });
  if (wrong.length === 2)
    return wrong.slice(0, 1).map(({ line }) => ({
      line,
      column: 1,
      code: 'language.swapped',
      values: { number },
    }));
  return wrong.map((passage) => ({
    line: passage.line,
    column: 1,
    code: `language.not-${passage.language}`,
    values: { number },
  }));
}

/** The language of a passage; null where that is not sure. */
function languageOf({ tree }: Passage): 'en' | 'id' | null {
  const { text } = readable(tree, ['code', 'inlineCode', 'link']);
  if ((text.match(/\p{L}/gu) ?? []).length < LETTERS) return byWords(text);
  const [first, second] = francAll(text, { only: ['eng', 'ind'] });
  if (first === undefined || (second?.[1] ?? 0) > CLEARLY) return null;
  return first[0] === 'eng' ? 'en' : first[0] === 'ind' ? 'id' : null;
}

/** Whether a title is more than names and terms, which may be the same in both languages. */
function isSentence(title: string): boolean {
  return byWords(title) !== null || (title.match(/\p{L}{7,}/gu) ?? []).length >= 2;
}

/** The language whose words stand in a text, and none of the other; null where both do, or too few. */
function byWords(text: string): 'en' | 'id' | null {
  const count = ({ sure, likely }: (typeof WORDS)['en' | 'id']) =>
    2 * (text.match(sure) ?? []).length + (text.match(likely) ?? []).length;
  const [en, id] = [count(WORDS.en), count(WORDS.id)];
  if (en >= 2 && id === 0) return 'en';
  return id >= 2 && en === 0 ? 'id' : null;
}

function same(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim();
  return bare(a) === bare(b);
}

function sameTitle({ facts, whereIs }: NoteFile): Breach[] {
  const { en = '', id = '' } = facts?.title ?? {};
  if (!same(en, id) || !en.trim().includes(' ')) return [];
  const level = isSentence(en) ? 'error' : 'warning';
  return [{ ...whereIs(['title', 'id']), level, code: 'language.title' }];
}

const LINK = /^https:\/\/\S+$/u;

interface Name {
  readonly path: readonly (string | number)[];
  readonly named: string | { readonly en?: string | undefined };
}

function namesOf(checklist: Stated<PostIncidentChecklist> | null | undefined): Name[] {
  const { changes = [], documents_updated = [] } = checklist ?? {};
  const evidence = changes.map((change, at) => ({
    path: ['checklist', 'changes', at, 'evidence'],
    named: change?.evidence,
  }));
  const documents = documents_updated.map((named, at) => ({
    path: ['checklist', 'documents_updated', at],
    named,
  }));
  return [...evidence, ...documents].flatMap(({ path, named }) =>
    named === undefined ? [] : [{ path, named }],
  );
}

function textOf({ named }: Pick<Name, 'named'>): string | undefined {
  return typeof named === 'string' ? named : named.en;
}

/** What a checklist names stands in both languages, or is a link alone. What was published otherwise stays so. */
function checklistInOne({ kind, slug, stated, whereIs }: NoteFile, { published }: LintContext): Breach[] {
  if (kind !== 'incident') return [];
  const before = new Set(namesOf((published(slug)?.note as Incident | undefined)?.checklist).map(textOf));
  return namesOf(stated?.checklist)
    .filter(({ named }) => typeof named === 'string' && !LINK.test(named.trim()))
    .filter((one) => !before.has(textOf(one)))
    .map(({ path }) => ({
      ...whereIs(path),
      code: 'language.checklist',
      values: { field: path.join('.') },
    }));
}

const FIGURE = /(?<![\p{L}\p{N}_-])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_])/gu;

interface Figure {
  /** As it stands in the text, such as `16.30`. */
  readonly written: string;
  readonly digits: string;
  readonly place: Place;
}

/**
 * Each figure by its digits alone: `16:30`, `16.30` and `1,630` are alike. Digits within a word (a key, a hash) are
 * none, nor is a telephone number: a finding would repeat it.
 */
function figures({ tree }: Passage): Figure[] {
  const { text, at } = readable(tree, ['code', 'inlineCode']);
  const called = telephones(text);
  return [...text.matchAll(FIGURE)]
    .filter(({ index }) => !called.some(({ from, to }) => from <= index && index < to))
    .map(({ index, 0: written }) => ({ written, digits: digitsOf(written), place: at(index) }));
}

function beyond(some: readonly Figure[], others: readonly Figure[]): Figure[] {
  const known = new Set(others.map(({ digits }) => digits));
  return [...new Map(some.toReversed().map((figure) => [figure.digits, figure])).values()]
    .toReversed()
    .filter(({ digits }) => !known.has(digits));
}

function digitsOf(written: string): string {
  return written.replace(/\D/gu, '');
}
