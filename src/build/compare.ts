import pLimit from 'p-limit';
import { sha256Hex } from '../core/canonical.ts';
import type { ListedFile } from './file-list.ts';
import type { Answer } from './served.ts';

/** In what a site differs from the build that was made anew. */
export interface Difference {
  readonly path: string;
  /** `other` bytes, `missing` on the site, or `added`: the site has it, and the build makes no such file. */
  readonly is: 'other' | 'missing' | 'added';
}

export interface Compared {
  /** How many files were compared. */
  readonly counted: number;
  readonly differences: readonly Difference[];
  /** Which files the site did not answer for, and how. */
  readonly unread: readonly string[];
}

/**
 * How a file reads at a time, in milliseconds since 1970, where the server of a site turns it over when it is out of date;
 * null for what it serves as it is.
 */
export type TurnOf = (file: string) => ((text: string, at: number) => string) | null;

/** A file that the site served just as it lists it, of which the hash is kept alone. */
export interface TakenFile {
  readonly sha256: string;
}

export interface Comparison {
  /** The list of the build that was made anew, and its bytes. */
  readonly built: readonly ListedFile[];
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Paths that the site has or says that it has. */
  readonly stated: readonly string[];
  readonly ask: (file: string) => Promise<Answer | TakenFile>;
  readonly turnOf: TurnOf;
}

/** What is for the host and not for readers: one that takes it for itself does not serve it. */
const FOR_HOSTS: readonly string[] = ['.nojekyll', '_headers'];

function shaOf(answer: TakenFile | { readonly bytes: Uint8Array }): string {
  return 'sha256' in answer ? answer.sha256 : sha256Hex(answer.bytes);
}

/** Questions at a time. */
export const AT_ONCE = 8;
/** A `Date` is in whole seconds, and the answer was made within the one that it names. */
const SECOND = 1000;

/** Asks the site for every file that either of the two has, and holds the bytes against those that were made anew. */
export async function compareFiles({ built, read, stated, ask, turnOf }: Comparison): Promise<Compared> {
  const made = new Map(built.map((file) => [file.path, file.sha256]));
  const differences: Difference[] = [];
  const unread: string[] = [];
  let kept = 0;
  const all = [...new Set([...made.keys(), ...stated])].toSorted((a, b) => (a < b ? -1 : 1));
  const limit = pLimit(AT_ONCE);
  const look = async (file: string) => {
    const answer = await ask(file);
    const expected = made.get(file);
    if ('because' in answer) {
      if (answer.because === 'unreachable') unread.push(answer.detail);
      else if (FOR_HOSTS.includes(file)) kept++;
      else if (expected !== undefined) differences.push({ path: file, is: 'missing' });
      // What neither has is only a list that says more than there is: the list itself differs, and is told.
      else differences.push({ path: file, is: 'added' });
    } else if (expected === undefined) differences.push({ path: file, is: 'added' });
    else if (shaOf(answer) !== expected) {
      const turn = turnOf(file);
      const isTurned = turn !== null && 'bytes' in answer && isTurnOf(await read(file), turn, answer);
      if (!isTurned) differences.push({ path: file, is: 'other' });
    }
  };
  await Promise.all(all.map((file) => limit(look, file)));
  const inOrder = differences.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { counted: all.length - unread.length - kept, differences: inOrder, unread: unread.toSorted() };
}

function isTurnOf(
  made: Uint8Array,
  turn: (text: string, at: number) => string,
  { bytes, at }: { readonly bytes: Uint8Array; readonly at: number },
): boolean {
  const [text, served] = [made, bytes].map((one) => Buffer.from(one).toString('utf8')) as [string, string];
  return [at, at + SECOND - 1].some((time) => turn(text, time) === served);
}
