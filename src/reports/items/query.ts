import { satisfies } from '../../domain/gauge.ts';
import { failed, notKnown, passed } from '../../domain/item-answer.ts';
import { toDecimal } from '../../domain/money.ts';
import type { ItemAnswer } from '../../domain/report.ts';
import type { RoutineItem } from '../../domain/routine.ts';
import type { Asked } from '../answers.ts';

type Query = Extract<RoutineItem, { query: unknown }>['query'];

/** What the rows that a query gave say: offenders, their absence, or one number against its condition. */
export function queried({ answer, passes_when }: Query, asked: Asked | undefined): ItemAnswer {
  if (asked?.kind === 'silent') return notKnown(asked.reason);
  if (asked?.kind !== 'rows') return notKnown('not-asked');
  const count = { count: String(asked.count) };
  switch (answer) {
    case 'no-rows':
      return asked.count === 0 ? passed(count) : failed('offending-rows', count, asked.sample);
    case 'some-rows':
      return asked.count > 0 ? passed(count) : failed('no-rows', count);
    case 'value': {
      const value = toDecimal(asked.value ?? '');
      if (value === null || passes_when === undefined) return notKnown('not-a-number');
      const evidence = { value, expected: Object.entries(passes_when).flat().join(' ').replace('_', ' ') };
      return satisfies(value, passes_when) ? passed(evidence) : failed('target-missed', evidence);
    }
    default:
      return answer satisfies never;
  }
}
