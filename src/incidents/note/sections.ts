import type { Heading as HeadingNode, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { IsoInstant } from '../../core/instant.ts';
import { LANGUAGES, type Language } from '../../core/language.ts';
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
const UNDER =
  'Every text stands under "### English" or "### Indonesia", which stand under a "##" with status and time';

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
    const name = `update ${index + 1}`;
    const { status, at, reasons } = readHeading(kind, words);
    for (const reason of reasons) problems.push(problem(place, name, reason));
    const passages = readPassages(lines, heading, nodes, name, problems);
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
  name: string,
  problems: NoteProblem[],
): Passage[] {
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
      problems.push(
        problem(
          place,
          name,
          `"### ${words}" is no language: write "### English" or "### Indonesia"; a heading inside the text has ####`,
        ),
      );
      continue;
    }
    const field = `${name}, ${LANGUAGE_HEADINGS[language]}`;
    if (heading.depth !== 3)
      problems.push(
        problem(
          place,
          name,
          `"${'#'.repeat(heading.depth)} ${words}" must have three #: write "### ${words}"`,
        ),
      );
    if (seen.has(language))
      problems.push(problem(place, field, `"### ${words}" stands twice in this update`));
    seen.add(language);
    const tree: Root = { type: 'root', children: [...inside] };
    if (isEmpty(tree))
      problems.push(problem(place, field, `nothing is written under "### ${words}": write the text there`));
    passages.push({ language, text: source(lines, inside), line: place.line, tree });
  }
  for (const language of LANGUAGES) {
    if (seen.has(language)) continue;
    // A heading that names no language is told already: it stands where this one is missing.
    if (unknown-- > 0) continue;
    const heading = LANGUAGE_HEADINGS[language];
    const reason = `"### ${heading}" is missing here: write the same text in that language under it`;
    problems.push(problem(section.position?.start ?? START, name, reason));
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

function stray(node: RootContent, field: string): NoteProblem {
  const reason = isHeading(node, 1)
    ? 'a heading with one # has no place in a note: its title stands in the facts at the top'
    : `this text belongs to no language. ${UNDER}`;
  return problem(node.position?.start ?? START, field, reason);
}

/** The lines that `nodes` stand on, as they were written. */
function source(lines: readonly string[], nodes: readonly RootContent[]): string {
  const first = nodes.at(0)?.position?.start.line;
  const last = nodes.at(-1)?.position?.end.line;
  return first === undefined || last === undefined ? '' : lines.slice(first - 1, last).join('\n');
}
