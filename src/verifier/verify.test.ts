import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { loggedSite, type ServedSite } from '../testing/logged-site.ts';
import { exitCodeOf, type Judged, STATEMENTS, type Statement } from './statement.ts';
import { defused } from './table.ts';
import { checkSite } from './verify.ts';

let site: ServedSite;
let policy: string;
beforeAll(async () => {
  ({ files: site, policy } = await loggedSite());
});

const check = (files: ServedSite, brought: string | null = policy) =>
  checkSite(async (path) => files.get(path) ?? null, brought);
const textIn = (files: ServedSite, path: string) => Buffer.from(files.get(path) ?? []).toString('utf8');
const wrong = (judged: readonly Judged[]) =>
  Object.fromEntries(
    judged.flatMap(({ statement, verdict, faults }) => (verdict === 'wrong' ? [[statement, faults]] : [])),
  );

/** The site with some of its texts as another would have them, each found. */
function altered(
  ...changes: readonly (readonly [path: string, was: string | RegExp, is: string])[]
): ServedSite {
  const files = new Map(site);
  for (const [path, was, is] of changes) {
    const text = textIn(files, path);
    const next = text.replace(was, is);
    expect(next, path).not.toBe(text);
    files.set(path, new Uint8Array(Buffer.from(next)));
  }
  return files;
}

/** What a liar who knows the checksums does last. */
function resummed(files: ServedSite): ServedSite {
  const lines = textIn(files, 'data/SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66))
    .map((name) => `${sha256Hex(files.get(`data/${name}`) ?? new Uint8Array())}  ${name}\n`);
  return new Map(files).set('data/SHA256SUMS', new Uint8Array(Buffer.from(lines.join(''))));
}

describe('a site that is as it must be', () => {
  test('is right in every statement that a site has', async () => {
    const judged = await check(site);
    const kept: Statement[] = [
      'figures',
      'record',
      'inclusion',
      'growth',
      'history',
      'wire',
      'memo',
      'treasury',
    ];
    // Of a site that asks a chain: tested beside that.
    kept.push('evidence', 'landed');
    // Of one that can be looked up: too.
    kept.push('lists');
    expect(judged.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
    expect(judged.map(({ statement }) => statement).toSorted()).toEqual(
      (Object.keys(STATEMENTS) as Statement[]).filter((name) => !kept.includes(name)).toSorted(),
    );
    expect(exitCodeOf(judged)).toBe(0);
  });

  test('whose keys nobody brought is right but for whose they are: that is not known', async () => {
    const judged = await check(site, null);
    expect(judged.flatMap(({ statement, verdict }) => (verdict === 'right' ? [] : [statement]))).toEqual([
      'key',
    ]);
    expect(exitCodeOf(judged)).toBe(2);
  });

  test('of 300 batches, whose log has full tiles, is right', async () => {
    const { files } = await loggedSite(300);
    expect(exitCodeOf(await check(files))).toBe(0);
  });

  test('that nobody signed, or that can not be reached, is not known, never right and never wrong', async () => {
    const unsigned = new Map([...site].filter(([path]) => path !== 'log/checkpoint'));
    const judged = await check(unsigned);
    expect(judged.flatMap(({ statement, verdict }) => (verdict === 'right' ? [statement] : []))).toEqual([
      ...['checksums', 'tables', 'hashes', 'sums', 'key'],
    ]);
    expect(exitCodeOf(judged)).toBe(2);
  });

  test('whose archives are whole, and no log names them: that is not known', async () => {
    const list = Buffer.from('<a href="/releases/transparency-v1.0/archives/2025-12/SHA256SUMS">');
    const unsigned = new Map([...site].filter(([path]) => path !== 'log/checkpoint'));
    const judged = await check(unsigned.set('en/archive/index.html', new Uint8Array(list)));
    const archives = judged.find(({ statement }) => statement === 'archives');
    expect(archives).toMatchObject({ verdict: 'unknown', because: { reason: 'no-log' } });
    expect(archives?.counted).toBeGreaterThan(0);
  });
});

describe('what is newer than the last signed checkpoint', () => {
  /** The same site while its checkpoint covers the first half of the entries alone. */
  function signedHalf(files: ServedSite): ServedSite {
    const proof = textIn(files, 'log/proof/0.tlog-proof');
    const note = new Uint8Array(Buffer.from(proof.slice(proof.indexOf('\n\n') + 2)));
    const list = Buffer.from('<a href="/releases/transparency-v1.0/archives/2025-12/SHA256SUMS">');
    return new Map(files).set('log/checkpoint', note).set('en/archive/index.html', new Uint8Array(list));
  }

  test('is not signed yet: counted and named, never wrong and never right', async () => {
    const judged = await check(signedHalf(site));
    expect(wrong(judged)).toEqual({});
    expect(judged.find(({ statement }) => statement === 'rows')).toMatchObject({
      verdict: 'unknown',
      because: {
        reason: 'unsigned',
        detail: '2 (changelog 2026-01-02 00:00:00+00|distribution_split, wallets Treasury)',
      },
    });
    expect(judged.find(({ statement }) => statement === 'changes')).toMatchObject({
      verdict: 'unknown',
      because: {
        reason: 'unsigned-change',
        detail: 'batches 20000000-0000-4000-8000-000000000000: note',
      },
    });
    expect(judged.find(({ statement }) => statement === 'archives')).toMatchObject({
      verdict: 'unknown',
      because: { reason: 'unsigned', detail: '1 (2025-12)' },
    });
    expect(exitCodeOf(judged)).toBe(2);
  });

  test('excuses nothing that the record does not say either', async () => {
    const files = altered([
      'data/batches.json',
      '"treasury_sum": "600.000000"',
      '"treasury_sum": "400.000000"',
    ]);
    expect(wrong(await check(signedHalf(files))).rows).toEqual([
      expect.stringMatching(/^batches 2.*: treasury_sum$/),
    ]);
  });

  test('excuses no line of the record that rewrites a signed one', async () => {
    const files = altered([
      'data/record.jsonl',
      '"treasury_sum":"600.000000"',
      '"treasury_sum":"400.000000"',
    ]);
    expect(wrong(await check(signedHalf(files))).rows).toEqual([expect.stringContaining('its first value')]);
  });
});

describe('any byte that is flipped', () => {
  test('is found, and the file that holds it named, or what it says', async () => {
    const unseen: string[] = [];
    const blind: string[] = [];
    for (const [path, bytes] of site) {
      // What stands for a checkpoint that was signed before is the business of whoever holds that.
      if (/\.p\/\d+$/.test(path) && !path.endsWith(`.p/${LAST}`)) continue;
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const files = new Map(site).set(
          path,
          bytes.with(at, (bytes[at] ?? 0) ^ 1) as Uint8Array<ArrayBuffer>,
        );
        const judged = await check(files, path === 'log/policy' ? null : policy);
        const faults = Object.values(wrong(judged)).flat();
        if (faults.length === 0) unseen.push(`${path}, byte ${at}`);
        else if (!isNamed(path, faults)) blind.push(`${path}, byte ${at}: ${faults.join('; ')}`);
      }
    }
    expect({ unseen, blind }).toEqual({ unseen: [], blind: [] });
  });
});

/**
 * How many entries the log has: those of three batches, a note, a day, a wallet, a run and an archive; of a split and a change
 * of it, of two reports, a sign-off and a run of the checks.
 */
const LAST = 14;

/** Whether faults name a file, or what is in it. */
function isNamed(path: string, faults: readonly string[]): boolean {
  const inside: Readonly<Record<string, RegExp>> = {
    'data/SHA256SUMS': /^data\//,
    'log/policy': /policy/,
    'log/tile/entries/000.p/14': /checkpoint|entry \d/,
    'log/checkpoint': /checkpoint|log\.example|friend/,
    'log/records/000.jsonl': /record \d|records/,
  };
  return faults.some((fault) => fault.includes(path) || inside[path]?.test(fault) === true);
}

describe('what is consistent in itself and not what was entered', () => {
  const FIRST = '20000000-0000-4000-8000-000000000000';

  test('TPC-07 figures and hash of a batch made anew, checksums with them: the record names batch and figure', async () => {
    const was = textIn(site, 'data/batches.json');
    const batch = JSON.parse(was).data.find(({ id }: { id: string }) => id === FIRST);
    const input = batch.hash_input.replace('|600.000000|', '|400.000000|');
    const change = (path: string) =>
      [
        [path, batch.hash_input, input],
        [path, batch.public_hash, sha256Hex(input)],
      ] as const;
    const json = change('data/batches.json');
    const csv = change('data/batches.csv');
    const files = altered(
      ...json,
      ...csv,
      ['data/batches.json', '"treasury_sum": "600.000000"', '"treasury_sum": "400.000000"'],
      ['data/batches.csv', ',600.000000,', ',400.000000,'],
    );
    const faults = wrong(await check(resummed(files)));
    expect(faults.rows).toContain(`batches ${FIRST}: treasury_sum`);
    expect(faults.hashes).toBeUndefined();
    expect(faults.checksums).toBeUndefined();
  });

  test('TPC-06 a CSV that says other than its JSON: the row', async () => {
    const files = resummed(altered(['data/batches.csv', /600\.000000/, '599.000000']));
    expect(wrong(await check(files))).toMatchObject({
      tables: [expect.stringMatching(/batches\.csv, row \d/)],
    });
  });

  test('TPC-04 a total that is not the sum of its days: its name', async () => {
    const files = resummed(
      altered(
        ['data/metrics.json', '"treasury": "1800.000000"', '"treasury": "1900.000000"'],
        ['data/metrics.csv', '1800.000000', '1900.000000'],
      ),
    );
    expect(wrong(await check(files))).toEqual({
      sums: ['treasury', 'treasury'],
      manifests: ['data/metrics.json'],
    });
  });

  test('a batch that is gone without an entry: that it is missing', async () => {
    const { data, meta } = JSON.parse(textIn(site, 'data/batches.json'));
    const files = new Map(site);
    const less = JSON.stringify({ meta, data: data.filter(({ id }: { id: string }) => id !== FIRST) });
    files.set('data/batches.json', new Uint8Array(Buffer.from(less)));
    expect(wrong(await check(files)).rows).toEqual([`batches ${FIRST} is missing`]);
  });

  test('words that their digest does not fit: the row and the column', async () => {
    const files = resummed(
      altered(
        ['data/words.jsonl', 'paid', 'sent'],
        ['data/batches.json', 'paid', 'sent'],
        ['data/batches.csv', 'paid', 'sent'],
      ),
    );
    expect(wrong(await check(files)).rows).toEqual([`batches ${FIRST}: note`]);
  });

  test('a text that is gone, and that no entry says was taken down: the row', async () => {
    const files = resummed(
      altered(
        ['data/words.jsonl', /,"text":.*(?=\})/, ''],
        ['data/batches.json', /"note": "=1.*"/, '"note": null'],
        ['data/batches.csv', /"'=1, ""paid"" late"/, ''],
      ),
    );
    expect(wrong(await check(files))).toEqual({
      rows: ['batches 20000000-0000-4000-8000-000000000000: note'],
    });
  });

  test('data of another time than the run that is entered, or real where it was a demo: the file', async () => {
    const files = resummed(altered(['data/wallets.json', '2026-01-26T07:05:00Z', '2026-01-27T07:05:00Z']));
    expect(wrong(await check(files))).toEqual({ manifests: ['data/wallets.json'] });
    const demo = resummed(altered(['data/wallets.json', '"meta": {', '"meta": {"demo": {},']));
    expect(wrong(await check(demo))).toEqual({ manifests: ['data/wallets.json: demo'] });
  });

  test('TPC-17 an archive made anew with its checksums: the log has others', async () => {
    const folder = 'releases/transparency-v1.0/archives/2025-12/';
    const files = new Map(site).set(`${folder}batches.csv.gz`, new Uint8Array(Buffer.from('others')));
    files.set(`${folder}SHA256SUMS`, new Uint8Array(Buffer.from(`${sha256Hex('others')}  batches.csv.gz\n`)));
    expect(wrong(await check(files))).toEqual({ archives: [`${folder}SHA256SUMS`] });
  });

  test('a history of another key, whole in itself: the one that was brought did not sign it', async () => {
    const other = policy.replaceAll('log.example/demo', 'log.example/other');
    const judged = await check(site, other);
    expect(wrong(judged).signature).toBeDefined();
  });
});

describe('a host that forges what it serves, its checksums with it', () => {
  /** The table of a file as JSON and CSV, each row as another would have it. */
  function retold(
    files: ServedSite,
    name: string,
    change: (row: Record<string, string | null>, at: number) => Record<string, string | null>,
  ): ServedSite {
    const document = JSON.parse(textIn(files, `data/${name}.json`));
    const data = document.data.map(change);
    expect(data, name).not.toEqual(document.data);
    const [header = ''] = textIn(files, `data/${name}.csv`).split('\r\n');
    const field = (value: string | null) =>
      value === null ? '' : /[",\r\n]|^$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    const free = ['note', 'reason', 'old_value', 'new_value'];
    const lines = data.map((row: Record<string, string | null>) =>
      header
        .split(',')
        .map((column) => {
          const value = row[column] ?? null;
          return field(value !== null && free.includes(column) ? defused(value) : value);
        })
        .join(','),
    );
    return new Map(files)
      .set(`data/${name}.json`, bytesOf(JSON.stringify({ ...document, data })))
      .set(`data/${name}.csv`, bytesOf(`${[header, ...lines].join('\r\n')}\r\n`));
  }
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
  const forged = async (files: ServedSite) => wrong(await check(resummed(files)));
  const more = (text: string | null = '0') =>
    `${BigInt((text ?? '0').split('.')[0] ?? '0') + 1_000_000n}.000000`;
  const FIRST = '20000000-0000-4000-8000-000000000000';

  test('swaps the shares of a split: the row, of the present one and of one before', async () => {
    for (const at of [0, 1]) {
      const files = retold(site, 'split', (row, index) =>
        index === at ? { ...row, referral: row.treasury ?? null, treasury: row.referral ?? null } : row,
      );
      const { split } = await forged(files);
      expect(split?.[0]).toBe(`data/split.json, row ${at + 1}`);
    }
  });

  test('has another reason or time of a split, or leaves one out: the row, or that it is missing', async () => {
    const reason = retold(site, 'split', (row) => ({ ...row, reason: row.reason === null ? null : 'never' }));
    expect(await forged(reason)).toEqual({ split: ['data/split.json, row 1'] });
    const { meta, data } = JSON.parse(textIn(site, 'data/split.json'));
    const less = new Map(site).set('data/split.json', bytesOf(JSON.stringify({ meta, data: [data[1]] })));
    expect((await forged(less)).split).toContain('data/split.json: 2026-01-02 00:00:00+00 is missing');
  });

  test('TPC-04 raises a day and the total with it: the month, the total and the row', async () => {
    const daily = retold(site, 'daily', (row) => ({ ...row, revenue: more(row.revenue) }));
    const files = retold(daily, 'metrics', (row) => ({ ...row, total_revenue: more(row.total_revenue) }));
    const { manifests, rows, sums } = await forged(files);
    expect([manifests, rows, sums]).toEqual([
      ['data/daily.json: 2026-01', 'data/metrics.json'],
      ['daily 2026-01-25: revenue'],
      undefined,
    ]);
  });

  test('TPC-09 says that transactions are verified: each batch', async () => {
    const files = retold(site, 'batches', (row) => ({
      ...row,
      onchain_state: 'verified',
      onchain_reason: null,
    }));
    const { transactions } = await forged(files);
    expect(transactions).toHaveLength(3);
    expect(transactions?.[0]).toContain('verified; not-anchored');
  });

  test('has every component up all day: the month', async () => {
    const up = { up: '86400', degraded: '0', down: '0', unknown: '0' };
    expect(await forged(retold(site, 'status-days', (row) => ({ ...row, ...up })))).toEqual({
      days: ['data/status-days.json: 2026-01'],
    });
  });

  test('has a day that is not over: it is not known, by name, and never right', async () => {
    const { meta, data } = JSON.parse(textIn(site, 'data/status-days.json'));
    const open = { ...data[1], day: '2026-01-26' };
    const [csv, last = ''] = [textIn(site, 'data/status-days.csv'), data[1].raw_sha256];
    const line = csv.split('\r\n').findLast((one) => one.includes(last)) ?? '';
    const files = new Map(site)
      .set('data/status-days.json', bytesOf(JSON.stringify({ meta, data: [...data, open] })))
      .set('data/status-days.csv', bytesOf(`${csv}${line.replace('2026-01-25', '2026-01-26')}\r\n`));
    const judged = await check(resummed(files));
    expect(judged.filter(({ verdict }) => verdict !== 'right')).toEqual([
      expect.objectContaining({
        statement: 'days',
        verdict: 'unknown',
        because: { reason: 'open-day', detail: '1 (2026-01-26 tpc/site)' },
      }),
    ]);
  });

  test('has a report that failed pass, in its lines and in its table: the report', async () => {
    const lines = altered(['data/reports-2026-01.jsonl', '"result":"failed"', '"result":"passed"']);
    const csv = bytesOf(textIn(site, 'data/report-results.csv').replace('failed', 'passed'));
    expect(await forged(new Map(lines).set('data/report-results.csv', csv))).toEqual({
      reports: ['tpc/morning 2026-01-25T09:00:00Z'],
    });
    expect(await forged(new Map(site).set('data/report-results.csv', csv))).toEqual({
      reports: ['data/report-results.csv, row 1'],
    });
  });

  test('takes a column away that a newer site has: not known, by name, and never right', async () => {
    const { meta, data } = JSON.parse(textIn(site, 'data/status-days.json'));
    const less = data.map(({ degraded_unknown: _, ...row }: Record<string, string>) => row);
    const csv = textIn(site, 'data/status-days.csv').replaceAll(/,[^,]*(?=\r\n)/g, '');
    const files = new Map(site)
      .set('data/status-days.json', bytesOf(JSON.stringify({ meta, data: less })))
      .set('data/status-days.csv', bytesOf(csv));
    const judged = await check(resummed(files));
    expect(judged.filter(({ verdict }) => verdict !== 'right')).toEqual([
      expect.objectContaining({
        statement: 'days',
        verdict: 'unknown',
        because: { reason: 'older-form', detail: 'data/status-days.json: degraded_unknown' },
      }),
    ]);
  });

  test('leaves a report out, or has it on time that the log has late: that it is missing, and the row', async () => {
    const lines = textIn(site, 'data/reports-2026-01.jsonl').split('\n');
    const less = new Map(site).set('data/reports-2026-01.jsonl', bytesOf(`${lines[1]}\n`));
    expect((await forged(less)).reports).toContain('tpc/morning 2026-01-24T09:00:00Z is missing');
    const onTime = altered(['data/report-results.csv', 'untold', 'on-time']);
    expect(await forged(onTime)).toEqual({ reports: ['data/report-results.csv, row 1'] });
  });

  test('rewrites words and takes the true ones away: the row', async () => {
    const words = altered(['data/words.jsonl', /,"text":.*(?=\})/, '']);
    const files = retold(words, 'batches', (row, at) => ({
      ...row,
      note: at === 2 ? 'Never paid' : (row.note ?? null),
    }));
    expect(Object.keys(await forged(files))).toEqual(['rows']);
    expect((await forged(files)).rows?.[0]).toMatch(/^batches .*: note$/);
    // The whole line with them.
    files.set('data/words.jsonl', bytesOf(''));
    expect((await forged(files)).rows).toContainEqual(expect.stringMatching(/^batches .*: note$/));
  });

  test('says that data hold until the end of time: the file', async () => {
    for (const name of ['batches', 'metrics', 'split']) {
      const files = altered([
        `data/${name}.json`,
        /"valid_until": "[^"]*"/,
        '"valid_until": "2099-01-01T00:00:00Z"',
      ]);
      expect(await forged(files)).toEqual({ manifests: [`data/${name}.json`] });
    }
  });

  test('has the link of a wallet checked that nobody stated: the column', async () => {
    expect(await forged(retold(site, 'wallets', (row) => ({ ...row, link: 'ok' })))).toEqual({
      rows: ['wallets Treasury: link'],
    });
  });

  test('describes its tables without one, so that its CSV would not be compared: the row', async () => {
    const files = altered(
      ['data/batches.csv', '600.000000', '599.000000'],
      ['data/datapackage.json', '"path": "batches.csv"', '"path": "batches.txt"'],
    );
    expect(await forged(files)).toEqual({ tables: ['data/batches.csv, row 1'] });
  });

  test('excuses rows by lines that nobody signed: each is named by itself, and none is right', async () => {
    const change = (id: string) =>
      JSON.stringify({
        ...{ dataset: 'batches', id, kind: 'change', seen_at: '2026-01-27T00:00:00Z' },
        ...{ before: {}, after: { onchain_tx: 'FORGED' } },
      });
    const ids = JSON.parse(textIn(site, 'data/batches.json')).data.map(({ id }: { id: string }) => id);
    const files = retold(site, 'batches', (row) => ({ ...row, onchain_tx: 'FORGED' }));
    const record = `${textIn(site, 'data/record.jsonl')}${ids.map(change).join('\n')}\n`;
    const judged = await check(resummed(files.set('data/record.jsonl', bytesOf(record))));
    expect(judged.find(({ statement }) => statement === 'changes')).toMatchObject({
      verdict: 'unknown',
      because: {
        reason: 'unsigned-change',
        detail: ids.map((id: string) => `batches ${id}: onchain_tx`).join(', '),
      },
    });
    expect(judged.find(({ statement }) => statement === 'rows')).toMatchObject({ verdict: 'right' });
    expect(ids).toContain(FIRST);
  });
});
