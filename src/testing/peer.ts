import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../demo/world/certificate.ts';

/** A server on loopback that ends with its test. */
export interface Peer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Method and path of every request so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Starts an HTTP server (HTTPS with a certificate). */
export async function startPeer(handle: Handle, certificate?: Certificate): Promise<Peer> {
  const asked: string[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`);
    // A test has a time of its own: the machine's would make every answer one of another day.
    response.sendDate = false;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => handle(request, response, body));
  };
  const server =
    certificate === undefined ? createServer(listener) : createSecureServer(certificate, listener);
  return listening(server, certificate === undefined ? 'http' : 'https', asked);
}

/** Starts a TCP server, for peers that do not speak as they should. */
export function startTcpPeer(handle: (socket: Socket) => void): Promise<Peer> {
  return listening(createTcpServer(handle), 'http', []);
}

/** An address at which nothing listens. */
export async function closedAddress(): Promise<string> {
  const peer = await startTcpPeer((socket) => socket.destroy());
  await peer.close();
  return peer.url;
}

/** Answers with JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

async function listening(server: Server, scheme: string, asked: string[]): Promise<Peer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // A client that leaves is what some tests are about.
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return { url: `${scheme}://127.0.0.1:${port}`, port, asked, close };
}
