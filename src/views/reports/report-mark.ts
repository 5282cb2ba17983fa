import type { Report } from '../../domain/report.ts';
import type { Reader } from '../../i18n/reader.ts';
import { capital } from '../status/state-mark.ts';

/** The gravest first; each has a shape of its own, told apart without colour. */
export const REPORT_SHAPES = ['missed', 'failed', 'not-known', 'late', 'passed', 'manual'] as const;
export type ReportShape = (typeof REPORT_SHAPES)[number];

export interface ReportMark {
  /** Null where nothing has run: there is nothing to draw then. */
  readonly shape: ReportShape | null;
  readonly word: string;
}

/** What a report comes to: what is not known, missed or manual never looks like a pass. */
export function shapeOf({ kept, items }: Report): ReportShape {
  if (kept === 'missed') return 'missed';
  if (items.some(({ result }) => result === 'failed')) return 'failed';
  if (items.some(({ result }) => result === 'not-known')) return 'not-known';
  if (!items.some(({ result }) => result === 'passed')) return 'manual';
  return kept === 'late' ? 'late' : 'passed';
}

export function reportMark({ t }: Reader, report: Report | undefined): ReportMark {
  if (report === undefined) return { shape: null, word: capital(t('mark.never')) };
  const shape = shapeOf(report);
  const word = capital(t(`mark.${shape}`));
  const lateToo = report.kept === 'late' && shape !== 'late';
  return { shape, word: lateToo ? t('mark.withLate', { word }) : word };
}

/** The gravest of some; undefined of none. */
export function gravest(reports: readonly Report[]): ReportShape | undefined {
  const shapes = new Set(reports.map(shapeOf));
  return REPORT_SHAPES.find((shape) => shapes.has(shape));
}

/** What each shape stands for, for the key beside a calendar. */
export function markKey({ t }: Reader): { readonly shape: ReportShape; readonly text: string }[] {
  return REPORT_SHAPES.map((shape) => ({ shape, text: t(`mark.${shape}`) }));
}
