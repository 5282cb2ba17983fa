import { CLOCK_TOLERANCE_MS } from './ageing.ts';
import { ExpectedError } from './expected-error.ts';
import { type IsoInstant, toSeconds } from './instant.ts';

/** What one peer's answer says of the time, and whose it is: the `Date` of HTTP, or `now()` of a database. */
export interface PeerTime {
  readonly host: string;
  readonly date: Date;
}

/** Something that is dated already, which no clock that is right stands before. */
export interface Dated {
  readonly at: IsoInstant;
  /** What it is, as a sentence calls it: `what notes/manifest.json publishes`. */
  readonly what: string;
  /** What to do where its date is the one that is wrong: `revert the commit that added it`. */
  readonly remedy: string;
}

/** Seconds that clocks may be apart, as on the pages. */
const FAR = CLOCK_TOLERANCE_MS / 1000;

/** Whether `at` is further ahead of `now` than clocks may be apart. */
export function isAhead(at: IsoInstant, now: IsoInstant): boolean {
  return toSeconds(at) - toSeconds(now) > FAR;
}

/** The same of whole seconds since 1970, of which a signature can name more than any calendar has. */
export function isSecondsAhead(seconds: bigint, now: IsoInstant): boolean {
  return seconds - BigInt(Math.floor(toSeconds(now))) > BigInt(FAR);
}

/** One peer alone may be the one that is wrong. */
const SEVERAL = 2;
/** Who answers from this machine has its clock, and is no peer. */
const THIS_MACHINE = /^($|\/|localhost$|127\.|\[?::1\]?$)/;

/** What a host says of the time; null where it is this machine itself, or the time can not be read. */
export function peerTime(host: string, date: Date): PeerTime | null {
  return THIS_MACHINE.test(host) || Number.isNaN(date.getTime()) ? null : { host, date };
}

/**
 * Holds the time of a run against what is dated already and against what its peers say. Far before what is dated a
 * clock is wrong, unless several peers agree with it: then the date was. One peer excuses and condemns nobody.
 *
 * @throws ExpectedError when nothing may be written under this time
 */
export function assertClock(at: IsoInstant, dated: readonly Dated[], peers: readonly PeerTime[]): void {
  const { apart, agreeing } = heldAgainst(at, peers);
  // Most of them: one peer with an old answer excuses nobody.
  const middle = apart[Math.floor(apart.length / 2)] ?? 0;
  const together = apart.filter((seconds) => Math.abs(seconds - middle) <= FAR).length;
  if (together >= SEVERAL && together * 2 > apart.length && agreeing === 0)
    throw new ExpectedError(
      `The clock of this machine says ${at}; ${together} peers say that it is ${Math.abs(middle)} s ` +
        `${middle > 0 ? 'later' : 'earlier'}. Nothing was written: set the clock right.`,
    );
  const [newest] = dated.toSorted((a, b) => toSeconds(b.at) - toSeconds(a.at));
  if (newest === undefined || !isAhead(newest.at, at) || agreeing >= SEVERAL) return;
  throw new ExpectedError(
    `The clock of this machine says ${at}, and ${newest.what} is dated ${newest.at}. Nothing was written: set the ` +
      `clock right; where that date is the one that is wrong, ${newest.remedy}.`,
  );
}

/** What a lone peer that says otherwise tells the operator, a sentence each; it keeps nothing from being written. */
export function clockDoubts(at: IsoInstant, peers: readonly PeerTime[]): string[] {
  const { byHost, agreeing } = heldAgainst(at, peers);
  if (agreeing > 0) return [];
  return byHost
    .filter(({ seconds }) => Math.abs(seconds) > FAR)
    .map(
      ({ date, seconds }) =>
        `The clock of this machine says ${at}; a peer says ${date.toISOString()}, ${Math.abs(seconds)} s ` +
        `${seconds > 0 ? 'later' : 'earlier'}. One of the two is wrong: look at the clock.`,
    );
}

/** By how many seconds peers are later than `at`, each once, in order; how many of them agree with it. */
function heldAgainst(at: IsoInstant, peers: readonly PeerTime[]) {
  const byHost = [...new Map(peers.map((peer) => [peer.host, peer])).values()].map(({ date }) => ({
    date,
    seconds: Math.round(date.getTime() / 1000) - toSeconds(at),
  }));
  const apart = byHost.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
  return { byHost, apart, agreeing: apart.filter((seconds) => Math.abs(seconds) <= FAR).length };
}
