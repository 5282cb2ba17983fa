import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { expected } from './fault.ts';
import type { IsoInstant } from './instant.ts';

/** A UTC month `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, expected('month'));

/** `month` moved by whole months: (`2026-01`, −1) → `2025-12`. */
export function addMonths(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** The first instant after a month: `2026-01` → `2026-02-01T00:00:00Z`. */
export function endOfMonth(month: string): IsoInstant {
  return `${addMonths(month, 1)}-01T00:00:00Z`;
}
