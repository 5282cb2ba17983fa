import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { demoAuthority, type Fault, suffering } from './faults.ts';
import type { Service } from './server.ts';

/** A service that listens on loopback. */
export interface Listening {
  /** Its address, without a slash at the end; https only where its certificate is what is wrong. */
  readonly url: string;
  close(): Promise<void>;
}

/** Beyond every target for a latency in the system files, within every timeout. */
const SLOW = 1_200;
const DAY = 86_400_000;

/**
 * Puts a service on a free loopback port; each answer takes about `delay` milliseconds, as over a real network.
 * With a fault it suffers from that from the first connection on.
 */
export async function listen(service: Service, delay: number, fault?: Fault): Promise<Listening> {
  const answer = answering(suffering(service, fault), delay + (fault === 'slow' ? SLOW : 0));
  const listening = await opened(serverOf(answer, fault), fault === 'expired-certificate' ? 'https' : 'http');
  // Nobody else takes the port in the time of a demo or a test.
  if (fault === 'refused') await listening.close();
  return fault === 'refused' ? { ...listening, close: async () => undefined } : listening;
}

function serverOf(answer: RequestListener, fault: Fault | undefined): Server {
  if (fault === 'cut') return createTcpServer((socket) => socket.destroy());
  if (fault !== 'expired-certificate') return createServer(answer);
  const validity = { from: new Date(Date.now() - 400 * DAY), until: new Date(Date.now() - DAY) };
  return createSecureServer(demoAuthority().issue(validity), answer);
}

function answering(service: Service, delay: number): RequestListener {
  return async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const { status, headers, body } = service({
      method: incoming.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    });
    await pause(delay);
    outgoing.sendDate = false; // The demo has a time of its own, which need not be that of the machine.
    outgoing.writeHead(status, headers).end(incoming.method === 'HEAD' ? undefined : body);
  };
}

async function opened(server: Server, scheme: 'http' | 'https'): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined)); // Who asks may leave at any time.
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
