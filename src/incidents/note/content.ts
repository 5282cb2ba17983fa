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
      if (/<img\b/i.test(node.value)) return /github/i.test(node.value) ? ON_GITHUB : AS_TAG;
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

const STEPS =
  'open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in small letters with hyphens; then write here ![what it shows](images/the-name.png)';
/** What the web editor writes when an image is dropped into it. */
const ON_GITHUB = `this image lies on a server of GitHub, where the site can not keep it: save it to your computer, ${STEPS}`;
const AS_TAG = `an image is not written with <img>: ${STEPS}`;
const NOT_YET =
  'this image has no address: its upload had not ended when the note was saved. Take it out; to show an image, ';
const HOSTS = /^https?:\/\/([\w-]+\.)*(github|githubusercontent)\.com\//i;

function imageComplaint(alt: string | null | undefined, url: string): string | null {
  if (url.trim() === '') return `${NOT_YET}${STEPS}`;
  if (HOSTS.test(url)) return ON_GITHUB;
  const plain = nameForWeb(url);
  if (!isLocalImage(url) && plain !== null)
    return `the image "${url}" has a name that can not be used: rename it on your computer to "${plain.replace(/^.*\//, '')}", upload it again under that name, and write ![what it shows](${plain})`;
  if (!isLocalImage(url))
    return `the image "${url}" must be a file beside the note: write ![what it shows](images/name.png)`;
  if (alt === null || alt === undefined || alt.trim() === '')
    return `the image "${url}" has no text for those who can not see it: write ![what it shows](${url})`;
  return null;
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
