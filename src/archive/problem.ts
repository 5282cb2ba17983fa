/** What is wrong with a file of an archive, in words that need nothing beside them. */
export interface Problem {
  readonly file: string;
  readonly reason: string;
}

/** `batches.csv.gz: is missing`, one a line. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ file, reason }) => `${file}: ${reason}`).join('\n');
}
