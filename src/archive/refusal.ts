/** Why nothing was written or removed, in words for the operator; what was there stands as it was. */
export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal';
}

/** There is nothing of the month: no fault of anybody's. */
export class EmptyMonthRefusal extends ArchiveRefusal {}
