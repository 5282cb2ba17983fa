import { visit } from 'unist-util-visit';
import type { Said } from '../../words/said.ts';
import { nameForWeb } from '../note/content.ts';
import { isLocalImage } from '../note/markdown.ts';
import type { Breach, Rules } from './rule.ts';

/** Links lead to https pages, to this site, or to a file beside the note that is there; so do images. */
export const linkRules: Rules<'link'> = {
  link: ({ sections }, { exists }) =>
    sections.flatMap(({ passages }) =>
      passages.flatMap(({ tree }) => {
        const breaches: Breach[] = [];
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
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/iu;
const FILE = /\.(?:avif|csv|docx?|gif|html?|jpe?g|json|md|pdf|png|svg|txt|webp|xlsx?|zip)$/iu;

function linkFault(url: string, exists: Exists): Said | null {
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\\]/u.test(url)) return { code: 'link.hides', values: { url } };
  if (url.startsWith('#') || /^\/(?!\/)/u.test(url)) return null;
  if (/^https:\/\//iu.test(url))
    return URL.canParse(url) && new URL(url).username === ''
      ? null
      : { code: 'link.unreadable', values: { url } };
  if (/^mailto:.*@/iu.test(url)) return null; // The address is found as one: see secrets.ts.
  if (/^http:\/\//iu.test(url))
    return { code: 'link.unencrypted', values: { url, meant: url.replace(/^http:/iu, 'https:') } };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(url) || url.startsWith('//'))
    return { code: 'link.nowhere', values: { url } };
  return missing(url, exists);
}

/** Whether an image is one beside the note is a matter of form; here only whether it is there. */
function imageFault(url: string, exists: Exists): Said | null {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(url) ? null : missing(url, exists);
}

/** `www.example.com` or `example.com/x`: a page whose https:// was left out. */
function isBareAddress(path: string): boolean {
  const [host = '', ...rest] = path.split('/');
  return HOST.test(host) && (rest.length > 0 || !FILE.test(host));
}

function missing(url: string, exists: Exists): Said | null {
  // An image whose name can not be used, or that has none, is told by the form.
  if (url === '' || (nameForWeb(url) !== null && !isLocalImage(url))) return null;
  const [path = ''] = url.replace(/^\.\//u, '').split(/[?#]/u);
  if (path !== '' && !path.split('/').includes('..') && exists(path)) return null;
  return { code: isBareAddress(path) ? 'link.bare' : 'link.missing', values: { url } };
}
