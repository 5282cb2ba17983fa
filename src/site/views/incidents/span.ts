import type { Reader } from '../../../words/reader.ts';

const DAY = 86_400;
const HOUR = 3600;

/** `3 hours 28 minutes`: a length of time in its two largest units, rounded down to minutes. */
export function spanOf({ t, format }: Reader, seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / 60);
  const said = (count: number) => ({ count, n: format.count(count) });
  const parts = [
    ...(days > 0 ? [t('span.days', said(days))] : []),
    ...(hours > 0 ? [t('status.hours', said(hours))] : []),
    ...(minutes > 0 && days === 0 ? [t('status.minutes', said(minutes))] : []),
  ];
  return parts.length === 0 ? t('span.none') : parts.join(' ').replaceAll(' ', '\u00A0');
}
