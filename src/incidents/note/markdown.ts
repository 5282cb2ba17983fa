import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** The tree of a note with its front matter, or (`false`) of a passage, where `---` is a line across. */
export function parseMarkdown(text: string, withFrontMatter: boolean): Root {
  return fromMarkdown(text, {
    extensions: withFrontMatter ? [gfm(), frontmatter(['yaml'])] : [gfm()],
    mdastExtensions: withFrontMatter
      ? [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])]
      : [gfmFromMarkdown()],
  });
}

const LOCAL = /^(\.\/)?[A-Za-z0-9][\w-]*(\/[A-Za-z0-9][\w-]*)*\.(png|jpe?g|webp|avif|gif)$/;

/** Whether an image stands in a folder beside its note: never fetched from elsewhere, never outside. */
export function isLocalImage(url: string): boolean {
  return LOCAL.test(url);
}
