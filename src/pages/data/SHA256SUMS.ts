import type { APIRoute } from 'astro';
import { publication, reports, status } from '../../collections.ts';
import { checksumsFile } from '../../views/open-data/files.ts';

export const GET: APIRoute = () =>
  new Response(checksumsFile(publication(), status(), reports()).text, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
