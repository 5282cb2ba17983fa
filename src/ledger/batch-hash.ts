import { sha256Hex } from '../core/canonical.ts';
import { type Instant, toIso } from '../core/instant.ts';
import { compare, decimalSchema } from '../core/money.ts';
import { batchOf } from './alteration.ts';
import { AMOUNT_FIELDS, type Batch, HASHED_FIELDS, type HashedFigures } from './batch.ts';
import { type HashSession, printedIn, saysInstant, sessionName } from './hash-session.ts';
import type { Fields, RowRecord } from './record.ts';

/**
 * The text forms in which a batch's preimage is documented: as Postgres casts to text in UTC and ISO style (what
 * the reference function hashes), as the API's JSON spells times, and as the documentation of the field shows them
 * (milliseconds and `Z`, which Postgres never prints). Tried in this order, then the sessions that are declared.
 */
export const DOCUMENTED_FORMS = ['postgres-utc', 'api-iso', 'iso-milliseconds'] as const;
export type DocumentedForm = (typeof DOCUMENTED_FORMS)[number];
export type HashForm = DocumentedForm | HashSession;

/**
 * `match`: a form gives the hash. `mismatch`: none does, and there is ground to say that it is wrong.
 * `not-recomputable`: none does, and in which form it was made is not known. `missing`: there is no hash.
 */
export const HASH_VERDICTS = ['match', 'mismatch', 'missing', 'not-recomputable'] as const;
export type HashVerdict = (typeof HASH_VERDICTS)[number];

/**
 * Why a hash that no form gives is wrong and not merely made in an unknown form. `no-hash`: the text is no SHA-256.
 * `example`: it is the runbook's example, of the word "test". `other-batch`: another batch bears it, and matches.
 * `earlier-figures`: it is that of figures published earlier. `kept`: hashed figures were altered and it stayed.
 * `no-form`: every session that makes hashes is declared, others match, and this one matches in none.
 */
export type MismatchGround = 'no-hash' | 'example' | 'other-batch' | 'earlier-figures' | 'kept' | 'no-form';

/** Which sessions of its database a platform makes hashes in, as its operator declares them. */
export interface HashDeclaration {
  readonly sessions: readonly HashSession[];
  /** Whether hashes are made in no others. */
  readonly complete: boolean;
}

export const NONE_DECLARED: HashDeclaration = { sessions: [], complete: false };

/** What a verdict may rest on besides the batch itself; see `hashKnowledge`. */
export interface HashKnowledge extends HashDeclaration {
  /** What the published record says of a batch. */
  recorded(id: string): RowRecord | undefined;
  /** The batches that bear a hash. */
  bearing(hash: string): readonly Batch[];
  /** Whether any batch matches at all. */
  anyMatch(): boolean;
}

/** What is known beside a batch: all batches, what is declared for them, and what the record says of them. */
export function hashKnowledge(
  batches: readonly Batch[],
  declared: HashDeclaration,
  recorded: HashKnowledge['recorded'],
): HashKnowledge {
  let byHash: ReadonlyMap<string | null, readonly Batch[]> | undefined;
  let matches: boolean | undefined;
  return {
    ...declared,
    recorded,
    bearing(hash) {
      byHash ??= Map.groupBy(batches, ({ public_hash }) => public_hash);
      return byHash.get(hash) ?? [];
    },
    anyMatch() {
      matches ??= batches.some((batch) => matching(batch, batch.public_hash, declared) !== null);
      return matches;
    },
  };
}

export interface HashCheck {
  readonly verdict: HashVerdict;
  /** The text form that matched; null unless the verdict is `match`. */
  readonly form: HashForm | null;
  /** Null unless the verdict is `mismatch`. */
  readonly ground: MismatchGround | null;
  /** The preimage: of the form that matched, else of the figures as Postgres prints them in UTC. */
  readonly hash_input: string;
  /** SHA-256 of `hash_input`, so that a reader sees what was compared with `public_hash`. */
  readonly digest: string;
}

/** Nothing but the batch and the documented forms. */
const DOCUMENTED_ONLY: HashKnowledge = hashKnowledge([], NONE_DECLARED, () => undefined);

/** SHA-256 of "test", which the runbook gives as its example (SYSTEMS.md, TPC-09). */
const EXAMPLE_HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const INSTANT_FORMS: Record<DocumentedForm, (instant: Instant) => string> = {
  'postgres-utc': (instant) => instant,
  'api-iso': (instant) => instant.replace(' ', 'T').replace(/\+00$/, '+00:00'),
  'iso-milliseconds': (instant) => {
    const [seconds, fraction = ''] = toIso(instant).slice(0, -1).split('.');
    return `${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  },
};

/** The name of a form in data: a documented one by its own, a session by its zone and style. */
export function formName(form: HashForm): string {
  return typeof form === 'string' ? form : sessionName(form);
}

/** The preimage in a documented form: the nine hashed fields joined by `|`, an absent period as empty text. */
export function hashInput(figures: HashedFigures, form: DocumentedForm = 'postgres-utc'): string {
  return spelt(figures, form) ?? '';
}

/**
 * Two checks, both needed for a match: SHA-256 of the preimage is the public hash, and the preimage read back says
 * the figures that are shown (to the precision of its form). Neither proves who made the figures: the same
 * database made both. Where no form fits, the hash is called wrong only on a ground (see `MismatchGround`).
 */
export function hashVerdict(batch: Batch, knowledge: HashKnowledge = DOCUMENTED_ONLY): HashCheck {
  const found = matching(batch, batch.public_hash, knowledge);
  if (found !== null) return { verdict: 'match', ground: null, ...found };
  const input = hashInput(batch);
  const told = { form: null, hash_input: input, digest: sha256Hex(input) };
  if (batch.public_hash === null) return { verdict: 'missing', ground: null, ...told };
  const ground = groundOf(batch, batch.public_hash, knowledge);
  return { verdict: ground === null ? 'not-recomputable' : 'mismatch', ground, ...told };
}

/** The first form in which some figures give a hash, with its preimage; null where none does. */
function matching(figures: HashedFigures, hash: string | null, { sessions }: HashDeclaration) {
  if (hash === null) return null;
  for (const form of [...DOCUMENTED_FORMS, ...sessions]) {
    const input = spelt(figures, form);
    if (input === null) continue;
    const digest = sha256Hex(input);
    if (digest === hash && saysFigures(input, figures, form)) return { form, hash_input: input, digest };
  }
  return null;
}

function groundOf(batch: Batch, hash: string, knowledge: HashKnowledge): MismatchGround | null {
  if (!/^[0-9a-f]{64}$/.test(hash)) return 'no-hash';
  if (hash === EXAMPLE_HASH) return 'example';
  const others = knowledge.bearing(hash).filter(({ id }) => id !== batch.id);
  if (others.some((other) => matching(other, hash, knowledge) !== null)) return 'other-batch';
  const states = statesOf(knowledge.recorded(batch.id));
  const isEarlier = (state: Batch) => !sameFigures(state, batch) && matching(state, hash, knowledge) !== null;
  if (states.some(isEarlier)) return 'earlier-figures';
  const bearing = states.find((state) => state.public_hash === hash);
  if (bearing !== undefined && !sameFigures(bearing, batch)) return 'kept';
  // That a recipe is declared is no ground before it is seen to hold for anything.
  return knowledge.complete && knowledge.anyMatch() ? 'no-form' : null;
}

/** A batch as it was at each of its entries in the record. */
function statesOf(row: RowRecord | undefined): Batch[] {
  if (row === undefined) return [];
  let fields: Fields = row.first;
  const states = [fields];
  for (const { before, after } of row.changes) {
    const kept = Object.entries(fields).filter(([field]) => !(field in before));
    fields = { ...Object.fromEntries(kept), ...after };
    states.push(fields);
  }
  return states.flatMap((state) => batchOf(state) ?? []);
}

function sameFigures(a: HashedFigures, b: HashedFigures): boolean {
  return HASHED_FIELDS.every((field) => {
    const [one, other] = [a[field], b[field]];
    // `1.50` and `1.500000` are one figure: a column that was widened has altered nothing.
    return isAmount(field) && one !== null && other !== null ? compare(one, other) === 0 : one === other;
  });
}

function isAmount(field: string): boolean {
  return AMOUNT_FIELDS.includes(field);
}

function spelt(figures: HashedFigures, form: HashForm): string | null {
  const instant = typeof form === 'string' ? INSTANT_FORMS[form] : (text: Instant) => printedIn(form, text);
  const texts = HASHED_FIELDS.map((field) => {
    const value = figures[field];
    if (value === null) return '';
    return isInstant(field) ? instant(value) : value;
  });
  return texts.includes(null) ? null : texts.join('|');
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

/** Whether a preimage says these figures; without a form, in whichever form its instants can be read. */
export function saysFigures(input: string, figures: HashedFigures, form?: HashForm): boolean {
  const said = parseHashInput(input);
  if (said === null) return false;
  return HASHED_FIELDS.every((field) => {
    const shown = figures[field];
    const value = said[field];
    if (shown === null || value === null) return shown === value;
    switch (field) {
      case 'id':
      case 'tx_count':
        return value === shown;
      case 'created_at':
      case 'period_start':
      case 'period_end':
        return saysTime(value, shown, form);
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

function saysTime(text: string, instant: Instant, form: HashForm | undefined): boolean {
  if (typeof form === 'string') return text === INSTANT_FORMS[form](instant);
  if (form !== undefined) return saysInstant(text, instant, form);
  return (
    DOCUMENTED_FORMS.some((known) => text === INSTANT_FORMS[known](instant)) || saysInstant(text, instant)
  );
}

function isInstant(field: string): field is 'created_at' | 'period_start' | 'period_end' {
  return field === 'created_at' || field === 'period_start' || field === 'period_end';
}
