import type { Nodes } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { isLocalImage, parseMarkdown } from './note/markdown.ts';

/** `h1` to `h3` are the page's own. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['h1', 'h2', 'h3'].includes(name)),
  protocols: { href: ['http', 'https'] },
};

/**
 * The words of a note as HTML: what Markdown can say and nothing else. Raw HTML, links of other schemes than http
 * and images from elsewhere are left out, though no note that has them is accepted.
 */
export function noteHtml(markdown: string): string {
  const tree = sanitize(toHast(parseMarkdown(markdown, false)) as Nodes, schema) as Nodes;
  visit(tree, 'element', ({ tagName, properties }, index, parent) => {
    if (tagName !== 'img' || isLocalImage(String(properties.src))) return;
    if (parent !== undefined && index !== undefined)
      parent.children[index] = { type: 'text', value: String(properties.alt ?? '') };
  });
  return toHtml(tree);
}
