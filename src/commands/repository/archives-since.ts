import path from 'node:path';
import { monthOf } from '../../core/instant.ts';
import { PRUNED, prunableFrom, prunedSchema } from '../../reports/model/archive.ts';
import { ARCHIVES } from '../../reports/model/monthly-folders.ts';
import { jsonAt } from '../../store/disk.ts';
import type { Git } from '../../store/git.ts';
import { rootOf } from '../../store/published.ts';

/** A file of an archived month. */
interface ArchivedFile {
  readonly month: string;
  readonly file: string;
}

/**
 * The files of archives that are not as they were at a commit: each is written once, and stays or is named by what says that
 * data files were removed, after their term.
 */
export async function archivesSince(contentRoot: string, git: Git, from: string): Promise<ArchivedFile[]> {
  const root = rootOf(contentRoot, ARCHIVES);
  const options = ['--name-status', '--no-renames', '--relative', '-z'];
  const printed = await git('diff', ...options, from, '--', `generated/${ARCHIVES.name}`);
  const fields = printed.split('\0');
  const changed: ArchivedFile[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [kind, name = ''] = [fields[index], fields[index + 1]];
    const [, , month = '', file = ''] = name.split('/');
    if (kind === 'A' || (kind === 'D' && prunedIn(path.join(root, month), month).includes(file))) continue;
    changed.push({ month, file });
  }
  return changed;
}

/** The data files that a month says were removed, where that may be: not before its term. */
function prunedIn(folder: string, month: string): readonly string[] {
  const pruned = prunedSchema.safeParse(jsonAt(path.join(folder, PRUNED))).data;
  return pruned === undefined || monthOf(pruned.pruned_at) < prunableFrom(month) ? [] : pruned.files;
}
