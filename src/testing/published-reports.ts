import type { Report, ReportItem } from '../reports/model/report.ts';
import { publicRoutines, type ReportsPublication } from '../reports/model/reports-publication.ts';
import { routineSchema } from '../reports/model/routine.ts';

const words = (text: string) => ({ en: text, id: `${text} (id)` });

/** What a public page must never hold: each of these stands in an internal part of the routines below. */
export const INTERNAL = [
  'error-logs',
  'Error logs',
  'SAMPLE_DATABASE_URL',
  'pending-sums',
  'Keys are rotated',
] as const;

/** A morning of the system TPC with an item that a machine answers, one for a person, and one that is internal. */
const MORNING = routineSchema.parse({
  id: 'morning',
  name: { en: 'Morning routine', id: 'Rutinitas pagi' },
  due: { rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', zone: 'UTC', assumed: true },
  items: [
    { id: 'last-batch', name: words('Last batch'), check: 'answers' },
    {
      id: 'sensor-read',
      name: words('Sensor read'),
      manual: { role: 'operator', words: words('Read the sensor.') },
    },
    {
      id: 'error-logs',
      name: words('Error logs'),
      visibility: 'internal',
      query: {
        database: 'env:SAMPLE_DATABASE_URL',
        role: 'reader',
        file: 'sql/pending-sums.sql',
        answer: 'no-rows',
      },
    },
  ],
});
const SECRET = routineSchema.parse({
  id: 'key-rotation',
  name: words('Keys are rotated'),
  visibility: 'internal',
  due: null,
  items: [{ id: 'rotated', name: words('Rotated'), check: 'answers' }],
});

export const PASSED: ReportItem = {
  id: 'last-batch',
  result: 'passed',
  evidence: [{ term: 'outcome', value: 'up' }],
};
export const MANUAL: ReportItem = { id: 'sensor-read', result: 'manual', evidence: [] };

/** A morning's report of the system TPC, on time and passed; `over` is laid over it. */
export function reportOn(day: string, over: Partial<Report> = {}): Report {
  return {
    system: 'tpc',
    routine: 'morning',
    due_at: `${day}T09:00:00Z`,
    kept: 'on-time',
    ran_at: `${day}T09:06:00Z`,
    inputs: { routine: 'a'.repeat(64) },
    items: [PASSED, MANUAL],
    internal: 1,
    ...over,
  };
}

/** A morning that nobody kept. */
export function missedOn(day: string): Report {
  return reportOn(day, { kept: 'missed', ran_at: null, inputs: {}, items: [], internal: 0 });
}

/** What pages are made of, with these reports, newest first; the routines come as their files would say it. */
export function reportedOf(reports: readonly Report[]): ReportsPublication {
  const routines = [MORNING, SECRET].map((routine) => ({ system: 'tpc', routine }));
  return {
    observed_at: reports[0]?.ran_at ?? (reports.length === 0 ? null : '2026-01-26T09:06:00Z'),
    demo: false,
    routines: publicRoutines(routines),
    reports,
  };
}
