import { ExpectedError } from '../core/expected-error.ts';
import type { Failure } from '../ledger/manifest.ts';

/** A source that did not answer, or answered what can not be published. The message is for the operator. */
export class SourceError extends ExpectedError {
  override readonly name = 'SourceError';
  readonly failure: Failure;
  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
