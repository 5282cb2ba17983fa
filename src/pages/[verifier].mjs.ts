import type { APIRoute, GetStaticPaths } from 'astro';
import { offers } from '../core/site.ts';
import { site } from '../site/content.ts';
import { VERIFIER } from '../site/verifier-file.ts';

// Where there is nothing to verify there is no verifier.
export const getStaticPaths = (() =>
  offers(site(), 'transparency') || offers(site(), 'log')
    ? [{ params: { verifier: 'verify' } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(VERIFIER, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
