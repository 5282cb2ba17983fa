import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { ExpectedError } from '../core/expected-error.ts';

/** A lock whose holder died counts as given up after this many milliseconds without a sign of life. */
const STALE_AFTER = 10_000;
const PAUSE = 250;

export interface Waiting {
  /** Milliseconds to wait for the other run; half a minute unless told. */
  readonly patience?: number | undefined;
  /** Told once, when there is somebody to wait for. */
  readonly onStep?: ((message: string) => void) | undefined;
}

const PATIENCE = 30_000;

/**
 * Runs `work` while no other run writes to `folder`. Waits for the other one as long as `patience` lasts.
 * A holder that was suspended for longer than a lock lives can lose it without knowing: what must not happen
 * twice has to look for itself (`publish` does).
 *
 * @throws ExpectedError when the other one does not end in time
 */
export async function exclusively<T>(folder: string, waiting: Waiting, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const release = await acquire(folder, waiting);
  try {
    return await work();
  } finally {
    await release().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERELEASED' && error.code !== 'ENOTACQUIRED') throw error;
    });
  }
}

async function acquire(
  folder: string,
  { patience = PATIENCE, onStep }: Waiting,
): Promise<() => Promise<void>> {
  const until = performance.now() + patience;
  for (let first = true; ; first = false) {
    try {
      return await lockfile.lock(folder, {
        lockfilePath: path.join(folder, '.lock'),
        stale: STALE_AFTER,
        onCompromised: () => undefined,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    }
    if (performance.now() >= until) {
      throw new ExpectedError(
        `Another run is writing to ${folder} and did not end within ${patience / 1000} s. Nothing was changed.`,
      );
    }
    if (first) onStep?.('Waiting for another run to end');
    await setTimeout(PAUSE);
  }
}
