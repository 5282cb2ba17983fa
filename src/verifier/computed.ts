import type { Row } from './batch-hash.ts';
import { base58Hex } from './solana.ts';
import { exact } from './table.ts';

/**
 * What a site computes beside what it was told, made anew from the row and those beside it: the columns that say other than
 * that. What the transaction and the hash of a batch come to is judged by themselves.
 */
export function otherComputed(
  dataset: string,
  row: Row,
  beside: { readonly wallets: readonly Row[]; readonly batches: ReadonlyMap<string | null, Row> },
): string[] {
  if (dataset === 'wallets') return otherOf(row, walletColumns(row, beside.wallets));
  if (dataset === 'ledger') return otherOfLedger(row, beside.batches.get(row.batch_id ?? null) ?? null);
  return [];
}

function otherOf(row: Row, columns: Row): string[] {
  return Object.keys(columns).filter((name) => (row[name] ?? null) !== columns[name]);
}

function walletColumns({ address = null, explorer_url = null }: Row, wallets: readonly Row[]): Row {
  if (!/^(?!0*$).{64}$/.test(base58Hex(address ?? '') ?? ''))
    return { state: 'not-published', link: 'none', problems: '' };
  if ((explorer_url ?? '') === '') return { state: 'published', link: 'none', problems: '' };
  const link = linkIn(explorer_url);
  const usual = usualNetwork(wallets);
  const problems =
    link === null
      ? ['not-solscan']
      : [
          ...(link.address === address ? [] : ['other-address']),
          ...(usual === null || link.network === usual ? [] : ['other-network']),
        ];
  return {
    state: 'published',
    link: problems.length === 0 ? 'ok' : 'problem',
    problems: problems.join(' '),
  };
}

function linkIn(text: string | null): { readonly address: string; readonly network: string } | null {
  if (!URL.canParse(text ?? '')) return null;
  const url = new URL(text ?? '');
  const isPlain = url.protocol === 'https:' && url.username === '' && url.port === '';
  if (!isPlain || !/^(www\.)?solscan\.io$/.test(url.hostname)) return null;
  const [, address = ''] = /^\/(?:account|address|token)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  return { address, network: url.searchParams.get('cluster') ?? MAIN };
}

/** The network of a link that names none. */
const MAIN = 'mainnet-beta';

/** The one that most links name, the main one where two are even; null without a link. */
function usualNetwork(wallets: readonly Row[]): string | null {
  const counts = new Map<string, number>();
  for (const { explorer_url = null } of wallets) {
    const network = linkIn(explorer_url)?.network;
    if (network !== undefined) counts.set(network, (counts.get(network) ?? 0) + 1);
  }
  const rank = ([network, count]: [string, number]) => count * 2 + (network === MAIN ? 1 : 0);
  return [...counts].sort((a, b) => rank(b) - rank(a))[0]?.[0] ?? null;
}

/** Figures that a batch and its ledger both state: under its name in the batch, in the ledger, and how far rounding goes. */
const COMPARED: readonly (readonly [batch: string, ledger: string, perLine: string | null, least: string])[] =
  [
    ['tx_count', 'tx_counted', null, '0'],
    ['revenue_sum', 'amount_sum', null, '0.000001'],
    ['referral_sum', 'referral_sum', 'referral_lines', '0.0000005'],
    ['treasury_sum', 'treasury_sum', 'treasury_lines', '0.0000005'],
    ['buyback_sum', 'buyback_sum', 'buyback_lines', '0.0000005'],
  ];

function otherOfLedger(row: Row, batch: Row | null): string[] {
  return COMPARED.flatMap(([ofBatch, ofLedger, lines, least]) => {
    const name = ofBatch.replace(/_sum$/, '');
    const [difference, tolerance] = [row[`${name}_difference`] ?? null, row[`${name}_tolerance`] ?? null];
    if (batch === null) return difference === null && tolerance === null ? [] : [`${name}_difference`];
    const apart = exact(batch[ofBatch]) - exact(row[ofLedger]);
    const count = lines === null ? 1n : BigInt(row[lines] ?? row.tx_counted ?? '0');
    return [
      ...(exact(difference) === apart ? [] : [`${name}_difference`]),
      ...(exact(tolerance) === exact(least) * count ? [] : [`${name}_tolerance`]),
    ];
  });
}
