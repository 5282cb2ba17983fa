import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { createArchiveContent } from '../testing/archive-content.ts';
import { endingOf } from '../testing/ending.ts';
import { SITE } from '../testing/site.ts';
import { archiveCommand } from './command.ts';

const NOW = '2026-02-03T12:00:00Z';
const verify = (where: string) =>
  endingOf(archiveCommand({ task: 'verify', where }, { site: () => SITE, contentRoot: '', now: NOW }));

async function archived(): Promise<string> {
  const root = await createArchiveContent();
  await archiveCommand({ task: 'make', month: '2026-01' }, { site: () => SITE, contentRoot: root, now: NOW });
  return path.join(root, 'generated', 'archive', '2026-01');
}

/** Changes the text in a compressed file, as somebody would who wants it not to be seen: `also` the lists that name it. */
async function rewrite(
  folder: string,
  name: string,
  change: (text: string) => string,
  also: { sums?: boolean; description?: boolean; rows?: number } = {},
): Promise<void> {
  const file = path.join(folder, name);
  const text = change(gunzipSync(await readFile(file)).toString('utf8'));
  const bytes = gzipSync(text);
  await writeFile(file, bytes);
  if (also.description === true) {
    const described = path.join(folder, 'datapackage.json');
    const document = JSON.parse(await readFile(described, 'utf8'));
    const resource = document.resources.find((one: { path: string }) => one.path === name);
    Object.assign(resource, {
      bytes: bytes.length,
      hash: `sha256:${sha256Hex(bytes)}`,
      text_bytes: Buffer.byteLength(text),
      text_hash: `sha256:${sha256Hex(text)}`,
      rows: resource.rows + (also.rows ?? 0),
    });
    await writeFile(described, JSON.stringify(document));
  }
  if (also.sums === true) await newSums(folder);
}

async function newSums(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== 'SHA256SUMS').toSorted();
  const lines = names.map(async (name) => `${sha256Hex(await readFile(path.join(folder, name)))}  ${name}\n`);
  await writeFile(path.join(folder, 'SHA256SUMS'), (await Promise.all(lines)).join(''));
}

const ALL = { sums: true, description: true };
const problemsOf = async (folder: string) => {
  const { text, exitCode } = await verify(folder);
  expect(exitCode).toBe(1);
  return text.split('\n').slice(1);
};

describe('TPC-17 an archive is held against itself', () => {
  test('whole: files, rows, sums, hashes, and what the archive itself states of its batches', async () => {
    const { text, exitCode } = await verify(await archived());
    expect(exitCode).toBe(0);
    expect(text).toContain('is whole: 12 files of 2026-01');
    expect(text).toMatch(/^SHA-256 of SHA256SUMS: [0-9a-f]{64}$/m);
    expect(text).toContain('2 match, 1 do not match, 1 missing, as the archive states');
  });

  test('without its data package, and out of all lists, it is not called whole', async () => {
    const folder = await archived();
    for (const name of await readdir(folder)) if (name !== 'README.md') await rm(path.join(folder, name));
    await newSums(folder);
    expect(await problemsOf(folder)).toEqual([expect.stringContaining('datapackage.json: is missing')]);
  });

  test.each(['batches.csv.gz', 'samples-2026-01-30.jsonl.gz', 'README.md', 'datapackage.json', 'SHA256SUMS'])(
    'one flipped bit in %s is refused by name',
    async (name) => {
      const folder = await archived();
      const bytes = await readFile(path.join(folder, name));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(path.join(folder, name), bytes);
      const problems = await problemsOf(folder);
      expect(problems.join('\n')).toContain(name);
      // What a bit in the list of checksums changes is the sum or the name of another file.
      if (name !== 'SHA256SUMS' && name !== 'datapackage.json') expect(problems).toHaveLength(1);
    },
  );

  test('every missing file and every file besides is named', async () => {
    const folder = await archived();
    await rm(path.join(folder, 'metrics.json.gz'));
    await rm(path.join(folder, 'samples-2026-01-31.jsonl.gz'));
    await writeFile(path.join(folder, 'more.csv.gz'), '');
    expect((await problemsOf(folder)).toSorted()).toEqual([
      'metrics.json.gz: is missing',
      'more.csv.gz: is not in SHA256SUMS',
      'samples-2026-01-31.jsonl.gz: is missing',
    ]);
  });

  const addRow = (text: string) => `${text}${text.split('\r\n').at(-2)?.replace('-0000-', '-1000-')}\r\n`;

  test('a row that was added is refused, however many of the lists were made to fit', async () => {
    const named = async (also: Parameters<typeof rewrite>[3]) => {
      const folder = await archived();
      await rewrite(folder, 'metrics.csv.gz', addRow, also);
      return (await problemsOf(folder)).join('\n');
    };
    expect(await named({})).toMatch(/metrics\.csv\.gz: its SHA-256 is/);
    expect(await named({ sums: true })).toMatch(/metrics\.csv\.gz: holds more than the \d+ bytes it should/);
    expect(await named(ALL)).toMatch(/metrics\.csv\.gz: holds 4 rows, the data package says 3/);
    expect(await named({ ...ALL, rows: 1 })).toBe('metrics.csv.gz: holds other rows than metrics.json.gz');
  });

  test('an amount that was altered is refused by sum and by hash, though every list was made to fit', async () => {
    const folder = await archived();
    await rewrite(folder, 'batches.json.gz', (text) => text.replace('"250.000000"', '"250.000001"'), ALL);
    const problems = await problemsOf(folder);
    expect(problems).toContainEqual(
      expect.stringMatching(/^batches\.json\.gz: row 1: the hash of batch 2.*1 comes to "mismatch".*"match"/),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/referral_sum adds up to 1000\.000001, the data package says 1000\.000000/),
    );
    expect(problems).toContain('batches.csv.gz: holds other rows than batches.json.gz');
  });

  test('a batch that stands twice, or in another month, is refused', async () => {
    const folder = await archived();
    const twice = (text: string) => text.replace(/\n(\{.*\}),\n/, '\n$1,\n$1,\n');
    await rewrite(folder, 'batches.json.gz', twice, { ...ALL, rows: 1 });
    expect((await problemsOf(folder)).join('\n')).toMatch(
      /row 2: batch .* does not come after the one before/,
    );
    const other = await archived();
    await rewrite(other, 'metrics.json.gz', (text) => text.replace('2026-01-25', '2026-02-25'), ALL);
    expect((await problemsOf(other)).join('\n')).toContain('row 1: is of 2026-02-25, not of 2026-01');
  });

  test('samples that no figures rest on are refused, though their checksum fits', async () => {
    const folder = await archived();
    await rewrite(folder, 'samples-2026-01-30.jsonl.gz', (text) => text.replace('"up"', '"down"'), ALL);
    expect((await problemsOf(folder)).join('\n')).toMatch(
      /^samples-2026-01-30\.jsonl\.gz: its text has SHA-256/,
    );
  });

  test('what is no archive is refused', async () => {
    const folder = await archived();
    await writeFile(path.join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../etc/passwd\nhello\n`);
    await writeFile(path.join(folder, 'datapackage.json'), '{"format": "other"}');
    const problems = (await problemsOf(folder)).join('\n');
    expect(problems).toContain('SHA256SUMS: expected "<hash>  <name>", each name once: line 1, line 2');
    expect(problems).toContain('datapackage.json: format: ');
    expect(await verify(path.join(folder, 'nowhere'))).toMatchObject({ exitCode: 1 });
  });
});

describe('an archive at an address', () => {
  async function served(folder: string, before?: RequestListener): Promise<string> {
    const server = createServer((request, response) => {
      before?.(request, response);
      if (response.writableEnded) return;
      const name = path.basename(request.url ?? '');
      readFile(path.join(folder, name)).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/archives/2026-01`;
  }

  test('is verified with nothing but its files', async () => {
    const { text, exitCode } = await verify(await served(await archived()));
    expect(text).toContain('is whole: 12 files of 2026-01');
    expect(exitCode).toBe(0);
  });

  test('of which a file is missing, cut off, or longer than it should be, is refused by name', async () => {
    const folder = await archived();
    await rm(path.join(folder, 'metrics.csv.gz'));
    const address = await served(folder, (request, response) => {
      if (request.url?.endsWith('batches.csv.gz')) response.end(Buffer.alloc(1_000_000));
      if (request.url?.endsWith('changelog.csv.gz')) response.end('short');
    });
    const { text, exitCode } = await verify(address);
    expect(exitCode).toBe(1);
    expect(text).toContain('metrics.csv.gz: was answered with 404');
    expect(text).toMatch(/batches\.csv\.gz: is longer than the \d+ bytes it should be/);
    expect(text).toContain('changelog.csv.gz: its SHA-256 is');
  });

  test('that was pruned says so there too', async () => {
    const folder = await archived();
    const contentRoot = path.resolve(folder, '../../..');
    const prune = { task: 'prune', month: '2026-01', confirmed: true } as const;
    await archiveCommand(prune, { site: () => SITE, contentRoot, now: '2027-02-01T00:00:00Z' });
    expect(await verify(await served(folder))).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('was pruned on 2027-02-01, checksums kept: 10 files'),
    });
  });

  test('where nobody answers is refused', async () => {
    expect(await verify('http://127.0.0.1:1/')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('could not be fetched'),
    });
  });
});
