const SECONDS = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const DAY = 86_400_000;
const WEEK = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const WHEN = /^(?:(?<day>[A-Z]{2}) )?(?:(?<time>\d\d:\d\d), )?(?<distance>in .+|.+ ago)$/;

/** The seconds of a duration such as `41d 5h 51m`. */
export function secondsOf(duration: string): number {
  return duration.split(' ').reduce((sum, part) => {
    const [, count, unit] = /^(\d+)([dhms])$/.exec(part) ?? [];
    if (unit === undefined) throw new Error(`"${duration}" is no duration such as "41d 5h 51m".`);
    return sum + Number(count) * SECONDS[unit as keyof typeof SECONDS];
  }, 0);
}

/** The instant that is `41d 5h ago`, `in 3h`, or at the beginning of the month (UTC) `2 months ago`. */
export function instantAt(distance: string, now: Date): Date {
  const [, months] = /^(\d+) months ago$/.exec(distance) ?? [];
  if (months !== undefined)
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - Number(months), 1));
  const away = distance.startsWith('in ')
    ? secondsOf(distance.slice('in '.length))
    : -secondsOf(distance.slice(0, -' ago'.length));
  return new Date(now.getTime() + away * 1000);
}

/**
 * A text of the demo with its relative times as people write times: `{3h ago}` on the clock of Jakarta,
 * `{15:00, in 3d}` at that hour of the day in UTC, `{SU 02:00, in 8d}` on the first Sunday from that day on.
 */
export function withTimes(text: string, now: Date): string {
  return text.replaceAll(/\{([^{}]*(?:in |ago)[^{}]*)\}/g, (_, when: string) => written(when, now));
}

function written(when: string, now: Date): string {
  const { day, time, distance = '' } = WHEN.exec(when)?.groups ?? {};
  const instant = instantAt(distance, now);
  if (time === undefined) return `${minute(new Date(instant.getTime() + 7 * 3_600_000))} +07:00`;
  if (day !== undefined && !WEEK.includes(day)) throw new Error(`"${day}" is no day of the week.`);
  const weekdays = day === undefined ? 0 : (WEEK.indexOf(day) - instant.getUTCDay() + 7) % 7;
  const date = new Date(instant.getTime() + weekdays * DAY).toISOString().slice(0, 10);
  return `${date} ${time} +00:00`;
}

const minute = (instant: Date) => instant.toISOString().slice(0, 16).replace('T', ' ');
