import { describe, expect, test } from 'vitest';
import { formatRootMemo, type RootMemo } from '../../chain/root-memo.ts';
import { readSighting } from '../../chain/sighting.ts';
import type { SignerKey } from '../../log/key.ts';
import { formatKeys, parseKeys } from '../../log/key-change.ts';
import { openCheckpoint, parsePolicy } from '../../log/policy.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { someEntries } from '../../testing/kept-log.ts';
import { keyedLog, loss, newKey, policyOf, rotation, signedBy } from '../../testing/keyed-log.ts';
import { sightingOf, signedMemos, testWallet } from '../../testing/memo-transaction.ts';
import { published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { POLICY, signedCheckpoint } from '../../testing/signed-log.ts';
import { readerFor } from '../../testing/site.ts';
import type { LogPublication } from '../content/log.ts';
import { logPageOf } from './log-page.ts';

const SITE = new URL('https://transparency.example');
const SEEN = 1_800_000_000n; // 2027-01-15T08:00:00Z
const STRANGER = 'witness stranger witness.example.org+b8a2cf20+BFLN3yikSfFkVAJtrnh/CiY3Zozkoy7clp+P7XB28qUN';

const [old, next, third] = await Promise.all([newKey(), newKey(), newKey()]);

async function logSeen(policyText = POLICY, readAt = '2027-01-15T08:12:00Z'): Promise<LogPublication> {
  const policy = parsePolicy(policyText);
  const seen = await openCheckpoint(await signedCheckpoint(7n, new Uint8Array(32), SEEN), policy);
  const [entry] = someEntries(1);
  if (entry === undefined) throw new Error('no entry');
  return {
    size: 9n,
    latest: [{ index: 8n, entry }],
    signed: { policy, seen, keys: [], readAt, mirrors: [], asked: null },
  };
}

const page = (log: LogPublication | null, language: 'en' | 'id' = 'en') =>
  logPageOf(readerFor(language, '/terang/'), published({}), log, SITE);

describe('the page of the log says', () => {
  test('how many entries were signed, by whom, and how many wait', async () => {
    const { headline, facts, check } = page(await logSeen());
    expect(headline).toBe('The log: 7 entries');
    expect(facts.map(({ term, lines }) => [term, ...lines.map(read)])).toEqual([
      ['Entries', '7', '2 more entries wait for a signature.'],
      ['Last entry', expect.stringContaining('1 Jan 2026')],
      ['Root (SHA-256)', '0'.repeat(64), `${'A'.repeat(43)}=`],
      ['Signed by', expect.stringMatching(/^log\.example\/demo \([0-9a-f]{8}\)$/)],
    ]);
    expect(check?.run).toContain('check.go https://transparency.example/terang/log/ ');
  });

  test('who has seen this history, for a day and no longer', async () => {
    const { others, witnesses } = page(await logSeen());
    expect(read(others.held)).toContain('1 witness has seen this history, 15 Jan 2027');
    expect(others.until).toBe('2027-01-16T08:00:00Z');
    expect(read(others.after)).toContain('is not known: too few witnesses have signed since 16 Jan 2027');
    expect(witnesses?.rows.map(({ cells }) => cells.seen)).toEqual([
      expect.objectContaining({ kind: 'ageing', until: '2027-01-16T08:00:00Z' }),
    ]);
  });

  test('that it is not known where a witness dates its signature ahead of the present', async () => {
    const { others, witnesses } = page(await logSeen(POLICY, '2027-01-15T07:54:59Z'));
    expect([others.until, read(others.held)]).toEqual([null, expect.stringContaining('is not known')]);
    expect(witnesses?.rows.map(({ cells }) => cells.seen)).toEqual(['not known']);
  });

  test('that it is not known where too few have, or the policy names nobody', async () => {
    const more = `${POLICY.replace('quorum friend\n', '')}${STRANGER}\ngroup both all friend stranger\nquorum both\n`;
    const { others, witnesses } = page(await logSeen(more));
    expect([others.until, read(others.held)]).toEqual([
      null,
      expect.stringContaining('is not known: of the witnesses'),
    ]);
    expect(witnesses?.rows.map(({ cells }) => cells.seen).at(-1)).toBe('not known');
    const nobody = page(await logSeen(`${POLICY.split('\n')[0]}\nquorum none\n`));
    expect(read(nobody.others.held)).toContain('names no witness');
    expect(nobody.witnesses).toBeNull();
  });

  test.each([
    ['en', 'This log is not signed'],
    ['id', 'Log ini tidak ditandatangani'],
  ] as const)('in %s that nobody signed it, and gives nothing to check then', async (language, said) => {
    const { headline, others, check } = page({ ...(await logSeen()), signed: null }, language);
    expect([headline, read(others.held)]).toEqual([
      expect.stringContaining('9'),
      expect.stringContaining(said),
    ]);
    expect([others.until, check]).toEqual([null, null]);
  });

  test('that there is none', () => {
    expect(page(null)).toMatchObject({
      headline: 'Nothing has been entered in a log yet',
      facts: [],
      check: null,
    });
  });
});

describe('the root that the operator put on chain', () => {
  const root = new Uint8Array(32).fill(1);
  const posted = async (over: Partial<RootMemo> = {}) => {
    const memo = { origin: 'log.example/demo', size: 7n, root, ...over };
    const wallet = await testWallet();
    const sighting = await readSighting(sightingOf(await signedMemos(wallet, [formatRootMemo(memo)])));
    return { memo, sighting, wallet: wallet.address };
  };
  const rootAt = (size: bigint) => (size === 7n ? root : null);

  test('is not spoken of where there is none', async () => {
    expect(page(await logSeen()).roots).toBeNull();
  });

  test.each<[Partial<RootMemo>, string, string, string]>([
    [{}, 'equal', 'the same root', 'akarnya sama'],
    [{ root: new Uint8Array(32) }, 'unequal', 'another root', 'akarnya berbeda'],
    [
      { size: 8n },
      'untold',
      'not known: this log does not reach that far here',
      'tidak diketahui: log di sini belum mencapai jumlah itu',
    ],
    [
      { origin: 'other.example/log' },
      'untold',
      'not known: it is of another log, other.example/log',
      'tidak diketahui: akar itu milik log lain, other.example/log',
    ],
  ])('is compared with that of this log at the same size, case %#', async (over, mark, en, id) => {
    for (const [language, text] of [
      ['en', en],
      ['id', id],
    ] as const) {
      const one = await posted(over);
      const reader = readerFor(language, '/terang/');
      const { roots } = logPageOf(reader, published({}), await logSeen(), SITE, { roots: [one], rootAt });
      expect(roots?.isWrong).toBe(mark === 'unequal');
      expect(roots?.table.rows.map(({ cells }) => cells)).toEqual([
        expect.objectContaining({
          size: String(one.memo.size),
          verdict: { kind: 'verdict', mark, text },
          time: expect.objectContaining({ kind: 'time' }),
          wallet: { kind: 'code', text: one.wallet },
          transaction: { kind: 'code', text: one.sighting.signature },
        }),
      ]);
    }
  });

  test('of a log that is not signed says nothing of this one', async () => {
    const log = { ...(await logSeen()), signed: null };
    const roots = [await posted()];
    const { roots: shown } = logPageOf(readerFor('en', '/'), published({}), log, SITE, { roots, rootAt });
    expect(shown?.table.rows[0]?.cells.verdict).toMatchObject({ mark: 'untold' });
  });
});

describe('of the keys that sign', () => {
  async function rowsOf(
    stated: ReadonlyMap<number, string>,
    signer: SignerKey,
    language: 'en' | 'id' = 'en',
  ) {
    const log = await keyedLog(old, 60, stated);
    const policy = parsePolicy(policyOf(old, next, third));
    const keys = await parseKeys(utf8Bytes(formatKeys(log.keys)));
    const seen = await openCheckpoint(await signedBy(log, 60, signer), policy);
    const signed = { policy, seen, keys, readAt: '2026-01-26T12:00:00Z', mirrors: [], asked: null };
    const table = page({ ...(await logSeen()), size: 60n, signed }, language).keys;
    return table?.rows.map(({ cells: { signs, index, by } }) => [index, signs, by]);
  }
  const name = (key: SignerKey) => key.id;

  test('the page says which signs, since when, and who introduced it', async () => {
    const stated = new Map([[20, await rotation(old, next)]]);
    expect(await rowsOf(stated, next)).toEqual([
      ['20', 'Now', `${name(old)}, with its signature`],
      ['0', `No more: ${name(next)} took over`, 'Nobody: it is the first'],
    ]);
    expect((await rowsOf(stated, next, 'id'))?.map(([, signs]) => signs)).toEqual([
      'Sekarang',
      `Tidak lagi: digantikan ${name(next)}`,
    ]);
  });

  test('the page says that a key was lost, and that one took over without being introduced', async () => {
    expect(await rowsOf(new Map([[20, await loss(old, next)]]), next)).toEqual([
      ['20', 'Now', `Nobody: the operator says that ${name(old)} was lost. Not known whether that is so.`],
      ['0', 'No more: lost, as entry 20 says', 'Nobody: it is the first'],
    ]);
    expect(await rowsOf(new Map([[20, await rotation(old, third, null)]]), old)).toEqual([
      ['20', 'Not now', expect.stringContaining('which did not sign that. Not known whose it is.')],
      ['0', 'Now', 'Nobody: it is the first'],
    ]);
  });

  test('the page says nothing of them where the log names none', async () => {
    expect(page(await logSeen()).keys).toBeNull();
  });
});

describe('of copies that others keep', () => {
  const mirrors = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    address: `https://${name}.example/`,
    run_by: name,
  }));
  const tree = { size: '7', root: 'R7' };
  const asked = {
    asked_at: '2027-01-15T08:00:00Z',
    here: tree,
    found: [
      { address: 'https://a.example/', verdict: 'same' as const, ...tree },
      { address: 'https://b.example/', verdict: 'fork' as const, size: '8', root: 'R8' },
      { address: 'https://c.example/', verdict: 'silent' as const },
      { address: 'https://d.example/', verdict: 'untold' as const, fault: 'note' },
    ],
  };
  async function rowsOf(more: object, language: 'en' | 'id' = 'en') {
    const log = await logSeen();
    if (log.signed === null) throw new Error('it is signed');
    return page({ ...log, signed: { ...log.signed, mirrors, ...more } }, language).mirrors ?? [];
  }

  test('the page says what was found and when, what is known for a day alone, and what was not asked', async () => {
    const rows = await rowsOf({ asked });
    expect(rows.map(({ found, until, alarm }) => [read(found).replace(/ /g, ' '), until, alarm])).toEqual([
      [
        expect.stringMatching(
          /^When this site was built, 15:00 WIB, 15 Jan: Same as here: 7 entries, root R7/,
        ),
        '2027-01-16T08:00:00Z',
        false,
      ],
      [
        expect.stringContaining('ANOTHER history, which this log signed too: 8 entries with the root R8'),
        null,
        true,
      ],
      [expect.stringContaining('Did not answer: can not tell'), null, false],
      [expect.stringContaining('no copy of this log (note): can not tell'), null, false],
      ['Not known: it was not asked before this page was built.', null, false],
    ]);
    expect(read(rows[0]?.aged ?? [])).toMatch(/^Not known since 15:00 WIB, 16 Jan/);
    expect(read((await rowsOf({ asked }, 'id'))[1]?.found ?? [])).toContain('riwayat LAIN');
  });

  test('nothing is known where nobody asked, or what was found is dated ahead of now', async () => {
    for (const one of [null, { ...asked, asked_at: '2027-01-15T09:00:00Z' }])
      expect((await rowsOf({ asked: one })).map(({ found }) => read(found))).toEqual(
        Array(5).fill('Not known: it was not asked before this page was built.'),
      );
  });
});
