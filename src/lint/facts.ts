import type { IncidentFacts, NoteFile } from '../domain/note-file.ts';
import { nearest } from './nearest.ts';
import type { LintContext, Rule } from './rule.ts';

/** System, components, severity and playbook are ones that exist: a typo never makes a component look well. */
export const facts: Rule = {
  id: 'facts',
  find: (note, context) => {
    if (note.facts === null) return [];
    const system = context.systems.get(note.facts.system);
    if (system === undefined)
      return unknown(note, ['system'], note.facts.system, 'system', [...context.systems.keys()]);
    const components = system.components.map(({ id }) => id);
    return [
      ...note.facts.components.flatMap((id, index) =>
        unknown(note, ['components', index], id, `component of ${system.id}`, components),
      ),
      ...note.facts.components.flatMap((id, index, all) =>
        all.indexOf(id) === index ? [] : [twice(note, index, id)],
      ),
      ...(note.kind === 'incident' ? ofIncident(note, note.facts as IncidentFacts, context) : []),
    ];
  },
};

function ofIncident(note: NoteFile, { system, severity, playbook }: IncidentFacts, context: LintContext) {
  const severities = context.systems.get(system)?.severities.map(({ id }) => id) ?? [];
  const playbooks = context.playbooks.get(system) ?? [];
  return [
    ...unknown(note, ['severity'], severity, `severity of ${system}`, severities),
    ...(playbook === null ? [] : unknown(note, ['playbook'], playbook, `playbook of ${system}`, playbooks)),
  ];
}

function unknown(
  { whereIs }: NoteFile,
  path: readonly PropertyKey[],
  id: string,
  noun: string,
  known: readonly string[],
) {
  if (known.includes(id)) return [];
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
