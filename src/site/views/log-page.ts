import { bytesToHex } from '@noble/hashes/utils.js';
import type { PostedRoot } from '../../chain/posted-roots.ts';
import { type HeldLog, judgeRootMemo } from '../../chain/root-memo.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Entry } from '../../log/entry.ts';
import { toBase64 } from '../../log/wire.ts';
import type { Reader } from '../../words/reader.ts';
import type { LogPublication } from '../content/log.ts';
import type { PostedOnChain } from '../content/posted-roots.ts';
import { type WitnessSight, witnessedBy } from '../log/witnessed.ts';
import type { Fact } from './incidents/checklist.ts';
import { keyTable } from './log-keys.ts';
import { GO_PROGRAM, goCommand, signatureCommand } from './log-scripts.ts';
import { type MirrorRow, mirrorRows } from './mirrors.ts';
import { type Link, linkPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { column, figure, type Table, tableOf } from './table.ts';
import type { Mark } from './verdict.ts';

/** The log as a whole: how far it reaches, who vouches for it, and how anyone checks that. */
export interface LogPage {
  readonly shell: Shell;
  readonly headline: string;
  /** Whether others have seen this history: what holds until then, and what is said from then on. */
  readonly others: Others;
  readonly facts: readonly Fact[];
  readonly witnesses: Table | null;
  /** Null where the log names none. */
  readonly keys: Table | null;
  /** Null where the operator put none on chain. */
  readonly roots: { readonly table: Table; readonly isWrong: boolean } | null;
  /** Null where there is nothing signed to hold them against. */
  readonly mirrors: readonly MirrorRow[] | null;
  readonly latest: Table | null;
  /** Null where there is nothing signed to check. */
  readonly check: {
    readonly signature: string;
    readonly program: string;
    readonly run: string;
    readonly files: readonly Link[];
  } | null;
}

export interface Others {
  readonly until: string | null;
  readonly held: readonly Segment[];
  readonly after: readonly Segment[];
}

/** `site` is where the site stands on the web, for commands that are pasted elsewhere. */
export function logPageOf(
  reader: Reader,
  publication: Publication,
  log: LogPublication | null,
  site: URL,
  posted: PostedOnChain = { roots: [], rootAt: () => null },
): LogPage {
  const { t, format, paths } = reader;
  const prefix = new URL(paths.log(), site).href;
  const signed = log?.signed ?? null;
  const size = log === null ? 0 : Number(signed?.seen.checkpoint.size ?? log.size);
  const witnessed = signed === null ? null : witnessedBy(signed.policy, signed.seen, signed.readAt);
  const key = signed?.seen.log.key;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'log' },
      title: t('logPage.title'),
      description: t('logPage.description'),
      dated: 'run',
    }),
    headline:
      log === null ? t('logPage.none') : t('logPage.headline', { count: size, n: format.count(size) }),
    others: othersOf(reader, log),
    facts: log === null ? [] : factsOf(reader, log),
    witnesses:
      witnessed === null || witnessed.witnesses.length === 0
        ? null
        : witnessTable(reader, witnessed.witnesses),
    keys: signed === null ? null : keyTable(reader, signed.keys, signed.seen.log.key),
    roots: rootsOf(reader, log, posted),
    mirrors: signed === null ? null : mirrorRows(reader, signed.mirrors, signed.asked, signed.readAt),
    latest: log === null ? null : latestTable(reader, log),
    check:
      key === undefined
        ? null
        : {
            signature: signatureCommand(prefix, key),
            program: GO_PROGRAM,
            run: goCommand(prefix, key),
            files: [
              linkPiece(paths.log('checkpoint'), t('logPage.checkpoint')),
              linkPiece(paths.log('policy'), t('logPage.policy')),
            ],
          },
  };
}

interface JudgedRoot extends PostedRoot {
  readonly mark: Mark;
  readonly said: string;
}

function rootsOf(
  reader: Reader,
  log: LogPublication | null,
  { roots, rootAt }: PostedOnChain,
): LogPage['roots'] {
  if (roots.length === 0) return null;
  const { t, format } = reader;
  const origin = log?.signed?.seen.checkpoint.origin ?? null;
  const judged = roots.map(
    (root): JudgedRoot => ({ ...root, ...judgedRoot(reader, root, { origin, rootAt }) }),
  );
  return {
    isWrong: judged.some(({ mark }) => mark === 'unequal'),
    table: tableOf<JudgedRoot>(
      [
        figure('size', t('logPage.size'), ({ memo }) => format.count(String(memo.size))),
        column('verdict', t('logPage.roots.verdict'), ({ mark, said }) => ({
          kind: 'verdict',
          mark,
          text: said,
        })),
        column('time', t('batch.onchain.block'), ({ sighting: { block_time } }) =>
          block_time === null ? t('word.unknown') : timePiece(reader, block_time),
        ),
        column('root', t('logPage.root'), ({ memo }) => code(bytesToHex(memo.root)), { class: 'small' }),
        column('wallet', t('batch.onchain.signers'), ({ wallet }) => code(wallet), { class: 'small' }),
        column('transaction', t('field.onchain_tx'), ({ sighting }) => code(sighting.signature), {
          class: 'small',
        }),
      ],
      judged,
    ),
  };
}

const code = (text: string) => ({ kind: 'code', text }) as const;

function judgedRoot(
  { t }: Reader,
  { memo }: PostedRoot,
  { origin, rootAt }: { readonly origin: string | null; readonly rootAt: HeldLog['rootAt'] },
): Pick<JudgedRoot, 'mark' | 'said'> {
  if (origin === null) return { mark: 'untold', said: t('logPage.roots.nameless') };
  const verdict = judgeRootMemo(memo, { origin, rootAt });
  if (verdict === 'right') return { mark: 'equal', said: t('logPage.roots.right') };
  if (verdict === 'wrong') return { mark: 'unequal', said: t('logPage.roots.wrong') };
  const isOther = memo.origin !== origin;
  const said = isOther ? t('logPage.roots.other', { origin: memo.origin }) : t('logPage.roots.longer');
  return { mark: 'untold', said };
}

function othersOf(reader: Reader, log: LogPublication | null): Others {
  const { t, rich, format } = reader;
  const always = (held: readonly Segment[]): Others => ({ until: null, held, after: [] });
  if (log === null) return always([]);
  if (log.signed === null) return always([t('logPage.unsigned')]);
  const { policy, seen, readAt } = log.signed;
  if (policy.witnesses.length === 0) return always([t('logPage.noWitness')]);
  const { enough } = witnessedBy(policy, seen, readAt);
  if (enough === null) return always([t('logPage.tooFew')]);
  const when = timePiece(reader, enough.latest);
  return {
    until: enough.until,
    held: rich('logPage.seen', { count: enough.count, n: format.count(enough.count), when }),
    after: rich('logPage.seenBefore', { when: timePiece(reader, enough.until) }),
  };
}

function factsOf(reader: Reader, { size, latest, signed }: LogPublication): Fact[] {
  const { t, format } = reader;
  const checkpoint = signed?.seen.checkpoint;
  const waiting = checkpoint === undefined ? 0 : Number(size - checkpoint.size);
  const last = latest[0]?.entry.time;
  return [
    {
      term: t('logPage.size'),
      lines: [
        [format.count(String(checkpoint?.size ?? size))],
        ...(waiting === 0 ? [] : [[t('logPage.waiting', { count: waiting, n: format.count(waiting) })]]),
      ],
    },
    ...(last === undefined ? [] : [{ term: t('logPage.last'), lines: [[timePiece(reader, last)]] }]),
    ...(signed === null || checkpoint === undefined
      ? []
      : [
          { term: t('logPage.root'), lines: [[bytesToHex(checkpoint.root)], [toBase64(checkpoint.root)]] },
          { term: t('logPage.signer'), lines: [[`${signed.seen.log.key.name} (${signed.seen.log.key.id})`]] },
        ]),
  ];
}

function witnessTable(reader: Reader, witnesses: readonly WitnessSight[]): Table {
  const { t, format } = reader;
  return tableOf<WitnessSight>(
    [
      column('name', t('logPage.witness'), ({ name }) => name),
      column('key', t('logPage.key'), ({ key }) => ({ kind: 'code', text: key })),
      column('seen', t('logPage.seenAt'), ({ seenAt, until }) =>
        seenAt === null || until === null
          ? t('logPage.notSeen')
          : {
              kind: 'ageing',
              text: format.stamp(seenAt),
              until,
              aged: t('logPage.notSeenSince', { when: format.stamp(until), last: format.stamp(seenAt) }),
            },
      ),
    ],
    witnesses,
  );
}

function latestTable(reader: Reader, { latest }: LogPublication): Table {
  const { t, format } = reader;
  return tableOf<{ readonly index: bigint; readonly entry: Entry }>(
    [
      figure('index', t('logPage.index'), ({ index }) => format.count(String(index))),
      column('kind', t('logPage.kind'), ({ entry }) => ({ kind: 'code', text: entry.kind })),
      column('id', t('logPage.id'), ({ entry }) => ({ kind: 'code', text: entry.id })),
      column('time', t('logPage.time'), ({ entry }) => timePiece(reader, entry.time)),
      column('hash', t('logPage.hash'), ({ entry }) => ({ kind: 'code', text: entry.hash }), {
        class: 'small',
      }),
    ],
    latest,
  );
}
