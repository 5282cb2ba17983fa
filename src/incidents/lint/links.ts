import { visit } from 'unist-util-visit';
import { nameForWeb } from '../note/content.ts';
import { isLocalImage } from '../note/markdown.ts';
import type { Rule } from './rule.ts';

/** Links lead to https pages, to this site, or to a file beside the note that is there; so do images. */
export const links: Rule = {
  id: 'link',
  find: ({ sections }, { exists }) =>
    sections.flatMap(({ passages }) =>
      passages.flatMap(({ tree }) => {
        const breaches: { line: number; column: number; reason: string; instead: string }[] = [];
        visit(tree, ['link', 'definition', 'image'], (node) => {
          if (!('url' in node)) return;
          const wrong = node.type === 'image' ? imageFault(node.url, exists) : linkFault(node.url, exists);
          if (wrong === null) return;
          const { line = 1, column = 1 } = node.position?.start ?? {};
          breaches.push({ line, column, ...wrong });
        });
        return breaches;
      }),
    ),
};

type Exists = (path: string) => boolean;
interface Fault {
  readonly reason: string;
  readonly instead: string;
}

const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/iu;
const FILE = /\.(?:avif|csv|docx?|gif|html?|jpe?g|json|md|pdf|png|svg|txt|webp|xlsx?|zip)$/iu;

const HTTPS =
  'Write an address that begins with https://, or one of this site that begins with /en/ or /id/.';

function linkFault(url: string, exists: Exists): Fault | null {
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\\]/u.test(url))
    return { reason: `the link "${url}" holds a character that hides where it leads`, instead: HTTPS };
  if (url.startsWith('#') || /^\/(?!\/)/u.test(url)) return null;
  if (/^https:\/\//iu.test(url))
    return URL.canParse(url) && new URL(url).username === ''
      ? null
      : { reason: `the link "${url}" can not be read as an address`, instead: HTTPS };
  if (/^mailto:.*@/iu.test(url)) return null; // The address is found as one: see contact.ts.
  if (/^http:\/\//iu.test(url))
    return {
      reason: `the link "${url}" is not encrypted`,
      instead: `Write ${url.replace(/^http:/iu, 'https:')}.`,
    };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(url) || url.startsWith('//'))
    return { reason: `the link "${url}" leads to no page`, instead: HTTPS };
  return missing(url, exists);
}

/** Whether an image is one beside the note is a matter of form; here only whether it is there. */
function imageFault(url: string, exists: Exists): Fault | null {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(url) ? null : missing(url, exists);
}

/** `www.example.com` or `example.com/x`: a page whose https:// was left out. */
function isBareAddress(path: string): boolean {
  const [host = '', ...rest] = path.split('/');
  return HOST.test(host) && (rest.length > 0 || !FILE.test(host));
}

function missing(url: string, exists: Exists): Fault | null {
  // An image whose name can not be used, or that has none, is told by the form.
  if (url === '' || (nameForWeb(url) !== null && !isLocalImage(url))) return null;
  const [path = ''] = url.replace(/^\.\//u, '').split(/[?#]/u);
  if (path !== '' && !path.split('/').includes('..') && exists(path)) return null;
  if (isBareAddress(path))
    return { reason: `the link "${url}" does not begin with https://`, instead: `Write https://${url}.` };
  return {
    reason: `the file "${url}" is not there`,
    instead:
      'Put it into the folder beside the note and write its path from there, such as images/delay.png.',
  };
}
