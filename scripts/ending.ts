import { diskTrouble } from '../src/store/disk-trouble.ts';

/** Runs a script's work; whatever goes wrong ends it with one sentence and exit code 1. DEBUG shows the whole error. */
export async function ending(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const said = diskTrouble(error) ?? (error instanceof Error ? error.message : error);
    console.error(process.env.DEBUG === undefined ? said : error);
    process.exitCode = 1;
  }
}
