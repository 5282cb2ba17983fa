import ora from 'ora';

/**
 * Shows the step under way: a spinner in a terminal, one plain line a step elsewhere (a CI log). On standard
 * error, so that standard output stays what a command answers.
 */
export function showSteps(): { step(message: string): void; done(): void } {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  return {
    step: (message) => void spinner.start(message),
    done: () => void spinner.stop(),
  };
}
