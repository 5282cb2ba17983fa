import { addDuration, compareInstants, type IsoInstant } from '../core/instant.ts';
import { isRole } from '../core/role.ts';
import type { Report } from '../reports/model/report.ts';
import type { SignOffLine } from '../reports/model/sign-off.ts';
import type { RoutineSystem } from '../reports/run.ts';

/** How long after a run somebody signs it off in the demo. */
const AFTER = 'PT40M';
/** By the day of the month, over and over. */
const STANDINGS = [null, 'claimed', 'signed', 'signed'] as const;

/** Sign-offs of the demo's manual items: most days signed, some claimed, some left open. Those of today are open. */
export function demoSignOffs(
  systems: readonly RoutineSystem[],
  reports: readonly Report[],
  now: IsoInstant,
): SignOffLine[] {
  const today = addDuration(now, '-PT24H');
  return reports.flatMap(({ system, routine, due_at, ran_at, items }): SignOffLine[] => {
    const standing = STANDINGS[Number(due_at.slice(8, 10)) % STANDINGS.length] ?? null;
    if (standing === null || ran_at === null || compareInstants(due_at, today) > 0) return [];
    const written = systems
      .find((one) => one.system.id === system)
      ?.routines.find((one) => one.routine.id === routine)?.routine.items;
    return items.flatMap(({ id }): SignOffLine[] => {
      const item = written?.find((one) => one.id === id);
      if (item === undefined || !('manual' in item) || !isRole(item.manual.role)) return [];
      const { role } = item.manual;
      const at = addDuration(ran_at, AFTER);
      return [{ system, routine, due_at, item: id, role, at, standing, rules: 'role-and-time' }];
    });
  });
}
