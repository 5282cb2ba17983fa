import type { Translator } from '../../words/translator.ts';

/** What the writer reads, in the language that was chosen. */
export type Say = Translator['t'];
