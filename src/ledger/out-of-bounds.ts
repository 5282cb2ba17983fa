import { BOUNDS } from '../core/bounds.ts';
import { DATASETS, type DatasetName, type DatasetShape } from './dataset.ts';

/** A field of a row that later layers could not carry. */
export interface OutOfBounds {
  readonly field: string;
  /** Which bound, and what was found; short, and without the value where that is someone's text. */
  readonly reason: string;
}

/** Columns of time, and beside the columns of money those of counts and shares; all others hold text. */
const TIMES = /^(created_at|period_start|period_end|day)$/;
const FIGURES = /^(tx_.*|duplicates|referral|treasury|buyback|platform)$/;
const DECIMAL = /^-?(\d+)(?:\.(\d+))?$/;

/** Every field of a dataset's row that is out of bounds: years, digits and decimals, lengths, broken characters. */
export function outOfBounds(dataset: DatasetName, row: object): OutOfBounds[] {
  const { money, hashed = [] } = DATASETS[dataset] as unknown as DatasetShape<Record<string, unknown>>;
  return Object.entries(row).flatMap(([field, value]) => {
    if (typeof value !== 'string' || hashed.includes(field)) return []; // Of a list the length is its batch's.
    const reason =
      textProblem(value) ??
      (TIMES.test(field) ? yearProblem(value) : null) ??
      (money.includes(field) || FIGURES.test(field) ? figureProblem(value) : null);
    return reason === null ? [] : [{ field, reason }];
  });
}

function textProblem(text: string): string | null {
  if (text.length > BOUNDS.text) return `${text.length} characters, the bound is ${BOUNDS.text}`;
  if (!text.isWellFormed()) return 'half of a character (a lone surrogate), which no file can hold';
  return text.includes('\0') ? 'a NUL character, which no database and no CSV can hold' : null;
}

function yearProblem(text: string): string | null {
  const { first, last } = BOUNDS.years;
  const year = text.slice(0, 4);
  return Number(year) >= first && Number(year) <= last
    ? null
    : `the year ${year}, the bounds are ${first} and ${last}`;
}

function figureProblem(text: string): string | null {
  const [, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole.length > BOUNDS.digits) return `${whole.length} digits, the bound is ${BOUNDS.digits}`;
  if (fraction.length > BOUNDS.decimals)
    return `${fraction.length} decimals, the bound is ${BOUNDS.decimals}`;
  return null;
}
