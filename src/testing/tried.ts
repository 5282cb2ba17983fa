import { expect } from 'vitest';
import { terang } from '../commands/terang.ts';
import { readTree } from './content.ts';

const NOW = '2026-03-20T12:00:00Z';

type Environment = Readonly<Record<string, string>>;

/** `npm run try` as it is typed, in an environment of its own. */
export function typedTry(line: string, env: Environment = {}) {
  return typed(['try', ...line.split(' ')], env);
}

/** `npm run doctor` in the same way. */
export function typedDoctor(line: string, env: Environment = {}) {
  return typed(['doctor', ...line.split(' ')], env);
}

interface Told {
  readonly state: 'ok' | 'todo' | 'untold';
  readonly code: string;
  readonly text: string;
}

/** The lines of `npm run doctor -- --json`. */
export function toldBy({ text }: { readonly text: string }): Told[] {
  return JSON.parse(text) as Told[];
}

function typed(words: readonly string[], env: Environment) {
  return terang(
    words.filter((word) => word !== ''),
    {
      env,
      now: () => NOW,
      step: () => undefined,
      tell: () => undefined,
      isTerminal: false,
      onStop: () => undefined,
    },
  );
}

/** Holds what `work` does against what stands on disk: nothing of it may be another. */
export async function writingNothing<T>(root: string, work: () => Promise<T>): Promise<T> {
  const before = await readTree(root);
  const done = await work();
  expect(await readTree(root)).toEqual(before);
  return done;
}
