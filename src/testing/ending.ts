import { ExpectedError } from '../core/expected-error.ts';

interface Ends {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** An ending; of one that could not go on, its words and its exit code alone. */
export type Ended<Ending extends Ends> = Pick<Ending, keyof Ends> & Partial<Omit<Ending, keyof Ends>>;

/** How a command ends for whoever runs it: with its answer, or with why it could not go on, and then with 1. */
export async function endingOf<Ending extends Ends>(work: Promise<Ending>): Promise<Ended<Ending>> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { text: error.message, exitCode: 1 } as Ended<Ending>;
  }
}
