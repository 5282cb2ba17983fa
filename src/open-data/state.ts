import { compareInstants } from '../core/instant.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import type { DatasetState } from '../ledger/manifest.ts';
import { knownState, type Publication } from '../ledger/publication.ts';
import type { OpenDataset } from '../words/paths.ts';

/** What a downloaded dataset is made from: the history of the split takes the setting and the changelog. */
export function sourcesOf(dataset: OpenDataset): readonly DatasetName[] {
  return dataset === 'split' ? ['split', 'changelog'] : [dataset];
}

/** When what is downloaded was read, how long it holds, and in which unit; the oldest of its sources decides. */
export type OpenState = Pick<DatasetState, 'observed_at' | 'valid_until' | 'unit'>;

/** Undefined unless everything it is made from is known. */
export function openState(publication: Publication, dataset: OpenDataset): OpenState | undefined {
  const states = sourcesOf(dataset).map((name) => knownState(publication, name));
  const [first] = states;
  const known = states.filter((state) => state !== undefined);
  if (first === undefined || known.length < states.length) return undefined;
  const earliest = (key: 'observed_at' | 'valid_until') =>
    known.flatMap((state) => state[key] ?? []).toSorted(compareInstants)[0] ?? null;
  return { observed_at: earliest('observed_at'), valid_until: earliest('valid_until'), unit: first.unit };
}
