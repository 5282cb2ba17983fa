import { LANGUAGES } from '../core/language.ts';
import type { Site } from '../core/site.ts';
import type { StatusDay } from '../status/status-manifest.ts';
import type { StatusPublication } from '../status/status-publication.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import { bothTimes } from '../words/format.ts';
import { STATUS_DAYS } from '../words/paths.ts';
import { readerFor } from '../words/reader.ts';
import { csvOf } from './csv.ts';
import { type Column, field, type OpenFile, type OpenTable, tableOf } from './table.ts';

const seconds = (name: 'up' | 'degraded' | 'down' | 'unknown'): Column<StatusDay> => ({
  name,
  type: 'integer',
  text: 'verbatim',
  value: (day) => String(day[name]),
});
const latency = (name: 'p50' | 'p95'): Column<StatusDay> => ({
  name,
  type: 'integer',
  text: 'verbatim',
  value: (day) => (day[name] === undefined ? null : String(day[name])),
});

export const STATUS_DAY_COLUMNS: readonly Column<StatusDay>[] = [
  field('day', 'date'),
  field('system'),
  field('component'),
  {
    name: 'length',
    type: 'integer',
    text: 'verbatim',
    value: ({ up, degraded, down, unknown }) => String(up + degraded + down + unknown),
  },
  seconds('up'),
  seconds('degraded'),
  seconds('down'),
  seconds('unknown'),
  latency('p50'),
  latency('p95'),
  field('raw_sha256'),
];

/** Of the unknown seconds those known to be degraded: archives have been written without it. */
const DEGRADED_UNKNOWN: Column<StatusDay> = {
  name: 'degraded_unknown',
  type: 'integer',
  text: 'verbatim',
  value: ({ degraded_unknown }) => (degraded_unknown === undefined ? null : String(degraded_unknown)),
};

/** The inputs of every availability on the site: a row a component and day, oldest first. */
export function statusDaysTable({ days }: StatusPublication): OpenTable {
  return tableOf(STATUS_DAYS, [...STATUS_DAY_COLUMNS, DEGRADED_UNKNOWN], days);
}

/** Null while no check ever ran: then there is no file, which is not the same as an empty one. */
export function statusDaysCsv(status: StatusPublication): OpenFile | null {
  if (status.manifest === null) return null;
  return { name: `${STATUS_DAYS}.csv`, text: csvOf(statusDaysTable(status)) };
}

/** The same as JSON; a file can not expire by itself, so it says in words at what time it held. */
export function statusDaysJson(site: Site, status: StatusPublication): OpenFile {
  const { manifest } = status;
  const { columns, rows } = statusDaysTable(status);
  const said = LANGUAGES.map((language) => {
    const { t, format } = readerFor(language, site);
    if (manifest === null) return [language, t('overall.never')];
    return [language, t('freshness.asOf', { when: bothTimes(format.time(manifest.observed_at)) })];
  });
  const document = {
    meta: {
      dataset: STATUS_DAYS,
      unit: 's',
      ...(manifest?.demo === true ? { demo: DEMO_NOTICE } : {}),
      state: Object.fromEntries(said),
      observed_at: manifest?.observed_at ?? null,
    },
    data:
      manifest === null
        ? null
        : rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
  };
  return { name: `${STATUS_DAYS}.json`, text: `${JSON.stringify(document)}\n` };
}
