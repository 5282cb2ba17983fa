/**
 * What a command foresees and can not go on with: a sentence for whoever runs it, and exit code 1. Where a caller has
 * to tell one reason from another it is a class of its own below this one. Any other error is a fault of ours, and is
 * shown with its stack.
 */
export class ExpectedError extends Error {
  override readonly name: string = 'ExpectedError';

  /** Several reasons stand on a line each. */
  constructor(reasons: string | readonly string[], options?: ErrorOptions) {
    super(typeof reasons === 'string' ? reasons : reasons.join('\n'), options);
  }
}
