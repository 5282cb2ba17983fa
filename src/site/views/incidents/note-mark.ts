import { type Incident, isOpen, statusOf } from '../../../incidents/model/incident.ts';
import { isWithdrawn, WITHDRAWN } from '../../../incidents/model/note.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital } from '../status/state-mark.ts';

/** What people said, in shapes of its own: never to be taken for what a check saw. */
export type NoteShape = 'grave' | 'slight' | 'closed' | 'planned' | 'running' | 'cancelled';

export interface NoteMark {
  readonly shape: NoteShape;
  readonly word: string;
}

export function incidentMark({ t }: Reader, incident: Incident): NoteMark {
  const status = statusOf(incident);
  const word =
    status === 'postmortem'
      ? t('note.closed')
      : t(status === WITHDRAWN ? 'note.withdrawn.mark' : `note.${status}`);
  return { shape: shapeOf(incident), word: capital(word) };
}

function shapeOf(incident: Incident): NoteShape {
  if (isWithdrawn(incident)) return 'cancelled';
  if (!isOpen(incident)) return 'closed';
  switch (incident.impact) {
    case 'critical':
    case 'major':
      return 'grave';
    case 'minor':
    case 'none':
      return 'slight';
    default:
      return incident.impact satisfies never;
  }
}
