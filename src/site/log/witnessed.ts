import { isSecondsAhead } from '../../core/clock.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { isMet, type Policy, type SeenCheckpoint } from '../../log/policy.ts';

/** How long a cosignature says something of now, in seconds: whoever promises to witness does so at least daily. */
const COUNTS_FOR = 24n * 3600n;

/** When a witness of the policy saw the present checkpoint; null where it is not known to have. */
export interface WitnessSight {
  readonly name: string;
  readonly key: string;
  readonly seenAt: IsoInstant | null;
  readonly until: IsoInstant | null;
}

export interface Witnessed {
  readonly witnesses: readonly WitnessSight[];
  /** While enough of the policy's witnesses vouch for this history: how many, since when the latest, until when. */
  readonly enough: {
    readonly count: number;
    readonly latest: IsoInstant;
    readonly until: IsoInstant;
  } | null;
}

/** Who has seen a checkpoint, by the cosignatures that it bears; one that is dated ahead of `readAt` counts for nothing. */
export function witnessedBy(
  { witnesses, quorum }: Policy,
  { cosignatures }: SeenCheckpoint,
  readAt: IsoInstant,
): Witnessed {
  const seen = new Map<string, bigint>();
  for (const { witness, time } of cosignatures)
    if (time > (seen.get(witness.name) ?? -1n) && !isSecondsAhead(time, readAt)) seen.set(witness.name, time);
  // The last moment at which those that still count are enough; a policy that asks for none is not met by nobody.
  const last = [...seen.values()]
    .toSorted((a, b) => (a < b ? 1 : -1))
    .find((time) => isMet(quorum, new Set([...seen].filter(([, at]) => at >= time).map(([name]) => name))));
  const latest = [...seen.values()].reduce((one, other) => (one > other ? one : other), 0n);
  return {
    witnesses: witnesses.map(({ name, key }) => {
      const at = seen.get(name);
      return {
        name,
        key: `${key.name}+${key.id}`,
        seenAt: at === undefined ? null : instantOf(at),
        until: at === undefined ? null : instantOf(at + COUNTS_FOR),
      };
    }),
    enough:
      last === undefined
        ? null
        : { count: seen.size, latest: instantOf(latest), until: instantOf(last + COUNTS_FOR) },
  };
}

/** Of whole seconds since 1970. */
function instantOf(seconds: bigint): IsoInstant {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}
