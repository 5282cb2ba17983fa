import { ExpectedError } from '../core/expected-error.ts';
/** Why nothing was written or removed, in words for the operator; what was there stands as it was. */
export class ArchiveRefusal extends ExpectedError {
  override readonly name = 'ArchiveRefusal';
}

/** There is nothing of the month: no fault of anybody's. */
export class EmptyMonthRefusal extends ArchiveRefusal {}

/** An archive that was to be restored is damaged. */
export class NotWholeRefusal extends ArchiveRefusal {
  readonly demo: boolean;

  constructor(message: string, demo: boolean) {
    super(message);
    this.demo = demo;
  }
}
