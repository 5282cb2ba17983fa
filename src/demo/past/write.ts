import path from 'node:path';
import { addRun } from '../../checks/history.ts';
import type { Json } from '../../domain/canonical.ts';
import { defineChecks } from '../../domain/check-definition.ts';
import { dayOf, monthOf } from '../../domain/instant.ts';
import type { ContentFile } from '../../domain/manifest.ts';
import type { Run } from '../../domain/sample.ts';
import { type StatusRun, toAnswers } from '../../domain/status-run.ts';
import { contentLines, writeOnce } from '../../store/content-file.ts';
import { listSystems, readSystemFile } from '../../store/system-file.ts';
import { inventRuns } from './runs.ts';

export interface PastOptions {
  readonly contentRoot: string;
  readonly now: Date;
  readonly seed: number;
}

/**
 * Writes the invented runs of 90 days over all systems below an empty `generated/status`, as the runs themselves
 * would have left them. All but the last are laid down as whole raw days; the last is added as any run is, and
 * brings the daily figures and the manifest with it.
 */
export async function writePast({ contentRoot, now, seed }: PastOptions): Promise<void> {
  const root = path.join(contentRoot, 'generated', 'status');
  const ids = await listSystems(contentRoot);
  const asked = await Promise.all(ids.map((id) => readSystemFile(contentRoot, id)));
  const lines = together(new Map(asked.map(({ system }) => [system.id, inventRuns(system, now, seed)])));
  const last = lines.pop();
  const [first] = lines;
  if (first === undefined || last === undefined) throw new Error('the invented past is empty');
  const raw = new Map<string, ContentFile>();
  for (const [day, ofDay] of Map.groupBy(lines, ({ at }) => dayOf(at))) {
    const written = contentLines(`samples-${monthOf(day)}`, day, ofDay as unknown as Json[]);
    await writeOnce(root, written, new Set());
    raw.set(day, written.file);
  }
  const definitions = asked.map(({ system, sha256 }) => defineChecks(system, sha256, first.at));
  const states = asked.map(({ system, sha256 }) => [
    system.id,
    { definition_sha256: sha256, details: {}, events: [] },
  ]);
  await addRun(
    { root, manifest: null, manifestText: null, raw, definitions, latest: lines.at(-1)?.at ?? null },
    {
      run: last,
      asked,
      systems: ids,
      state: { demo: true, observed_at: last.at, offline: false, systems: Object.fromEntries(states) },
    },
  );
}

/** One line a run for all systems; they were asked at the same instants. */
function together(runs: ReadonlyMap<string, readonly Run[]>): StatusRun[] {
  const lines = new Map<string, StatusRun>();
  for (const [system, own] of runs) {
    for (const { at, checks } of own) {
      const line = lines.get(at) ?? { at, systems: {} };
      line.systems[system] = toAnswers(checks);
      lines.set(at, line);
    }
  }
  return [...lines.values()];
}
