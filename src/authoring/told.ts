import type { KnownStatus } from './known-status.ts';
import { type HeldBack, PLACE, type Told } from './sentences.ts';

export interface Outcome {
  readonly file: string;
  readonly text: string;
  readonly told: Told | null;
  readonly status: KnownStatus;
  /** What is wrong in files of systems and playbooks. */
  readonly problems: readonly string[];
}

/** What the writer reads after a file was written: which, what is still to be filled in, what was held back. */
export function tellWriter({ file, text, told, status, problems }: Outcome): string {
  const places = placesIn(text);
  return [
    `Written: ${file}`,
    ...(told?.heldBack ?? []).map(heldBackLine),
    ...(status.trouble === null ? [] : [status.trouble]),
    ...(places.length === 0
      ? ['Nothing is left to fill in. Read both languages once more.']
      : [
          `Still to fill in (write what belongs there in place of ${PLACE}; where a sentence begins with it, take the`,
          `${PLACE} away if the sentence is true, and the whole sentence if it is not):`,
          ...places.map(({ line, words }) => `  ${file}:${line}: ${words}`),
        ]),
    'Then: npm run lint:content',
    ...(problems.length === 0 ? [] : ['These files can not be used until they are corrected:', ...problems]),
  ].join('\n');
}

/** `failing: csv-export; not known: page-loads; held back: "Transparency data remains available."`. */
export function heldBackLine({ failing, unknown, words }: HeldBack): string {
  const checks = [
    ...(failing.length === 0 ? [] : [`failing: ${failing.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`not known: ${unknown.join(', ')}`]),
  ];
  return [...checks, `held back: "${words.en}"`].join('; ');
}

function placesIn(text: string): { line: number; words: string }[] {
  return text
    .split(/\r?\n/)
    .map((words, index) => ({ line: index + 1, words: words.trim() }))
    .filter(({ words }) => words.includes(PLACE));
}
