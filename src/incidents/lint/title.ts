import type { Rule } from './rule.ts';

/** What a list on a telephone and a preview can show. */
const MOST_CHARACTERS = 120;

/** A title says what is disturbed, in one line. */
export const title: Rule = {
  id: 'title',
  find: ({ stated, whereIs }) =>
    (['en', 'id'] as const).flatMap((language) => {
      const { length } = [...(stated?.title?.[language] ?? '')];
      if (length <= MOST_CHARACTERS) return [];
      return [
        {
          ...whereIs(['title', language]),
          reason: `the title has ${length} characters, more than the ${MOST_CHARACTERS} that fit into a list`,
          instead: 'Say in a few words what is disturbed; the rest belongs into the update.',
        },
      ];
    }),
};
