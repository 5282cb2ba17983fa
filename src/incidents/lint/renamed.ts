import { isSame } from './published.ts';
import type { Rule } from './rule.ts';

/** A published note keeps its file, since that is its address: under another name it would be published twice. */
export const renamed: Rule = {
  id: 'renamed',
  find: ({ kind, slug, sections }, { published, vanished = [] }) => {
    if (published(slug) !== null) return [];
    return vanished
      .filter((note) => note.kind === kind)
      .flatMap((note) => {
        const again = sections.find((section) => note.updates.some((update) => isSame(section, update)));
        if (again === undefined) return [];
        return [
          {
            line: again.line,
            column: again.column,
            reason: `this was published in "${note.slug}.md", which is no longer there: under another name it would be published twice`,
            instead: `Name the file ${note.slug}.md again; what is new is appended there.`,
          },
        ];
      });
  },
};
