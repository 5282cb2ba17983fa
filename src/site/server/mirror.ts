import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { CROSS_ORIGIN, LOG_HEADERS } from '../log/headers.ts';

/** Files of a copy that anyone may have; nothing else that lies in its folder. */
const SERVED = /^(checkpoint|policy|tile\/[0-9a-z/.]+)$/;

/** The HTTP server over a copy of a log (`npm run mirror`), as C2SP tlog-tiles asks for it. Not listening yet. */
export async function createMirror(folder: string): Promise<FastifyInstance> {
  const root = path.resolve(folder);
  const app = fastify({ logger: false, exposeHeadRoutes: true });
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({ ...CROSS_ORIGIN, 'X-Content-Type-Options': 'nosniff' });
  });
  await app.register(fastifyStatic, {
    root,
    wildcard: true,
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    allowedPath: (file) => SERVED.test(file.replace(/^\/+/, '')),
    setHeaders(reply, file) {
      const name = `log/${path.relative(root, file).split(path.sep).join('/')}`;
      reply.headers(LOG_HEADERS.find(({ files }) => files.test(name))?.headers ?? {});
    },
  });
  app.setNotFoundHandler(async (_, reply) =>
    reply.code(404).header('Cache-Control', 'no-cache').type('text/plain').send('no such file\n'),
  );
  return app;
}
