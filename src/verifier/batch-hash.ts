import { sha256Hex } from './bytes.ts';

/** A row of a table: text, or null. */
export type Row = Readonly<Record<string, string | null>>;

const TIMES = ['created_at', 'period_start', 'period_end'];
const AMOUNTS = ['tx_count', 'revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'];
/** The figures that a batch's hash covers, in their order. */
export const HASHED: readonly string[] = ['id', ...TIMES, ...AMOUNTS];

/** How times are spelt in the forms that are documented: as the database prints them in UTC, or as its API does. */
const FORMS: Readonly<Record<string, (time: string) => string>> = {
  'postgres-utc': (time) => time,
  'api-iso': (time) => time.replace(' ', 'T').replace(/\+00$/, '+00:00'),
  'iso-milliseconds': (time) => {
    const [second, fraction = ''] = time.replace(' ', 'T').replace(/\+00$/, '').split('.');
    return `${second}.${`${fraction}000`.slice(0, 3)}Z`;
  },
};

/** And in a database session with a style of its own: the date, and what stands behind the time of day. */
const STYLES: Readonly<Record<string, readonly [date: string, behind: string]>> = {
  ISO: ['year-month-day', 'offset'],
  German: ['day.month.year', ' zone'],
  'SQL, MDY': ['month/day/year', ' zone'],
  'SQL, DMY': ['day/month/year', ' zone'],
  'Postgres, MDY': ['weekday name day', ' year zone'],
  'Postgres, DMY': ['weekday day name', ' year zone'],
};

/**
 * What a batch's hash comes to by its figures alone. `other`: it fits them in no form that is tried.
 *
 * @param sessions forms beside the documented ones, such as `Asia/Jakarta German`
 */
export async function batchVerdict(
  batch: Row,
  sessions: readonly string[] = [],
): Promise<'match' | 'missing' | 'other'> {
  if ((batch.public_hash ?? '') === '') return 'missing';
  for (const form of [...Object.keys(FORMS), ...sessions]) {
    const text = preimage(batch, form);
    if (text !== null && (await sha256Hex(text)) === batch.public_hash) return 'match';
  }
  return 'other';
}

/** The text that is hashed; null where a form is not known. */
export function preimage(batch: Row, form: string): string | null {
  const stated = (batch.hash_input ?? '').split('|');
  const texts = HASHED.map((field, at) => {
    const value = batch[field] ?? '';
    if (value === '' || !TIMES.includes(field)) return value;
    return FORMS[form]?.(value) ?? inSession(form, value, stated[at] ?? '');
  });
  return texts.includes(null) ? null : texts.join('|');
}

/** A time as a session prints it; the abbreviation of a zone, which no standard gives, as the stated text has it. */
function inSession(form: string, time: string, stated: string): string | null {
  const [, zone, style = ''] = /^(\S+) (.+)$/.exec(form) ?? [];
  const [, second, fraction = ''] = /^(.{19})(\.\d+)?\+00$/.exec(time) ?? [];
  const [date, behind] = STYLES[style] ?? [];
  if (zone === undefined || second === undefined || date === undefined || behind === undefined) return null;
  const local = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...options });
    const parts = format.formatToParts(new Date(`${second.replace(' ', 'T')}Z`));
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  };
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const { timeZoneName: offset = '' } = local({ timeZoneName: 'longOffset' });
  const parts: Record<string, string | undefined> = {
    ...local({ ...numbers, ...clock }),
    name: local({ month: 'short' }).month,
    zone: /[A-Za-z0-9+-]{1,10}$/.exec(stated)?.[0],
    offset: offset.replace('GMT', '').replace(':00', '') || '+00',
  };
  const fill = (pattern: string) => pattern.replaceAll(/[a-z]+/g, (part) => parts[part] ?? '');
  return `${fill(date)} ${parts.hour}:${parts.minute}:${parts.second}${fraction}${fill(behind)}`;
}
