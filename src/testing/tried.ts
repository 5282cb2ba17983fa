import { expect } from 'vitest';
import { terang } from '../commands/terang.ts';
import { readTree } from './content.ts';

const NOW = '2026-03-20T12:00:00Z';

/** `npm run try` as it is typed, in an environment of its own. */
export function typedTry(line: string, env: Readonly<Record<string, string>> = {}) {
  return terang(['try', ...line.split(' ').filter((word) => word !== '')], {
    env,
    now: () => NOW,
    step: () => undefined,
    tell: () => undefined,
    isTerminal: false,
    onStop: () => undefined,
  });
}

/** Holds what `work` does against what stands on disk: nothing of it may be another. */
export async function writingNothing<T>(root: string, work: () => Promise<T>): Promise<T> {
  const before = await readTree(root);
  const done = await work();
  expect(await readTree(root)).toEqual(before);
  return done;
}
