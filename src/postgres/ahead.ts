import { CLOCK_TOLERANCE_MS } from '../core/ageing.ts';

/** SQL: up to when a row can be dated. What is later by the database's own clock has not happened yet. */
export const LATEST_DATE = `(now() + interval '${CLOCK_TOLERANCE_MS} milliseconds')`;

/** SQL: that none of these columns is dated ahead; a null is not. */
export function notAhead(...columns: readonly string[]): string {
  return `(greatest(${columns.join(', ')}) > ${LATEST_DATE}) IS NOT TRUE`;
}
