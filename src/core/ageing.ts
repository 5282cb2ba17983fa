/** How far a clock may stand before the data it is held against: clocks differ a little, and data is young. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What an element of a page says of the time it is for, as its `data-` attributes. */
export interface Timed {
  /** A claim about the present: it holds until then, and for no clock that stands before the data. */
  readonly validUntil?: string | undefined;
  /** What takes its place. */
  readonly unknownSince?: string | undefined;
  /** What was announced for a time, such as a window of maintenance. */
  readonly shownFrom?: string | undefined;
  readonly shownUntil?: string | undefined;
  /** `right`: only where the clock can be believed, as the hour since when; `wrong`: only where it can not. */
  readonly clock?: string | undefined;
}

/** Whether a clock stands before data that is there already: it, or the one that dated the data, is wrong. */
export function isClockWrong(dated: string | undefined, now: number): boolean {
  // Not "after now": a date that can not be read is no ground to believe anything.
  return dated !== undefined && !(Date.parse(dated) <= now + CLOCK_TOLERANCE_MS);
}

/**
 * Whether an element is shown at `now` (milliseconds since 1970), on a page whose latest data is of `dated`. The
 * browser and the server both ask this.
 */
export function isShown(element: Timed, dated: string | undefined, now: number): boolean {
  const { validUntil, unknownSince, shownFrom, shownUntil, clock } = element;
  const wrong = isClockWrong(dated, now);
  if (clock !== undefined) return (clock === 'wrong') === wrong;
  if (validUntil !== undefined) return !wrong && !isOver(validUntil, now);
  if (unknownSince !== undefined) return wrong || isOver(unknownSince, now);
  // What was announced stands as it did when the page was made, if nobody can say how late it is.
  const then = wrong && dated !== undefined ? Date.parse(dated) : now;
  const begun = shownFrom === undefined || isOver(shownFrom, then);
  const over = shownUntil !== undefined && isOver(shownUntil, then);
  return begun && !over;
}

/** Not "at or before now": a time that can not be read has passed, or its state would stay green for ever. */
export function isOver(time: string, now: number): boolean {
  return !(Date.parse(time) > now);
}
