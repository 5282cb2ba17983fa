import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { disagreements } from '../incidents/disagreements.ts';
import { openSentence } from '../incidents/incident-rows.ts';
import { type Segment, timePiece } from '../segment.ts';
import { checkedEvery, overallFreshness, overallSentence } from './overall.ts';
import { type BarsKey, keyOf, type StatusRow, systemRows } from './system-rows.ts';

/** Is everything up, and as of when. */
export interface Overview {
  readonly sentence: string;
  readonly alarming: boolean;
  /** What is open by our own words, below the sentence of the checks; null where nothing is. */
  readonly open: readonly Segment[] | null;
  readonly freshness: Freshness | null;
  readonly every: string | null;
  /** That nothing was asked, or that nobody can say when. */
  readonly notices: readonly (readonly Segment[])[];
  /** Where our data and our words disagree now. */
  readonly present: readonly (readonly Segment[])[];
  readonly systems: readonly StatusRow[];
  readonly key: BarsKey;
}

export function overviewOf(reader: Reader, status: StatusPublication, notes: NotesPublication): Overview {
  const { systems, manifest, ahead = false } = status;
  const { t } = reader;
  const rows = systemRows(reader, status, notes);
  return {
    sentence: overallSentence(reader, systems),
    alarming: systems.some(({ state }) => state === 'major_outage'),
    open: openSentence(reader, notes),
    freshness: overallFreshness(reader, systems),
    every: checkedEvery(reader, systems),
    notices: [
      ...(manifest === null ? [[t('overall.never')]] : []),
      ...(ahead ? [aheadNotice(reader, status)] : []),
      ...(manifest?.offline === true ? [[t('overall.offline')]] : []),
    ],
    present: disagreements(reader, status, notes),
    systems: rows,
    key: keyOf(reader, rows),
  };
}

function aheadNotice(reader: Reader, { manifest }: StatusPublication): Segment[] {
  return reader.rich('overall.ahead', { when: timePiece(reader, manifest?.observed_at ?? '') });
}
