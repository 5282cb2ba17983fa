import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { type IsoInstant, isoInstantSchema, toIso } from '../../core/instant.ts';
import { isRole, OTHER_ROLE } from '../../core/role.ts';
import { type Report, type ReportItem, STANDINGS } from './report.ts';

const role = z.string().regex(/^[a-z][a-z0-9-]*$/, expected('role'));
const one = z.strictObject({
  /** The id of the manual item. */
  item: z.string(),
  role,
  at: z.iso.datetime({ offset: true }).transform((text) => toIso(text)),
  /** `<system>/<routine>/<due>`, as the file itself is called: a signature is of the text, not of where it lies. */
  report: z.string().optional(),
});

/** `content/written/sign-offs/<system>/<routine>/<due>.yaml`: what somebody did by hand, and in which role. */
export const signOffFileSchema = z.union([one, z.array(one).min(1)]).transform((file) => [file].flat());

/** A line of `generated/reports/signed/`: a sign-off as it was found. A later line of the same item counts instead. */
export const signOffLineSchema = z.strictObject({
  system: z.string(),
  routine: z.string(),
  due_at: isoInstantSchema,
  item: z.string(),
  role,
  at: isoInstantSchema,
  standing: z.enum(STANDINGS),
  /**
   * That the role is the item's, the time lies between the run and when this was found, and a signature is in that
   * role. Left out in lines from before these were asked for.
   */
  rules: z.literal('role-and-time').optional(),
});
export type SignOffLine = z.infer<typeof signOffLineSchema>;

/** What a report's file of sign-offs is called: `2026-11-22T09:00:00Z` → `2026-11-22T090000Z`. */
export function signOffName(due: IsoInstant): string {
  return due.replaceAll(':', '');
}

/** The reports with the sign-offs of their manual items; what else was signed is left out. */
export function withSignOffs(reports: readonly Report[], lines: readonly SignOffLine[]): Report[] {
  const key = (system: string, routine: string, due: string, item: string) =>
    JSON.stringify([system, routine, due, item]);
  const latest = new Map(lines.map((line) => [key(line.system, line.routine, line.due_at, line.item), line]));
  return reports.map((report) => ({
    ...report,
    items: report.items.map((item) => {
      const line = latest.get(key(report.system, report.routine, report.due_at, item.id));
      if (item.result !== 'manual' || line === undefined) return item;
      return { ...item, sign_off: shownOf(line) };
    }),
  }));
}

/** What a line proves: one from before the rules no more than a key, and its role may be anything. */
function shownOf({ role, at, standing, rules }: SignOffLine): NonNullable<ReportItem['sign_off']> {
  if (rules !== undefined) return { role, at, standing };
  return {
    role: isRole(role) ? role : OTHER_ROLE,
    at,
    standing: standing === 'claimed' ? 'claimed' : 'key-only',
  };
}
