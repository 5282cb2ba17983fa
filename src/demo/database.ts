import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** A running demo database. */
export interface DemoDatabase {
  /** A connection URL for `pg`; the role is a superuser. */
  url: string;
  /** Stops the server; its data are gone. */
  close(): Promise<void>;
}

/**
 * Starts an empty in-memory database on a free loopback port. Open one connection at a time:
 * all connections share one session, so a `SET` without `LOCAL` outlives its connection.
 */
export async function openDemoDatabase(): Promise<DemoDatabase> {
  const database = await PGlite.create();
  // Two, not one: a client's next connection can arrive before its last is seen to close.
  const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 2 });
  await server.start();
  return {
    url: `postgresql://postgres@${server.getServerConn()}/postgres?sslmode=disable`,
    async close() {
      await server.stop();
      await database.close();
    },
  };
}
