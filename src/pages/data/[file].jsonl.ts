import type { APIRoute, GetStaticPaths } from 'astro';
import { recordFiles } from '../../open-data/files.ts';
import { reportLines } from '../../open-data/report-lines.ts';
import { publication, reports } from '../../site/content.ts';

export const getStaticPaths = (() =>
  [...recordFiles(publication()), ...reportLines(reports())].map(({ name, text }) => ({
    params: { file: name.replace('.jsonl', '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/jsonl; charset=utf-8' } });
