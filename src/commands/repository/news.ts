import type { IsoInstant } from '../../core/instant.ts';

/** What a commit of content tells of one run: only what the content itself publishes. */
export interface News {
  readonly noun: 'Checks' | 'Snapshot' | 'Chain' | 'Notes' | 'Reports' | 'Build';
  /** When the run looked. */
  readonly at: IsoInstant;
  /** A few words for the first line. */
  readonly short: string;
  /** What is other than before, a line each. */
  readonly lines: readonly string[];
}
