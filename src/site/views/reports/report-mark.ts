import {
  ITEM_STANDS,
  type ItemStand,
  isUntold,
  type Report,
  standOf,
} from '../../../reports/model/report.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital } from '../status/state-mark.ts';

/** The gravest first; each has a shape of its own, told apart without colour. */
export const REPORT_SHAPES = ['missed', 'failed', 'not-known', 'open', 'late', 'passed', 'signed'] as const;
export type ReportShape = (typeof REPORT_SHAPES)[number];

export interface ReportMark {
  /** Null where nothing has run: there is nothing to draw then. */
  readonly shape: ReportShape | null;
  readonly word: string;
}

/**
 * What a report comes to. Only what a machine has checked, with every manual item signed off, looks like a pass:
 * not what is missed, not known or open, and not what was signed off alone.
 */
function shapeOf(report: Report): ReportShape {
  const { kept, items } = report;
  if (kept === 'missed') return 'missed';
  const stands = new Set(items.map(standOf));
  if (stands.has('failed')) return 'failed';
  // Without a public item nothing is known in public; nor of what nobody but its operator had when it says that it ran.
  if (stands.has('not-known') || stands.size === 0 || isUntold(report)) return 'not-known';
  if (stands.has('open') || stands.has('claimed')) return 'open';
  if (!stands.has('passed')) return 'signed';
  return kept === 'late' ? 'late' : 'passed';
}

export function reportMark(reader: Reader, report: Report | undefined): ReportMark {
  const { t } = reader;
  if (report === undefined) return { shape: null, word: capital(t('mark.never')) };
  const shape = shapeOf(report);
  const word = capital(shape === 'open' ? openWord(reader, report) : t(`mark.${shape}`));
  const lateToo = report.kept === 'late' && shape !== 'late';
  return { shape, word: lateToo ? t('mark.withLate', { word }) : word };
}

/** "checks passed, 1 not signed off": the ticks, and what they do not speak of. */
function openWord(reader: Reader, { items }: Report): string {
  const counts = standCounts(reader, items, ['open', 'claimed']);
  return items.some((item) => standOf(item) === 'passed')
    ? reader.t('mark.checksPassed', { counts })
    : counts;
}

/** "9 passed, 1 not known, 1 not signed off", of what items stand at. */
export function standCounts(
  { t, format }: Reader,
  items: Report['items'],
  stands: readonly ItemStand[] = ITEM_STANDS,
): string {
  const parts = stands.flatMap((stand) => {
    const count = items.filter((item) => standOf(item) === stand).length;
    return count === 0 ? [] : [t(`count.${stand}`, { n: format.count(count) })];
  });
  return parts.join(', ');
}

/** "10 passed, 1 not known", of what reports come to, the best first. */
export function shapeCounts({ t, format }: Reader, reports: readonly Report[]): string[] {
  const shapes = reports.map(shapeOf);
  return COUNTED.flatMap((shape) => {
    const count = shapes.filter((one) => one === shape).length;
    return count === 0 ? [] : [t(`count.${shape}`, { n: format.count(count) })];
  });
}

const COUNTED = [
  'passed',
  'late',
  'signed',
  'open',
  'failed',
  'not-known',
  'missed',
] as const satisfies readonly ReportShape[];

/** The gravest of some; undefined of none. */
export function gravest(reports: readonly Report[]): ReportShape | undefined {
  const shapes = new Set(reports.map(shapeOf));
  return REPORT_SHAPES.find((shape) => shapes.has(shape));
}
