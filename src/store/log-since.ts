import { countedLines, entryFiles, HEAD, headIn } from './log.ts';
import type { TextThen } from './since.ts';

/** The entries that a log had at an earlier time, a month of them at once; null where there was no log then. */
export async function logThen(textThen: TextThen): Promise<AsyncGenerator<string> | null> {
  const text = await textThen(HEAD);
  return text === null ? null : entriesThen(text, textThen);
}

async function* entriesThen(head: string, textThen: TextThen): AsyncGenerator<string> {
  for (const { file, count } of entryFiles(headIn(head, HEAD))) {
    const text = await textThen(file);
    yield* countedLines(file, text === null ? null : Buffer.from(text), count);
  }
}

/** The first of the entries of then that is another now, or is not there, counted from 0; null where the log only grew. */
export async function firstOtherEntry(
  then: AsyncIterable<string>,
  now: Iterable<string>,
): Promise<number | null> {
  const present = now[Symbol.iterator]();
  let at = 0;
  for await (const text of then) {
    if (present.next().value !== text) return at;
    at += 1;
  }
  return null;
}
