import type { Site } from '../../core/site.ts';
import { readSite } from '../../systems/site-file.ts';
import { CONTENT } from './files.ts';

let known: Site | undefined;

/** Whose site this is and what it offers. Throws an Error with every mistake of `site.yaml` and its pictures at once. */
export function site(): Site {
  known ??= readSite(CONTENT);
  return known;
}
