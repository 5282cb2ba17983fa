import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonicalJson, canonicalLines, sha256Hex } from '../core/canonical.ts';
import { KNOWN_BATCH, published } from '../testing/publication.ts';
import { siteText } from '../testing/site.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'terang-content-'));
  mkdirSync(join(root, 'written'));
  writeFileSync(join(root, 'written', 'site.yaml'), siteText());
  vi.stubEnv('TERANG_CONTENT', root);
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const read = async () => (await import('./content.ts')).publication();

function write(lines: string): void {
  const folder = join(root, 'generated', 'tpc');
  mkdirSync(join(folder, 'batches'), { recursive: true });
  const file = { path: 'batches/2026-01-a.jsonl', sha256: sha256Hex(lines), bytes: lines.length, rows: 1 };
  const { manifest } = published({}, { states: { batches: { files: [file] } } });
  writeFileSync(join(folder, file.path), lines);
  writeFileSync(join(folder, 'manifest.json'), canonicalJson(JSON.parse(JSON.stringify(manifest))));
}

describe('content read from disk', () => {
  test('before the first snapshot nothing is known', async () => {
    expect((await read()).manifest).toBeNull();
  });

  test('a content root that is none is refused: a wrong path must not look like an empty site', async () => {
    rmSync(join(root, 'written', 'site.yaml'));
    await expect(read()).rejects.toThrow('site.yaml:1:1 expected this file: it says whose site this is');
  });

  test('a ledger that is not offered is not read: nothing is published, and nothing is wrong with what lies there', async () => {
    writeFileSync(join(root, 'written', 'site.yaml'), siteText({ sections: ['status'] }));
    write('not even JSON\n');
    expect((await read()).manifest).toBeNull();
  });

  test('a manifest that was lost is refused: what it vouched for is still there', async () => {
    write(canonicalLines([KNOWN_BATCH]));
    rmSync(join(root, 'generated', 'tpc', 'manifest.json'));
    await expect(read()).rejects.toThrow(/manifest\.json is missing, but files it vouched for are there/);
  });

  test('rows that the manifest vouches for', async () => {
    write(canonicalLines([KNOWN_BATCH]));
    const publication = await read();
    expect(publication.rows.batches).toEqual([KNOWN_BATCH]);
    expect(publication.rows.wallets).toEqual([]);
  });

  test('read in the future, by more than five minutes of our own clock, are stale from the beginning', async () => {
    write(canonicalLines([KNOWN_BATCH]));
    const known = await read();
    expect(known.manifest?.datasets.batches.state).toBe('current');
    vi.setSystemTime(Date.parse(known.manifest?.datasets.batches.observed_at ?? '') - 300_001);
    vi.resetModules();
    const { batches } = (await read()).manifest?.datasets ?? {};
    vi.useRealTimers();
    expect(batches).toMatchObject({ state: 'stale', reason: 'in-the-future' });
  });

  test('a file edited by hand is refused by name', async () => {
    write(canonicalLines([KNOWN_BATCH]));
    const path = join(root, 'generated', 'tpc', 'batches', '2026-01-a.jsonl');
    writeFileSync(path, canonicalLines([{ ...KNOWN_BATCH, tx_count: '5' }]));
    await expect(read()).rejects.toThrow('batches/2026-01-a.jsonl was changed by hand');
  });

  test('a row that is not valid is refused by file, line and field', async () => {
    write(canonicalLines([KNOWN_BATCH, { ...KNOWN_BATCH, revenue_sum: '1e5' }]));
    await expect(read()).rejects.toThrow(/batches\/2026-01-a\.jsonl, line 2[\s\S]*revenue_sum/);
  });
});
