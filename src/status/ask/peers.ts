import { type PeerTime, peerTime } from '../../core/clock.ts';
import type { RunContext } from './context.ts';

/** What the peers of a run say of the time: databases, and answers over HTTP that no cache kept. */
export async function peersOf({ exchanges, databaseTimes }: RunContext): Promise<PeerTime[]> {
  const settled = await Promise.allSettled(exchanges.values());
  const overHttp = [...exchanges.keys()].flatMap((key, index) => {
    const made = settled[index];
    if (made?.status !== 'fulfilled' || made.value.headers.age !== undefined) return [];
    const { hostname } = new URL((JSON.parse(key) as [string, string])[1]);
    return peerTime(hostname, new Date(made.value.headers.date ?? '')) ?? [];
  });
  return [...databaseTimes, ...overHttp];
}
