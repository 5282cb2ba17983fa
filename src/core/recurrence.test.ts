import { expect, test } from 'vitest';
import { maintenanceFactsSchema } from '../incidents/note/facts.ts';
import { faultOf } from './fault.ts';

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
    .error?.issues.map((issue) => [issue.path.join('.'), faultOf(issue)]) ?? [];

test.each([
  [
    '2026-12-01 02:00 +01:00',
    'FREQ=WEEKLY;BYDAY=SU',
    'Europe/Berlin',
    'starts',
    {
      code: 'recurs.not-a-start',
      values: { starts: '2026-12-01 01:00 Z', first: '2026-12-06 01:00 Z' },
    },
  ],
  [
    '2026-12-21 02:00 +00:00',
    'FREQ=DAILY;UNTIL=20261220',
    'UTC',
    'starts',
    { code: 'recurs.no-window', values: { starts: '2026-12-21 02:00 Z' } },
  ],
  [
    '2026-10-25 02:30 +01:00',
    'FREQ=DAILY',
    'Europe/Berlin',
    'starts',
    { code: 'recurs.second-of-two', values: { starts: '2026-10-25 01:30 Z', zone: 'Europe/Berlin' } },
  ],
  [
    '2026-12-01 02:00 +00:00',
    'FREQ=DAILY;UNTIL=20261345',
    'UTC',
    'recurs.rule',
    { code: 'recurs.unreadable', values: { rule: 'FREQ=DAILY;UNTIL=20261345' } },
  ],
])(
  'COI-08: a series that starts %s with %s in %s is refused at its field: %s',
  (starts, rule, zone, field, fault) => {
    expect(faults(starts, rule, zone)).toContainEqual([field, fault]);
  },
);

test.each(['20261220', '20261219T190000Z', '20261220T020000'])(
  'COI-08: UNTIL=%s is read, with the start as the first window',
  (until) => {
    expect(faults('2026-12-18 02:00 +07:00', `FREQ=DAILY;UNTIL=${until}`, 'Asia/Jakarta')).toEqual([]);
  },
);
