import { bytesToHex } from '@noble/hashes/utils.js';
import type { Publication } from '../../ledger/publication.ts';
import type { Entry } from '../../log/entry.ts';
import type { Reader } from '../../words/reader.ts';
import type { LogPublication } from '../content/log.ts';
import { type WitnessSight, witnessedBy } from '../log/witnessed.ts';
import type { Fact } from './incidents/checklist.ts';
import { GO_PROGRAM, goCommand, signatureCommand } from './log-scripts.ts';
import { type Link, linkPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** The log as a whole: how far it reaches, who vouches for it, and how anyone checks that. */
export interface LogPage {
  readonly shell: Shell;
  readonly headline: string;
  /** Whether others have seen this history: what holds until then, and what is said from then on. */
  readonly others: Others;
  readonly facts: readonly Fact[];
  readonly witnesses: Table | null;
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
          { term: t('logPage.root'), lines: [[bytesToHex(checkpoint.root)]] },
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
