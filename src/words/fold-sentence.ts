import type { Key } from './message.ts';
import type { Translator } from './translator.ts';

type FaultKey = Extract<Key, `fold.${string}`> extends `fold.${infer Fault}` ? Fault : never;

/** What of content is not as its log says, in a sentence; the names in it stay as they are. */
export function foldSentence(
  t: Translator['t'],
  { fault, folder, what }: { readonly fault: FaultKey; readonly folder: string; readonly what: string },
): string {
  return fault === 'no-log' ? t('fold.no-log') : t(`fold.${fault}`, { folder, what });
}
