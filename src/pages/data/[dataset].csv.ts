import type { APIRoute, GetStaticPaths } from 'astro';
import { csvDatasets, csvFile } from '../../open-data/files.ts';
import { reportResultsCsv } from '../../open-data/report-results.ts';
import { statusDaysCsv } from '../../open-data/status-days.ts';
import { anchors, publication, reports, status } from '../../site/content.ts';
import { REPORT_RESULTS, STATUS_DAYS } from '../../words/paths.ts';

export const getStaticPaths = (async () => {
  const book = await anchors();
  const days = statusDaysCsv(status());
  const results = reportResultsCsv(reports());
  return [
    ...csvDatasets(publication()).map((dataset) => ({
      params: { dataset: dataset as string },
      props: csvFile(publication(), dataset, book),
    })),
    ...(days === null ? [] : [{ params: { dataset: STATUS_DAYS as string }, props: days }]),
    ...(results === null ? [] : [{ params: { dataset: REPORT_RESULTS as string }, props: results }]),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
