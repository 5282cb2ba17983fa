import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from '../server/site.ts';

const NGINX = '/usr/sbin/nginx';
const installed = existsSync(NGINX);
const ABSENT =
  'NOT JUDGED: nginx is not installed (apt-get install nginx-light); what it sends was not looked at';

const FILES = {
  'log/checkpoint': ['text/plain; charset=utf-8', 'public, max-age=5'],
  'log/policy': ['text/plain; charset=utf-8', 'public, max-age=5'],
  'log/tile/0/000.p/7': ['application/octet-stream', 'public, max-age=31536000, immutable'],
  'log/tile/entries/x001/234': ['application/octet-stream', 'public, max-age=31536000, immutable'],
  'log/proof/12.tlog-proof': ['text/plain; charset=utf-8', 'public, max-age=31536000, immutable'],
  'log/proof/12.json': ['application/json; charset=utf-8', 'no-cache'],
  'log/build.sha256': ['text/plain; charset=utf-8', 'no-cache'],
  'log/build.json': ['application/json; charset=utf-8', 'no-cache'],
  'log/records/000.jsonl': ['application/jsonl; charset=utf-8', 'no-cache'],
} as const;
const CASES = Object.entries(FILES);
const MISSING = 'log/tile/0/000.p/8';

let dist = '';
beforeAll(async () => {
  dist = await mkdtemp(path.join(tmpdir(), 'terang-headers-'));
  for (const file of [...Object.keys(FILES), 'index.html', '404.html']) {
    await mkdir(path.dirname(path.join(dist, 'client', file)), { recursive: true });
    await writeFile(path.join(dist, 'client', file), file);
  }
  await mkdir(path.join(dist, 'server'));
  await writeFile(
    path.join(dist, 'server', 'entry.mjs'),
    'export const handler = async (_, __, next) => next();',
  );
});
afterAll(() => rm(dist, { recursive: true }));

const told = (headers: IncomingHttpHeaders | Record<string, unknown>) => [
  headers['content-type'],
  headers['cache-control'],
];

describe('a file of the log says what it is, how long it holds, and that every page may read it', () => {
  test.each(CASES)('from npm run serve, under a base path too: %s', async (file, expected) => {
    for (const base of ['/', '/terang/']) {
      const site = await createSite({ dist, base });
      const { headers, body } = await site.inject(base + file);
      expect([body, told(headers), headers['access-control-allow-origin']]).toEqual([file, expected, '*']);
      const missing = await site.inject(base + MISSING);
      expect([missing.statusCode, missing.headers['access-control-allow-origin']]).toEqual([404, '*']);
      expect((await site.inject(base)).headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('where a host reads public/_headers', async () => {
    const rules = (await readFile('public/_headers', 'utf8')).split(/^(?=\/)/m).slice(1);
    for (const [file, [type, cached]] of CASES) {
      const lines = rules.flatMap((rule) => {
        const [pattern = '', ...headers] = rule.trimEnd().split('\n');
        const covers = pattern.endsWith('*')
          ? `/${file}`.startsWith(pattern.slice(0, -1))
          : `/${file}` === pattern;
        return covers ? headers.map((line) => line.trim()) : [];
      });
      // Each once: such hosts join what several rules say of one header.
      const all = ['Access-Control-Allow-Origin: *', `Cache-Control: ${cached}`, `Content-Type: ${type}`];
      // Such hosts tell no ends of names apart: what lies among bundles is asked for anew, and is of the type they know.
      const told = file.startsWith('log/proof/') ? [all[0], 'Cache-Control: no-cache'] : all;
      expect(lines.toSorted(), file).toEqual(told.toSorted());
    }
  });
});

if (!installed)
  test(ABSENT, async () => {
    process.stdout.write(`${ABSENT}\n`);
    expect(await readFile('README.md', 'utf8'), 'the README says what is then not judged').toContain(
      'nginx-light',
    );
  });

/** An nginx with a configuration that examples/ has, over a folder; it listens at a socket. */
async function startNginx(example: string, documentedRoot: string, root: string) {
  const documented = await readFile(example, 'utf8');
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-nginx-'));
  const socketPath = path.join(folder, 'socket');
  const server = documented
    .replace('listen 80;', `listen unix:${socketPath};`)
    .replace(`root ${documentedRoot};`, `root ${root};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder}/pid; error_log stderr; daemon off; events {}
     http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')} ${server} }`,
  );
  const nginx = spawn(NGINX, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'pipe' });
  let said = '';
  nginx.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<void>((resolve) => nginx.once('close', () => resolve()));
  const stop = async () => {
    nginx.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true });
  };
  const ask = (file: string) =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) => {
      request({ socketPath, path: `/${file}` }, (response) => {
        response
          .resume()
          .once('end', () => resolve({ status: response.statusCode, headers: response.headers }));
      })
        .once('error', reject)
        .end();
    });
  // Its socket is there before it listens.
  const listens = () =>
    ask('').then(
      () => true,
      () => false,
    );
  while (!(await listens())) {
    if (nginx.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { ask, stop };
}

(installed ? describe : () => undefined)('from nginx, with the configuration that examples/ has', () => {
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  beforeAll(async () => {
    nginx = await startNginx('examples/nginx/terang.conf', '/srv/www', path.join(dist, 'client'));
  });
  afterAll(() => nginx.stop());
  const ask = (file: string) => nginx.ask(file);

  test.each(CASES)('%s', async (file, expected) => {
    const { status, headers } = await ask(file);
    expect([status, told(headers), headers['access-control-allow-origin']]).toEqual([200, expected, '*']);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a tile that is not there is missing, for pages of other hosts too; a page is for its own', async () => {
    const missing = await ask(MISSING);
    expect([missing.status, missing.headers['access-control-allow-origin']]).toEqual([404, '*']);
    const { status, headers } = await ask('');
    expect([status, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
      200,
      'no-cache',
      undefined,
    ]);
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  });
});

(installed ? test : () => undefined)(
  'a mirror behind nginx sends the same of its files, and nothing that is not verified yet',
  async () => {
    const folder = path.join(dist, 'client', 'log');
    await mkdir(path.join(folder, '.incoming'), { recursive: true });
    await writeFile(path.join(folder, '.incoming', 'x'), 'x');
    const { ask, stop } = await startNginx('examples/mirror/mirror.conf', '/srv/mirror', folder);
    try {
      for (const [file, expected] of CASES.filter(([name]) => /checkpoint|policy|tile/.test(name))) {
        const { status, headers } = await ask(file.replace('log/', ''));
        expect([file, status, told(headers), headers['access-control-allow-origin']]).toEqual([
          ...[file, 200, expected],
          '*',
        ]);
      }
      expect((await ask('.incoming/x')).status).toBe(404);
      const missing = await ask(MISSING.replace('log/', ''));
      expect([missing.status, missing.headers['access-control-allow-origin']]).toEqual([404, '*']);
    } finally {
      await stop();
    }
  },
);
