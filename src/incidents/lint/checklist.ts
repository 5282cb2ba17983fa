import { compareInstants, durationSeconds, toSeconds } from '../../core/instant.ts';
import type { Section } from '../model/note-file.ts';
import { isInFuture } from './clock.ts';
import { closing, lastStated } from './closing.ts';
import type { Breach, Rule } from './rule.ts';

const PARTS =
  'summary, impact, time_to_recover, changes (each with evidence), health_revalidated, rls_revalidated, documents_updated';

/** EVT-09: a grave incident is not over without its post-incident checklist. */
export const checklist: Rule = {
  id: 'checklist',
  find: ({ kind, stated, sections, whereIs }, { systems, now }) => {
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
          reason: `an incident of severity "${severity}" can not be called resolved without its checklist`,
          instead: `To tell the public now that it is over, write "## Over · …" in place of "## Resolved · …". To close it, add "checklist:" with ${PARTS}; npm run incident resolve asks for each of them.`,
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
          reason: `"${field}" is ${early ? 'before the incident started' : 'in the future'}`,
          instead: 'Write when it was verified anew, after the repair.',
        });
    }
    const { time_to_recover: took } = filled;
    const known = started !== undefined && resolved !== undefined && resolved !== null;
    if (took !== undefined && known && differs(took, toSeconds(resolved) - toSeconds(started)))
      breaches.push({
        ...whereIs(['checklist', 'time_to_recover']),
        level: 'warning',
        reason: `"time_to_recover" is ${took}, but between "started" and "resolved" is another time`,
        instead: 'Correct the one that is wrong, or say in the summary what is counted.',
      });
    return breaches;
  },
};

function needsNone(severity: string, { line, column }: Section): Breach {
  return {
    line,
    column,
    reason: `an incident of severity "${severity}" needs no checklist, so nothing follows that would close it`,
    instead: 'Write "## Resolved · …" in place of "## Over · …".',
  };
}

/** To the minute: people do not write seconds. */
function differs(duration: string, seconds: number): boolean {
  return Math.abs(durationSeconds(duration) - seconds) >= 60;
}
