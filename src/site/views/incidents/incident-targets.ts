import { type IsoInstant, toSeconds } from '../../../core/instant.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import { isWithdrawn } from '../../../incidents/model/note.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import { type TargetResult, targetsOf } from '../../../incidents/model/response.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { lateSentence } from '../late.ts';
import { briefTimePiece, type Segment } from '../segment.ts';
import { capital, type StateShape } from '../status/state-mark.ts';
import { column, type Table, tableOf } from '../table.ts';
import { awaited } from './incident-rows.ts';
import type { Subject } from './named.ts';
import { type Shown, shownBetween } from './shown.ts';
import { spanOf } from './span.ts';

/** TPC-19: how long it took, against what the system has set for it. */
export interface Targets {
  readonly table: Table | null;
  /** Said in its place where the system has no such target. */
  readonly none: string | null;
}

interface Verdict {
  readonly shape: StateShape;
  readonly text: readonly Segment[];
}

export function targetsAgainst(
  reader: Reader,
  status: StatusPublication,
  { system, name }: Subject,
  published: PublishedNote<Incident>,
  now: IsoInstant,
): Targets {
  const { t } = reader;
  const results = targetsOf(published, system?.response_targets ?? []);
  return {
    table: results.length === 0 ? null : targetTable(reader, status, published.note.started, results, now),
    none: isWithdrawn(published.note)
      ? t('incident.targets.withdrawn')
      : results.length === 0
        ? t('incident.targets.none', { system: name })
        : null,
  };
}

function targetTable(
  reader: Reader,
  status: StatusPublication,
  started: IsoInstant,
  results: readonly TargetResult[],
  now: IsoInstant,
): Table {
  const { t, language } = reader;
  return tableOf<TargetResult>(
    [
      column('target', t('incident.target'), ({ target }) => target.name[language]),
      column('took', t('incident.took'), ({ stated }) =>
        stated === null ? '–' : spanOf(reader, took(started, stated)),
      ),
      // What holds now; more where the clock alone turns the first into the second.
      column('verdict', t('incident.verdict'), (result) =>
        verdictsOf(reader, status, started, result, now).map((verdict) => ({ kind: 'shape', ...verdict })),
      ),
    ],
    results,
  );
}

const took = (started: IsoInstant, at: IsoInstant) => Math.max(0, toSeconds(at) - toSeconds(started));

function verdictsOf(
  reader: Reader,
  status: StatusPublication,
  started: IsoInstant,
  { verdict, deadline, posted, late }: TargetResult,
  now: IsoInstant,
): (Verdict & { readonly shown: Shown })[] {
  const always = shownBetween(null, null, now);
  const { t, rich } = reader;
  switch (verdict) {
    case 'met':
      return [{ shape: 'up', text: [capital(t('incident.met'))], shown: always }];
    case 'missed':
      return [{ shape: 'down', text: [capital(t('incident.missed'))], shown: always }];
    case 'stated': {
      const length = posted === null ? t('word.unknown') : spanOf(reader, took(started, posted));
      return [{ shape: 'unknown', text: [capital(t('incident.stated', { length }))], shown: always }];
    }
    case 'untold': {
      const why = late === null ? [] : lateSentence(reader, late);
      return [{ shape: 'unknown', text: [capital(t('incident.untold')), ' ', ...why], shown: always }];
    }
    case 'pending': {
      const when = briefTimePiece(reader, deadline);
      return [
        {
          shape: 'unknown',
          text: rich('incident.pending', { when }),
          shown: shownBetween(null, deadline, now),
        },
        ...awaited<Verdict>(status, deadline, now, {
          late: { shape: 'down', text: rich('incident.passed', { when }) },
          unknown: { shape: 'unknown', text: rich('incident.undecided', { when }) },
        }),
      ];
    }
    default:
      return verdict satisfies never;
  }
}
