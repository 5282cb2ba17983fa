/** Runs a script's work; whatever goes wrong ends it with one sentence and exit code 1. DEBUG shows the whole error. */
export async function ending(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(process.env.DEBUG === undefined && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
