import type { APIRoute } from 'astro';
import { publication, status } from '../../collections.ts';
import { dataPackageFile } from '../../views/open-data/files.ts';

export const GET: APIRoute = () =>
  new Response(dataPackageFile(publication(), status()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
