import type { IsoInstant } from '../../../core/instant.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { CORRECTION } from '../../../incidents/model/note.ts';
import { type Correction, correctionsIn } from '../../../incidents/model/note-corrections.ts';
import type { CorrectedWords } from '../../../incidents/model/note-html-corrected.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { Reader } from '../../../words/reader.ts';

/** What corrections say of each update of a note. */
export interface CorrectionsOf {
  /** The words of an update that were corrected, with what is right. */
  readonly wordsOf: (number: number) => CorrectedWords[];
  /** Where what a correction corrects stands; null where it does not say. */
  readonly aboutOf: (number: number) => string | null;
  /** Corrections that quote nothing: of every update before them they may be true. */
  readonly looseAfter: (number: number) => { readonly href: string; readonly posted: IsoInstant }[];
  /** When the last correction that speaks of an update was posted; null where none does. */
  readonly correctedAt: (number: number) => IsoInstant | null;
}

/** `address` makes an address of an anchor of this note, such as `update-1`. */
export function correctionsOf(
  { t, language, format }: Reader,
  {
    note,
    updates_posted,
    posted_at,
  }: Pick<PublishedNote<Incident> | PublishedNote<Maintenance>, 'note' | 'updates_posted' | 'posted_at'>,
  prefix: string,
  address: (anchor: string) => string,
): CorrectionsOf {
  const corrections = correctionsIn(note.updates, language);
  const posted = (number: number) => updates_posted.get(number) ?? posted_at;
  const anchor = ({ number, of }: Correction) => `${prefix}update-${of}-corrected-${number}`;
  const href = (number: number) => address(`${prefix}update-${number}`);
  const loose = corrections.filter(({ of }) => of === null);
  const looseAfter = (number: number) => {
    // Another correction is not what it speaks of.
    const isCorrection = note.updates.some((one) => one.number === number && one.status === CORRECTION);
    return isCorrection ? [] : loose.filter((one) => one.number > number);
  };
  return {
    wordsOf: (number) =>
      corrections
        .filter(({ of }) => of === number)
        .map((one) => ({
          words: one.quote ?? '',
          id: anchor(one),
          label: t('correction.label', { when: format.time(posted(one.number)).first }),
          said: one.said,
          href: href(one.number),
          link: t('correction.link'),
        })),
    aboutOf: (number) => {
      const one = corrections.find((correction) => correction.number === number);
      return one === undefined || one.of === null ? null : address(anchor(one));
    },
    looseAfter: (number) =>
      looseAfter(number).map((one) => ({ href: href(one.number), posted: posted(one.number) })),
    correctedAt: (number) =>
      [...corrections.filter(({ of }) => of === number), ...looseAfter(number)]
        .map((one) => posted(one.number))
        .toSorted()
        .at(-1) ?? null,
  };
}
