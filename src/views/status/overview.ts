import type { NotesPublication } from '../../domain/notes-publication.ts';
import type { StatusPublication } from '../../domain/status-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
import type { Freshness } from '../freshness.ts';
import { disagreements } from '../notes/disagreements.ts';
import type { Segment } from '../segment.ts';
import { checkedEvery, overallFreshness, overallSentence } from './overall.ts';
import { type StatusRows, systemRows } from './system-rows.ts';

/** Is everything up, and as of when. */
export interface Overview {
  readonly sentence: string;
  readonly alarming: boolean;
  readonly freshness: Freshness | null;
  readonly every: string | null;
  /** That nothing was asked, and where our data and our words disagree. */
  readonly notices: readonly (readonly Segment[])[];
  readonly title: string;
  readonly systems: StatusRows;
}

export function overviewOf(reader: Reader, status: StatusPublication, notes: NotesPublication): Overview {
  const { systems, manifest } = status;
  const { t } = reader;
  return {
    sentence: overallSentence(reader, systems),
    alarming: systems.some(({ state }) => state === 'major_outage'),
    freshness: overallFreshness(reader, systems),
    every: checkedEvery(reader, systems),
    notices: [
      ...(manifest === null ? [[t('overall.never')]] : []),
      ...(manifest?.offline === true ? [[t('overall.offline')]] : []),
      ...disagreements(reader, status, notes),
    ],
    title: t('status.systems'),
    systems: systemRows(reader, status, notes),
  };
}
