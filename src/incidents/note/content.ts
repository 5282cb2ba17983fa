import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Said } from '../../words/said.ts';
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
    const wrong = complaint(node, parent?.type === 'root', images);
    if (wrong !== null) problems.push(problem(node.position?.start ?? START, '', wrong));
  });
  return problems;
}

/** Whether there is anything to read: a letter or a digit. */
export function isEmpty(tree: Root): boolean {
  return !/[\p{L}\p{N}]/u.test(textOf(tree, { includeImageAlt: false, includeHtml: false }));
}

function complaint(node: Nodes, atTop: boolean, images: ReadonlyMap<string, string>): Said | null {
  switch (node.type) {
    case 'html':
      if (!/<img\b/i.test(node.value))
        return { code: 'content.html', values: { html: node.value.slice(0, 40) } };
      // What the web editor writes when an image is dropped into it.
      return { code: /github/i.test(node.value) ? 'content.image-on-github' : 'content.image-tag' };
    case 'heading':
      return atTop || node.depth > 3 ? null : { code: 'content.nested-heading' };
    case 'image':
      return imageComplaint(node.alt, node.url);
    case 'footnoteReference':
    case 'footnoteDefinition':
      return { code: 'content.footnote', values: { mark: `[^${node.label ?? node.identifier}]` } };
    case 'imageReference':
      return imageComplaint(node.alt, images.get(node.identifier) ?? '');
    default:
      return null;
  }
}

const HOSTS = /^https?:\/\/([\w-]+\.)*(github|githubusercontent)\.com\//i;

function imageComplaint(alt: string | null | undefined, url: string): Said | null {
  if (url.trim() === '') return { code: 'content.image-uploading' };
  if (HOSTS.test(url)) return { code: 'content.image-on-github' };
  const path = nameForWeb(url);
  if (!isLocalImage(url))
    return path === null
      ? { code: 'content.image-elsewhere', values: { url } }
      : { code: 'content.image-name', values: { url, path, name: path.replace(/^.*\//, '') } };
  return (alt ?? '').trim() === '' ? { code: 'content.image-silent', values: { url } } : null;
}

/**
 * The name that an image beside the note could have: `images/IMG 1234.JPG` → `images/img-1234.jpg`. Null of one that is
 * elsewhere, or of another format, or that has such a name.
 */
export function nameForWeb(url: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\.\./i.test(url)) return null;
  const [, folder = '', name = '', ending = ''] =
    /^(?:\.\/)?((?:[\w-]+\/)*)([^/]+)\.(png|jpe?g|webp)$/i.exec(decoded(url)) ?? [];
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? null : `${folder}${plain}.${ending.toLowerCase()}`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url; // A percent sign of its own.
  }
}
