import type { APIRoute } from 'astro';
import { checksumsFile } from '../../open-data/files.ts';
import { publication, reports, status } from '../../site/content.ts';

export const GET: APIRoute = () =>
  new Response(checksumsFile(publication(), status(), reports()).text, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
