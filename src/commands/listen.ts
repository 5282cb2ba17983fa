import type { FastifyInstance } from 'fastify';
import { ExpectedError } from '../core/expected-error.ts';
import { createSite, type SiteOptions } from '../site/server/site.ts';
import type { Context } from './frame/command.ts';

/**
 * Serves a build until the process is told to end. Returns the address.
 *
 * @throws ExpectedError when there is no build, or the port is taken
 */
export async function listen(
  { port, ...site }: SiteOptions & { readonly port: number },
  context: Pick<Context, 'env' | 't' | 'onStop'>,
): Promise<string> {
  return `${await listenAt(port, await createSite(site), context)}${site.base}`;
}

/** Lets a server listen at HOST until the process is told to end. Returns its origin. @throws ExpectedError when the port is taken */
export async function listenAt(
  port: number,
  app: FastifyInstance,
  { env, t, onStop }: Pick<Context, 'env' | 't' | 'onStop'>,
): Promise<string> {
  const host = env.HOST ?? '127.0.0.1';
  const origin = await app.listen({ port, host }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new ExpectedError(t('serve.portTaken', { port: String(port) }), { cause });
  });
  onStop(() => app.close());
  return origin.replace('127.0.0.1', 'localhost');
}
