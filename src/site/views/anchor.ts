import type { Anchor } from '../../chain/anchor.ts';
import { type AnchorBook, anchorOf, isLookedThrough, strayMemos } from '../../chain/anchor-book.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import type { Fact } from './incidents/checklist.ts';
import { type Segment, timePiece } from './segment.ts';
import type { Mark } from './verdict.ts';

/** What is said of a batch's transaction, and its mark (TPC-09). */
export interface AnchorSaid {
  readonly mark: Mark;
  readonly sentence: readonly Segment[];
}

/** In a sentence, with the reason: never a tick where nothing was checked. */
export function anchorSaid(reader: Reader, anchor: Anchor): AnchorSaid {
  const { t, rich } = reader;
  const mark = markOf(anchor);
  switch (anchor.state) {
    case 'not-anchored':
      return { mark, sentence: [t('chain.onchain.absent')] };
    case 'verified': {
      const when = timePiece(reader, anchor.sighting.block_time ?? anchor.sighting.seen_at);
      return {
        mark,
        sentence: rich(`chain.onchain.${anchor.signed ? 'verified' : 'verifiedInner'}`, { when }),
      };
    }
    case 'mismatch':
      return { mark, sentence: [t('chain.onchain.mismatch', { rules: rulesIn(reader, anchor.rules) })] };
    case 'unknown': {
      if (anchor.asked_at === null) return { mark, sentence: [t('chain.onchain.unchecked')] };
      const when = timePiece(reader, anchor.asked_at);
      return {
        mark,
        sentence: rich('chain.onchain.unknown', { doubt: t(`anchor.doubt.${anchor.doubt}`), when }),
      };
    }
    default:
      return anchor satisfies never;
  }
}

/** In a word or two, for a table. */
export function anchorShortly({ t }: Reader, anchor: Anchor): { readonly mark: Mark; readonly text: string } {
  const unchecked = anchor.state === 'unknown' && anchor.asked_at === null;
  return { mark: markOf(anchor), text: t(`anchor.state.${unchecked ? 'unchecked' : anchor.state}`) };
}

function markOf(anchor: Anchor): Mark {
  switch (anchor.state) {
    case 'not-anchored':
      return 'absent';
    case 'verified':
      return 'equal';
    case 'mismatch':
      return 'unequal';
    case 'unknown':
      return anchor.asked_at === null ? 'unchecked' : 'untold';
    default:
      return anchor satisfies never;
  }
}

function rulesIn({ t }: Reader, rules: Extract<Anchor, { state: 'mismatch' }>['rules']): string {
  return rules.map((rule) => t(`anchor.rule.${rule}`)).join('; ');
}

/** What was seen of the transaction, down to the bytes that anyone can verify without us. */
export function anchorFacts(
  reader: Reader,
  book: AnchorBook,
  publication: Publication,
  batch: Batch,
): Fact[] {
  const { t, format } = reader;
  const anchor = anchorOf(book, publication, batch);
  const sighting = 'sighting' in anchor ? anchor.sighting : null;
  if (sighting === null) return [];
  const { slot, block_time, seen_at, transaction, wire, providers } = sighting;
  const fact = (term: string, ...lines: (readonly Segment[])[]): Fact => ({ term, lines });
  return [
    fact(t('batch.onchain.block'), [
      ...(block_time === null ? [t('word.unknown')] : [timePiece(reader, block_time)]),
      `, ${t('batch.onchain.slot', { slot: format.count(slot) })}`,
    ]),
    fact(t('batch.onchain.signers'), ...transaction.signers.map((signer) => [signer])),
    fact(t('batch.onchain.seen'), [
      timePiece(reader, seen_at),
      `, ${t('batch.onchain.providers', { n: format.count(String(providers)) })}`,
    ]),
    fact(t('batch.onchain.wire'), [wire]),
  ];
}

/** The other way: memos of the treasury without a batch, an alarm; that there are none, or that nobody can tell. */
export interface Watch {
  readonly mark: Mark;
  readonly text: string;
  readonly alarming: boolean;
}

/** How many batches the chain vouches for, what is wrong, and whether the treasury anchored what is not published. */
export function anchorCounts(reader: Reader, book: AnchorBook, publication: Publication): Watch[] {
  const { t, format } = reader;
  const anchors = publication.rows.batches.map((batch) => anchorOf(book, publication, batch));
  const counted = (state: Anchor['state']) => anchors.filter((anchor) => anchor.state === state).length;
  const say = (key: 'verified' | 'mismatch' | 'unknown' | 'notAnchored' | 'stray', count: number) =>
    t(`transparency.anchors.${key}`, { count, n: format.count(count) });
  const stray = strayMemos(book, publication).length;
  const all: (Watch & { count: number })[] = [
    {
      mark: 'equal',
      text: say('verified', counted('verified')),
      alarming: false,
      count: counted('verified'),
    },
    {
      mark: 'unequal',
      text: say('mismatch', counted('mismatch')),
      alarming: true,
      count: counted('mismatch'),
    },
    { mark: 'untold', text: say('unknown', counted('unknown')), alarming: false, count: counted('unknown') },
    {
      mark: 'absent',
      text: say('notAnchored', counted('not-anchored')),
      alarming: false,
      count: counted('not-anchored'),
    },
    { mark: 'unequal', text: say('stray', stray), alarming: true, count: stray },
  ];
  const counts = all.filter(({ count }) => count > 0).map(({ count: _, ...said }) => said);
  return stray > 0 ? counts : [...counts, ...noStray(reader, book, publication)];
}

/** That no memo was found says something only of when all of them were looked through. */
function noStray({ t, format }: Reader, book: AnchorBook, publication: Publication): Watch[] {
  if (book.manifest === null) return [];
  const when = format.stamp(book.manifest.observed_at);
  return isLookedThrough(book, publication)
    ? [{ mark: 'equal', text: t('transparency.anchors.noStray', { when }), alarming: false }]
    : [{ mark: 'untold', text: t('transparency.anchors.strayUntold', { when }), alarming: false }];
}

/** Memos of the treasury for which no batch is published, each by its transaction; and how far they were looked through. */
export function strayNotices(reader: Reader, book: AnchorBook, publication: Publication): Segment[][] {
  const { rich } = reader;
  return strayMemos(book, publication).map(({ sighting, hash }) =>
    rich('transparency.stray', {
      signature: { kind: 'strong', text: sighting.signature },
      hash: { kind: 'strong', text: hash },
      when: timePiece(reader, sighting.block_time ?? sighting.seen_at),
    }),
  );
}
