import type { APIRoute } from 'astro';
import { statusDaysJson } from '../../open-data/status-days.ts';
import { status } from '../../site/content.ts';

export const GET: APIRoute = () =>
  new Response(statusDaysJson(status()).text, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
