import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './repository.ts';

/** The environment of a step on GitHub's runners, as far as we look at it; files as there. */
export interface GitHubStep {
  readonly env: Readonly<Record<string, string>>;
  summary(): Promise<string>;
  output(): Promise<string>;
}

export async function fakeGitHub(): Promise<GitHubStep> {
  const folder = await temporaryFolder();
  const [summary, output] = [path.join(folder, 'summary.md'), path.join(folder, 'output')];
  await writeFile(summary, '');
  await writeFile(output, '');
  return {
    env: { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
    summary: () => readFile(summary, 'utf8'),
    output: () => readFile(output, 'utf8'),
  };
}
