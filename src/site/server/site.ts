import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { ExpectedError } from '../../core/expected-error.ts';
import { CROSS_ORIGIN, LOG_HEADERS } from '../log/headers.ts';
import { type Turn, turnOf } from './ageing.ts';
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

/** Files with a hash in their name never change. */
const IMMUTABLE = /^(_astro\/|media\/[0-9a-f]{64}\.[a-z]+$)/;

/** What makes an answer other than the whole file of now: the file stays the same while what it says ages. */
const CONDITIONS = [
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'range',
] as const;

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
  if (!existsSync(client))
    throw new ExpectedError(`There is no build in ${dist}. Run "npm run build" first.`);
  const { handler } = (await import(entry)) as { handler: AstroHandler };
  const app = fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
  });

  /** What was chosen to be sent, and has to be turned over before it is. */
  const turns = new WeakMap<IncomingMessage, Turn>();
  app.addHook('onRequest', async ({ url }, reply) => {
    const headers = url.startsWith(`${base}log/`) ? { ...HEADERS, ...CROSS_ORIGIN } : HEADERS;
    // On the raw answer, so that what Astro renders on demand bears them too.
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const turn = turns.get(request.raw);
    if (turn === undefined || !isReadable(payload)) return payload;
    // Nobody may ask for it again by what it was, or for a part of it.
    for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Length']) reply.removeHeader(name);
    if (request.method === 'HEAD') return payload;
    const answer = Buffer.from(turn(await text(payload), now()));
    reply.header('Content-Length', answer.length);
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
    // Asked of every file that is to be sent, by the name it has on the disk, before conditions are looked at.
    allowedPath(file, _root, request) {
      if (turnOf(withoutSlash(file)) !== null)
        for (const name of CONDITIONS) delete request.raw.headers[name];
      return true;
    },
    setHeaders(reply, path) {
      const file = relativeTo(client, path);
      const turn = turnOf(file);
      if (turn !== null) turns.set(reply.request.raw, turn);
      const ofLog = LOG_HEADERS.find(({ files }) => files.test(file));
      if (ofLog !== undefined) reply.headers(ofLog.headers);
      else
        reply.header(
          'Cache-Control',
          IMMUTABLE.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
    },
  });
  app.setErrorHandler(async (error: { statusCode?: number }, _request, reply) => {
    // An address that no file can have, such as one with `//` in it.
    const { statusCode = 500 } = error;
    if (statusCode >= 400 && statusCode < 500) return reply.callNotFound();
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

const withoutSlash = (file: string) => file.replace(/^\/+/, '');

/** A file's path below `folder`, with `/` between its parts. */
function relativeTo(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
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
