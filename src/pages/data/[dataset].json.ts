import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonFile } from '../../open-data/files.ts';
import { anchors, publication } from '../../site/content.ts';
import { OPEN_DATASETS } from '../../words/paths.ts';

export const getStaticPaths = (async () => {
  const book = await anchors();
  return OPEN_DATASETS.map((dataset) => ({
    params: { dataset },
    props: jsonFile(publication(), dataset, book),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
