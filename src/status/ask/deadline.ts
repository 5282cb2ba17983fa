import { durationSeconds } from '../../core/instant.ts';
import { notAsked, TransportFailure } from './answer.ts';
import type { RunContext } from './context.ts';

/** A check's timeout in whole milliseconds. */
export function timeoutOf(check: { readonly timeout: string }): number {
  return Math.round(durationSeconds(check.timeout) * 1000);
}

/**
 * Runs `work` for at most `timeout` milliseconds and within the run's budget; its signal tells it to stop, and
 * it is not waited for beyond.
 *
 * @throws TransportFailure `timed-out` or CheckFailure `out-of-time`
 */
export async function withDeadline<T>(
  timeout: number,
  { budget }: Pick<RunContext, 'budget'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (budget.aborted) throw notAsked('out-of-time');
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), timeout);
  const signal = AbortSignal.any([own.signal, budget]);
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(endOf(budget));
    signal.addEventListener('abort', stop, { once: true });
  });
  const working = work(signal);
  working.catch(() => undefined); // Once the deadline has spoken, how the work ends is of no interest.
  try {
    return await Promise.race([working, ended]);
  } catch (error) {
    throw signal.aborted ? endOf(budget) : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function endOf(budget: AbortSignal) {
  if (budget.aborted) return notAsked('out-of-time');
  return new TransportFailure({ outcome: 'down', reason: 'timed-out', again: false });
}
