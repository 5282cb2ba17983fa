import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IsoInstant } from '../../core/instant.ts';
import { foldFaults } from '../../fold/faults.ts';
import type { FoldFault } from '../../store/fold.ts';
import { gitIn } from '../../store/git.ts';
import type { Branch } from '../repository/theirs.ts';

/**
 * In what the content of the commit that is checked out is not the fold of its log, as of `now`: what the gate says of it
 * too. It is read where it lies while that is as it was committed, and else from a copy: what people have under way is
 * neither held against the log nor in the way.
 */
export async function foldFaultsOfCommit(branch: Branch, now: IsoInstant): Promise<FoldFault[]> {
  const { git, contentRoot } = branch;
  const here = foldFaults(contentRoot, now);
  // Behind the reading: what changed while it was read shows too.
  const isCommitted = (await git('status', '--porcelain', '--', 'generated', 'written')) === '';
  return isCommitted ? here : foldFaultsOfCopy(branch, now);
}

async function foldFaultsOfCopy({ git, contentRoot, own }: Branch, now: IsoInstant): Promise<FoldFault[]> {
  const copy = await mkdtemp(path.join(own, 'judged-'));
  try {
    const apart = gitIn(contentRoot, path.join(copy, 'index'));
    await apart('read-tree', 'HEAD');
    await apart('checkout-index', '--all', `--prefix=${copy}/`);
    const below = (await git('rev-parse', '--show-prefix')).trim();
    return foldFaults(path.join(copy, below), now);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
