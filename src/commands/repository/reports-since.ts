import path from 'node:path';
import { type ReportManifest, reportManifestSchema } from '../../reports/model/report-manifest.ts';
import { readManifestText } from '../../store/content-file.ts';
import { textAt } from '../../store/git.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import { linesAt, linesNow, rewritten, type SinceBase } from './since-base.ts';

const FOLDER = 'generated/reports';

/** Reports and sign-offs that were published and are not any more, or not as they were. @throws CannotCheckError */
export async function reportsSince(since: SinceBase): Promise<string[]> {
  const { contentRoot, git, base, from } = since;
  const before = await textAt(git, from, `${FOLDER}/manifest.json`);
  if (before === null) return []; // Nothing was published by then.
  const now = await readManifestText(path.join(contentRoot, FOLDER));
  if (now === null) return [`${FOLDER}/manifest.json was removed; it was published at ${base}.`];
  const [was, is] = [parsed(before), parsed(now)];
  const problems: string[] = [];
  if (was.demo !== is.demo) problems.push(`${FOLDER} holds another world than at ${base}.`);
  for (const [routine, time] of Object.entries(was.since))
    if (is.since[routine] !== time)
      problems.push(
        `${FOLDER}: ${routine} was looked at since ${time}, and now says ${is.since[routine] ?? 'nothing'}.`,
      );
  for (const kind of ['reports', 'signed'] as const)
    for (const file of was[kind]) {
      // A line is added to the file of the month in which it was due: each month grows by itself.
      const series = seriesOf(file);
      const present = is[kind].filter((one) => seriesOf(one) === series);
      const [old, lines] = [await linesAt(since, FOLDER, [file]), await linesNow(since, FOLDER, present)];
      problems.push(...rewritten(since, { folder: FOLDER, series }, old, lines));
    }
  return problems;
}

/** `months/<hash>-2026-01-reports.jsonl` → `2026-01-reports`. */
function seriesOf({ path: file }: ContentFile): string {
  return path.basename(file, '.jsonl').replace(/^[0-9a-f]+-/, '');
}

function parsed(text: string): ReportManifest {
  return reportManifestSchema.parse(JSON.parse(text));
}
