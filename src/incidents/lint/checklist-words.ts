import type { Incident, PostIncidentChecklist } from '../model/incident.ts';
import type { Stated } from '../note/stated.ts';
import type { Rule } from './rule.ts';

const LINK = /^https:\/\/\S+$/u;

/** What a checklist names stands in both languages, or is a link alone. What was published otherwise stays so. */
export const checklistWords: Rule = {
  id: 'language',
  find: ({ kind, slug, stated, whereIs }, { published }) => {
    if (kind !== 'incident') return [];
    const before = new Set(namesOf((published(slug)?.note as Incident | undefined)?.checklist).map(textOf));
    return namesOf(stated?.checklist)
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
  readonly named: string | { readonly en?: string | undefined };
}

function namesOf(checklist: Stated<PostIncidentChecklist> | null | undefined): Name[] {
  const { changes = [], documents_updated = [] } = checklist ?? {};
  const evidence = changes.map((change, at) => ({
    path: ['checklist', 'changes', at, 'evidence'],
    named: change?.evidence,
  }));
  const documents = documents_updated.map((named, at) => ({
    path: ['checklist', 'documents_updated', at],
    named,
  }));
  return [...evidence, ...documents].flatMap(({ path, named }) =>
    named === undefined ? [] : [{ path, named }],
  );
}

function textOf({ named }: Pick<Name, 'named'>): string | undefined {
  return typeof named === 'string' ? named : named.en;
}
