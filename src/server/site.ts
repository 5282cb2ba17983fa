import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { aged, agedJson } from './ageing.ts';
import { preferredLanguage } from './language.ts';

export interface SiteOptions {
  /** The folder of a build: `client` (the whole static site) and `server` (what renders on demand). */
  readonly dist: string;
  /** The base path the site was built for: `/` or `/terang/`. */
  readonly base: string;
  /** The present time, in milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
}

type AstroHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // The page's own policy is a <meta>, which can not forbid framing.
  'Content-Security-Policy': "frame-ancestors 'none'",
};

/** Files with a hash in their name never change; a folder called `media` may stand above the site itself. */
const IMMUTABLE = /\/_astro\/|\/media\/[0-9a-f]{64}\.[a-z]+$/;

/** What bears states that hold only for a time: pages, pictures, and badges as JSON. */
const AGEING = /^(text\/html|image\/svg\+xml)/;
const BADGE_JSON = /\/badges\/[^?]*\.json(\?|$)/;

function ages(url: string): boolean {
  return /(\/|\.html|\.svg)(\?|$)/.test(url) || BADGE_JSON.test(url);
}

function isReadable(payload: unknown): payload is Readable {
  return typeof payload === 'object' && payload !== null && 'pipe' in payload;
}

/**
 * The HTTP server over a build: files first, then the routes that render on demand, then the 404 page. Not
 * listening yet. The address `/` is answered by Accept-Language before files are looked for.
 */
export async function createSite({
  dist,
  base: given,
  now = Date.now,
}: SiteOptions): Promise<FastifyInstance> {
  const base = withSlashes(given);
  const client = path.resolve(dist, 'client');
  const entry = pathToFileURL(path.resolve(dist, 'server', 'entry.mjs')).href;
  if (!existsSync(client)) throw new Error(`There is no build in ${dist}. Run "npm run build" first.`);
  const { handler } = (await import(entry)) as { handler: AstroHandler };
  const app = fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
  });

  app.addHook('onRequest', async (request, reply) => {
    // What ages is another text later on, though its file stays the same: it is always answered whole.
    if (ages(request.url))
      for (const name of ['if-none-match', 'if-modified-since', 'range']) delete request.raw.headers[name];
    // On the raw answer, so that what Astro renders on demand bears them too.
    for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const badge = BADGE_JSON.test(request.url) && reply.statusCode === 200;
    if (!isReadable(payload) || !(badge || AGEING.test(String(reply.getHeader('content-type')))))
      return payload;
    const answer = Buffer.from((badge ? agedJson : aged)(await text(payload), now()));
    reply.header('Content-Length', answer.length).removeHeader('ETag').removeHeader('Last-Modified');
    return answer;
  });
  if (base !== '/') app.get(base.slice(0, -1), async (_request, reply) => reply.redirect(base, 301));
  app.get(base, async (request, reply) => {
    reply.header('Vary', 'Accept-Language').header('Cache-Control', 'no-cache');
    return reply.redirect(`${base}${preferredLanguage(request.headers['accept-language'])}/`, 302);
  });
  await app.register(fastifyStatic, {
    root: client,
    prefix: base,
    wildcard: true,
    redirect: true,
    cacheControl: false,
    setHeaders(reply, file) {
      const caching = IMMUTABLE.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
      reply.header('Cache-Control', caching);
    },
  });
  app.setErrorHandler(async (_error, _request, reply) => {
    // What went wrong may name files of this machine: the reader gets the fact alone.
    return reply.code(500).header('Cache-Control', 'no-store').type('text/plain').send('Server error');
  });
  app.setNotFoundHandler(async (request, reply) => {
    const answered = await onDemand(handler, request.raw, reply.raw);
    if (answered) {
      reply.hijack();
      return;
    }
    return reply.code(404).header('Cache-Control', 'no-cache').sendFile('404.html');
  });
  return app;
}

/** `/terang`, `terang/` and `/terang/` are one path. */
function withSlashes(base: string): string {
  const inner = base.replaceAll(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Lets Astro answer; false when it has no route for the request. */
async function onDemand(
  handler: AstroHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  let passedOn = false;
  let failure: unknown;
  await handler(request, response, (error) => {
    passedOn = true;
    failure = error;
  });
  if (failure !== undefined) throw failure;
  return !passedOn;
}
