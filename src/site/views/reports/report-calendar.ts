import { addDays, dayOf, monthOf } from '../../../core/instant.ts';
import type { Report } from '../../../reports/model/report.ts';
import type { Reader } from '../../../words/reader.ts';
import { weekdayOf } from '../incidents/rule-words.ts';
import { type CalendarDay, type Cell, column, type Table, tableOf } from '../table.ts';
import { gravest, reportMark, shapeCounts } from './report-mark.ts';
import { reportPath } from './report-rows.ts';

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The months that have a report, newest first (UTC). */
export function reportMonths(reports: readonly Report[]): string[] {
  return [...new Set(reports.map(({ due_at }) => monthOf(due_at)))].toSorted().toReversed();
}

/** A month of these reports: a row a week from Monday on, a cell a day. A day leads to its only report, or to its place on the page of the month. */
export function calendarOf(reader: Reader, reports: readonly Report[], month: string): Table {
  const { t, format } = reader;
  const byDay = Map.groupBy(
    reports.filter(({ due_at }) => monthOf(due_at) === month),
    ({ due_at }) => dayOf(due_at),
  );
  const days = daysOf(month).map((day) => dayCell(reader, day, byDay.get(day) ?? []));
  // Day 0 of `Date` is a Sunday.
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
  return tableOf<(CalendarDay | null)[]>(
    // Short for the eye, whole for the ear.
    WEEK.map((code, index) => {
      const whole = weekdayOf(reader, code) ?? code;
      return column(code, weekdayOf(reader, code, 'short') ?? code, (week) => dayPiece(week[index]), {
        whole,
      });
    }),
    weeks,
    { form: 'calendar', caption: t('reports.calendarOf', { month: format.month(month) }) },
  );
}

const dayPiece = (day: CalendarDay | null | undefined): Cell => (day ? { kind: 'day', day } : null);

function dayCell(reader: Reader, day: string, reports: readonly Report[]): CalendarDay {
  const { t, format } = reader;
  const shape = gravest(reports) ?? null;
  const [only, ...others] = reports;
  const runs = t('reports.dayCount', { count: reports.length, n: format.count(reports.length) });
  return {
    number: format.count(Number(day.slice(8))),
    shape,
    words: `${format.day(day)}: ${shape === null ? t('reports.dayNone') : `${runs}, ${cameTo(reader, reports)}`}`,
    href: only === undefined ? null : others.length === 0 ? reportPath(reader, only) : dayPath(reader, day),
  };
}

/** What the only run came to, or how many of them came to what. */
function cameTo(reader: Reader, reports: readonly Report[]): string {
  const [only, ...others] = reports;
  return only !== undefined && others.length === 0
    ? reportMark(reader, only).word.toLowerCase()
    : shapeCounts(reader, reports).join(', ');
}

/** A day on the page of its month. */
function dayPath({ paths, language }: Reader, day: string): string {
  return `${paths.page(language, { name: 'report-month', month: monthOf(day) })}#${anchorOf(day)}`;
}

export function anchorOf(day: string): string {
  return `day-${day.slice(8)}`;
}

function daysOf(month: string): string[] {
  const first = `${month}-01`;
  const days = [first];
  for (let day = addDays(first, 1); monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}
