import { compareInstants, type IsoInstant, toSeconds } from '../../core/instant.ts';

/** The clock of this machine is not that of the others: what it dates would be believed, and expire, at a wrong time. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
}

/** What one peer's answer says of the time, and whose it is. */
export interface PeerTime {
  readonly host: string;
  readonly date: Date;
}

/** Seconds that clocks may be apart. */
const FAR = 600;
/** One peer alone may be the one that is wrong. */
const SEVERAL = 2;

/**
 * Holds the time of a run against that of the run before and against what its peers say (`Date`). Far before the
 * last run a clock is wrong, unless several peers agree with it: then the last run's was.
 *
 * @throws ClockError when nothing may be written under this time
 */
export function assertClock(at: IsoInstant, latest: IsoInstant | null, peers: readonly PeerTime[]): void {
  const apart = [...new Map(peers.map(({ host, date }) => [host, date])).values()]
    .map((date) => Math.round(date.getTime() / 1000) - toSeconds(at))
    .toSorted((a, b) => a - b);
  const agreeing = apart.filter((seconds) => Math.abs(seconds) <= FAR).length;
  // Most of them: one peer with an old answer excuses nobody.
  const middle = apart[Math.floor(apart.length / 2)] ?? 0;
  const together = apart.filter((seconds) => Math.abs(seconds - middle) <= FAR).length;
  if (together >= SEVERAL && together * 2 > apart.length && agreeing === 0)
    throw new ClockError(
      `The clock of this machine says ${at}; ${together} peers say that it is ${Math.abs(middle)} s ` +
        `${middle > 0 ? 'later' : 'earlier'}. Nothing was written: set the clock right.`,
    );
  if (latest === null || compareInstants(at, latest) >= 0) return;
  if (toSeconds(latest) - toSeconds(at) <= FAR || agreeing >= SEVERAL) return;
  throw new ClockError(
    `The clock of this machine says ${at}, and the run before is dated ${latest}. Nothing was written: set the ` +
      'clock right; where the earlier run is the one that is wrong, revert the commit that added it.',
  );
}
