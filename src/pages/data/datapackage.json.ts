import type { APIRoute } from 'astro';
import { dataPackageFile } from '../../open-data/files.ts';
import { publication, reports, status } from '../../site/content.ts';

export const GET: APIRoute = () =>
  new Response(dataPackageFile(publication(), status(), reports()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
