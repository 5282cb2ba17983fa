import { createServer } from 'node:net';
import { ExpectedError } from '../core/expected-error.ts';
import type { Context } from './frame/command.ts';

/** The port that PORT names, else 4321. @throws ExpectedError when PORT is no port number */
export function portSetting({ env, t }: Pick<Context, 'env' | 't'>): number {
  const text = env.PORT ?? '4321';
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new ExpectedError(t('serve.noPort', { text }));
}

/** `port` where it is free on loopback, else one that is. */
export async function freePort(port: number): Promise<number> {
  const server = createServer();
  const listening = (at: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject).listen(at, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : at);
      });
    });
  const found = await listening(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listening(0);
  });
  await new Promise((resolve) => server.close(resolve));
  return found;
}
