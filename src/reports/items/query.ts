import { toDecimal } from '../../core/money.ts';
import { satisfies } from '../../systems/gauge.ts';
import type { Asked } from '../answers.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';
import type { RoutineItem } from '../model/routine.ts';

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
