import type { Language } from '../../core/language.ts';
import type { Place } from '../../core/yaml.ts';
import type { PublicImpact } from '../../systems/severity.ts';
import type { System } from '../../systems/system.ts';
import type { Said } from '../../words/said.ts';
import { contentProblems } from '../note/content.ts';
import { decodeNote } from '../note/encoding.ts';
import type { IncidentFacts, MaintenanceFacts } from '../note/facts.ts';
import type { WrittenText } from '../note/fields.ts';
import { readFrontMatter, type StatedFacts } from '../note/front-matter.ts';
import { parseMarkdown } from '../note/markdown.ts';
import { nestingProblem } from '../note/nesting.ts';
import { type NoteProblem, problem, START } from '../note/problem.ts';
import { readSections, type Section } from '../note/sections.ts';
import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import type { Update } from './note.ts';

export type { IncidentFacts, MaintenanceFacts } from '../note/facts.ts';
export type { StatedFacts } from '../note/front-matter.ts';
export type { Passage, Section } from '../note/sections.ts';

export type NoteKind = 'incident' | 'maintenance';

/** Where notes of each kind stand below `written/`. */
export const NOTE_FOLDERS = { incident: 'incidents', maintenance: 'maintenance' } as const;

/** A note as a person wrote it: what could be read of it, where each part stands, and everything wrong in its form. */
export interface NoteFile {
  readonly kind: NoteKind;
  readonly file: string;
  readonly slug: string;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  /** The front matter as its schema says, times in UTC; null when it does not fit. */
  readonly facts: IncidentFacts | MaintenanceFacts | null;
  /** Each fact that fits its field, also where others do not; null when none can be read. */
  readonly stated: StatedFacts | null;
  /** Every text of the front matter as it was written, whatever its field. */
  readonly written: readonly WrittenText[];
  /** Where a field of the front matter stands; the nearest parent when it is missing. */
  readonly whereIs: (path: readonly PropertyKey[]) => Place;
  readonly sections: readonly Section[];
  /** YAML, fields, headings, times, missing languages, raw HTML; in the order of the file. */
  readonly problems: readonly (NoteProblem & { readonly file: string })[];
}

const NAMES = {
  incident: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-[a-z0-9]+)+$/,
  maintenance: /^[a-z0-9]+(-[a-z0-9]+)*$/,
};
/** What editors and people put behind a name, also several of them: `note.md.txt`. */
const ENDINGS = /(\.(md|markdown|mdown|mkd|txt|text))+$/i;

/** Files of word processors and the like, whose bytes say nothing as text. */
const NO_TEXT = /\.(docx?|odt|rtf|pages|pdf|xlsx?|pptx?|zip|html?|gdoc)$/i;

/** What is wrong with the name of a file, and the name that it is to have where that can be made of it. */
function nameProblems(kind: NoteKind, name: string): NoteProblem[] {
  const fits = (slug: string) => NAMES[kind].test(slug) && slug.length <= 100;
  if (name.endsWith('.md') && fits(name.slice(0, -'.md'.length))) return [];
  const meant = name
    .replace(ENDINGS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const said: Said = fits(meant)
    ? { code: `name.${kind}-meant`, values: { meant: `${meant}.md` } }
    : { code: `name.${kind}` };
  return [problem(START, '', said)];
}

/** Fields that notes of one kind alone have. */
const OWN = {
  incident: /^(started|severity)[ \t]*:/m,
  maintenance: /^(starts|lasts)[ \t]*:/m,
};

/** Which kind of note a text is: that of its folder, unless its facts are wholly those of the other. */
function kindOf(folder: NoteKind, text: string): NoteKind {
  const other = folder === 'incident' ? 'maintenance' : 'incident';
  const [facts = ''] = text.split(/^##/m, 1);
  return OWN[other].test(facts) && !OWN[folder].test(facts) ? other : folder;
}

/** Reads a note from its bytes. Whatever they are, nothing is thrown: what can not be read is a problem. */
export function readNoteFile(folder: NoteKind, file: string, bytes: Uint8Array): NoteFile {
  const fileName = file.replace(/^.*[\\/]/, '');
  const slug = fileName.replace(/\.md$/, '');
  if (NO_TEXT.test(fileName)) {
    const problems = [{ file, ...problem(START, '', { code: 'name.no-markdown' }) }];
    return { kind: folder, file, slug, text: '', ...NOTHING, problems };
  }
  const { text, problems: undecodable } = decodeNote(bytes);
  const is = text === null ? folder : kindOf(folder, text);
  const read = text === null ? NOTHING : readText(is, text);
  const name = is === folder ? nameProblems(folder, fileName) : [problem(START, '', { code: `kind.${is}` })];
  return {
    kind: is,
    file,
    slug,
    text: text ?? '',
    facts: read.facts,
    stated: read.stated,
    written: read.written,
    whereIs: read.whereIs,
    sections: read.sections,
    problems: [...name, ...undecodable, ...read.problems]
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map((one) => ({ file, ...one })),
  };
}

type Read = Pick<NoteFile, 'facts' | 'stated' | 'written' | 'whereIs' | 'sections'> & {
  readonly problems: readonly NoteProblem[];
};

const NOTHING: Read = {
  facts: null,
  stated: null,
  written: [],
  whereIs: () => START,
  sections: [],
  problems: [],
};

function readText(kind: NoteKind, text: string): Read {
  const nesting = nestingProblem(text);
  if (nesting !== null) return { ...NOTHING, problems: [nesting] };
  const tree = parseMarkdown(withTypedHeadings(text), true);
  const [first, ...rest] = tree.children;
  const yaml = first?.type === 'yaml' ? { value: first.value, line: 2 } : null;
  const matter = readFrontMatter(kind, text, yaml);
  const { sections, problems } = readSections(kind, text, yaml === null ? tree.children : rest);
  return {
    ...matter,
    sections,
    problems: [...matter.problems, ...problems, ...contentProblems(tree)],
  };
}

/** A space that does not break behind `##` (a slip of the Option key) makes a heading no heading for Markdown. */
function withTypedHeadings(text: string): string {
  return text.replace(/^(#{1,3})[\u00A0\u2007\u202F]/gmu, '$1 ');
}

/**
 * The note that a file without problems states. Null when it has any, or when its severity is not one of the
 * system's, so that nothing says what the public feels of it.
 */
export function toNote(file: NoteFile, system: System): Incident | Maintenance | null {
  const { facts } = file;
  if (facts === null || file.problems.length > 0 || facts.system !== system.id) return null;
  if (file.kind === 'maintenance') return noteWith(file, null);
  const severity = system.severities.find(({ id }) => id === (facts as IncidentFacts).severity);
  return severity === undefined ? null : noteWith(file, severity.impact);
}

/**
 * The note that a file states whose impact was settled when it was accepted (null of a maintenance); null when
 * its facts or a heading can not be read.
 */
export function noteWith(file: NoteFile, impact: PublicImpact | null): Incident | Maintenance | null {
  const { kind, slug, facts, sections } = file;
  if (facts === null || sections.some(({ status }) => status === null)) return null;
  const updates = sections.map(toUpdate);
  if (kind === 'maintenance')
    return { kind, slug, ...(facts as MaintenanceFacts), updates: updates as Maintenance['updates'] };
  if (impact === null) return null;
  return { kind, slug, ...(facts as IncidentFacts), impact, updates: updates as Incident['updates'] };
}

/** A section of a file without problems: it has a status and both languages. */
function toUpdate({ number, status, at, passages }: Section): Update<string> {
  const words = (language: Language) => passages.find((passage) => passage.language === language)?.text ?? '';
  return { number, status: status as string, at, text: { en: words('en'), id: words('id') } };
}
