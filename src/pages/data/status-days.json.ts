import type { APIRoute } from 'astro';
import { status } from '../../collections.ts';
import { statusDaysJson } from '../../views/open-data/status-days.ts';

export const GET: APIRoute = () =>
  new Response(statusDaysJson(status()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
