import { assertClock, clockDoubts, type PeerTime } from '../core/clock.ts';
import { ExpectedError } from '../core/expected-error.ts';
import type { IsoInstant } from '../core/instant.ts';
import { type Line, line } from './line.ts';

/** What peers say of this machine's clock: several that agree condemn it, one alone leaves it open. */
export function clockLines(now: IsoInstant, peers: readonly PeerTime[]): Line[] {
  const hosts = new Map(peers.map((peer) => [peer.host, peer]));
  const say = { now, peers: String(hosts.size) };
  if (hosts.size === 0) return [line('untold', 'doctor.clock.alone', say)];
  const times = [...hosts.values()].map(({ date }) => date.toISOString()).join(', ');
  try {
    assertClock(now, [], peers);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return [line('todo', 'doctor.clock.wrong', { ...say, times })];
  }
  if (clockDoubts(now, peers).length > 0) return [line('untold', 'doctor.clock.doubt', { ...say, times })];
  return [line('ok', 'doctor.clock.right', say)];
}
