/**
 * What is let in, for every source: each later layer (pages, CSV, calendars, archives, other people's readers) can
 * show, store and read back whatever lies within. The reasons stand beside the figures.
 */
export const BOUNDS = {
  /** A platform has no history before, and no business after; between them stand at most 1,200 monthly files. */
  years: { first: 2000, last: 2099 },
  /** Digits before the point: those of an unsigned integer of 256 bits, the largest amount of any chain. */
  digits: 78,
  /** Digits after it: twice what the finest unit in use has (18), and fewer than `Intl` can print (100). */
  decimals: 36,
  /** Characters of one text: below what Python's `csv` reads in a field (131,072) unless told otherwise. */
  text: 100_000,
} as const;
