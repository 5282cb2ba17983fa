import { type PostedRoot, postedRoots } from '../../chain/posted-roots.ts';
import type { HeldLog } from '../../chain/root-memo.ts';
import type { Publication } from '../../ledger/publication.ts';
import { rootsAt } from '../../log/edge.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { type KeptLog, openLog } from '../../store/kept-log.ts';
import { anchors } from './anchors.ts';
import { CONTENT } from './files.ts';

/** The roots that the operator put on chain, and those that the entries kept here make. */
export interface PostedOnChain {
  readonly roots: readonly PostedRoot[];
  readonly rootAt: HeldLog['rootAt'];
}

export async function postedOnChain(publication: Publication): Promise<PostedOnChain> {
  const roots = postedRoots(await anchors(), publication);
  const sizes = new Set(roots.map(({ memo }) => memo.size));
  const made = rootsAt(linesOf(openLog(CONTENT)), sizes);
  return { roots, rootAt: (size) => made.get(size) ?? null };
}

function* linesOf(log: KeptLog | null): Generator<Uint8Array, void, undefined> {
  for (const line of log?.entries() ?? []) yield utf8Bytes(line);
}
