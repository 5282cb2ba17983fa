import type { Heading as HeadingNode, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { IsoInstant } from '../../core/instant.ts';
import { LANGUAGES, type Language } from '../../core/language.ts';
import type { Said } from '../../words/said.ts';
import { isEmpty } from './content.ts';
import { type HeadingStatus, readHeading } from './heading.ts';
import { type NoteProblem, problem, START } from './problem.ts';

/** The words of one update in one language. */
export interface Passage {
  readonly language: Language;
  /** Markdown without the blank lines around it. */
  readonly text: string;
  /** The line of its heading. */
  readonly line: number;
  /** Its nodes, with their places in the file. */
  readonly tree: Root;
}

/** One `##` of a note. */
export interface Section {
  /** Counted from 1. */
  readonly number: number;
  readonly heading: string;
  readonly line: number;
  readonly column: number;
  readonly status: HeadingStatus | null;
  readonly at: IsoInstant | null;
  readonly passages: readonly Passage[];
}

export const LANGUAGE_HEADINGS: Readonly<Record<Language, string>> = { en: 'English', id: 'Indonesia' };

/** Divides the body of a note: `##` a status and its time, under it `### English` and `### Indonesia`. */
export function readSections(
  kind: 'incident' | 'maintenance',
  text: string,
  body: readonly RootContent[],
): { readonly sections: readonly Section[]; readonly problems: readonly NoteProblem[] } {
  const problems: NoteProblem[] = [];
  const lines = text.split('\n');
  const { before, parts } = divide(body, (node) => isHeading(node, 2) && languageOf(node) === undefined);
  for (const node of before) problems.push(stray(node, ''));
  const sections = parts.map(({ heading, nodes }, index): Section => {
    const place = heading.position?.start ?? START;
    const words = textOf(heading).trim();
    const name: Said = { code: 'part.update', values: { number: index + 1 } };
    const { status, at, wrong } = readHeading(kind, words);
    for (const one of wrong) problems.push(problem(place, name, one));
    const passages = readPassages(lines, heading, nodes, index + 1, problems);
    return {
      number: index + 1,
      heading: words,
      line: place.line,
      column: place.column,
      status,
      at,
      passages,
    };
  });
  return { sections, problems };
}

function readPassages(
  lines: readonly string[],
  section: HeadingNode,
  nodes: readonly RootContent[],
  number: number,
  problems: NoteProblem[],
): Passage[] {
  const name: Said = { code: 'part.update', values: { number } };
  const { before, parts } = divide(nodes, (node) => isHeading(node, 3) || languageOf(node) !== undefined);
  for (const node of before) problems.push(stray(node, name));
  const passages: Passage[] = [];
  const seen = new Set<string>();
  let unknown = 0;
  for (const { heading, nodes: inside } of parts) {
    const place = heading.position?.start ?? START;
    const words = textOf(heading).trim();
    const language = languageOf(heading);
    for (const node of inside) if (isHeading(node, 1)) problems.push(stray(node, name));
    if (language === undefined) {
      unknown += 1;
      problems.push(problem(place, name, { code: 'section.language', values: { words } }));
      continue;
    }
    const field: Said = {
      code: 'part.passage',
      values: { number, heading: LANGUAGE_HEADINGS[language] },
    };
    if (heading.depth !== 3) {
      const written = `${'#'.repeat(heading.depth)} ${words}`;
      problems.push(problem(place, name, { code: 'section.level', values: { heading: written, words } }));
    }
    if (seen.has(language))
      problems.push(problem(place, field, { code: 'section.twice', values: { words } }));
    seen.add(language);
    const tree: Root = { type: 'root', children: [...inside] };
    if (isEmpty(tree)) problems.push(problem(place, field, { code: 'section.empty', values: { words } }));
    passages.push({ language, text: source(lines, inside), line: place.line, tree });
  }
  for (const language of LANGUAGES) {
    if (seen.has(language)) continue;
    // A heading that names no language is told already: it stands where this one is missing.
    if (unknown-- > 0) continue;
    const heading = LANGUAGE_HEADINGS[language];
    const missing = { code: 'section.missing', values: { heading } } as const;
    problems.push(problem(section.position?.start ?? START, name, missing));
  }
  return passages;
}

interface Part {
  readonly heading: HeadingNode;
  readonly nodes: RootContent[];
}

function divide(
  nodes: readonly RootContent[],
  begins: (node: HeadingNode) => boolean,
): { before: RootContent[]; parts: Part[] } {
  const before: RootContent[] = [];
  const parts: Part[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && begins(node)) parts.push({ heading: node, nodes: [] });
    else (parts.at(-1)?.nodes ?? before).push(node);
  }
  return { before, parts };
}

/** The language that a heading names, also one level too high: what stands under it is no update of its own. */
function languageOf(heading: HeadingNode): (typeof LANGUAGES)[number] | undefined {
  const words = textOf(heading).trim().toLowerCase();
  return heading.depth > 3
    ? undefined
    : LANGUAGES.find((one) => LANGUAGE_HEADINGS[one].toLowerCase() === words);
}

function isHeading(node: RootContent, depth: number): node is HeadingNode {
  return node.type === 'heading' && node.depth === depth;
}

function stray(node: RootContent, field: NoteProblem['field']): NoteProblem {
  const code = isHeading(node, 1) ? 'section.title' : 'section.stray';
  return problem(node.position?.start ?? START, field, { code });
}

/** The lines that `nodes` stand on, as they were written. */
function source(lines: readonly string[], nodes: readonly RootContent[]): string {
  const first = nodes.at(0)?.position?.start.line;
  const last = nodes.at(-1)?.position?.end.line;
  return first === undefined || last === undefined ? '' : lines.slice(first - 1, last).join('\n');
}
