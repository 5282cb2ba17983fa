import { Socket } from 'node:net';
import pg from 'pg';
import { toConnectError } from './error.ts';
import { SourceError } from './source-error.ts';

const CONNECT_TIMEOUT = 10_000;

/**
 * A connection to the database of `url`, not yet made. It is cut after `silence` milliseconds in which nothing
 * arrived: a network that swallows packets would else keep a run, and its lock, waiting for ever.
 *
 * @throws SourceError for an address that can not be read, without quoting it
 */
export function createClient(url: string, silence: number): pg.Client {
  const stream = () => {
    const socket = new Socket();
    return socket.setTimeout(silence, () => socket.destroy(silent(silence)));
  };
  let client: pg.Client;
  try {
    // Anything else would be read as a path on a host named "base".
    if (!/^postgres(ql)?:\/\//.test(url)) throw new TypeError('not a postgres:// address');
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      application_name: 'terang-snapshot',
      keepAlive: true,
      stream,
    });
  } catch {
    // Without the cause: some of these errors hold the address, and so the password.
    throw new SourceError(
      'source-unreachable',
      'DATABASE_URL can not be read as postgres://user:password@host/database. Write special characters in the ' +
        'password as %xx; a certificate file that it names must exist.',
    );
  }
  // A cut connection also fails the query under way, which is where it is reported.
  client.on('error', () => undefined);
  return client;
}

/** @throws SourceError for whatever keeps the connection from being made */
export async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw toConnectError(error, 'Connecting to the database');
  }
}

function silent(silence: number): SourceError {
  const message = `The database fell silent: nothing came from it for ${silence / 1000} s.`;
  return new SourceError('connection-lost', message);
}
