import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { StatusPublication } from '../../status/status-publication.ts';
import type { Reader } from '../../words/reader.ts';
import type { Freshness } from './freshness.ts';
import { timePiece } from './segment.ts';

/**
 * Until when a page can be as it was made: every run of the checks renews all pages, so that past the time its
 * answers hold for, what people have written since may be missing here. Null while no check ever ran: then nothing
 * says when a page should have been renewed.
 */
export function renewedUntil({ systems }: StatusPublication): IsoInstant | null {
  return (
    systems
      .flatMap(({ valid_until }) => valid_until ?? [])
      .toSorted(compareInstants)
      .at(-1) ?? null
  );
}

/** The same, of a page made at `seen`, as a line below the first sentence of pages whose own data has no end, such as notes and reports. */
export function renewal(
  reader: Reader,
  status: StatusPublication,
  seen: IsoInstant,
  asOf: Freshness['asOf'],
): Freshness | null {
  const until = renewedUntil(status);
  if (until === null) return null;
  const observed = timePiece(reader, seen);
  return {
    observed,
    asOf,
    outOfDate: reader.rich('freshness.notRenewed', { when: observed }),
    clockWrong: reader.t('freshness.clockWrong'),
    validUntil: until,
    lastKnown: '',
    stale: false,
  };
}
