import type { APIRoute } from 'astro';
import { publication, status } from '../../collections.ts';
import { checksumsFile } from '../../views/open-data/files.ts';

export const GET: APIRoute = () =>
  new Response(checksumsFile(publication(), status()).text, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
