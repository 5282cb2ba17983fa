import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sha256Hex } from '../core/canonical.ts';
import { type Compared, compareFiles, type Difference, type TurnOf } from './compare.ts';
import { listFolder } from './file-list.ts';
import type { NotMade } from './make-anew.ts';
import { type Answer, type Ask, textOf } from './served.ts';
import {
  type BuildStatement,
  type Built,
  LIST_FILE,
  STATEMENT_FILE,
  statementSchema,
  UNBUILDABLE,
  UNLISTED,
} from './statement.ts';
import { type Taken, takeSite } from './take.ts';

/** Why it is not known whether a site is what its commit makes. */
export const REBUILD_DOUBTS = [
  'no-statement',
  ...UNBUILDABLE,
  ...(['moved-on', 'no-commit', 'install-failed', 'build-failed', 'other-node', 'unread'] as const),
] as const;
export type RebuildDoubt = (typeof REBUILD_DOUBTS)[number];

/** What came of making a site anew. */
export type Rebuilt =
  | { readonly verdict: 'same'; readonly counted: number }
  | { readonly verdict: 'differs'; readonly counted: number; readonly differences: readonly Difference[] }
  | { readonly verdict: 'unknown'; readonly because: RebuildDoubt; readonly detail: string };

export interface Rebuild {
  readonly ask: Ask;
  /** Every file that is there, where the place is a folder and tells. */
  readonly present: readonly string[];
  readonly turnOf: TurnOf;
  /** Makes a build anew in an empty folder, and says where its files are (`makeAnew`). */
  readonly make: (built: Built, folder: string) => Promise<string | NotMade>;
  readonly onStep?: ((message: string) => void) | undefined;
}

/** Makes a site anew from the commit and the instant that it states, and compares every file with what it serves. */
export async function rebuild({ ask, present, make, turnOf, onStep }: Rebuild): Promise<Rebuilt> {
  const first = statedBy(await ask(STATEMENT_FILE));
  if ('verdict' in first) return first;
  // Before the build, which takes minutes: until then the site may have been published anew.
  onStep?.('Reading every file of the site');
  const taken = await takeSite(ask, present);
  if (taken === null) return unknown('moved-on');
  const stated = statedBy(taken.statement);
  if ('verdict' in stated) return stated;
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-rebuild-'));
  try {
    const made = await make(stated, folder);
    return typeof made === 'string'
      ? await held(stated, made, taken, { turnOf, onStep })
      : unknown(made.because, made.detail);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unknown(because: RebuildDoubt, detail = ''): Rebuilt {
  return { verdict: 'unknown', because, detail };
}

function statedBy(answer: Answer): Built | Rebuilt {
  if (answer.bytes === null)
    return unknown('no-statement', answer.because === 'missing' ? STATEMENT_FILE : answer.detail);
  const statement = statementIn(textOf(answer));
  if (statement === null) return unknown('no-statement', STATEMENT_FILE);
  const { source } = statement;
  return source.commit === null ? unknown(source.because) : { ...statement, source };
}

/** What a build says of itself; null where it is no such statement. */
export function statementIn(text: string): BuildStatement | null {
  try {
    return statementSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function held(
  stated: Built,
  made: string,
  { list, paths, ask }: Taken,
  { turnOf, onStep }: Pick<Rebuild, 'turnOf' | 'onStep'>,
): Promise<Rebuilt> {
  const { files } = await listFolder(made, UNLISTED);
  onStep?.(`Comparing ${files.length} files`);
  if (list.bytes === null && list.because === 'unreachable') return unknown('unread', list.detail);
  const found = await compareFiles({
    built: files,
    read: (file) => readFile(path.join(made, file)),
    stated: paths,
    ask,
    turnOf,
  });
  const again = statementIn(await readFile(path.join(made, STATEMENT_FILE), 'utf8'));
  return verdictOf(stated, again, {
    ...found,
    differences: [...found.differences, ...listFaults(stated, again, sha256Hex(textOf(list)))],
  });
}

/** The list and the statement, which are in no list: where they do not say what the build says of itself. */
function listFaults(stated: Built, again: BuildStatement | null, listed: string): Difference[] {
  const isSame = again !== null && isDeepStrictEqual({ ...again, node: stated.node }, stated);
  return [
    ...(again?.files.sha256 === listed ? [] : [{ path: LIST_FILE, is: 'other' } as const]),
    ...(isSame ? [] : [{ path: STATEMENT_FILE, is: 'other' } as const]),
  ];
}

const MOST_NAMED = 5;

function verdictOf(
  stated: Built,
  again: BuildStatement | null,
  { counted, differences, unread }: Compared,
): Rebuilt {
  const node = again?.node ?? '?';
  // Another version of Node has other words for dates and may pack otherwise: it makes other bytes, and no other files.
  if (differences.length > 0 && node !== stated.node && differences.every(({ is }) => is === 'other'))
    return unknown('other-node', `${stated.node}, ${node}; ${differences.length} files`);
  if (differences.length > 0) return { verdict: 'differs', counted, differences };
  if (unread.length > 0) return unknown('unread', unread.slice(0, MOST_NAMED).join(', '));
  return { verdict: 'same', counted };
}
