import { HASH_DIGITS } from '../../ledger/lookup.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { PREFIXES } from '../paid/lookup-file.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { linkPiece, type Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';

/** Where someone who was paid looks it up. */
export interface PaidPage {
  readonly shell: Shell;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  /** Whether every list is as long as its batch counts; where not, that something is not listed says nothing. */
  readonly isComplete: boolean;
  /** What a lookup tells others, and how far the hashes can be trusted. */
  readonly others: readonly Segment[][];
  /** The same lookup without a browser, and the proof of it. */
  readonly commands: { readonly lookUp: string; readonly list: string };
}

/** Batches that are named in a notice; beyond, the findings have them. */
const NAMED = 5;

/** `site` is where the site stands on the web. */
export function paidPageOf(reader: Reader, publication: Publication, site: URL): PaidPage {
  const { t, format } = reader;
  const { findings = [], not_evaluated = [] } = knownState(publication, 'lookup') ?? {};
  const short = findings
    .filter(({ guard }) => guard === 'lookup-differs')
    .flatMap(({ subjects }) => subjects);
  const count = publication.rows.lookup.reduce((sum, { tx_listed }) => sum + BigInt(tx_listed), 0n);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'paid' },
      title: t('paid.title'),
      description: t('paid.description'),
      dated: 'run',
    }),
    freshness: freshnessOf(reader, publication, ['lookup']),
    notices: [...notices(reader, publication, ['lookup']), ...shortOf(reader, publication, short)],
    isComplete: short.length === 0 && !not_evaluated.includes('lookup-differs'),
    others: [
      [t('paid.others.host', { n: format.count(String(count / BigInt(PREFIXES.length))) })],
      [t('paid.others.knows')],
      [t('paid.others.guess')],
      [
        t('paid.others.chance', {
          digits: format.count(HASH_DIGITS),
          n: format.count(String(count)),
          odds: oddsOf(count),
        }),
      ],
    ],
    commands: { lookUp: lookUpCommand(reader, site), list: listCommand(reader, site) },
  };
}

function shortOf(reader: Reader, publication: Publication, short: readonly string[]): Segment[][] {
  if (short.length === 0) return [];
  const { t, format, paths, language } = reader;
  const links = short.slice(0, NAMED).flatMap((id, at): Segment[] => {
    const batch = publication.rows.batches.find((one) => one.id === id);
    const text = batch === undefined ? id : format.date(batch.created_at);
    const link = linkPiece(paths.page(language, { name: 'batch', id }), text);
    return at === 0 ? [link] : [', ', link];
  });
  const said = t('paid.short', { count: short.length, n: format.count(short.length) });
  return [[`${said} `, ...links]];
}

/** In how many lookups one meets a hash by chance, as a power of ten that is not too large. */
function oddsOf(count: bigint): string {
  const odds = 16n ** BigInt(HASH_DIGITS) / (count === 0n ? 1n : count);
  const digits = String(String(odds).length - 1);
  return `10${digits.replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')}`;
}

function lookUpCommand({ paths }: Reader, site: URL): string {
  const folder = new URL(paths.paid(''), site).href.replace(/\.txt$/, '');
  return [
    'id=00000000-0000-4000-8000-000000000000',
    `hash=$(printf %s "$id" | tr A-F a-f | sha256sum | cut -c 1-${HASH_DIGITS})`,
    `curl -fsSo paid.txt "${folder}$(printf %.2s "$hash").txt" &&`,
    '  { grep "^$hash " paid.txt || echo "not listed up to $(sed -n 3p paid.txt)"; }',
  ].join('\n');
}

function listCommand({ paths }: Reader, site: URL): string {
  const list = new URL(paths.paidList('$batch'), site).href.replace('%24', '$');
  return [
    'batch=$(grep "^$hash " paid.txt | cut -d " " -f 2)',
    `curl -fsSo list.txt "${list}"`,
    'grep -c . list.txt; grep "^$hash" list.txt; sha256sum list.txt',
  ].join('\n');
}
