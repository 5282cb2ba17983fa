import type { Site } from '../core/site.ts';
import { site } from './content/site.ts';

const NAME = 'virtual:terang-accent.css';
/** Vite takes what ends so for a style sheet. */
const RESOLVED = `/${NAME}`;

/** The site's own colours over those of `styles/tokens.css`; nothing where it has none. */
export function accentCss({ accent }: Pick<Site, 'accent'>): string {
  if (accent === undefined) return '';
  const root = (color: string) => `:root { --link: ${color}; --bar: ${color}; }`;
  return `${root(accent.light)}\n@media (prefers-color-scheme: dark) { ${root(accent.dark)} }\n`;
}

/** Gives the pages `virtual:terang-accent.css`, so that it is a part of their style sheet and of its hash. */
export const accentOfSite = {
  name: 'terang-accent',
  resolveId: (id: string) => (id === NAME ? RESOLVED : undefined),
  load: (id: string) => (id === RESOLVED ? accentCss(site()) : undefined),
};
