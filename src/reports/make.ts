import type { ReportInputs } from './inputs.ts';
import { checkNow, checkOver } from './items/check.ts';
import { COMPUTATIONS } from './items/computed.ts';
import { datasetWithout } from './items/dataset.ts';
import { queried } from './items/query.ts';
import { evidenceOf } from './model/item-answer.ts';
import type { ItemAnswer, Report, ReportItem } from './model/report.ts';
import type { Routine, RoutineItem } from './model/routine.ts';
import type { Occurrence } from './model/routine-schedule.ts';

/**
 * One run of a routine as a report: a pure function of its inputs. Nothing measured is in it but what samples
 * and answers bring along; how long a query took is told on the terminal alone, or the bytes would never repeat.
 */
export function makeReport(
  routine: Routine,
  kept: Exclude<Occurrence['kept'], 'missed'>,
  inputs: ReportInputs,
  internal: number,
): Report {
  return {
    system: inputs.system.id,
    routine: routine.id,
    due_at: inputs.due_at,
    kept,
    ran_at: inputs.at,
    inputs: { ...inputs.hashes },
    items: routine.items.map((item): ReportItem => ({ id: item.id, ...answerTo(item, inputs) })),
    internal,
  };
}

/** What stands for a time at which nobody ran the routine. */
export function missedReport(system: string, routine: Routine, due_at: string): Report {
  return {
    system,
    routine: routine.id,
    due_at,
    kept: 'missed',
    ran_at: null,
    inputs: {},
    items: [],
    internal: 0,
  };
}

function answerTo(item: RoutineItem, inputs: ReportInputs): ItemAnswer {
  const asked = inputs.answers.get(item.id);
  if ('check' in item) {
    return item.over === undefined ? checkNow(item.check, inputs) : checkOver(item.check, item.over, inputs);
  }
  if ('dataset' in item) return datasetWithout(item.dataset, item.without, inputs);
  if ('query' in item) return queried(item.query, asked);
  if ('computed' in item) return COMPUTATIONS[item.computed](inputs, asked, item);
  return { result: 'manual', evidence: evidenceOf({}) };
}
