import { Document, isCollection, isPair, visit } from 'yaml';
import type { IsoInstant } from '../../core/instant.ts';
import { LANGUAGES } from '../../core/language.ts';
import type { Words } from '../model/note.ts';
import { type HeadingStatus, STATUS_HEADINGS } from '../note/heading.ts';
import { LANGUAGE_HEADINGS } from '../note/sections.ts';
import { writtenTime } from './moment.ts';

/** One update of a note, before it is written. */
export interface NewSection {
  readonly status: HeadingStatus;
  readonly at: IsoInstant;
  readonly zone: string;
  readonly words: Words;
}

/** A whole note: its facts in front, then its first update. */
export function noteText(facts: Readonly<Record<string, unknown>>, section: NewSection): string {
  return `---\n${factsText(facts)}---\n\n${sectionText(section)}`;
}

/** Facts as YAML. What holds plain values only, such as a title or a list of components, stands in one line. */
export function factsText(facts: Readonly<Record<string, unknown>>): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node) => {
      node.flow = node !== document.contents && node.items.every((item) => isPlain(item));
    },
  });
  return document.toString({ lineWidth: 0 });
}

function isPlain(item: unknown): boolean {
  return isPair(item) ? !isCollection(item.value) : !isCollection(item);
}

/** `## Investigating · 2026-01-05 16:30 +07:00` and the same text in both languages. */
function sectionText({ status, at, zone, words }: NewSection): string {
  const heading = `## ${STATUS_HEADINGS[status]} · ${writtenTime(at, zone)}`;
  const passages = LANGUAGES.map(
    (language) => `### ${LANGUAGE_HEADINGS[language]}\n\n${words[language].trim()}\n`,
  );
  return [heading, ...passages].join('\n\n').replaceAll('\n\n\n', '\n\n');
}

/** The text of a note with a further update at its end, in the ends of lines that it has. */
export function withSection(text: string, section: NewSection): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.trimEnd()}${`\n\n${sectionText(section)}`.replaceAll('\n', newline)}`;
}
