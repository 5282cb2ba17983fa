import './last-words.ts';
import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { notesReport } from '../src/commands/github/notes-report.ts';
import { botIdentity } from '../src/commands/repository/identity.ts';
import { LostRaceError } from '../src/commands/repository/push.ts';
import { recordSince } from '../src/commands/repository/record-since.ts';
import { untilPushed } from '../src/commands/repository/until-pushed.ts';
import { acceptNotes } from '../src/incidents/accept/accept.ts';
import { LanguageError, languagesOf } from '../src/incidents/accept/languages.ts';
import { lintNote } from '../src/incidents/lint/lint.ts';
import { GitError } from '../src/store/git.ts';
import { CannotCheckError } from '../src/store/since.ts';
import { AlteredFileError } from '../src/store/unaltered.ts';
import { showSteps } from './steps.ts';

// npm run notes [-- --content content] [--base origin/main] [--push [--remote origin]] [--lang en|id|both]
// Accepts what people wrote. --base: only says whether the published record was rewritten since then.
// --push: commits and pushes, again after a race that was lost. --lang (or TERANG_LANG): of the reasons.
const { values } = parseArgs({
  options: {
    content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    base: { type: 'string' },
    push: { type: 'boolean', default: false },
    remote: { type: 'string', default: 'origin' },
    lang: { type: 'string' },
  },
});
const { content: contentRoot, base, push, remote, lang } = values;
const steps = showSteps();
const now = () => new Date().toISOString();
const accept = () =>
  acceptNotes({
    contentRoot,
    now,
    lint: lintNote,
    languages: languagesOf(lang, process.env),
    onStep: steps.step,
  });
const commit = { contentRoot, identity: botIdentity(process.env), push: { remote }, onStep: steps.step };
try {
  if (base !== undefined) {
    const problems = await recordSince(contentRoot, base);
    if (problems.length > 0) throw new CannotCheckError(problems.join('\n'));
    console.log(`The published record only grew since ${base}.`);
  } else {
    const ending = push ? (await untilPushed(accept, commit)).ending : await accept();
    steps.done();
    console.log(ending.text);
    await showOnGitHub(notesReport(ending));
    process.exitCode = ending.exitCode;
  }
} catch (error) {
  const told = [GitError, LostRaceError, CannotCheckError, AlteredFileError, LanguageError].some(
    (kind) => error instanceof kind,
  );
  if (!told) throw error;
  steps.fail((error as Error).message);
  process.exitCode = 1;
}
