import { type Batch, HASHED_FIELDS, type HashedFigures } from './batch.ts';
import { sha256Hex } from './canonical.ts';
import { type Instant, toIso } from './instant.ts';
import { compare, decimalSchema } from './money.ts';

/**
 * The text forms in which a batch's preimage is known to be written: as Postgres casts to text in UTC and
 * ISO style (what the reference function hashes), as the API's JSON spells times, and as the documentation
 * of the field shows them (milliseconds and `Z`, which Postgres never prints). Tried in this order.
 */
export const HASH_FORMS = ['postgres-utc', 'api-iso', 'iso-milliseconds'] as const;
export type HashForm = (typeof HASH_FORMS)[number];

export type HashVerdict = 'match' | 'mismatch' | 'missing';

export interface HashCheck {
  /** `match`: both checks hold. `mismatch`: at least one fails. `missing`: the batch bears no hash. */
  readonly verdict: HashVerdict;
  /** The text form that matched; null unless the verdict is `match`. */
  readonly form: HashForm | null;
  /** The preimage: of the form that matched, else of the figures as Postgres prints them. */
  readonly hash_input: string;
  /** SHA-256 of `hash_input`, so that a reader sees what was compared with `public_hash`. */
  readonly digest: string;
}

const INSTANT_FORMS: Record<HashForm, (instant: Instant) => string> = {
  'postgres-utc': (instant) => instant,
  'api-iso': (instant) => instant.replace(' ', 'T').replace(/\+00$/, '+00:00'),
  'iso-milliseconds': (instant) => {
    const [seconds, fraction = ''] = toIso(instant).slice(0, -1).split('.');
    return `${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  },
};

/** The preimage in one form: the nine hashed fields joined by `|`, an absent period as empty text. */
export function hashInput(figures: HashedFigures, form: HashForm = 'postgres-utc'): string {
  const instant = INSTANT_FORMS[form];
  return HASHED_FIELDS.map((field) => {
    const value = figures[field];
    if (value === null) return '';
    return field === 'created_at' || field === 'period_start' || field === 'period_end'
      ? instant(value)
      : value;
  }).join('|');
}

/**
 * Two checks, both needed: SHA-256 of the preimage is the public hash, and the preimage read back says the
 * figures that are shown (to the precision of its form). Neither proves who made the figures: the same
 * database made both.
 */
export function hashVerdict(batch: Batch): HashCheck {
  for (const form of HASH_FORMS) {
    const input = hashInput(batch, form);
    const digest = sha256Hex(input);
    if (digest === batch.public_hash && saysFigures(input, batch, form)) {
      return { verdict: 'match', form, hash_input: input, digest };
    }
  }
  const input = hashInput(batch);
  const verdict = batch.public_hash === null ? 'missing' : 'mismatch';
  return { verdict, form: null, hash_input: input, digest: sha256Hex(input) };
}

/** Reads a preimage back into its nine fields; null when it has another number of fields. */
export function parseHashInput(input: string): Record<(typeof HASHED_FIELDS)[number], string | null> | null {
  const values = input.split('|');
  if (values.length !== HASHED_FIELDS.length) return null;
  const pairs = HASHED_FIELDS.map((field, index) => [
    field,
    values[index] === '' ? null : (values[index] ?? null),
  ]);
  return Object.fromEntries(pairs);
}

function saysFigures(input: string, batch: Batch, form: HashForm): boolean {
  const said = parseHashInput(input);
  if (said === null) return false;
  const instant = INSTANT_FORMS[form];
  return HASHED_FIELDS.every((field) => {
    const shown = batch[field];
    const value = said[field];
    if (shown === null || value === null) return shown === value;
    switch (field) {
      case 'id':
      case 'tx_count':
        return value === shown;
      case 'created_at':
      case 'period_start':
      case 'period_end':
        return value === instant(shown);
      case 'revenue_sum':
      case 'referral_sum':
      case 'treasury_sum':
      case 'buyback_sum':
        return decimalSchema.safeParse(value).success && compare(value, shown) === 0;
      default:
        return field satisfies never;
    }
  });
}
