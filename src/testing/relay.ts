import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a relay does once a connection has brought this many bytes of answers. */
export interface RelayOptions {
  readonly afterBytes: number;
  /** `cut`: both ends are reset. `hold`: the rest is kept back, with the connection open. */
  readonly mishap: 'cut' | 'hold';
}

export interface Relay {
  /** The same database through the relay. */
  readonly url: string;
  /** Resolves when the mishap has happened. */
  readonly happened: Promise<void>;
  /** Lets go what is held, and everything after it. */
  release(): void;
}

/** A relay on loopback before the database of `url`, to which something happens. Gone after the test. */
export async function createRelay(url: string, { afterBytes, mishap }: RelayOptions): Promise<Relay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const kept: (() => void)[] = [];
  const happened = Promise.withResolvers<void>();
  let released = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    near.on('close', () => far.destroy()).pipe(far);
    far.on('close', () => near.destroy());
    let bytes = 0;
    far.on('data', (chunk: Buffer) => {
      const whole = bytes + chunk.length < afterBytes || released;
      const passed = whole ? chunk : chunk.subarray(0, Math.max(afterBytes - bytes, 0));
      bytes += chunk.length;
      near.write(passed);
      if (whole) return;
      happened.resolve();
      if (mishap === 'hold') kept.push(() => near.write(chunk.subarray(passed.length)));
      else near.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = new URL(url);
  address.port = String((server.address() as { port: number }).port);
  return {
    url: address.href,
    happened: happened.promise,
    release() {
      released = true;
      for (const write of kept.splice(0)) write();
    },
  };
}
