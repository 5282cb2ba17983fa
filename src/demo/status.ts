import { checkCommand } from '../status/run/command.ts';
import type { RunAnswers } from '../status/run/run.ts';
import { writePast } from './past/write.ts';
import { openDemoWorld } from './world/world.ts';

export interface DemoStatusOptions {
  /** A content root that holds the written systems and a snapshot of the ledger. */
  readonly contentRoot: string;
  /** The running demo database with the ledger in it. */
  readonly database: { readonly url: string };
  /** The demo's clock, which the invented services follow too. */
  readonly now: () => Date;
  readonly seed: number;
  readonly onStep: (message: string) => void;
}

/**
 * Makes the status of the demo the way production does: behind an invented past of a year, the real checks ask
 * the demo's world once.
 *
 * @throws Error with the run's own words when it could not be kept
 */
export async function makeDemoStatus(options: DemoStatusOptions): Promise<RunAnswers> {
  const { contentRoot, database, now, seed, onStep } = options;
  onStep('Inventing a year of checks');
  await writePast({ contentRoot, now: now(), seed });
  onStep("Opening the demo's platforms on loopback");
  const world = await openDemoWorld({ database, now });
  try {
    const { answers } = await checkCommand({
      contentRoot,
      settings: world.settings,
      now: () => now().toISOString(),
      onStep: (message) => onStep(`Checks: ${message.toLowerCase()}`),
      demo: true,
    });
    return answers;
  } finally {
    await world.close();
  }
}
