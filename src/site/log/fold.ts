import type { AstroIntegration } from 'astro';
import { buildTime } from '../../build/instant.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { addDays, dayOf } from '../../core/instant.ts';
import { LANGUAGES } from '../../core/language.ts';
import { foldFaults } from '../../fold/faults.ts';
import { foldSentences } from '../../words/fold-sentence.ts';
import { translator } from '../../words/translator.ts';
import { CONTENT } from '../content/files.ts';

/** Days of status that each build computes anew from their samples; `npm run log -- check` does all of them. */
const RECOMPUTED_DAYS = 31;

/** Stops a build before its first page where content is not the fold of its log, and names what is not. */
export const foldHolds: AstroIntegration = {
  name: 'terang-fold',
  hooks: {
    'astro:build:start': () => {
      const now = buildTime();
      const faults = foldFaults(CONTENT, now, addDays(dayOf(now), -RECOMPUTED_DAYS));
      if (faults.length === 0) return;
      throw new ExpectedError(LANGUAGES.flatMap((language) => foldSentences(translator(language).t, faults)));
    },
  },
};
