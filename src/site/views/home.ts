import { type AnchorBook, NO_ANCHORS } from '../../chain/anchor-book.ts';
import { compare } from '../../core/money.ts';
import type { NotesPublication } from '../../incidents/model/notes-publication.ts';
import { type Batch, isLeftover } from '../../ledger/batch.ts';
import {
  hashOf,
  knownState,
  newestFirst,
  type Publication,
  splitOf,
  unexplainedGone,
} from '../../ledger/publication.ts';
import type { StatusPublication } from '../../status/status-publication.ts';
import type { Reader } from '../../words/reader.ts';
import { alterationOf, distributed } from './alterations.ts';
import { type ChainLink, chainOf } from './chain.ts';
import { contactLinks } from './contact.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { type OpenIncidents, openIncidents } from './incidents/incident-rows.ts';
import { type NextMaintenance, nextMaintenance } from './incidents/next-maintenance.ts';
import { altOf } from './og/image.ts';
import { homeImage } from './og/status-image.ts';
import {
  amountPiece,
  briefTimePiece,
  hashPiece,
  type Link,
  linkPiece,
  type Segment,
  timePiece,
} from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { batchBar, type SplitBar, splitSentence, splitSince } from './split-bar.ts';
import { type Overview, overviewOf } from './status/overview.ts';
import { type Mark, verdictOf } from './verdict.ts';

/** The first page: is everything up and as of when; then what was distributed last, and does its hash match. */
export interface Home {
  readonly shell: Shell;
  /** Whose site this is and what it is for, with the ways to them. */
  readonly about: { readonly text: string; readonly links: readonly Segment[] };
  /** Each is null where the site does not offer it. */
  readonly overview: Overview | null;
  readonly notes: {
    readonly incidents: OpenIncidents & { readonly links: readonly Link[] };
    readonly maintenance: NextMaintenance;
  } | null;
  readonly ledger: HomeLedger | null;
  readonly more: readonly Link[];
}

/** What was distributed last. */
interface HomeLedger {
  readonly headline: readonly Segment[];
  readonly alarming: boolean;
  /** Hashes of older batches that do not match, and the way to them; null when there is none. */
  readonly mismatches: readonly Segment[] | null;
  /** Published batches that the source does not show any more, and the way to them; null when there is none. */
  readonly gone: readonly Segment[] | null;
  readonly lede: string | null;
  readonly notices: readonly Segment[][];
  readonly facts: readonly { term: string; mark: Mark | null; value: readonly Segment[] }[];
  readonly freshness: Freshness | null;
  readonly latest: Latest | null;
  readonly split: {
    readonly text: string;
    readonly since: readonly Segment[];
    readonly links: readonly Link[];
  } | null;
}

interface Latest {
  readonly caption: readonly Segment[];
  readonly bar: SplitBar;
  readonly chain: readonly ChainLink[];
  readonly links: readonly Link[];
}

const SHOWN = ['batches', 'split', 'changelog'] as const;

/** Built from what is known now; what is not known is said, never shown as zero. What is not offered is nowhere. */
export function homeOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  anchors = NO_ANCHORS,
): Home {
  const { t, paths, language, publisher, offers, site } = reader;
  const [hasStatus, hasLedger] = [offers('status'), offers('transparency')];
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'home' },
      title: t('home.title'),
      description: !hasLedger
        ? t('home.descriptionStatus')
        : t(hasStatus ? 'home.description' : 'home.descriptionLedger', { publisher }),
      dated: !hasStatus ? 'run' : { checks: status, ...(hasLedger ? { run: true } : {}) },
      ...(hasStatus ? { image: altOf(homeImage(reader, status)) } : {}),
    }),
    about: {
      text: t('home.aboutText', { site: reader.siteName, publisher, purpose: site.purpose[language] }),
      links: contactLinks(reader),
    },
    overview: hasStatus ? overviewOf(reader, status, notes) : null,
    more: hasStatus ? [{ href: paths.page(language, { name: 'status' }), text: t('status.all') }] : [],
    notes: !offers('incidents')
      ? null
      : {
          incidents: {
            ...openIncidents(reader, status, notes),
            links: [{ href: paths.page(language, { name: 'incidents' }), text: t('incidents.all') }],
          },
          maintenance: nextMaintenance(reader, status, notes),
        },
    ledger: hasLedger ? ledgerOf(reader, publication, anchors) : null,
  };
}

function ledgerOf(reader: Reader, publication: Publication, anchors: AnchorBook): HomeLedger {
  const all = newestFirst(publication.rows.batches);
  // What a crash left is no distribution: the latest that was one is shown, and the rest told beside it.
  const batch = all.find((one) => !isLeftover(one)) ?? all[0];
  const known = knownState(publication, 'batches') !== undefined;
  return {
    headline: headline(reader, publication, batch),
    alarming:
      batch !== undefined &&
      (hashOf(publication, batch).verdict === 'mismatch' ||
        alterationOf(publication, batch) === 'unexplained'),
    mismatches: olderMismatches(reader, publication, batch),
    gone: goneSentence(reader, publication),
    lede: known ? null : reader.t('notice.nothing.body'),
    notices: notices(reader, publication, SHOWN),
    facts: batch === undefined ? [] : facts(reader, publication, batch),
    freshness: freshnessOf(reader, publication, SHOWN),
    latest: batch === undefined ? null : latest(reader, publication, anchors, batch),
    split: currentSplit(reader, publication),
  };
}

function headline(reader: Reader, publication: Publication, batch: Batch | undefined): Segment[] {
  const state = knownState(publication, 'batches');
  if (state === undefined) return [reader.t('notice.nothing.title')];
  if (batch === undefined) return [reader.t('home.headline.empty')];
  const date = reader.format.date(batch.created_at);
  const { verdict } = hashOf(publication, batch);
  if (verdict === 'mismatch') return [reader.t('home.headline.mismatch', { date })];
  if (alterationOf(publication, batch) === 'unexplained')
    return [reader.t('home.headline.altered', { date })];
  const amount = distributed(batch);
  if (compare(amount, '0') === 0) return [reader.t('home.headline.nothing', { date })];
  if (verdict === 'missing') return [reader.t('home.headline.missing', { date })];
  return reader.rich('home.headline.distributed', {
    amount: amountPiece(reader, amount),
    unit: state.unit ?? '',
    date,
  });
}

function facts(reader: Reader, publication: Publication, batch: Batch): HomeLedger['facts'] {
  const { t, rich, format } = reader;
  const verdict = verdictOf(reader, publication, batch);
  const altered = alterationOf(publication, batch);
  const { period_start: from, period_end: to } = batch;
  const period: Segment[] =
    from === null || to === null
      ? [t('home.periodAbsent')]
      : rich('home.period', { start: briefTimePiece(reader, from), end: briefTimePiece(reader, to) });
  const revenue = t('home.from', { count: Number(batch.tx_count), n: format.count(batch.tx_count) });
  return [
    {
      term: t('home.fact.hash'),
      mark: altered === 'unexplained' ? 'unequal' : verdict.mark,
      value: [
        verdict.text,
        ...(batch.public_hash === null ? [] : [' ', hashPiece(reader, batch)]),
        ...(altered === 'none'
          ? []
          : [', ', t(`home.fact.${altered === 'settled' ? 'settled' : 'altered'}`)]),
      ],
    },
    { term: t('home.fact.from'), mark: null, value: [revenue, ', ', ...period] },
  ];
}

function olderMismatches(
  reader: Reader,
  publication: Publication,
  latestBatch: Batch | undefined,
): Segment[] | null {
  const { t, format, paths, language } = reader;
  const { rows } = publication;
  const mismatches = rows.batches.filter((batch) => hashOf(publication, batch).verdict === 'mismatch');
  if (mismatches.every(({ id }) => id === latestBatch?.id)) return null;
  const hashed = rows.batches.filter((batch) => batch.public_hash !== null).length;
  const count = { count: mismatches.length, n: format.count(mismatches.length), all: format.count(hashed) };
  const href = `${paths.page(language, { name: 'transparency' })}#findings`;
  return [linkPiece(href, t('home.mismatches', count))];
}

function goneSentence({ t, format, paths, language }: Reader, publication: Publication): Segment[] | null {
  const { length } = unexplainedGone(publication);
  if (length === 0) return null;
  const href = `${paths.page(language, { name: 'transparency' })}#findings`;
  return [linkPiece(href, t('home.gone', { count: length, n: format.count(length) }))];
}

function latest(reader: Reader, publication: Publication, anchors: AnchorBook, batch: Batch): Latest {
  const { t, rich, paths, language } = reader;
  const unit = knownState(publication, 'batches')?.unit ?? '';
  return {
    caption: rich('home.revenueOf', {
      amount: amountPiece(reader, batch.revenue_sum),
      unit,
      when: timePiece(reader, batch.created_at),
    }),
    bar: batchBar(reader, batch, splitOf(publication, batch)),
    chain: chainOf(reader, publication, anchors, batch),
    links: [
      { href: paths.page(language, { name: 'batch', id: batch.id }), text: t('home.more.batch') },
      { href: paths.page(language, { name: 'batches' }), text: t('home.more.batches') },
      { href: paths.page(language, { name: 'verify' }), text: t('home.more.verify') },
    ],
  };
}

function currentSplit(reader: Reader, publication: Publication): HomeLedger['split'] {
  const { t, paths, language } = reader;
  const [split] = publication.rows.split;
  if (split === undefined) return null;
  return {
    text: splitSentence(reader, split),
    since: splitSince(reader, publication),
    links: [
      { href: paths.page(language, { name: 'split' }), text: t('split.history') },
      { href: paths.page(language, { name: 'transparency' }), text: t('home.more.transparency') },
    ],
  };
}
