import { inEveryLanguage } from '../../words/in-every-language.ts';
import type { Arguments, Key } from '../../words/message.ts';

/** Something that is shown on top of a run, and beside the file it names. */
export interface Notice {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly text: string;
  /** Where in the repository it is shown; on top of the run unless told. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

/** What a step says of itself on the page of its run. Public wherever the repository is: codes and ids only. */
export interface JobReport {
  readonly heading: string;
  readonly text: string;
  /** The head of a table, and its rows. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly notices: readonly Notice[];
}

/** Writes a job summary and annotations where GitHub runs us; nothing anywhere else. */
export async function showOnGitHub({ heading, text, table, notices }: JobReport): Promise<void> {
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  const core = await import('@actions/core');
  for (const { level, title, text: said, place } of notices) {
    const at = place && { file: place.file, startLine: place.line, startColumn: place.column };
    core[level](said, { title, ...at });
  }
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  core.summary.addHeading(heading, 2);
  if (text !== '') core.summary.addCodeBlock(text.trimEnd());
  if (table !== undefined && table.rows.length > 0) {
    const head = table.head.map((data) => ({ data, header: true }));
    core.summary.addTable([head, ...table.rows.map((row) => [...row])]);
  }
  await core.summary.write();
}

/** A short message in both languages, side by side: `level · tingkat`. */
export function bilingual<K extends Key>(key: K, ...values: Arguments<K>): string {
  return Object.values(inEveryLanguage(key, ...values)).join(' · ');
}
