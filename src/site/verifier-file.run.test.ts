import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchoredSite, FALSE_ANCHORS, FORGED_BUNDLES } from '../testing/anchored-site.ts';
import { loggedSite, type ServedSite } from '../testing/logged-site.ts';
import type { Judged } from '../verifier/statement.ts';
import { VERIFIER } from './verifier-file.ts';

let scratch: string;
let site: ServedSite;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'terang-verifier-'));
  await writeFile(path.join(scratch, 'verify.mjs'), VERIFIER);
  const { files, policy } = await loggedSite();
  site = files;
  await writeFile(path.join(scratch, 'policy'), policy);
  await writeSite('site', site);
});
afterAll(() => rm(scratch, { recursive: true }));

async function writeSite(name: string, files: ServedSite): Promise<void> {
  for (const [file, bytes] of files) {
    await mkdir(path.dirname(path.join(scratch, name, file)), { recursive: true });
    await writeFile(path.join(scratch, name, file), bytes);
  }
}

/** What `node verify.mjs` says in a folder that holds nothing else of ours, and how it ends. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: scratch, env: { PATH: process.env.PATH } };
    execFile(process.execPath, ['verify.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe('/verify.mjs, alone in a folder', () => {
  test('imports nothing at all', () => {
    expect(VERIFIER).not.toMatch(/^import |\bimport\(|\brequire\(/m);
  });

  test('says of a folder that is as it must be that everything is right, and ends with 0', async () => {
    const { code, stdout, stderr } = await run('site', '--policy', 'policy');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(20);
    expect(stdout.trimEnd()).not.toMatch(/^(?!right)/m);
  });

  test('says the same over HTTP, below a path too', async () => {
    const server = createServer((request, response) => {
      const bytes = site.get(request.url?.replace('/base/', '') ?? '');
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const overHttp = await run(`http://127.0.0.1:${port}/base`, '--policy', 'policy');
    server.close();
    expect(overHttp).toEqual(await run('site', '--policy', 'policy'));
  });

  test('of a site that does not answer says that it is not known, and ends with 2', async () => {
    const { code, stdout } = await run('http://127.0.0.1:9/', '--json');
    expect(code).toBe(2);
    const judged = JSON.parse(stdout) as Judged[];
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(judged[0]).toMatchObject({ because: { reason: 'unreachable' } });
  });

  test('at an address of something else accuses nobody, whatever is answered there', async () => {
    for (const [status, body] of [
      [404, ''],
      [200, '<!doctype html><title>A shop</title>'],
      [200, '{}'],
      [200, '{"name":null}'],
    ] as const) {
      const { code, judged } = await judgedAt((response) => response.writeHead(status).end(body));
      expect(code, body).toBe(2);
      expect(new Set(judged.map(({ verdict }) => verdict)), body).toEqual(new Set(['unknown']));
      expect(judged[0]?.because?.reason, body).toBe('no-site');
    }
  });

  test('reads no file that never ends: too large, by name, is not known', async () => {
    const { code, judged } = await judgedAt(
      (response, file) => {
        const bytes = site.get(file);
        if (file !== 'log/checkpoint' && file !== 'en/archive/')
          return response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
        const chunk = Buffer.alloc(1 << 16, 'a');
        const more = () => {
          if (response.closed) return;
          response.write(chunk, () => setImmediate(more));
        };
        return more();
      },
      '--policy',
      'policy',
    );
    expect(code).toBe(2);
    const large = judged.filter(({ because }) => because?.reason === 'too-large');
    expect(large.map(({ statement, because }) => [statement, because?.detail])).toEqual(
      expect.arrayContaining([
        ['signature', 'log/checkpoint'],
        ['rows', 'log/checkpoint'],
        ['archives', 'en/archive/index.html'],
      ]),
    );
  });

  /** What it says of a server of one's own. */
  async function judgedAt(
    answer: (response: ServerResponse, file: string) => unknown,
    ...args: string[]
  ): Promise<{ code: number; judged: Judged[] }> {
    const server = createServer((request, response) => answer(response, request.url?.slice(1) ?? ''));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, stdout } = await run(`http://127.0.0.1:${port}/`, ...args, '--json');
    server.closeAllConnections();
    server.close();
    return { code, judged: JSON.parse(stdout) as Judged[] };
  }

  test.each([
    ['', 'there is nothing in it'],
    ['null', 'null is nothing that can be verified'],
    ['{"format":"terang/proof/1"}', 'bundle has no policy'],
    ['{"format":"terang/proof/1","policy":"","proven":[]}', 'bundle has nothing that it proves'],
  ])('of a file that holds %j says a sentence, and ends with 2', async (text, sentence) => {
    await writeFile(path.join(scratch, 'odd.json'), text);
    expect(await run('odd.json', '--policy', 'policy')).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    });
  });

  test('names what is wrong, and ends with 1', async () => {
    const records = 'log/records/000.jsonl';
    const text = Buffer.from(site.get(records) ?? []).toString('utf8');
    const forged = new Uint8Array(Buffer.from(text.replace('600.000000', '600.000001')));
    await writeSite('forged', new Map(site).set(records, forged));
    const { code, stdout } = await run('forged', '--policy', 'policy');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^WRONG {6}every record has the hash that its entry holds\n {11}record 0: batch tpc/m,
    );
  });

  test('TPC-09 reads the transaction of a batch in its proof bundle: that it landed is not known by itself', async () => {
    const anchored = await anchoredSite();
    await writeFile(path.join(scratch, 'proof.json'), anchored.bundle);
    const { code, stdout } = await run('proof.json', '--policy', 'policy', '--json');
    const judged = JSON.parse(stdout) as Judged[];
    expect(code).toBe(0);
    expect(judged.filter(({ verdict }) => verdict !== 'right').map(({ statement }) => statement)).toEqual([
      'landed',
    ]);
    await writeSite('anchored', anchored.files);
    const ofSite = await run('anchored', '--policy', 'policy');
    expect(ofSite.code).toBe(0);
    expect(ofSite.stdout).toMatch(/^right {6}what the site says of the transaction of each batch .*\(3\)$/m);
    expect(ofSite.stdout.match(/^(WRONG|not known) .*/gm)).toEqual([
      expect.stringMatching(
        /^not known {2}it is in a block of the main network.* by the word of the providers/,
      ),
    ]);
  });

  test.each(Object.entries(FALSE_ANCHORS))('TPC-09 tells by name of %s', async (_, { made, said }) => {
    const { bundle } = await anchoredSite(await made());
    expect(await saidOf(bundle)).toContainEqual(expect.stringMatching(`^${said}`));
  });

  test.each(Object.entries(FORGED_BUNDLES))(
    'TPC-09 tells by name of a bundle with %s',
    async (_, { forged, said }) => {
      const { bundle } = await anchoredSite();
      expect(await saidOf(forged(bundle))).toContainEqual(expect.stringMatching(`^${said}`));
    },
  );

  /** What it says of a bundle, statement by statement. */
  async function saidOf(bundle: string): Promise<string[]> {
    await writeFile(path.join(scratch, 'forged.json'), bundle);
    const { stdout } = await run('forged.json', '--policy', 'policy', '--json');
    return (JSON.parse(stdout) as Judged[]).map(({ statement, verdict, faults, because }) =>
      [statement, verdict, ...faults, because?.reason ?? ''].join(' '),
    );
  }

  test('without anything to verify says how it is called, and ends with 2', async () => {
    expect(await run()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--policy FILE'),
    });
  });
});
