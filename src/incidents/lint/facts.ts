import type { NoteFile, StatedFacts } from '../model/note-file.ts';
import { nearest } from './nearest.ts';
import type { LintContext, Rule } from './rule.ts';

/** System, components, severity and playbook are ones that exist: a typo never makes a component look well. */
export const facts: Rule = {
  id: 'facts',
  find: (note, context) => {
    const { system: named, components: affected = [] } = note.stated ?? {};
    if (note.stated === null || named === undefined) return [];
    const system = context.systems.get(named);
    if (system === undefined) return unknown(note, ['system'], named, 'system', [...context.systems.keys()]);
    const components = system.components.map(({ id }) => id);
    return [
      ...affected.flatMap((id, index) =>
        unknown(note, ['components', index], id, `component of ${system.id}`, components),
      ),
      ...affected.flatMap((id, index, all) =>
        id === undefined || all.indexOf(id) === index ? [] : [twice(note, index, id)],
      ),
      ...(note.kind === 'incident' ? ofIncident(note, system.id, note.stated, context) : []),
    ];
  },
};

function ofIncident(
  note: NoteFile,
  system: string,
  { severity, playbook }: StatedFacts,
  context: LintContext,
) {
  const severities = context.systems.get(system)?.severities.map(({ id }) => id) ?? [];
  const playbooks = context.playbooks.get(system) ?? [];
  return [
    ...unknown(note, ['severity'], severity, `severity of ${system}`, severities),
    ...unknown(note, ['playbook'], playbook ?? undefined, `playbook of ${system}`, playbooks),
  ];
}

/** Nothing of a name that can not be read: that is told by itself. */
function unknown(
  { whereIs }: NoteFile,
  path: readonly PropertyKey[],
  id: string | undefined,
  noun: string,
  known: readonly string[],
) {
  if (id === undefined || known.includes(id)) return [];
  const meant = nearest(id, known);
  return [
    {
      ...whereIs(path),
      reason: `"${id}" is no ${noun}`,
      instead:
        meant === null
          ? `Write one of: ${known.join(', ') || '(there is none yet)'}.`
          : `Did you mean "${meant}"? There are: ${known.join(', ')}.`,
    },
  ];
}

function twice({ whereIs }: NoteFile, index: number, id: string) {
  return {
    ...whereIs(['components', index]),
    reason: `the component "${id}" stands twice`,
    instead: 'Keep it once.',
  };
}
