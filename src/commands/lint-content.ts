import { formatFindings, lintContent } from '../incidents/accept/lint-content.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { lintReport } from './github/lint-report.ts';

export const lintContentCommand = defineCommand({
  examples: ['', 'content/written/incidents/2026-01-05-delayed.md'],
  words: Number.POSITIVE_INFINITY,
  options: { content: CONTENT },
  settings: ['TERANG_PUBLISHED'],
  bilingual: true,
  async run({ content, words }, { env, now, languages }) {
    const answer = await lintContent({
      contentRoot: content,
      publishedRoot: env.TERANG_PUBLISHED,
      files: words,
      now: now(),
    });
    return { text: formatFindings(answer, languages), exitCode: answer.exitCode, job: lintReport(answer) };
  },
});
