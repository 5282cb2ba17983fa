import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonFile } from '../../open-data/files.ts';
import { publication } from '../../site/content.ts';
import { OPEN_DATASETS } from '../../words/paths.ts';

export const getStaticPaths = (() =>
  OPEN_DATASETS.map((dataset) => ({
    params: { dataset },
    props: jsonFile(publication(), dataset),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
