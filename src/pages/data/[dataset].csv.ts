import type { APIRoute, GetStaticPaths } from 'astro';
import { publication } from '../../collections.ts';
import { csvDatasets, csvFile } from '../../views/open-data/files.ts';

export const getStaticPaths = (() =>
  csvDatasets(publication()).map((dataset) => ({
    params: { dataset },
    props: csvFile(publication(), dataset),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
