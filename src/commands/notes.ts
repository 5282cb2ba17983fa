import { ExpectedError } from '../core/expected-error.ts';
import { acceptNotes } from '../incidents/accept/accept.ts';
import { lintNote } from '../incidents/lint/lint.ts';
import { NOTES } from '../incidents/model/notes-folder.ts';
import { recordUnchanged } from './check-record.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { notesReport } from './github/notes-report.ts';
import { botIdentity } from './repository/identity.ts';
import { untilPushed } from './repository/until-pushed.ts';

export const notes = defineCommand({
  options: {
    push: { type: 'boolean', says: 'option.push' },
    remote: { type: 'string', says: 'option.remote', like: 'origin', default: 'origin' },
    base: { type: 'string', says: 'option.baseOnly', like: 'origin/main' },
    content: CONTENT,
  },
  bilingual: true,
  failed: { heading: 'Notes', says: 'failed.notes' },
  async run({ content, base, push, remote }, context) {
    const { env, now, step, languages } = context;
    if (base !== undefined && push) throw new ExpectedError(context.t('notes.which'));
    if (base !== undefined) return recordUnchanged(content, base, context);
    const accept = () => acceptNotes({ contentRoot: content, now, lint: lintNote, languages, onStep: step });
    const commit = { contentRoot: content, now, identity: botIdentity(env), push: { remote }, onStep: step };
    const { ending, lost } = push
      ? await untilPushed(NOTES.name, accept, commit)
      : { ending: await accept(), lost: [] };
    if (lost.length > 0) throw new ExpectedError(context.t('commit.lost', { folders: lost.join(', ') }));
    return { text: ending.text, exitCode: ending.exitCode, job: notesReport(ending) };
  },
});
