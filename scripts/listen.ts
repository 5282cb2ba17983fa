import { createSite, type SiteOptions } from '../src/site/server/site.ts';

/**
 * Serves a build until the process is told to end. Returns the address.
 *
 * @throws Error in a sentence, when there is no build or the port is taken
 */
export async function listen({ port, ...site }: SiteOptions & { readonly port: number }): Promise<string> {
  const app = await createSite(site);
  const host = process.env.HOST ?? '127.0.0.1';
  const origin = await app.listen({ port, host }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new Error(`Port ${port} is taken. Set PORT to another one.`, { cause });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  return `${origin.replace('127.0.0.1', 'localhost')}${site.base}`;
}
