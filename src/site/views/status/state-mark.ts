import type { IsoInstant } from '../../../core/instant.ts';
import type { Outcome } from '../../../core/outcome.ts';
import type { Held } from '../../../status/present.ts';
import type { State } from '../../../systems/component.ts';
import type { Reader } from '../../../words/reader.ts';

/** The shape and colour of a state: disc, triangle, notched square, dashed diamond. */
export type StateShape = 'up' | 'degraded' | 'down' | 'unknown';

/** The same for anything that is said of now: a ring is for a figure that only informs. */
export type MarkShape = StateShape | 'informs';

/** A state that ages by itself: past `until`, what is shown is the unknown mark and since when. */
export interface StateMark<Shape extends MarkShape = StateShape> {
  readonly shape: Shape;
  readonly word: string;
  /** The time that the state was seen at, in words: what a page without a script can still be judged by. */
  readonly at: string;
  /** Null for what is unknown already: it can not become less known. */
  readonly until: IsoInstant | null;
  readonly aged: AgedMark;
}

/** What takes its place: unknown, since when (no hour is named to a clock that is wrong), and what it was last. */
export interface AgedMark {
  readonly word: string;
  readonly since: string;
  readonly last: string;
}

const SHAPES: Record<State, StateShape> = {
  operational: 'up',
  under_maintenance: 'degraded',
  unknown: 'unknown',
  degraded_performance: 'degraded',
  partial_outage: 'down',
  major_outage: 'down',
};

export function stateMark(reader: Reader, state: State, held: Held): StateMark {
  return mark(reader, SHAPES[state], reader.t(`state.${state}`), held);
}

/** The state of a check, whose words are those of an answer. */
export function outcomeMark(reader: Reader, outcome: Outcome, held: Held): StateMark {
  return mark(reader, outcome, reader.t(`outcome.${outcome}`), held);
}

/** Any words that hold for as long as the data does, such as "detected" or an alert level. */
export function mark<Shape extends MarkShape = StateShape>(
  reader: Reader,
  shape: Shape,
  word: string,
  held: Held,
): StateMark<Shape | 'unknown'> {
  const { t, format } = reader;
  const seen = held.observed_at !== null && held.valid_until !== null;
  return {
    shape: seen ? shape : 'unknown',
    word: capital(seen ? word : t('state.notYet')),
    at: seen ? t('state.at', { when: format.stamp(held.observed_at ?? '') }) : t('state.never'),
    until: seen && shape !== 'unknown' ? held.valid_until : null,
    aged: {
      word: capital(t('state.unknown')),
      since: seen ? t('state.since', { when: format.stamp(held.valid_until ?? '') }) : '',
      last: capital(t('state.last', { state: word })),
    },
  };
}

/** A sentence begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
