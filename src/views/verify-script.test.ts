import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashInput } from '../domain/batch-hash.ts';
import { sha256Hex } from '../domain/canonical.ts';
import { hashedBatch, KNOWN_BATCH, published } from '../testing/publication.ts';
import { csvFile } from './open-data/files.ts';
import { VERIFY_SCRIPT } from './verify-script.ts';

const python = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!python)('TPC-07 the script of the verification page, run by a real Python', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'terang-verify-'));
    writeFileSync(join(folder, 'verify.py'), VERIFY_SCRIPT);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const id = (n: number) => `20000000-0000-4000-8000-00000000000${n}`;
  const iso = hashedBatch({ id: id(5), period_start: null });
  const batches = [
    KNOWN_BATCH,
    hashedBatch({ id: id(2), note: '=1,"\n', period_start: null, period_end: null }),
    { ...hashedBatch({ id: id(3) }), treasury_sum: '601.000000' },
    { ...hashedBatch({ id: id(4) }), public_hash: null },
    { ...iso, public_hash: sha256Hex(hashInput(iso, 'api-iso')) },
    { ...iso, id: id(6), public_hash: sha256Hex(hashInput({ ...iso, id: id(6) }, 'iso-milliseconds')) },
  ];
  const { text } = csvFile(published({ batches }), 'batches');
  const run = (csv: string) => {
    writeFileSync(join(folder, 'batches.csv'), csv);
    return spawnSync('python3', ['verify.py', 'batches.csv'], { cwd: folder, encoding: 'utf8' });
  };

  test('agrees with every verdict, in every text form, from batches.csv alone', () => {
    expect(run(text)).toMatchObject({ status: 0, stdout: '4 match, 1 mismatch, 1 missing\n' });
  });

  test('a verdict that flatters is found out', () => {
    const { status, stdout } = run(text.replace(',mismatch\r\n', ',match\r\n'));
    expect([status, stdout.split('\n')[0]]).toEqual([1, `${id(3)} is stated as match but is mismatch`]);
  });

  test('needs nothing but the standard library', () => {
    const imports = execFileSync('grep', ['-E', '^(import|from) ', join(folder, 'verify.py')], {
      encoding: 'utf8',
    });
    expect(imports).toBe('import csv, hashlib, sys\n');
  });
});
