import type { TemplateSentence } from '../../systems/playbook.ts';
import type { Words } from '../model/note.ts';
import type { Against, Agreement } from './agreement.ts';
import { spokenTime } from './moment.ts';

/** A place that a person must fill in; the lint refuses a note that still has one. */
export const BLANK = '[…]';

/** What a template is filled from. */
export interface Telling {
  readonly agreement: Agreement;
  readonly zone: string;
  /** How long the incident lasted, in words; null while it goes on. */
  readonly lasted: Words | null;
}

/** Words made of a template, and what was not said since the checks do not agree. */
export interface Told {
  /** Sentence by sentence. */
  readonly said: readonly Words[];
  /** What parts them. */
  readonly between: string;
  readonly heldBack: readonly HeldBack[];
}

/** A sentence that was held back, and the checks that are not up. */
export interface HeldBack extends Against {
  readonly words: Words;
}

/** The sentences that may be said now, `between` them what parts them. */
export function tell(sentences: readonly TemplateSentence[], telling: Telling, between: string): Told {
  const said: Words[] = [];
  const heldBack: HeldBack[] = [];
  for (const sentence of sentences) {
    const { failing, unknown } = telling.agreement.against(sentence.while ?? []);
    const agreed = failing.length + unknown.length === 0;
    const chosen = agreed ? sentence.text : failing.length > 0 ? sentence.failing : sentence.unknown;
    if (!agreed) heldBack.push({ failing, unknown, words: sentence.text });
    if (chosen === undefined) continue;
    said.push(inBoth((language) => filled(chosen[language], language, sentence, telling)));
  }
  return { said, between, heldBack };
}

/** The whole text of both languages. */
export function wordsOf({ said, between }: Told): Words {
  return inBoth((language) => said.map((words) => words[language]).join(between));
}

function filled(
  text: string,
  language: keyof Words,
  sentence: TemplateSentence,
  { agreement, zone, lasted }: Telling,
): string {
  const last = agreement.lastAgreed(sentence.while ?? []);
  return [sentence.confirm ? `${BLANK} ` : '', text]
    .join('')
    .replaceAll('{last}', last === null ? BLANK : spokenTime(last, zone)[language])
    .replaceAll('{lasted}', lasted?.[language] ?? BLANK);
}

function inBoth(make: (language: keyof Words) => string): Words {
  return { en: make('en'), id: make('id') };
}
