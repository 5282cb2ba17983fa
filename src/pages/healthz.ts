import type { APIRoute } from 'astro';

export const prerender = false;

/** Says that this server answers, and nothing about the platform it reports on. */
export const GET: APIRoute = () =>
  new Response('{"ok":true}\n', {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
