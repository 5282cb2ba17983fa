import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import type { Breach, Rule } from './rule.ts';

/** A note that was published by mistake is withdrawn for good, by a role, and nothing but a correction follows. */
export const withdrawn: Rule = {
  id: 'withdrawn',
  find: ({ slug, sections, stated, whereIs }, { published }) => {
    // Null where it is not stated; undefined where it can not be read, which is told by itself.
    const by = stated === null ? undefined : stated.withdrawn_by;
    const at = sections.findIndex(({ status }) => status === WITHDRAWN);
    const section = sections[at];
    if (section === undefined)
      return by === null || by === undefined
        ? []
        : [
            {
              ...whereIs(['withdrawn_by']),
              reason: '"withdrawn_by" is set, but no update says that the note is withdrawn',
              instead: 'Append an update "## Withdrawn · …" that says why, or take "withdrawn_by" out.',
            },
          ];
    const { line, column } = section;
    const breaches: Breach[] = [];
    if (published(slug) === null)
      breaches.push({
        line,
        column,
        reason: 'this note was never published, so there is nothing to withdraw',
        instead: 'Delete the file: nobody has seen it on the site.',
      });
    if (by === null)
      breaches.push({
        line,
        column,
        reason: 'it is withdrawn, but the facts at the top do not say by whom',
        instead:
          'Add the line: withdrawn_by: { en: "…", id: "…" }, with the role that decided it and not the name of a person.',
      });
    for (const { line, column, status } of sections.slice(at + 1))
      if (status !== null && status !== CORRECTION)
        breaches.push({
          line,
          column,
          reason: `the note was withdrawn, and an update "${STATUS_HEADINGS[status]}" follows`,
          instead: 'Begin a new note for what happens now; only a correction can follow here.',
        });
    return breaches;
  },
};
