import type { Git } from '../../store/git.ts';

/** A file below the content root that the next commit adds, changes or removes. */
export interface ContentChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** Relative to the content root, with forward slashes. */
  readonly path: string;
}

/** What machines write, without the drafts that a run killed while writing leaves behind (see `atomic-file.ts`). */
const DRAFT = '[0-9a-f]'.repeat(8);
const GENERATED = [
  'generated',
  `:(exclude,glob)**/*.json.${DRAFT}`,
  `:(exclude,glob)**/*.jsonl.${DRAFT}`,
  `:(exclude,glob)**/notes/images/*.${DRAFT}`,
  ':(exclude,glob)**/.making-*/**',
] as const;

const KINDS: Readonly<Record<string, ContentChange['kind']>> = { A: 'added', D: 'removed' };

/** Stages `generated/` and nothing else, and says what that changes. Git runs in the content root. */
export async function stageContent(git: Git): Promise<ContentChange[]> {
  await git('add', '--all', '--', ...GENERATED);
  const printed = await git(
    'diff',
    '--cached',
    '--name-status',
    '--no-renames',
    '--relative',
    '-z',
    '--',
    'generated',
  );
  const fields = printed.split('\0');
  const changes: ContentChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2)
    changes.push({ kind: KINDS[fields[at] ?? ''] ?? 'changed', path: fields[at + 1] ?? '' });
  return changes;
}
