import type { APIRoute, GetStaticPaths } from 'astro';
import { publication } from '../../collections.ts';
import { OPEN_DATASETS } from '../../i18n/paths.ts';
import { jsonFile } from '../../views/open-data/files.ts';

export const getStaticPaths = (() =>
  OPEN_DATASETS.map((dataset) => ({
    params: { dataset },
    props: jsonFile(publication(), dataset),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
