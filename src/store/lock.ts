import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import lockfile from 'proper-lockfile';

/** A lock whose holder died counts as given up after this many milliseconds without a sign of life. */
const STALE_AFTER = 10_000;

export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Runs `work` while no other run writes to `folder`. Waits up to `patience` milliseconds for the other one.
 *
 * @throws LockedError when it does not end in time
 */
export async function exclusively<T>(folder: string, patience: number, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const pause = 250;
  const release = await lockfile
    .lock(folder, {
      lockfilePath: path.join(folder, '.lock'),
      stale: STALE_AFTER,
      retries: { retries: Math.ceil(patience / pause), factor: 1, minTimeout: pause, maxTimeout: pause },
    })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ELOCKED') throw error;
      throw new LockedError(
        `Another snapshot is writing to ${folder} and did not end within ${patience / 1000} s. Nothing was changed.`,
      );
    });
  try {
    return await work();
  } finally {
    await release();
  }
}
