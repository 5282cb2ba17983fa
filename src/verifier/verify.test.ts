import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { loggedSite, type ServedSite } from '../testing/logged-site.ts';
import { exitCodeOf, type Judged, STATEMENTS, type Statement } from './statement.ts';
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
        detail: '2 (batches 20000000-0000-4000-8000-000000000000, wallets Treasury)',
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

/** How many entries the log has: those of three batches, a note, a day, a wallet, a run and an archive. */
const LAST = 8;

/** Whether faults name a file, or what is in it. */
function isNamed(path: string, faults: readonly string[]): boolean {
  const inside: Readonly<Record<string, RegExp>> = {
    'data/SHA256SUMS': /^data\//,
    'log/policy': /policy/,
    'log/tile/entries/000.p/8': /checkpoint|entry \d/,
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
    expect(wrong(await check(files))).toEqual({ sums: ['treasury', 'treasury'] });
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
