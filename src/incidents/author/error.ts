/** What a person must change before anything is written: every reason at once, a line each. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}
