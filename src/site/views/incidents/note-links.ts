import type { Reader } from '../../../words/reader.ts';

/**
 * Where a link in a note leads. People write addresses of this site from its root (`/en/transparency/`); where it
 * stands below a path, they stand there too. Elsewhere than on the page itself (`from`), they are absolute.
 */
export function noteLinks(
  { paths }: Reader,
  from: { readonly page: string; readonly absolute: (path: string) => string } | null = null,
): (link: string) => string {
  const { root } = paths;
  const elsewhere = (path: string) => (from === null ? path : from.absolute(path));
  return (link) => {
    if (link.startsWith('#')) return from === null ? link : from.absolute(`${from.page}${link}`);
    if (!/^\/(?!\/)/.test(link)) return link;
    return elsewhere(root !== '/' && link.startsWith(root) ? link : `${root}${link.slice(1)}`);
  };
}
