import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mirror } from '../outside/mirror.ts';
import { witness } from '../outside/witness.ts';
import { startPeer } from '../testing/peer.ts';
import { POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { numbered, tiledLog } from '../testing/tiled-log.ts';
import { httpLog } from './http-log.ts';
import { generateKey } from './key.ts';
import { mostBytesOf } from './most-bytes.ts';

const MEGABYTE = 1024 * 1024;
const log = tiledLog(numbered(300));
const note = await signedCheckpoint(300n, await log.root(300n));

/** A site that answers one file without an end, and how much of it was sent. */
async function endlessAt(endless: string) {
  const sent = { bytes: 0 };
  const files: Record<string, string> = { checkpoint: note, policy: POLICY };
  const { url } = await startPeer(async (request, response) => {
    const file = (request.url ?? '').replace('/log/', '');
    const chunk = Buffer.alloc(65_536, file === 'checkpoint' ? 'a' : '\n');
    const pump = () => {
      while (!response.destroyed && response.write(chunk)) sent.bytes += chunk.length;
      if (!response.destroyed) response.once('drain', pump);
    };
    if (file === endless) return pump();
    const bytes = files[file] ?? (await log.read(file));
    if (bytes === null) response.writeHead(404).end();
    else response.end(bytes);
  });
  return { read: httpLog(new URL(`${url}/log/`)), sent };
}

describe('an answer without an end is read no further than a file of its kind can reach, and says nothing of the log', () => {
  test.each([
    ['checkpoint', 1_000_000],
    ['policy', 1_000_000],
    ['keys', 1_000_000],
    ['tile/0/000', 8_192],
    ['tile/entries/000', 256 * 65_537],
    ['records/000.jsonl', 64 * MEGABYTE],
    ['proof/7.tlog-proof', 2_000_000],
    ['proof/7.json', 16 * MEGABYTE],
  ])('%s: %i bytes', async (file, most) => {
    expect(mostBytesOf(file)).toBe(most);
    const { read, sent } = await endlessAt(file);
    await expect(read(file)).rejects.toMatchObject({
      fault: 'too-large',
      message: expect.stringContaining(file),
    });
    expect(sent.bytes).toBeLessThan(most + 16 * MEGABYTE);
  });

  test.each(['checkpoint', 'policy', 'keys', 'tile/entries/000'])(
    'who watches the log can not tell, and keeps nothing: %s',
    async (file) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'terang-endless-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const { read } = await endlessAt(file);
      const copy = path.join(folder, 'mirror');
      await expect(mirror(read, copy)).rejects.toMatchObject({ fault: 'too-large' });
      expect(existsSync(path.join(copy, 'checkpoint'))).toBe(false);
      if (file === 'tile/entries/000') return; // A witness asks for no entries.
      const key = await generateKey('friend.example', 'cosignature');
      const seen = path.join(folder, 'witness');
      const look = { read, folder: seen, key, now: '2026-01-26T12:00:00Z', standstill: 'PT24H' };
      const reason = expect.stringContaining('too-large');
      expect(await witness(look)).toMatchObject({ verdict: 'untold', reason });
      expect(existsSync(seen)).toBe(false);
    },
  );

  test('packed, it counts by what it unpacks to', async () => {
    const { url } = await startPeer((_, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(64 * MEGABYTE, '\n'))),
    );
    await expect(httpLog(new URL(`${url}/`))('checkpoint')).rejects.toMatchObject({ fault: 'too-large' });
  });

  test('what is as large as it may be is read whole', async () => {
    const bytes = Buffer.alloc(8_192, 7);
    const { url } = await startPeer((_, response) => response.end(bytes));
    expect(await httpLog(new URL(`${url}/`))('tile/0/000')).toEqual(new Uint8Array(bytes));
  });

  test('what drips is waited for no longer than a file may take', async () => {
    const { url } = await startPeer((_, response) => {
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(httpLog(new URL(`${url}/`), 300)('checkpoint')).rejects.toMatchObject({
      fault: 'unreachable',
    });
  });
});
