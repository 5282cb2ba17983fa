import type { Reader } from '../../../words/reader.ts';
import { capital } from '../status/state-mark.ts';

/** What can be found where anyone can see it; an id begins with its kind. */
const KINDS = [
  'api-inactive',
  'api-removed',
  'api-retyped',
  'api-rate-limit',
  'hash-missing',
  'hash-mismatch',
  'wallet-not-published',
  'wallet-no-link',
  'wallet-not-solscan',
  'wallet-other-address',
  'wallet-other-network',
] as const;

/** Nothing for a kind of another version of this site: its id stands beside. */
export function findingWords(t: Reader['t'], ref: string): string {
  const kind = KINDS.find((one) => ref.startsWith(`${one}:`));
  return kind === undefined ? '' : capital(t(`audit.kind.${kind}`));
}
