import { NO_ANCHORS } from '../../chain/anchor-book.ts';
import { type IsoInstant, monthOf } from '../../core/instant.ts';
import { batchOf } from '../../ledger/alteration.ts';
import { type Batch, HASHED_FIELDS } from '../../ledger/batch.ts';
import type { HashCheck, HashVerdict } from '../../ledger/batch-hash.ts';
import { LEFT_OUT } from '../../ledger/finding.ts';
import { hashOf, knownState, ledgerOf, type Publication, splitOf } from '../../ledger/publication.ts';
import type { RowRecord } from '../../ledger/record.ts';
import type { Reader } from '../../words/reader.ts';
import { anchorFacts } from './anchor.ts';
import { type BatchCheck, ledgerCheck, shareCheck } from './batch-checks.ts';
import { type FigureTable, figureTable, shownFigure } from './batch-figures.ts';
import { type ChainLink, chainOf } from './chain.ts';
import { notices } from './freshness.ts';
import type { Fact } from './incidents/checklist.ts';
import { lastChange } from './last-change.ts';
import { lateNote } from './late.ts';
import { limitsOf } from './limits.ts';
import { type RecordChange, recordChanges } from './record-changes.ts';
import { amountPiece, foreignPiece, type Link, type Piece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { batchBar, type SplitBar } from './split-bar.ts';
import { statementSentence } from './statement.ts';
import type { Mark } from './verdict.ts';

/** The permanent page of one batch: figures, hash input, hash, proof, and how to check it without us. */
export interface BatchPage {
  readonly shell: Shell;
  readonly headline: string;
  /** Said before anything else of a batch that the source does not show any more. */
  readonly gone: readonly Segment[] | null;
  /** The same of one that the source has, and that can not be read now or not be shown whole. */
  readonly unread: readonly Segment[] | null;
  readonly verdict: HashVerdict;
  readonly made: readonly Segment[];
  readonly amount: Segment;
  readonly caption: string;
  readonly bar: SplitBar;
  readonly chain: readonly ChainLink[];
  readonly figures: FigureTable & {
    readonly unit: string;
    readonly firstSeen: readonly Segment[];
    readonly changes: readonly RecordChange[];
  };
  readonly hash: HashSection;
  readonly check: {
    readonly how: string;
    readonly command: string;
    /** The same with the figures published first, where the present ones are others. */
    readonly first: { readonly sentence: string; readonly command: string } | null;
  };
  readonly ledger: Comparison;
  readonly share: Comparison;
  readonly onchain: {
    readonly mark: Mark;
    readonly sentence: readonly Segment[];
    readonly stated: Segment | null;
    readonly facts: readonly Fact[];
  };
  readonly limits: readonly Segment[][];
  readonly month: Link;
}

interface Comparison {
  /** Null where nothing is known to hold it against. */
  readonly check: BatchCheck | null;
  /** Why what the batch is compared with is older than the batch, or not known. */
  readonly notices: readonly Segment[][];
}

interface HashSection {
  readonly form: string;
  readonly facts: readonly Fact[];
}

/** `isLogged`: whether every value of it that was published is in the log, signed. */
export function batchPageOf(
  reader: Reader,
  publication: Publication,
  batch: Batch,
  isLogged = false,
  anchors = NO_ANCHORS,
): BatchPage {
  const { t, rich, format, paths, language } = reader;
  const check = hashOf(publication, batch);
  const date = format.date(batch.created_at);
  const month = monthOf(batch.created_at);
  const unit = knownState(publication, 'batches')?.unit ?? '';
  const split = splitOf(publication, batch);
  const ledger = ledgerOf(publication, batch);
  const record = publication.record.get('batches')?.get(batch.id);
  const since = record?.gone ?? null;
  const unread = unreadOf(reader, publication, batch.id);
  const links = chainOf(reader, publication, anchors, batch);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'batch', id: batch.id },
      title: t('batch.title', { date }),
      description: t('batch.description', { id: batch.id }),
      dated: { changed: lastChange(publication, [batch]) },
    }),
    headline: t(`batch.headline.${since !== null ? 'gone' : unread !== null ? 'unread' : check.verdict}`, {
      date,
    }),
    gone: since === null ? null : goneOf(reader, publication, batch.id, since),
    unread,
    verdict: check.verdict,
    made: [timePiece(reader, batch.created_at)],
    amount: amountPiece(reader, batch.revenue_sum),
    caption: t('batch.revenueOf', { unit }),
    bar: batchBar(reader, batch, split),
    chain: links,
    figures: {
      unit: t('unit.in', { unit }),
      firstSeen:
        record === undefined
          ? []
          : [
              ...rich<'batch.firstSeen', Piece>('batch.firstSeen', {
                when: timePiece(reader, record.first_seen),
              }),
              ...lateNote(reader, record.first_late),
            ],
      ...figureTable(reader, publication, batch, {
        recomputed: check.verdict === 'match',
        log: isLogged,
        chain: links.at(-1)?.mark === 'equal',
      }),
      changes: recordChanges(reader, publication, 'batches', [batch.id], {
        name: (field) => t(`field.${field as keyof Batch}`),
        show: (field, value) => shownFigure(reader, field, value),
        subject: () => null,
      }),
    },
    hash: hashSection(reader, batch, check),
    check: {
      how: t(`batch.check.how.${check.verdict}`),
      command: checkCommand(check.hash_input),
      first: firstCheck(reader, publication, batch, record),
    },
    ledger: {
      check: ledger === undefined ? null : ledgerCheck(reader, batch, ledger),
      notices: notices(reader, publication, ['ledger']),
    },
    share: {
      check: split === null ? null : shareCheck(reader, batch, split),
      notices: notices(reader, publication, ['split', 'changelog']),
    },
    onchain: {
      ...onchain(reader, batch, links),
      facts: anchorFacts(reader, anchors, publication, batch),
    },
    limits: limitsOf(reader, publication),
    month: {
      href: paths.page(language, { name: 'batch-month', month }),
      text: t('month.title', { month: format.month(month) }),
    },
  };
}

/** Ready to paste. Every hashed field has a schema without quotes, so single quotes hold whatever it is. */
export function checkCommand(hashInput: string): string {
  return `printf '%s' '${hashInput.replaceAll("'", `'\\''`)}' | sha256sum`;
}

function firstCheck(
  reader: Reader,
  publication: Publication,
  batch: Batch,
  row: RowRecord | undefined,
): BatchPage['check']['first'] {
  const first = row === undefined ? null : batchOf(row.first);
  if (first === null || HASHED_FIELDS.every((field) => first[field] === batch[field])) return null;
  const present = hashOf(publication, { ...first, public_hash: batch.public_hash });
  const then = hashOf(publication, first);
  const { t } = reader;
  const sentence = (key: 'matches' | 'replaced' | 'other', { digest, hash_input }: HashCheck) => ({
    sentence: t(`batch.check.first.${key}`, { digest }),
    command: checkCommand(hash_input),
  });
  if (present.verdict === 'match') return sentence('matches', present);
  return then.verdict === 'match' ? sentence('replaced', then) : sentence('other', present);
}

function hashSection(reader: Reader, batch: Batch, check: HashCheck): HashSection {
  const { t } = reader;
  const { hash_input, digest } = check;
  const published = batch.public_hash === null ? t('word.none') : foreignPiece(reader, batch.public_hash);
  return {
    form: formSentence(reader, check),
    facts: [
      { term: t('batch.hashInput'), lines: [[hash_input]] },
      { term: t('batch.hashComputed'), lines: [[digest]] },
      { term: t('batch.hashPublished'), lines: [[published]] },
    ],
  };
}

/** In which form the hash matched; else why it is called wrong, or that nobody can tell. */
function formSentence({ t }: Reader, { verdict, form, ground }: HashCheck): string {
  if (ground !== null) return t(`batch.ground.${ground}`);
  if (verdict === 'missing') return t('batch.form.missing');
  if (form === null) return t('batch.form.none');
  if (typeof form === 'string') return t(`batch.form.${form}`);
  return t('batch.form.session', { zone: form.zone, style: form.style });
}

function onchain(
  reader: Reader,
  { onchain_tx }: Batch,
  links: readonly ChainLink[],
): Omit<BatchPage['onchain'], 'facts'> {
  const link = links.at(-1);
  return {
    mark: link?.mark ?? 'absent',
    sentence: link?.sentence ?? [],
    stated: onchain_tx === null ? null : foreignPiece(reader, onchain_tx),
  };
}

/** That what the source has of a batch was left out of the last reading. */
function unreadOf(reader: Reader, publication: Publication, id: string): Segment[] | null {
  const { observed_at = null, findings = [] } = knownState(publication, 'batches') ?? {};
  const isLeftOut = findings.some(
    ({ guard, subjects }) => (LEFT_OUT as readonly string[]).includes(guard) && subjects.includes(id),
  );
  return isLeftOut && observed_at !== null
    ? reader.rich('batch.unread', { when: timePiece(reader, observed_at) })
    : null;
}

/** That the source does not show a batch any more; where the operator stated why, by whom and why. */
function goneOf(reader: Reader, publication: Publication, id: string, since: IsoInstant): Segment[] {
  const gone: Segment[] = reader.rich('batch.gone', { when: timePiece(reader, since) });
  const removal = knownState(publication, 'batches')?.removals.find(({ row }) => row === id);
  return removal === undefined ? gone : [...gone, ' ', ...statementSentence(reader, removal)];
}
