import type { APIRoute } from 'astro';
import { dataPackageFile } from '../../open-data/files.ts';
import { anchors, publication, reports, site, status } from '../../site/content.ts';

export const GET: APIRoute = async () =>
  new Response(dataPackageFile(site(), publication(), status(), reports(), await anchors()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
