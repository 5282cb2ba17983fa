import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, type Json } from '../../core/canonical.ts';
import { textAt } from '../../store/git.ts';
import { rewritten, type SinceBase } from './since-base.ts';

const FOLDER = 'generated/audits';

/** Audits that were published and are not any more, or not as they were. */
export async function auditsSince(since: SinceBase): Promise<string[]> {
  const { contentRoot, git, from } = since;
  const named = await git('ls-tree', '--name-only', from, '--', `${FOLDER}/`);
  const problems: string[] = [];
  for (const name of named.split('\n').filter((line) => line.endsWith('.json'))) {
    const file = `${FOLDER}/${path.basename(name)}`;
    const was = entriesOf((await textAt(git, from, file)) ?? '[]');
    const is = await readFile(path.join(contentRoot, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]'; // Removed: then none of its entries is there.
      throw error;
    });
    problems.push(
      ...rewritten(since, { folder: FOLDER, series: path.basename(name, '.json') }, was, entriesOf(is)),
    );
  }
  return problems;
}

/** A list of audits; the first of them were written as one by itself. */
function entriesOf(text: string): string[] {
  return [JSON.parse(text) as Json].flat().map((audit) => canonicalJson(audit as Json));
}
