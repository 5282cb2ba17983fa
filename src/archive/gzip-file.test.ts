import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { writeGzip } from './gzip-file.ts';

test('the same text gives the same file, in however small or large pieces it comes', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-gzip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // Longer than several pieces, with letters of two and four bytes across their borders.
  const text = Array.from({ length: 30_000 }, (_, n) => `${n} tiga é 𝄞 ${(n * 7919) % 1013}\n`).join('');
  const bytes = Buffer.from(text);
  const inPieces = (size: number) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    );
  const written = await writeGzip(path.join(folder, 'whole'), [text]);
  expect(written).toMatchObject({ text_bytes: bytes.length, text_sha256: sha256Hex(text) });
  for (const size of [1_000, 65_536, 100_001]) {
    const again = await writeGzip(path.join(folder, String(size)), inPieces(size));
    expect(again).toEqual(written);
  }
  const file = await readFile(path.join(folder, 'whole'));
  expect([file.length, sha256Hex(file)]).toEqual([written.bytes, written.sha256]);
  expect(gunzipSync(file).toString('utf8')).toBe(text);
});
