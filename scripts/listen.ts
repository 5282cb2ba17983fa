import { createSite, type SiteOptions } from '../src/server/site.ts';

/** Serves a build on `port`, or on a free one when that is taken, until the process is told to end. Returns the address. */
export async function listen({ port, ...site }: SiteOptions & { readonly port: number }): Promise<string> {
  const app = await createSite(site);
  const host = process.env.HOST ?? '127.0.0.1';
  const origin = await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return app.listen({ port: 0, host });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  return `${origin.replace('127.0.0.1', 'localhost')}${site.base}`;
}
