import type { Takedown } from '../ledger/takedown.ts';
import type { Reader } from './reader.ts';

/** What stands in the place of a text of a note that was taken down: when, by whom and why, as Markdown. */
export function takenDownSentence(
  { t, format, language }: Pick<Reader, 't' | 'format' | 'language'>,
  { at, by, decided, reason }: Takedown,
): string {
  const plain = (text: string) => text.replace(/[\\`*_[\]<>&~|#]/g, '\\$&').replace(/\s+/g, ' ');
  return t('note.takenDown', {
    at: format.stamp(at),
    role: t(`role.${by}`),
    decided: format.stamp(decided),
    reason: plain(reason[language]),
  });
}
