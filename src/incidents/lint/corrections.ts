import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES } from '../../core/language.ts';
import { readTime } from '../../core/written-time.ts';
import type { Said } from '../../words/said.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { CORRECTION, type FactCorrection, factCorrectionSchema } from '../model/note.ts';
import { correctionsIn, quotedIn } from '../model/note-corrections.ts';
import type { NoteFile, StatedFacts } from '../model/note-file.ts';
import { LANGUAGE_HEADINGS } from '../note/sections.ts';
import type { Breach, LintContext, Rules } from './rule.ts';
import { asWritten, isInFuture } from './written.ts';

/** A published fact or word changes only with a correction that says what it was. */
export const correctionRules: Rules<'correction' | 'corrected-words'> = {
  /** A published fact changes only with an entry in `corrections` that says what it was, and why it changed. */
  correction: (note, context) => {
    const { stated } = note;
    if (stated?.corrections === undefined) return [];
    const now = factValues(stated);
    const last = context.published(note.slug)?.note ?? null;
    const before = last === null ? null : factValues(last);
    const told = last?.corrections.length ?? 0;
    const { corrections } = stated;
    const fresh = corrections.slice(told);
    return [
      ...(last === null ? [] : altered(note, corrections, last.corrections)),
      ...(before === null ? [] : changed(note, now, before, fresh, context)),
      ...fresh.flatMap((entry, index) =>
        isWhole(entry) ? faults(note, entry, told + index, now, before, context) : [],
      ),
    ];
  },
  /** A correction quotes the words that were wrong: so it is shown beside them, and not only where nobody looks again. */
  'corrected-words': (note, { published }) => {
    const told = published(note.slug)?.note.updates.length ?? 0;
    return note.sections
      .filter(({ number, status }) => status === CORRECTION && number > told && number > 1)
      .flatMap(({ number }) => LANGUAGES.flatMap((language) => breachesOf(note, number, language)));
  },
};

type Corrections = NonNullable<StatedFacts['corrections']>;

function isWhole(entry: Corrections[number]): entry is FactCorrection {
  return factCorrectionSchema.safeParse(entry).success;
}

/** Whether something in a field, or around it, can not be read: then nothing is known of what it says. */
function isUnread({ problems, stated }: NoteFile, field: string): boolean {
  const within = (one: string, other: string) => `${one}.`.startsWith(`${other}.`);
  const [name = ''] = field.split('.');
  return (
    problems.some(
      ({ field: wrong }) =>
        typeof wrong === 'string' && wrong !== '' && (within(wrong, field) || within(field, wrong)),
    ) || stated?.[name as keyof StatedFacts] === undefined
  );
}

function altered(note: NoteFile, now: Corrections, before: readonly FactCorrection[]): Breach[] {
  const { whereIs } = note;
  return before.flatMap((entry, index) =>
    isUnread(note, `corrections.${index}`) || isDeepStrictEqual(entry, now[index])
      ? []
      : [
          {
            ...whereIs(['corrections', index]),
            code: 'correction.altered',
            values: { field: entry.field },
          },
        ],
  );
}

function changed(
  note: NoteFile,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  fresh: Corrections,
  context: LintContext,
): Breach[] {
  const { whereIs } = note;
  return [...before].flatMap(([field, was]): Breach[] => {
    if (isUnread(note, field)) return [];
    const is = now.get(field);
    if (is !== undefined && (isSameFact(is, was) || (field === 'cancelled' && holdsStill(is, was))))
      return [];
    if (fresh.some((entry) => entry?.field === field)) return [];
    const minute = `${context.now.slice(0, 'YYYY-MM-DDThh:mm'.length)}Z`;
    const said = { field, was: shown(was) };
    const entry = `{ at: ${asWritten(minute)}, field: ${field}, was: "${said.was}", reason: { en: "…", id: "…" } }`;
    return [
      is === undefined
        ? { ...whereIs(field.split('.')), code: 'correction.gone', values: { ...said, entry } }
        : {
            ...whereIs(field.split('.')),
            code: 'correction.changed',
            values: { ...said, entry, is: shown(is) },
          },
    ];
  });
}

function faults(
  { whereIs }: NoteFile,
  { at, field, was }: FactCorrection,
  index: number,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string> | null,
  context: LintContext,
): Breach[] {
  const breach = (part: string, said: Said): Breach => ({
    ...whereIs(['corrections', index, part]),
    ...said,
  });
  const known = before?.get(field);
  const future = isInFuture(at, context.now) ? [breach('at', { code: 'correction.future' })] : [];
  if (known === undefined) {
    if (before === null && now.has(field)) return future;
    const values = { field, known: [...(before ?? now).keys()] };
    return [...future, breach('field', { code: 'correction.unknown', values })];
  }
  if (!isSameFact(was, known))
    return [
      ...future,
      breach('was', { code: 'correction.otherwise', values: { field, said: was, was: shown(known) } }),
    ];
  const is = now.get(field);
  if (is === undefined || !isSameFact(is, known)) return future;
  return [...future, breach('field', { code: 'correction.unchanged', values: { field, was: shown(known) } })];
}

/** A fact as people write it: a time with the offset of Jakarta, everything else as it is. */
function shown(value: string): string {
  const read = readTime(value);
  return 'at' in read ? asWritten(read.at) : value;
}

/** These change by themselves as an incident goes on, or only ever grow; the record keeps what they were. */
const FREE: ReadonlySet<string> = new Set([
  'kind',
  'slug',
  'impact',
  'updates',
  'corrections',
  'next_update_by',
]);

/** The facts of a note by the name of their field, such as `title.en` or `checklist.changes.0.evidence`, as text. */
function factValues(facts: StatedFacts | Incident | Maintenance): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(facts).flatMap(([field, value]) => (FREE.has(field) ? [] : flat(field, value))),
  );
}

function flat(field: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return [[field, value.join(', ')]];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) => flat(`${field}.${name}`, inner));
  return [[field, String(value)]];
}

/** Whether two texts give a fact the same value: times as instants, lists in any order. */
function isSameFact(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  const [first, second] = [readTime(a.trim()), readTime(b.trim())];
  if ('at' in first && 'at' in second) return first.at === second.at;
  return listed(a) === listed(b);
}

/** Whether a list lost none of what it held. */
function holdsStill(list: string, before: string): boolean {
  const now = new Set(items(list));
  return items(before).every((one) => now.has(one));
}

function items(text: string): string[] {
  return text
    .replace(/^\[|\]$/gu, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function listed(text: string): string {
  return items(text).toSorted().join(', ');
}

function breachesOf({ sections }: NoteFile, number: number, language: 'en' | 'id'): Breach[] {
  const passage = sections[number - 1]?.passages.find((one) => one.language === language);
  if (passage === undefined) return []; // That it is missing is told by itself.
  const values = { heading: LANGUAGE_HEADINGS[language] };
  const place = { line: passage.line, column: 1 };
  const { quote, said } = quotedIn(passage.tree);
  if (quote === null) return [{ ...place, level: 'warning', code: 'corrected-words.unquoted', values }];
  if (said === '') return [{ ...place, code: 'corrected-words.silent', values }];
  const updates = sections.slice(0, number).map((section) => ({
    number: section.number,
    status: section.status ?? '',
    at: section.at,
    text: { en: textIn(section, 'en'), id: textIn(section, 'id') },
  }));
  const about = correctionsIn(updates, language).find((one) => one.number === number)?.of ?? null;
  return about === null ? [{ ...place, code: 'corrected-words.not-there', values }] : [];
}

function textIn({ passages }: NoteFile['sections'][number], language: 'en' | 'id'): string {
  return passages.find((one) => one.language === language)?.text ?? '';
}
