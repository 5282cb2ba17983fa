import type { APIRoute, GetStaticPaths } from 'astro';
import { publication, reports } from '../../collections.ts';
import { recordFiles } from '../../views/open-data/files.ts';
import { reportLines } from '../../views/open-data/report-lines.ts';

export const getStaticPaths = (() =>
  [...recordFiles(publication()), ...reportLines(reports())].map(({ name, text }) => ({
    params: { file: name.replace('.jsonl', '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/jsonl; charset=utf-8' } });
