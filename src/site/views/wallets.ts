import { type AnchorBook, NO_ANCHORS } from '../../chain/anchor-book.ts';
import { type FlagsFound, flagsAsked } from '../../ledger/flags-asked.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import { type Wallet, type WalletVerdict, walletVerdict } from '../../ledger/wallet.ts';
import type { Reader } from '../../words/reader.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';
import { type Freshness, freshnessOf, leftOut, notices } from './freshness.ts';
import { changedIds, type RecordChange, recordChanges } from './record-changes.ts';
import { amountPiece, type Segment, shortened, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import type { Mark } from './verdict.ts';

export interface WalletsPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly wallets: readonly WalletCard[];
  readonly changes: readonly RecordChange[];
}

/** One wallet (TPC-02): what the operator typed, and what a check of the link as text says of it. */
export interface WalletCard {
  readonly name: ForeignText;
  readonly type: ForeignText | null;
  /** Null when the address is empty or a placeholder: then it is "not published", never shown as valid. */
  readonly address: string | null;
  readonly short: string | null;
  readonly notPublished: { readonly stated: ForeignText | null } | null;
  readonly link: { readonly mark: Mark; readonly texts: readonly string[] } | null;
  /** Offered to be followed only when it fits. */
  readonly href: string | null;
  readonly statedLink: ForeignText | null;
  /** What it holds on chain, as providers tell it alike or each for itself; nothing where nobody was asked. */
  readonly balances: readonly (readonly Segment[])[];
}

export function walletsPageOf(reader: Reader, publication: Publication, anchors = NO_ANCHORS): WalletsPage {
  const { t, format } = reader;
  const { wallets } = publication.rows;
  const state = knownState(publication, 'wallets');
  const known = state !== undefined;
  // As the status page asks it: what is gone is not unchanged either.
  const asked = state === undefined ? null : flagsAsked(state, ['changed-after-publication'], true);
  const changed = asked?.subjects.length ?? 0;
  const published = wallets.filter((wallet) => walletVerdict(wallet, wallets).state === 'published').length;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'wallets' },
      title: t('wallets.title'),
      description: t('wallets.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: known
      ? t(headlineKey(asked), {
          count: wallets.length,
          n: format.count(wallets.length),
          published: format.count(published),
          changed: format.count(changed),
        })
      : t('wallets.unknown'),
    freshness: freshnessOf(reader, publication, ['wallets']),
    notices: [...notices(reader, publication, ['wallets']), ...leftOut(reader, publication, 'wallets')],
    wallets: walletCards(reader, wallets, anchors),
    changes: recordChanges(reader, publication, 'wallets', changedIds(publication, 'wallets')),
  };
}

function headlineKey(asked: FlagsFound | null) {
  if (asked?.mostGone) return 'wallets.headlineGone';
  if (asked !== null && asked.subjects.length > 0) return 'wallets.headlineChanged';
  return asked?.gap === 'not-evaluated' ? 'wallets.headlineUntold' : 'wallets.headline';
}

export function walletCards(reader: Reader, wallets: readonly Wallet[], anchors = NO_ANCHORS): WalletCard[] {
  return wallets.map((wallet) => ({
    ...card(reader, wallet, wallets),
    balances: balancesOf(reader, wallet, anchors),
  }));
}

function card(reader: Reader, wallet: Wallet, wallets: readonly Wallet[]): Omit<WalletCard, 'balances'> {
  const { state, link, problems } = walletVerdict(wallet, wallets);
  const { address, explorer_url: url } = wallet;
  const published = state === 'published' && address !== null;
  const fits = link === 'ok' && url !== null;
  return {
    name: foreignText(reader, wallet.name),
    type: wallet.type === null || wallet.type === '' ? null : foreignText(reader, wallet.type),
    address: published ? address : null,
    short: published ? shortened(address) : null,
    notPublished: published
      ? null
      : { stated: address === null || address === '' ? null : foreignText(reader, address) },
    link: published ? linkOf(reader, link, problems) : null,
    href: fits ? url : null,
    statedLink: link === 'problem' && url !== null && url !== '' ? foreignText(reader, url) : null,
  };
}

/** Lamports are billionths of a SOL. */
const DECIMALS = 9;

function balancesOf(reader: Reader, { address }: Wallet, { balances }: AnchorBook): Segment[][] {
  const { t, rich, format } = reader;
  const told = balances.get(address ?? '')?.told;
  if (told === undefined) return [];
  const [newest] = told;
  if (newest === undefined) return [[t('wallets.balanceUnknown')]];
  const alike = told.length > 1 && told.every(({ lamports }) => lamports === newest.lamports);
  const key = alike ? 'wallets.balance' : 'wallets.balanceOne';
  return (alike ? [newest] : told).map(({ lamports, slot, time }) =>
    rich(key, {
      amount: amountPiece(reader, inSol(lamports)),
      when: time === null ? t('word.unknown') : timePiece(reader, time),
      slot: format.count(slot),
    }),
  );
}

function inSol(lamports: string): string {
  const digits = lamports.padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

function linkOf(
  { t }: Reader,
  link: WalletVerdict['link'],
  problems: WalletVerdict['problems'],
): NonNullable<WalletCard['link']> {
  if (link === 'none') return { mark: 'absent', texts: [t('wallets.noLink')] };
  if (link === 'ok') return { mark: 'equal', texts: [t('wallets.linkOk')] };
  return { mark: 'unequal', texts: problems.map((problem) => t(`wallets.problem.${problem}`)) };
}
