import { expect, test } from 'vitest';
import { maintenanceFactsSchema } from '../incidents/note/facts.ts';

const words = { en: 'Backup', id: 'Pencadangan' };
const faults = (starts: string, rule: string, zone: string) =>
  maintenanceFactsSchema
    .safeParse({
      title: words,
      system: 's',
      components: ['c'],
      starts,
      lasts: 'PT1H',
      recurs: { rule, zone },
    })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test.each([
  [
    '2026-12-01 02:00 +01:00',
    'FREQ=WEEKLY;BYDAY=SU',
    'Europe/Berlin',
    'starts: "2026-12-01 01:00 Z" is not a time at which the rule begins a window: write 2026-12-06 01:00 Z',
  ],
  [
    '2026-12-21 02:00 +00:00',
    'FREQ=DAILY;UNTIL=20261220',
    'UTC',
    'starts: "2026-12-21 02:00 Z" is followed by no window of the rule: write an earlier start',
  ],
  [
    '2026-10-25 02:30 +01:00',
    'FREQ=DAILY',
    'Europe/Berlin',
    'starts: "2026-10-25 01:30 Z" is the second of two times that the clock in Europe/Berlin shows alike: write the first',
  ],
  [
    '2026-12-01 02:00 +00:00',
    'FREQ=DAILY;UNTIL=20261345',
    'UTC',
    'recurs.rule: "FREQ=DAILY;UNTIL=20261345" is not a rule that can be read: write FREQ=WEEKLY;BYDAY=SU',
  ],
])('COI-08: a series that starts %s with %s in %s is refused by name', (starts, rule, zone, said) => {
  expect(faults(starts, rule, zone)).toContain(said);
});

test.each(['20261220', '20261219T190000Z', '20261220T020000'])(
  'COI-08: UNTIL=%s is read, with the start as the first window',
  (until) => {
    expect(faults('2026-12-18 02:00 +07:00', `FREQ=DAILY;UNTIL=${until}`, 'Asia/Jakarta')).toEqual([]);
  },
);
