import path from 'node:path';
import { BUILDS_FOLDER } from '../build/builds-folder.ts';
import { enterBuild } from '../build/enter.ts';
import { timeOf } from '../build/instant.ts';
import { statementIn } from '../build/rebuild.ts';
import { LIST_FILE, STATEMENT_FILE } from '../build/statement.ts';
import { sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { textAt } from '../store/disk.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { botIdentity } from './repository/identity.ts';
import { untilPushed } from './repository/until-pushed.ts';

/** Enters a build that was published: what it was made from, and the hash of its files, which its list must have. */
export const built = defineCommand({
  options: {
    statement: {
      type: 'string',
      says: 'option.statement',
      like: 'dist/client/log/build.json',
      default: `dist/client/${STATEMENT_FILE}`,
    },
    push: { type: 'boolean', says: 'option.push' },
    remote: { type: 'string', says: 'option.remote', like: 'origin', default: 'origin' },
    content: CONTENT,
  },
  failed: { heading: 'Build', says: 'failed.built' },
  async run({ statement: file, push, remote, content }, { env, now, step, t }) {
    const text = textAt(file);
    const statement = text === null ? null : statementIn(text);
    if (statement === null) throw new ExpectedError(t('built.none', { file }));
    const { source, epoch, files } = statement;
    if (source.commit === null)
      throw new ExpectedError(t('built.untold', { file, reason: t(`reason.${source.because}`) }));
    const list = path.join(path.dirname(file), path.basename(LIST_FILE));
    if (sha256Hex(textAt(list) ?? '') !== files.sha256)
      throw new ExpectedError(t('built.list', { file: list }));
    const enter = () => enterBuild(content, { ...statement, source }, now());
    const commit = { contentRoot: content, now, identity: botIdentity(env), push: { remote }, onStep: step };
    const { ending, lost } = push
      ? await untilPushed(BUILDS_FOLDER.name, enter, commit)
      : { ending: await enter(), lost: [] };
    if (lost.length > 0) throw new ExpectedError(t('commit.lost', { folders: lost.join(', ') }));
    const said = {
      commit: source.commit,
      at: timeOf(epoch),
      files: String(files.count),
      sha256: files.sha256,
    };
    const told = t(ending ? 'built.entered' : 'built.known', said);
    return { text: told, exitCode: 0, job: { heading: 'Build', text: told, notices: [] } };
  },
});
