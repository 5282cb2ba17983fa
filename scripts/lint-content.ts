import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/github/job.ts';
import { lintReport } from '../src/github/lint-report.ts';
import { formatFindings, lintContent } from '../src/notes/lint-content.ts';
import { ending } from './ending.ts';

// npm run lint:content [-- content/written/incidents/2026-01-05-delayed.md …] [--content content]
// TERANG_PUBLISHED  optional: the content folder that says what was published, such as that of the main branch
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' } },
  });
  const answer = await lintContent({
    contentRoot: values.content,
    publishedRoot: process.env.TERANG_PUBLISHED,
    files: positionals,
    now: new Date().toISOString(),
  });
  console.log(formatFindings(answer));
  await showOnGitHub(lintReport(answer));
  process.exitCode = answer.exitCode;
});
