import { describe, expect, test } from 'vitest';
import { type HashDeclaration, hashKnowledge, NONE_DECLARED } from '../../ledger/batch-hash.ts';
import { hashedBatch } from '../../testing/publication.ts';
import { type AreaResult, areaOf, notKnown, type PublicAudit, publicAudit } from '../model/audit.ts';
import { hashAreaOf, walletsOf } from './published.ts';

const NOW = '2026-11-01T02:41:00Z';
const LATER = '2026-11-27T01:02:03.123456+00:00';
const finding = (id: string) => ({ id, area: 'hashes' as const, severity: 'high' as const, detail: 'seen' });
const auditOf = (month: string, areas: readonly AreaResult[], before: PublicAudit | null) =>
  publicAudit({
    month,
    demo: false,
    audited_at: `${month}-01T00:00:00Z`,
    areas,
    before,
    refOf: ({ id }) => (id.startsWith('secret') ? null : id),
  });
const standings = ({ findings }: PublicAudit) => findings.map(({ ref, standing }) => `${ref} ${standing}`);

describe('TPC-16 from month to month', () => {
  test('a finding is new, then still open, then closed, then no longer told', () => {
    const first = auditOf('2026-01', [areaOf('hashes', 2, [finding('a'), finding('b')])], null);
    const second = auditOf('2026-02', [areaOf('hashes', 2, [finding('b'), finding('c')])], first);
    const third = auditOf('2026-03', [areaOf('hashes', 2, [finding('b')])], second);
    expect([first, second, third].map(standings)).toEqual([
      ['a new', 'b new'],
      ['b open', 'c new', 'a closed'],
      ['b open', 'c closed'],
    ]);
    expect([first, second].map(({ compared_with }) => compared_with)).toEqual([null, '2026-01']);
  });

  test('what could not be asked closes nothing, and stays known until it can be', () => {
    const first = auditOf('2026-01', [areaOf('hashes', 2, [finding('a')])], null);
    const unasked = auditOf('2026-02', [notKnown('hashes', 'no snapshot')], first);
    const again = auditOf('2026-03', [areaOf('hashes', 2, [finding('a')])], unasked);
    expect([unasked, again].map(standings)).toEqual([['a not-known'], ['a open']]);
    expect(unasked.areas).toEqual([
      { area: 'hashes', result: 'not-known', checked: 0, findings: 0, gap: 'not-asked' },
    ]);
  });

  test('what must not be named is counted without a name', () => {
    const audit = auditOf(
      '2026-01',
      [areaOf('access', 5, [{ ...finding('secret:table'), area: 'access' }])],
      null,
    );
    expect(audit.findings).toEqual([{ area: 'access', severity: 'high', standing: 'not-known' }]);
    expect(JSON.stringify(audit)).not.toMatch(/secret|table|seen/);
  });
});

test('TPC-16 every hash is recomputed, and none may be missing', () => {
  const good = hashedBatch();
  const altered = { ...hashedBatch({ id: '20000000-0000-4000-8000-000000000002' }), tx_count: '5' };
  const unhashed = { ...hashedBatch({ id: '20000000-0000-4000-8000-000000000003' }), public_hash: null };
  const batches = [good, altered, unhashed];
  const declared = { sessions: [{ zone: 'UTC', style: 'ISO' as const }], complete: true };
  const judged = (known: HashDeclaration) =>
    hashAreaOf(
      { batches, knowledge: hashKnowledge(batches, known, () => undefined) },
      { now: NOW, clock: NOW },
    );
  expect(judged(declared).findings.map(({ id }) => id)).toEqual([
    `hash-mismatch:${altered.id}`,
    `hash-missing:${unhashed.id}`,
  ]);
  // In a form that nobody declared it may be right: not known, and no finding.
  const untold = judged(NONE_DECLARED);
  expect(untold.findings.map(({ id }) => id)).toEqual([`hash-missing:${unhashed.id}`]);
  expect(untold.gap).toBe('not-recomputable');
});

test('TPC-16 an audit looks at the batches there were when it was made, and at no later one', () => {
  const batches = [
    hashedBatch(),
    hashedBatch({ id: '20000000-0000-4000-8000-000000000002', created_at: LATER }),
  ];
  const checked = (now: string, clock: string) =>
    hashAreaOf({ batches, knowledge: hashKnowledge(batches, NONE_DECLARED, () => undefined) }, { now, clock })
      .checked;
  expect([checked(NOW, LATER), checked(LATER, LATER)]).toEqual([1, 2]);
  // What is dated in the future is looked at all the same.
  expect(checked(NOW, NOW)).toBe(2);
});

test('TPC-16 links, addresses and network of the wallets', () => {
  const address = '1nc1nerator11111111111111111111111111111111';
  const wallet = (name: string, explorer_url: string | null, over = {}) => ({
    name,
    address,
    type: null,
    explorer_url,
    ...over,
  });
  const link = `https://solscan.io/account/${address}`;
  expect(
    walletsOf([
      wallet('Good', link),
      wallet('Same', link),
      wallet('Unlinked', null),
      wallet('Elsewhere', `${link}?cluster=devnet`),
      wallet('Other', 'https://solscan.io/account/So11111111111111111111111111111111111111112'),
      wallet('Placeholder', null, { address: 'PASTE_WALLET' }),
    ]).map(({ id }) => id),
  ).toEqual([
    'wallet-no-link:Unlinked',
    'wallet-other-network:Elsewhere',
    'wallet-other-address:Other',
    'wallet-not-published:Placeholder',
  ]);
});
