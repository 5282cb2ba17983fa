import { readFile } from 'node:fs/promises';
import type { IsoInstant } from '../../core/instant.ts';
import { parseYaml } from '../../core/yaml.ts';
import { formatProblem } from '../../words/said.ts';
import type { AreaResult } from '../model/audit.ts';
import { type AuditAcceptance, acceptedOn, auditAcceptancesSchema } from '../model/audit-acceptance.ts';

/** What the team lets stand at a time; none where there is no file. The problem names fields, and no finding. */
export async function readAcceptances(
  file: string | undefined,
  now: IsoInstant,
): Promise<{ readonly accepted: readonly AuditAcceptance[] } | { readonly problem: string }> {
  const text =
    file === undefined
      ? null
      : await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null;
          throw error;
        });
  if (file === undefined || text === null) return { accepted: [] };
  const parsed = parseYaml(file, text, auditAcceptancesSchema);
  if ('problems' in parsed)
    return { problem: parsed.problems.map((problem) => formatProblem(problem)).join('\n') };
  return { accepted: acceptedOn(now.slice(0, 10), parsed.value.accepted) };
}

/** An area with what may stand marked so: it stays found. */
export function withAcceptances(area: AreaResult, acceptances: readonly AuditAcceptance[]): AreaResult {
  const findings = area.findings.map((finding) => {
    const accepted = acceptances.find((one) => one.finding === finding.id);
    return accepted === undefined ? finding : { ...finding, accepted };
  });
  return { ...area, findings };
}
