import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { textAt } from './disk.ts';
import { MANIFEST_FILE } from './published.ts';

/**
 * Invented and real content never share a folder: neither could ever be told from the other again. `was` is
 * whether the folder holds the demo (null while it holds nothing), `is` whether what comes is.
 *
 * @throws ExpectedError
 */
export function assertSameWorld(noun: string, was: boolean | null, is: boolean): void {
  if (was === null || was === is) return;
  const [there, coming] = is ? ['real', 'demo'] : ['demo', 'real'];
  throw new ExpectedError(
    `This folder holds ${there} ${noun} and what comes is ${coming}. Use a folder of its own.`,
  );
}

/** Whether the content in `folder` says that it is invented; null where there is none. */
export function holdsDemo(folder: string, file = MANIFEST_FILE): boolean | null {
  const text = textAt(path.join(folder, file));
  return text === null ? null : /"demo":\s*true/.test(text);
}
