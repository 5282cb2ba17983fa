import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Font } from 'satori';

// Found in node_modules at build time, wherever the bundler puts this file below the project.
const require = createRequire(import.meta.url);

/** Where letters come from; a later package is asked only for what no earlier one has. */
const SOURCES = [
  {
    manifest: require.resolve('@fontsource/noto-sans/package.json'),
    file: 'noto-sans',
    family: 'Noto Sans',
    subsets: null,
  },
  {
    manifest: require.resolve('@fontsource/noto-sans-arabic/package.json'),
    file: 'noto-sans-arabic',
    family: 'Noto Sans Arabic',
    subsets: ['arabic'],
  },
] as const;
/** The heavier first: where letters are missing the painter takes the first face that has them, and titles are heavy. */
const WEIGHTS = [600, 400] as const;

/** The faces that a text needs: for the layout, and the same bytes for the painting. */
export interface Faces {
  /** As CSS names them. */
  readonly family: string;
  readonly fonts: readonly Font[];
}

interface Subset {
  readonly name: string;
  readonly family: string;
  readonly files: readonly string[];
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

let subsets: readonly Subset[] | undefined;
const known = new Map<string, Faces>();

/** The faces for every letter of a text that there is one for; the same object for the same faces. */
export function facesFor(text: string): Faces {
  subsets ??= SOURCES.flatMap(subsetsOf);
  const codes = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const needed = new Set(subsets.filter(({ name }) => name === 'Noto Sans latin'));
  for (const code of codes) {
    const holds = subsets.filter(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    if (holds[0] !== undefined && !holds.some((subset) => needed.has(subset))) needed.add(holds[0]);
  }
  const inOrder = subsets.filter((subset) => needed.has(subset));
  const key = inOrder.map(({ name }) => name).join();
  const faces = known.get(key) ?? load(inOrder);
  known.set(key, faces);
  return faces;
}

/** What a drawing depends on besides its model: the versions of the packages that draw it. */
export function packageVersions(): string[] {
  const manifests = [require.resolve('satori/package.json'), ...SOURCES.map(({ manifest }) => manifest)];
  // The painter keeps its manifest to itself: it lies beside what it gives.
  const painter = path.join(path.dirname(require.resolve('@resvg/resvg-wasm')), 'package.json');
  return [...manifests, painter].map((file) => {
    const { name, version } = require(file) as { name: string; version: string };
    return `${name} ${version}`;
  });
}

function subsetsOf(source: (typeof SOURCES)[number]): Subset[] {
  const folder = path.dirname(source.manifest);
  const ranges = require(path.join(folder, 'unicode.json')) as Record<string, string>;
  return Object.entries(ranges)
    .filter(([name]) => source.subsets === null || source.subsets.some((subset) => subset === name))
    .map(([name, range]) => ({
      name: `${source.family} ${name}`,
      family: source.family,
      files: WEIGHTS.map((weight) =>
        path.join(folder, 'files', `${source.file}-${name}-${weight}-normal.woff2`),
      ),
      ranges: range.split(',').map((part): [number, number] => {
        const [from = '', to = from] = part.replace('U+', '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      }),
    }));
}

/** Each subset has a name of its own for the layout, which knows one file a name and weight. */
function load(some: readonly Subset[]): Faces {
  const families = [...new Set(some.map(({ family }) => family)), ...some.map(({ name }) => name)];
  return {
    family: families.join(', '),
    fonts: some.flatMap(({ name, family, files }) =>
      files.map((file, index) => ({
        name: name === 'Noto Sans latin' ? family : name,
        weight: WEIGHTS[index] ?? WEIGHTS[0],
        style: 'normal',
        data: readFileSync(file),
      })),
    ),
  };
}
