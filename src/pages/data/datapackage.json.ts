import type { APIRoute } from 'astro';
import { publication, reports, status } from '../../collections.ts';
import { dataPackageFile } from '../../views/open-data/files.ts';

export const GET: APIRoute = () =>
  new Response(dataPackageFile(publication(), status(), reports()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
