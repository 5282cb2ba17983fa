import type { AnchorBook, ChainFile } from '../chain/anchor-book.ts';
import { canonicalLines, type Json } from '../core/canonical.ts';
import { chainFileName } from '../words/paths.ts';
import type { OpenFile } from './table.ts';

/** A file of what was found on chain, and of which series it is. */
export interface OpenChainFile extends OpenFile, Pick<ChainFile, 'series' | 'stem'> {}

/** What was found on chain as it is kept, byte for byte, so that the manifest in the log vouches for what is served. */
export function chainFiles({ files }: Pick<AnchorBook, 'files'>): OpenChainFile[] {
  return files.map(({ series, stem, lines }) => ({
    ...{ series, stem },
    name: `${chainFileName(series, stem)}.jsonl`,
    text: canonicalLines(lines as Json[]),
  }));
}
