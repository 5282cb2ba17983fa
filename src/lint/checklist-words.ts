import type { Incident, Named, PostIncidentChecklist } from '../domain/incident.ts';
import type { IncidentFacts } from '../domain/note-file.ts';
import type { Rule } from './rule.ts';

const LINK = /^https:\/\/\S+$/u;

/** What a checklist names stands in both languages, or is a link alone. What was published otherwise stays so. */
export const checklistWords: Rule = {
  id: 'language',
  find: ({ slug, facts, whereIs }, { published }) => {
    const before = new Set(namesOf((published(slug)?.note as Incident | undefined)?.checklist).map(textOf));
    return namesOf((facts as IncidentFacts | null)?.checklist)
      .filter(({ named }) => typeof named === 'string' && !LINK.test(named.trim()))
      .filter((one) => !before.has(textOf(one)))
      .map(({ path }) => ({
        ...whereIs(path),
        reason: `"${path.join('.')}" stands in one language only`,
        instead: 'Write { en: "…", id: "…" }, or a link alone.',
      }));
  },
};

interface Name {
  readonly path: readonly (string | number)[];
  readonly named: Named;
}

function namesOf(checklist: PostIncidentChecklist | null | undefined): Name[] {
  if (checklist === null || checklist === undefined) return [];
  const { changes, documents_updated } = checklist;
  return [
    ...changes.map(({ evidence }, at) => ({
      path: ['checklist', 'changes', at, 'evidence'],
      named: evidence,
    })),
    ...documents_updated.map((named, at) => ({ path: ['checklist', 'documents_updated', at], named })),
  ];
}

function textOf({ named }: Pick<Name, 'named'>): string {
  return typeof named === 'string' ? named : named.en;
}
