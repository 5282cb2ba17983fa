import type { APIRoute, GetStaticPaths } from 'astro';
import { offers } from '../../core/site.ts';
import { jsonFile } from '../../open-data/files.ts';
import { statusDaysJson } from '../../open-data/status-days.ts';
import { anchors, publication, site, status } from '../../site/content.ts';
import { OPEN_DATASETS, STATUS_DAYS } from '../../words/paths.ts';

export const getStaticPaths = (async () => {
  const book = await anchors();
  const ledger = offers(site(), 'transparency') ? OPEN_DATASETS : [];
  return [
    ...ledger.map((dataset) => ({
      params: { dataset: dataset as string },
      props: jsonFile(site(), publication(), dataset, book),
    })),
    ...(offers(site(), 'status')
      ? [{ params: { dataset: STATUS_DAYS as string }, props: statusDaysJson(site(), status()) }]
      : []),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
