import type { Nodes } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../note/markdown.ts';
import { type CorrectedWords, markCorrected } from './note-html-corrected.ts';
import { imagePath } from './note-image.ts';

/** `h1` to `h3` are the page's own. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['h1', 'h2', 'h3'].includes(name)),
  protocols: { href: ['http', 'https'] },
};

/** Where an image that was accepted is served, and how much room it takes, in pixels. */
export interface ServedImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The words of a note as HTML: what Markdown can say and nothing else. Raw HTML, links of other schemes than http
 * and images from elsewhere are left out, though no note that has them is accepted. `served` knows the images by
 * their path beside the note; of one that it does not know, the text that says what it shows stands in its place.
 * `leads` says where a link to this site, or to a place in the note, leads from where the words are shown.
 * Words that were `corrected` are marked, with the correction right behind them.
 */
export function noteHtml(
  markdown: string,
  served: (path: string) => ServedImage | null,
  leads: (link: string) => string,
  corrected: readonly CorrectedWords[] = [],
): string {
  const tree = sanitize(toHast(parseMarkdown(markdown, false)) as Nodes, schema) as Nodes;
  visit(tree, 'element', ({ tagName, properties }, index, parent) => {
    if (tagName === 'a' && typeof properties.href === 'string') {
      const file = imagePath(properties.href);
      properties.href = (file === null ? null : served(file)?.src) ?? leads(properties.href);
    }
    if (tagName !== 'img' || parent === undefined || index === undefined) return;
    const alt = String(properties.alt ?? '');
    const path = imagePath(String(properties.src));
    const image = path === null ? null : served(path);
    parent.children[index] =
      image === null
        ? { type: 'text', value: alt }
        : {
            type: 'element',
            tagName: 'img',
            properties: { ...image, alt, loading: 'lazy', decoding: 'async' },
            children: [],
          };
  });
  for (const one of corrected) markCorrected(tree, one);
  return toHtml(tree);
}
