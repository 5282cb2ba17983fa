import './last-words.ts';
import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { lintReport } from '../src/commands/github/lint-report.ts';
import { languagesOf } from '../src/incidents/accept/languages.ts';
import { formatFindings, lintContent } from '../src/incidents/accept/lint-content.ts';
import { ending } from './ending.ts';

// npm run lint:content [-- content/written/incidents/2026-01-05-delayed.md …] [--content content] [--lang en|id|both]
// Says what it finds in the language of the terminal, on GitHub in both.  TERANG_LANG  the same as --lang
// TERANG_PUBLISHED  optional: the content folder that says what was published, such as that of the main branch
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
      lang: { type: 'string' },
    },
  });
  const languages = languagesOf(values.lang, process.env);
  const answer = await lintContent({
    contentRoot: values.content,
    publishedRoot: process.env.TERANG_PUBLISHED,
    files: positionals,
    now: new Date().toISOString(),
  });
  console.log(formatFindings(answer, languages));
  await showOnGitHub(lintReport(answer));
  process.exitCode = answer.exitCode;
});
