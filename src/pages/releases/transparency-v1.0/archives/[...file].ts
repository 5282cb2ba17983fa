import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFiles } from '../../../../site/content.ts';

// Read when it is its turn: all archives together can be larger than memory.
export const getStaticPaths = (() =>
  archiveFiles().map(({ path }) => ({ params: { file: path } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const file = archiveFiles().find(({ path }) => path === params.file);
  if (file === undefined) return new Response(null, { status: 404 });
  return new Response(file.bytes(), { headers: { 'content-type': typeOf(file.path) } });
};

function typeOf(path: string): string {
  if (path.endsWith('.gz')) return 'application/gzip';
  if (path.endsWith('.json')) return 'application/json; charset=utf-8';
  return path.endsWith('.md') ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8';
}
