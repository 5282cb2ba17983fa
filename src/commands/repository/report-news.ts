import path from 'node:path';
import { type Report, reportSchema } from '../../reports/model/report.ts';
import { reportManifestSchema } from '../../reports/model/report-manifest.ts';
import { readLines, readManifestText } from '../../store/content-file.ts';
import type { Git } from '../../store/git.ts';
import type { News } from './news.ts';

/** The reports that the last commit did not hold yet, and what they came to; null where there are none. */
export async function reportNews(git: Git, contentRoot: string): Promise<News | null> {
  const root = path.join(contentRoot, 'generated', 'reports');
  const text = await readManifestText(root);
  if (text === null) return null;
  const manifest = reportManifestSchema.parse(JSON.parse(text));
  const known = await git('ls-tree', '--name-only', 'HEAD', '--', 'generated/reports/manifest.json');
  const committed =
    known === ''
      ? []
      : reportManifestSchema.parse(JSON.parse(await git('show', 'HEAD:./generated/reports/manifest.json')))
          .reports;
  const before = new Map(committed.map((file) => [monthOfFile(file.path), file.rows]));
  const added: Report[] = [];
  for (const file of manifest.reports) {
    const rows = await readLines(root, file);
    // What is there is never rewritten, so what is new stands behind it.
    const fresh = rows.slice(before.get(monthOfFile(file.path)) ?? 0);
    added.push(...fresh.map((row) => reportSchema.parse(row)));
  }
  if (added.length === 0) return null;
  return {
    noun: 'Reports',
    at: manifest.observed_at,
    short: shortly(added),
    lines: added.flatMap(lineOf),
  };
}

function shortly(added: readonly Report[]): string {
  const missed = added.filter(({ kept }) => kept === 'missed').length;
  const run = added.length - missed;
  const told = [
    run === 0 ? '' : `${run} report${run === 1 ? '' : 's'}`,
    missed === 0 ? '' : `${missed} missed`,
  ];
  return told.filter((part) => part !== '').join(', ');
}

/** A report in which something failed, or that was late or missed; of the others, their number is enough. */
function lineOf({ system, routine, due_at, kept, items }: Report): string[] {
  const failed = items.filter(({ result }) => result === 'failed').map(({ id }) => id);
  if (kept === 'on-time' && failed.length === 0) return [];
  const told = [kept === 'on-time' ? '' : kept, failed.length === 0 ? '' : `failed: ${failed.join(', ')}`];
  return [`${system}, ${routine}, due ${due_at}: ${told.filter((part) => part !== '').join(', ')}`];
}

/** `months/<hash>-2026-11-reports.jsonl` → `2026-11`. */
function monthOfFile(file: string): string {
  return file.slice(-'YYYY-MM-reports.jsonl'.length, -'-reports.jsonl'.length);
}
