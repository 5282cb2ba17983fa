import type { APIRoute, GetStaticPaths } from 'astro';
import { publication, reports, status } from '../../collections.ts';
import { REPORT_RESULTS, STATUS_DAYS } from '../../i18n/paths.ts';
import { csvDatasets, csvFile } from '../../views/open-data/files.ts';
import { reportResultsCsv } from '../../views/open-data/report-results.ts';
import { statusDaysCsv } from '../../views/open-data/status-days.ts';

export const getStaticPaths = (() => {
  const days = statusDaysCsv(status());
  const results = reportResultsCsv(reports());
  return [
    ...csvDatasets(publication()).map((dataset) => ({
      params: { dataset: dataset as string },
      props: csvFile(publication(), dataset),
    })),
    ...(days === null ? [] : [{ params: { dataset: STATUS_DAYS as string }, props: days }]),
    ...(results === null ? [] : [{ params: { dataset: REPORT_RESULTS as string }, props: results }]),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
