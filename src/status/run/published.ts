import { datasetSeries, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { openFolder } from '../../store/published.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { notAsked } from '../ask/answer.ts';
import type { PublishedData } from '../ask/context.ts';

/** What the snapshot of a system left in `folder`, read when a check first asks for it. */
export function publishedIn(folder: string, system: string): PublishedData {
  let known: ReturnType<typeof open> | undefined;
  const open = () => openFolder(folder, snapshotFolder(system));
  const read = () => {
    known ??= open();
    return known;
  };
  return {
    state: async (dataset) => readable(() => read().manifest?.datasets[dataset] ?? null),
    rows: async (dataset) => readable(() => read().rows(datasetSeries(dataset))),
  };
}

/** Content that was changed by hand tells a check nothing. */
function readable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AlteredFileError)
      throw notAsked('unreadable', error.message.split('\n', 1)[0] ?? '');
    throw error;
  }
}
