import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { hashInput } from '../../ledger/batch-hash.ts';
import {
  checksumsFile,
  csvDatasets,
  csvFile,
  dataPackageFile,
  jsonFile,
  recordFiles,
} from '../../open-data/files.ts';
import { statusDaysJson } from '../../open-data/status-days.ts';
import { NO_REPORTS } from '../../reports/model/reports-publication.ts';
import { NO_STATUS } from '../../status/status-publication.ts';
import { hashedBatch, KNOWN_BATCH, published } from '../../testing/publication.ts';
import { readerFor, SITE } from '../../testing/site.ts';
import { OPEN_DATASETS } from '../../words/paths.ts';
import { verifyPageOf } from './verify.ts';
import { VERIFY_SCRIPT } from './verify-script.ts';

describe('TPC-07 the script of the verification page, run by a real Python', () => {
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
  // As PostgreSQL spells them in sessions of Jakarta: see hash-forms.pg.test.ts.
  const jakarta = [
    ['7', '2026-01-26 08:02:03.123456+07|2026-01-25 07:00:00+07|2026-01-26 07:00:00+07'],
    ['8', '26.01.2026 08:02:03.123456 WIB|25.01.2026 07:00:00 WIB|26.01.2026 07:00:00 WIB'],
  ].map(([n = '', times = '']) => {
    const batch = hashedBatch({ id: id(Number(n)) });
    const amounts = [batch.revenue_sum, batch.referral_sum, batch.treasury_sum, batch.buyback_sum];
    return { ...batch, public_hash: sha256Hex([batch.id, times, batch.tx_count, ...amounts].join('|')) };
  });
  const sessions = (['ISO', 'German'] as const).map((style) => ({ zone: 'Asia/Jakarta', style }));
  const all = { batches: [...batches, ...jakarta] };
  const { text } = csvFile(published(all, { hash: { sessions, complete: true } }), 'batches');
  const run = (csv: string) => {
    writeFileSync(join(folder, 'batches.csv'), csv);
    return spawnSync('python3', ['verify.py', 'batches.csv'], { cwd: folder, encoding: 'utf8' });
  };

  test('agrees with every verdict, in every text form, from batches.csv alone', () => {
    expect(run(text)).toMatchObject({
      status: 0,
      stdout: '6 match, 1 mismatch, 1 missing, 0 not-recomputable\n',
    });
  });

  test('where no session is declared, hashes of another session are neither right nor wrong', () => {
    const undeclared = csvFile(published(all, { hash: { sessions: [], complete: false } }), 'batches');
    expect(run(undeclared.text)).toMatchObject({
      status: 0,
      stdout: '4 match, 0 mismatch, 1 missing, 3 not-recomputable\n',
    });
  });

  test.each([false, true])(
    'the commands of the page run as they are shown, demo or not: %s',
    async (demo) => {
      const site = published(all, { hash: { sessions, complete: true }, demo });
      const own = [
        ...csvDatasets(site).map((dataset) => csvFile(site, dataset)),
        ...OPEN_DATASETS.map((dataset) => jsonFile(SITE, site, dataset)),
        ...recordFiles(site),
        dataPackageFile(SITE, site, NO_STATUS, NO_REPORTS),
        statusDaysJson(SITE, NO_STATUS),
        checksumsFile(SITE, site, NO_STATUS, NO_REPORTS),
      ];
      const server = createServer((request, response) => {
        const found = own.find(({ name }) => request.url === `/base/data/${name}`);
        response.writeHead(found === undefined ? 404 : 200).end(found?.text);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const { all: every, files } = verifyPageOf(readerFor('en', '/base/'), site, url, '');
      const empty = mkdtempSync(join(folder, 'shown-'));
      writeFileSync(join(empty, 'verify.py'), every.script);
      const shown = (command: string) =>
        promisify(execFile)('sh', ['-ec', command], { cwd: empty, env: { PATH: process.env.PATH } });
      try {
        expect((await shown(every.command)).stdout).toBe(
          '6 match, 1 mismatch, 1 missing, 0 not-recomputable\n',
        );
        const compared = (await shown(files)).stdout.trimEnd().split('\n');
        expect(compared).toContain('batches.csv: OK');
        expect(compared.filter((line) => !line.endsWith(': OK'))).toEqual([]);
      } finally {
        server.close();
      }
      expect(every.saved?.includes('DEMO-batches.csv') ?? false).toBe(demo);
    },
  );

  test('a verdict that flatters is found out', () => {
    const { status, stdout } = run(text.replace(',mismatch,', ',match,'));
    expect([status, stdout.split('\n')[0]]).toEqual([1, `${id(3)} is stated as match but is mismatch`]);
  });

  test('needs nothing but the standard library', () => {
    const imports = execFileSync('grep', ['-E', '^(import|from) ', join(folder, 'verify.py')], {
      encoding: 'utf8',
    });
    expect(imports).toBe(
      'import csv, hashlib, sys\nfrom datetime import datetime, timezone\nfrom zoneinfo import ZoneInfo\n',
    );
  });
});
