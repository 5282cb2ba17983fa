import fastify, { type FastifyInstance } from 'fastify';
import pLimit from 'p-limit';
import type { IsoInstant } from '../core/instant.ts';
import { textAt } from '../store/disk.ts';
import { type Asked, answerCheckpoint, type Reply } from './answer-checkpoint.ts';
import { checkpointIn, lastSeen, monitorPath } from './seen.ts';

const TEXT = 'text/plain; charset=utf-8';

/** Bytes of a request: 63 hashes, a checkpoint and a hundred signatures fit. */
const MOST_BYTES = 64 * 1024;

export interface WitnessServerOptions extends Omit<Asked, 'now'> {
  readonly now: () => IsoInstant;
  /** Told of each answer to `add-checkpoint`. */
  readonly onAnswer?: (answer: Pick<Reply, 'body' | 'fork'> & { readonly status: number }) => void;
}

/**
 * A witness over HTTP (C2SP tlog-witness): `POST /add-checkpoint`, and for monitors `GET /<SHA-256 of the origin>/checkpoint`.
 * Not listening yet. What it serves may be read by pages of other hosts.
 */
export function witnessServer({ folder, key, now, onAnswer }: WitnessServerOptions): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: MOST_BYTES, exposeHeadRoutes: true });
  // Whatever a log calls it: what it is, is said by its lines.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.addHook('onSend', async (_, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
  });

  const oneByOne = pLimit(1);
  app.post('/add-checkpoint', async ({ body }, reply) => {
    const bytes = Buffer.isBuffer(body) ? body : new Uint8Array();
    const answer = await oneByOne(() => answerCheckpoint(bytes, { folder, key, now: now() }));
    onAnswer?.(answer);
    return reply.code(answer.status).header('Content-Type', answer.type).send(answer.body);
  });
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/add-checkpoint',
    handler: async (_, reply) => reply.code(405).header('Allow', 'POST').type(TEXT).send('POST it\n'),
  });
  app.get<{ Params: { origin: string } }>('/:origin/checkpoint', async ({ params }, reply) => {
    const last = lastSeen(folder);
    const file = last === null ? null : monitorPath(checkpointIn(last.note).origin);
    const note = file === `${params.origin}/checkpoint` ? textAt(`${folder}/${file}`) : null;
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }).type(TEXT);
    return note === null ? reply.code(404).send('nothing was seen of this log\n') : reply.send(note);
  });
  app.setNotFoundHandler(async (_, reply) => reply.code(404).type(TEXT).send('no such address\n'));
  app.setErrorHandler(async (error: { statusCode?: number }, _, reply) => {
    const { statusCode = 500 } = error;
    const status = statusCode >= 400 && statusCode < 500 ? statusCode : 500;
    onAnswer?.({ status, body: String(error) });
    // What went wrong may name files of this machine: the log gets the fact alone.
    return reply
      .code(status)
      .type(TEXT)
      .send(status === 500 ? 'server error\n' : 'no request\n');
  });
  return app;
}
