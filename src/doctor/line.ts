import type { Key } from '../words/message.ts';

/** `untold`: it could not be asked, so nothing is known. */
export type State = 'ok' | 'todo' | 'untold';

/** One thing that was looked at: how it is, as a message that says what to do where there is something to do. */
export interface Line {
  readonly state: State;
  readonly says: Extract<Key, `doctor.${string}`>;
  readonly values: Readonly<Record<string, string>>;
}

export function line(state: State, says: Line['says'], values: Line['values'] = {}): Line {
  return { state, says, values };
}

/** 0 when nothing is to do, 1 when something is, 2 when of something that is all nobody can tell. */
export function exitCodeOf(lines: readonly Line[]): 0 | 1 | 2 {
  if (lines.some(({ state }) => state === 'todo')) return 1;
  return lines.some(({ state }) => state === 'untold') ? 2 : 0;
}
