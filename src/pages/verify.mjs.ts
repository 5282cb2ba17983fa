import type { APIRoute } from 'astro';
import { VERIFIER } from '../site/verifier-file.ts';

export const GET: APIRoute = () =>
  new Response(VERIFIER, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
