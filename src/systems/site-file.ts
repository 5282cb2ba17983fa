import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { type Site, siteSchema } from '../core/site.ts';
import { readSvg } from '../core/svg.ts';
import { type FileProblem, parseYaml, readYaml } from '../core/yaml.ts';
import { formatProblem } from '../words/said.ts';

/** The longest picture that is let in, in characters: it stands in every page. */
const LONGEST_PICTURE = 20_000;

/** Where it stands below the content root. */
export function siteFile(contentRoot: string): string {
  return path.join(contentRoot, 'written', 'site.yaml');
}

/**
 * Reads `written/site.yaml` below the content root, and the pictures it names.
 *
 * @throws ExpectedError with every mistake at once, each as `file:line:column field: reason`
 */
export function readSite(contentRoot: string): Site {
  const read = siteOrProblems(contentRoot);
  if ('site' in read) return read.site;
  throw new ExpectedError(read.problems.map((problem) => formatProblem(problem)).join('\n'));
}

/** The same, with what is wrong as problems. */
export function siteOrProblems(
  contentRoot: string,
): { readonly site: Site } | { readonly problems: readonly FileProblem[] } {
  const file = siteFile(contentRoot);
  if (!existsSync(file))
    return { problems: [{ file, line: 1, column: 1, field: '', code: 'expected.site-file' }] };
  const text = readFileSync(file, 'utf8');
  const parsed = parseYaml(file, text, siteSchema);
  const value = 'value' in parsed ? parsed.value : readYaml(text).value;
  const named = (value ?? {}) as { readonly logo?: unknown; readonly favicon?: unknown };
  const { whereIs } = readYaml(text);
  const picture = (field: 'logo' | 'favicon') => {
    const name = named[field];
    if (typeof name !== 'string' || !/^[a-z0-9-]+\.svg$/.test(name)) return { problems: [] };
    const beside = path.join(path.dirname(file), name);
    const here = { file, ...whereIs([field]), field };
    if (!existsSync(beside))
      return { problems: [{ ...here, code: 'svg.missing' as const, values: { name } }] };
    const svg = readFileSync(beside, 'utf8');
    if (svg.length > LONGEST_PICTURE)
      return { problems: [{ ...here, code: 'svg.long' as const, values: { most: `${LONGEST_PICTURE}` } }] };
    const read = readSvg(svg, { inline: field === 'logo' });
    return 'svg' in read
      ? { ...read, text: svg }
      : { problems: read.problems.map((one) => ({ file: beside, field: '', ...one })) };
  };
  const [logo, favicon] = [picture('logo'), picture('favicon')];
  const problems = [parsed, logo, favicon].flatMap((one): readonly FileProblem[] =>
    'problems' in one ? one.problems : [],
  );
  if (problems.length > 0 || 'problems' in parsed) return { problems };
  return {
    site: {
      ...parsed.value,
      logo: 'svg' in logo ? logo.svg : null,
      favicon: 'text' in favicon ? favicon.text : null,
    },
  };
}
