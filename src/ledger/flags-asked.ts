import { type FlagName, LEFT_OUT } from './finding.ts';
import type { DatasetState } from './manifest.ts';

/** What a snapshot knows of some flags on a dataset. */
export interface FlagsFound {
  readonly subjects: readonly string[];
  /** Whether the set was refused because most of it is gone: how many rows bear the flag nobody counted then. */
  readonly mostGone: boolean;
  /** Why there may be more than was found; null where there is not. */
  readonly gap: 'stale' | 'no-rows' | 'not-evaluated' | null;
}

/** Who asks for a flag asks for these too: "unchanged" is not said of what is gone. */
const IMPLIED: Readonly<Partial<Record<FlagName, readonly FlagName[]>>> = {
  'changed-after-publication': ['gone-after-publication'],
};

/** Findings under which nobody can tell whether a flag would be raised. */
const UNTOLD: Readonly<Partial<Record<FlagName, readonly FlagName[]>>> = {
  'hash-mismatch': ['hash-not-recomputable'],
};

/**
 * Which rows of a dataset bear any of these flags. What was found in data that is stale by now was found; that
 * nothing was found there, or among no rows, or by a look that was not taken, says nothing.
 */
export function flagsAsked(
  { state, reason, rows, findings, not_evaluated }: DatasetState,
  without: readonly FlagName[],
  mayBeEmpty: boolean,
): FlagsFound {
  const asked = without.flatMap((flag) => [flag, ...(IMPLIED[flag] ?? [])]);
  const raised = (flags: readonly FlagName[]) => findings.filter(({ guard }) => flags.includes(guard));
  const subjects = [...new Set(raised(asked).flatMap((finding) => finding.subjects))];
  // Of a row that was left out, what was published before was looked at, and not what it is now.
  const untold = raised([...LEFT_OUT, ...asked.flatMap((flag) => UNTOLD[flag] ?? [])]).length > 0;
  const gap = () => {
    if (state !== 'current') return 'stale';
    if (rows === 0 && !mayBeEmpty) return 'no-rows';
    return untold || asked.some((flag) => not_evaluated.includes(flag)) ? 'not-evaluated' : null;
  };
  const mostGone = reason === 'shrunk' && asked.includes('gone-after-publication');
  return { subjects, mostGone, gap: gap() };
}
