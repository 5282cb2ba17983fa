import { Temporal } from 'temporal-polyfill';
import { durationSeconds } from '../../../core/instant.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import type { Reader } from '../../../words/reader.ts';
import { spanOf } from './span.ts';

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
export const NTH = {
  1: 'maintenance.first',
  2: 'maintenance.second',
  3: 'maintenance.third',
  4: 'maintenance.fourth',
  [-1]: 'maintenance.last',
} as const;

/**
 * COI-08: "every Sunday, 02:00 (UTC), 1 hour". Weekly and monthly rules of one weekday have words; any other rule
 * is shown as it is. Null for a single window.
 */
export function ruleWords(reader: Reader, { recurs, starts, lasts }: Maintenance): string | null {
  if (recurs === null) return null;
  const { t } = reader;
  const { rule, zone } = recurs;
  const begin = Temporal.Instant.from(starts).toZonedDateTimeISO(zone);
  const common = {
    time: begin.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', t('maintenance.colon')),
    zone,
    length: spanOf(reader, durationSeconds(lasts)),
  };
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const [, nth = '', day = ''] = parts.get('BYDAY')?.match(/^(-?\d)?([A-Z]{2})$/) ?? [];
  const setpos = parts.get('BYSETPOS') ?? nth;
  const plain = [...parts.keys()].every((key) => ['FREQ', 'BYDAY', 'BYSETPOS', 'WKST'].includes(key));
  const weekday = weekdayOf(reader, day);
  if (plain && weekday !== null && parts.get('FREQ') === 'WEEKLY' && setpos === '')
    return t('maintenance.weekly', { weekday, ...common });
  const place = NTH[Number(setpos) as keyof typeof NTH];
  if (plain && weekday !== null && parts.get('FREQ') === 'MONTHLY' && place !== undefined)
    return t('maintenance.monthly', { nth: t(place), weekday, ...common });
  return t('maintenance.rule', { rule, zone, length: common.length });
}

/** `Monday` of `MO`, in the reader's language; null for what is no weekday. */
export function weekdayOf(
  { language }: Reader,
  day: string,
  weekday: 'long' | 'short' = 'long',
): string | null {
  const index = DAYS.indexOf(day);
  if (index === -1) return null;
  // 2 January 2000 was a Sunday.
  const date = new Date(Date.UTC(2000, 0, 2 + index));
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    weekday,
    timeZone: 'UTC',
  }).format(date);
}
