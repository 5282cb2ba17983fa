import { isClockWrong, isOver } from '../../core/ageing.ts';
import { type Listed, type LookupHead, lookUp, PREFIX_DIGITS } from './lookup-file.ts';

/** What the page says to an id. Only `listed` and `notListed` are answers; all others say why there is none. */
export type Answer =
  | { readonly state: 'listed'; readonly listed: Listed; readonly head: LookupHead }
  | {
      readonly state: 'notListed' | 'outOfDate' | 'clockWrong' | 'incomplete';
      readonly head: LookupHead;
    }
  | { readonly state: 'noId' | 'noHash' | 'notLoaded' | 'damaged' };

/** What the page knows before it is asked. */
export interface Asking {
  /** The file of a prefix: the one thing that is asked for, and all that it tells. Null where it does not load. */
  readonly load: (prefix: string) => Promise<string | null>;
  readonly now: number;
  /** Whether every list was as long as its batch counts. */
  readonly isComplete: boolean;
}

/** Kept of each hash, see `HASH_DIGITS` of the ledger. */
const HASH = 24;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id as the database prints it, of what a person pasted; null where it is none. */
export function idOf(text: string): string | null {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^(?:urn:uuid:|\{)?(.*?)\}?$/, '$1');
  return ID.test(id) ? id : null;
}

/** Looks an id up. It goes nowhere, and of its hash the first two digits alone leave the device. */
export async function answerTo(text: string, { load, now, isComplete }: Asking): Promise<Answer> {
  const id = idOf(text);
  if (id === null) return { state: 'noId' };
  // Browsers hash on pages that came over https, and on those of the same machine.
  if (globalThis.crypto?.subtle === undefined) return { state: 'noHash' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH);
  const file = await load(hash.slice(0, PREFIX_DIGITS));
  if (file === null) return { state: 'notLoaded' };
  const found = lookUp(file, hash);
  if (found.state === 'damaged' || found.state === 'listed') return found;
  const { head } = found;
  if (isClockWrong(head.observedAt, now)) return { state: 'clockWrong', head };
  if (isOver(head.validUntil, now)) return { state: 'outOfDate', head };
  return { state: isComplete ? 'notListed' : 'incomplete', head };
}
