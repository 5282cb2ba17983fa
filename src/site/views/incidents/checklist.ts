import { durationSeconds } from '../../../core/instant.ts';
import type { Named, PostIncidentChecklist } from '../../../incidents/model/incident.ts';
import type { Reader } from '../../../words/reader.ts';
import { foreignPiece, type Piece, type Segment, timePiece } from '../segment.ts';
import { spanOf } from './span.ts';

/** A term and what stands for it, one or more lines. */
export interface Fact {
  readonly term: string;
  readonly lines: readonly (readonly Segment[])[];
}

/** EVT-09: what was verified before a grave incident was called resolved. */
export function checklistOf(reader: Reader, checklist: PostIncidentChecklist | null): Fact[] | null {
  if (checklist === null) return null;
  const { t, language, rich } = reader;
  const { summary, impact, time_to_recover, changes, health_revalidated, rls_revalidated } = checklist;
  return [
    { term: t('incident.checklist.summary'), lines: [[summary[language]]] },
    { term: t('incident.checklist.impact'), lines: [[impact[language]]] },
    { term: t('incident.checklist.recover'), lines: [[spanOf(reader, durationSeconds(time_to_recover))]] },
    {
      term: t('incident.checklist.changes'),
      lines: changes.map(({ what, evidence }) =>
        rich('incident.checklist.change', {
          what: what[language],
          evidence: namedPiece(reader, evidence),
        }),
      ),
    },
    { term: t('incident.checklist.health'), lines: [[timePiece(reader, health_revalidated)]] },
    { term: t('incident.checklist.rls'), lines: [[timePiece(reader, rls_revalidated)]] },
    {
      term: t('incident.checklist.documents'),
      lines: checklist.documents_updated.map((name) => [namedPiece(reader, name)]),
    },
  ];
}

function namedPiece(reader: Reader, named: Named): string | Piece {
  return typeof named === 'string' ? foreignPiece(reader, named) : named[reader.language];
}
