import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../note/markdown.ts';

/**
 * The words of a note as plain text, for where no Markdown is read: paragraphs apart, lists with their marks, the
 * address of a link behind its words, an image as the text that says what it shows. `leads` as in `noteHtml`.
 */
export function noteText(markdown: string, leads: (link: string) => string): string {
  const tree = parseMarkdown(markdown, false);
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!addresses.has(identifier)) addresses.set(identifier, url);
  });
  const linked = (words: string, url: string | undefined) => {
    const address = url === undefined ? words : leads(url);
    return address === words ? words : `${words} (${address})`;
  };
  const all = (nodes: readonly Nodes[], between: string) =>
    nodes
      .map(text)
      .filter((one) => one !== '')
      .join(between);
  const text = (node: Nodes): string => {
    switch (node.type) {
      case 'root':
      case 'blockquote':
        return all(node.children, '\n\n');
      case 'list':
        return node.children
          .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${text(item)}`)
          .join('\n');
      case 'listItem':
        return all(node.children, '\n').replaceAll('\n', '\n  ');
      case 'table':
        return all(node.children, '\n');
      case 'tableRow':
        return node.children.map(text).join(' | ');
      case 'link':
        return linked(all(node.children, ''), node.url);
      case 'linkReference':
        return linked(all(node.children, ''), addresses.get(node.identifier));
      case 'break':
        return '\n';
      case 'text':
        return node.value.replace(/\s*\n\s*/g, ' ');
      case 'html':
      case 'definition':
        return '';
      default:
        return 'children' in node ? all(node.children, '') : textOf(node);
    }
  };
  return text(tree);
}
