import type { APIRoute, GetStaticPaths } from 'astro';
import { chainFiles } from '../../open-data/chain-files.ts';
import { recordFiles } from '../../open-data/files.ts';
import { reportLines } from '../../open-data/report-lines.ts';
import { anchors, publication, reports } from '../../site/content.ts';

export const getStaticPaths = (async () => {
  const files = [...recordFiles(publication()), ...reportLines(reports()), ...chainFiles(await anchors())];
  return files.map(({ name, text }) => ({ params: { file: name.replace('.jsonl', '') }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/jsonl; charset=utf-8' } });
