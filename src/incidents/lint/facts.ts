import { compareInstants, durationSeconds, toSeconds } from '../../core/instant.ts';
import type { Said } from '../../words/said.ts';
import type { NoteFile, Section, StatedFacts } from '../model/note-file.ts';
import { nearest } from './nearest.ts';
import type { Breach, LintContext, Rules } from './rule.ts';
import { closing, isInFuture, lastStated } from './written.ts';

/** What a note says in its front matter: names that exist, a title for lists, the checklist of a grave incident. */
export const factRules: Rules<'facts' | 'title' | 'checklist'> = {
  /** System, components, severity and playbook are ones that exist: a typo never makes a component look well. */
  facts: (note, context) => {
    const { system: named, components: affected = [] } = note.stated ?? {};
    if (note.stated === null || named === undefined) return [];
    const system = context.systems.get(named);
    if (system === undefined)
      return unknown(note, ['system'], named, [...context.systems.keys()], { code: 'facts.system' });
    const components = system.components.map(({ id }) => id);
    return [
      ...affected.flatMap((id, index) =>
        unknown(note, ['components', index], id, components, { code: 'facts.component', system: system.id }),
      ),
      ...affected.flatMap((id, index, all) =>
        id === undefined || all.indexOf(id) === index ? [] : [twice(note, index, id)],
      ),
      ...(note.kind === 'incident' ? ofIncident(note, system.id, note.stated, context) : []),
    ];
  },
  /** A title says what is disturbed, in one line. */
  title: ({ stated, whereIs }) =>
    (['en', 'id'] as const).flatMap((language): Breach[] => {
      const title = stated?.title?.[language] ?? '';
      const { length } = [...title];
      if (QUOTED.test(title))
        return [{ ...whereIs(['title', language]), code: 'title.quoted', values: { title } }];
      if (length <= MOST_TITLE) return [];
      return [
        {
          ...whereIs(['title', language]),
          code: 'title.long',
          values: { length, most: MOST_TITLE },
        },
      ];
    }),
  /** EVT-09: a grave incident is not over without its post-incident checklist. */
  checklist: ({ kind, stated, sections, whereIs }, { systems, now }) => {
    if (kind !== 'incident' || stated?.checklist === undefined) return [];
    const { system, severity, checklist: filled, started, resolved } = stated;
    const scale = systems.get(system ?? '')?.severities.find(({ id }) => id === severity);
    const over = closing(sections);
    if (filled === null) {
      const last = lastStated(sections);
      if (last?.status === 'over') return scale?.needs_checklist === false ? [needsNone(scale.id, last)] : [];
      if (scale?.needs_checklist !== true || (resolved === null && over === undefined)) return [];
      return [
        {
          ...(resolved === null
            ? { line: over?.line ?? 1, column: over?.column ?? 1 }
            : whereIs(['resolved'])),
          code: 'checklist.missing',
          values: { severity: scale.id, parts: { code: 'checklist.parts' } },
        },
      ];
    }
    const breaches: Breach[] = [];
    for (const field of ['health_revalidated', 'rls_revalidated'] as const) {
      const at = filled[field];
      if (at === undefined) continue; // That it can not be read is told by itself.
      const early = started !== undefined && compareInstants(at, started) < 0;
      if (early || isInFuture(at, now))
        breaches.push({
          ...whereIs(['checklist', field]),
          code: early ? 'checklist.early' : 'checklist.future',
          values: { field },
        });
    }
    const { time_to_recover: took } = filled;
    const known = started !== undefined && resolved !== undefined && resolved !== null;
    if (took !== undefined && known && differs(took, toSeconds(resolved) - toSeconds(started)))
      breaches.push({
        ...whereIs(['checklist', 'time_to_recover']),
        level: 'warning',
        code: 'checklist.took',
        values: { took },
      });
    return breaches;
  },
};

/** Quotation marks of a word processor around all of it: they were meant for the file, and would be shown. */
const QUOTED = /^\s*(?:[“”„‟«»][^“”„‟«»]*[“”‟«»]|[‘’‚][^‘’‚]*[‘’])\s*$/u;

/** What a list on a telephone and a preview can show. */
const MOST_TITLE = 120;

function ofIncident(
  note: NoteFile,
  system: string,
  { severity, playbook }: StatedFacts,
  context: LintContext,
): Breach[] {
  const severities = context.systems.get(system)?.severities.map(({ id }) => id) ?? [];
  const playbooks = context.playbooks.get(system) ?? [];
  return [
    ...unknown(note, ['severity'], severity, severities, { code: 'facts.severity', system }),
    ...unknown(note, ['playbook'], playbook ?? undefined, playbooks, { code: 'facts.playbook', system }),
  ];
}

type Unknown =
  | { readonly code: 'facts.system' }
  | { readonly code: `facts.${'component' | 'severity' | 'playbook'}`; readonly system: string };

/** Nothing of a name that can not be read: that is told by itself. */
function unknown(
  { whereIs }: NoteFile,
  path: readonly PropertyKey[],
  name: string | undefined,
  known: readonly string[],
  what: Unknown,
): Breach[] {
  if (name === undefined || known.includes(name)) return [];
  const values = { name, advice: adviceOn(name, known) };
  return [
    what.code === 'facts.system'
      ? { ...whereIs(path), code: what.code, values }
      : { ...whereIs(path), code: what.code, values: { ...values, system: what.system } },
  ];
}

function adviceOn(name: string, known: readonly string[]): Said {
  if (known.length === 0) return { code: 'advice.none-yet' };
  const meant = nearest(name, known);
  return meant === null
    ? { code: 'advice.one-of', values: { known } }
    : { code: 'advice.meant', values: { meant, known } };
}

function twice({ whereIs }: NoteFile, index: number, name: string): Breach {
  return { ...whereIs(['components', index]), code: 'facts.component-twice', values: { name } };
}

function needsNone(severity: string, { line, column }: Section): Breach {
  return { line, column, code: 'checklist.needless', values: { severity } };
}

/** To the minute: people do not write seconds. */
function differs(duration: string, seconds: number): boolean {
  return Math.abs(durationSeconds(duration) - seconds) >= 60;
}
