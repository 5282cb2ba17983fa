import ora from 'ora';

/**
 * Shows the step under way: a spinner in a terminal, one plain line a step elsewhere (a CI log). On standard
 * error, so that standard output stays what a command answers.
 */
export function showSteps(): {
  step(message: string): void;
  done(message?: string): void;
  fail(message: string): void;
} {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  return {
    step(message) {
      spinner.start(message);
    },
    done(message) {
      if (message === undefined) spinner.stop();
      else spinner.succeed(message);
    },
    fail(message) {
      spinner.fail(message);
    },
  };
}
