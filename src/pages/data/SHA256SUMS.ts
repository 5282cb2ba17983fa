import type { APIRoute } from 'astro';
import { checksumsFile } from '../../open-data/files.ts';
import { anchors, publication, reports, site, status } from '../../site/content.ts';

export const GET: APIRoute = async () =>
  new Response(checksumsFile(site(), publication(), status(), reports(), await anchors()).text, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
