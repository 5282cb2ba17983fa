import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isLocalImage } from './markdown.ts';
import { type NoteProblem, problem, START } from './problem.ts';

/**
 * What may not stand in the words of a note, wherever it is: raw HTML, footnotes, and images that would not
 * show or say.
 */
export function contentProblems(tree: Root): NoteProblem[] {
  const problems: NoteProblem[] = [];
  const images = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    images.set(identifier, url);
  });
  visit(tree, (node, _, parent) => {
    const reason = complaint(node, parent?.type === 'root', images);
    if (reason !== null) problems.push(problem(node.position?.start ?? START, '', reason));
  });
  return problems;
}

/** Whether there is anything to read: a letter or a digit. */
export function isEmpty(tree: Root): boolean {
  return !/[\p{L}\p{N}]/u.test(textOf(tree, { includeImageAlt: false, includeHtml: false }));
}

function complaint(node: Nodes, atTop: boolean, images: ReadonlyMap<string, string>): string | null {
  switch (node.type) {
    case 'html':
      return `"${node.value.slice(0, 40)}" is read as HTML, which a note may not contain: write it without < and >, or as code between \`backticks\``;
    case 'heading':
      if (atTop || node.depth > 3) return null;
      return 'a heading stands inside a list or a quotation: move it to the start of its line, outside of them';
    case 'image':
      return imageComplaint(node.alt, node.url);
    case 'footnoteReference':
    case 'footnoteDefinition':
      return `"[^${node.label ?? node.identifier}]" is a footnote, which feeds and messages can not show: write what it says into the text, in (brackets)`;
    case 'imageReference':
      return imageComplaint(node.alt, images.get(node.identifier) ?? '');
    default:
      return null;
  }
}

function imageComplaint(alt: string | null | undefined, url: string): string | null {
  if (!isLocalImage(url))
    return `the image "${url}" must be a file beside the note: write ![what it shows](images/name.png)`;
  if (alt === null || alt === undefined || alt.trim() === '')
    return `the image "${url}" has no text for those who can not see it: write ![what it shows](${url})`;
  return null;
}
