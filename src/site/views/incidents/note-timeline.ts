import { compareInstants, toSeconds } from '../../../core/instant.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { noteHtml } from '../../../incidents/model/note-html.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { lateSentence } from '../late.ts';
import { linkPiece, type Piece, type Segment, timePiece } from '../segment.ts';
import { capital } from '../status/state-mark.ts';
import { type CorrectionsOf, correctionsOf } from './corrected.ts';
import { noteLinks } from './note-links.ts';
import { servedImages } from './served-images.ts';
import { spanOf } from './span.ts';

/** One update as a reader meets it: what it says, when it says it happened, and when it was published. */
export interface TimelineEntry {
  readonly id: string;
  readonly status: string;
  readonly correction: boolean;
  readonly times: readonly (readonly Segment[])[];
  /** Sanitized HTML. */
  readonly html: string;
  /** Where what it corrects stands, and which corrections followed. */
  readonly remarks: readonly (readonly Segment[])[];
}

/** From how many seconds on a text that was published after what it tells of says by how much. */
const LATER = 3600;

/** Newest first; a post-mortem apart, since it closes. */
export function timelineOf(
  reader: Reader,
  published: PublishedNote<Incident> | PublishedNote<Maintenance>,
  /** Goes before each anchor where several timelines stand on one page. */
  prefix = '',
): { readonly entries: TimelineEntry[]; readonly postmortem: TimelineEntry | null } {
  const { note, images, updates_posted, posted_at } = published;
  const served = servedImages(reader, images);
  const corrections = correctionsOf(reader, published, prefix, (anchor) => `#${anchor}`);
  const entries = note.updates.map((update): TimelineEntry & { readonly last: boolean } => {
    const posted = updates_posted.get(update.number) ?? posted_at;
    const late = published.late?.updates.get(update.number);
    const { at } = update;
    return {
      id: `update-${update.number}`,
      status: capital(reader.t(`note.${update.status}`)),
      correction: update.status === 'correction',
      times: [
        // What a heading says is when the update was written; when it happened stands in the facts.
        ...(at === null
          ? []
          : [reader.rich<'incident.dated', Piece>('incident.dated', { when: timePiece(reader, at) })]),
        late === undefined ? postedText(reader, at, posted) : lateSentence(reader, late),
      ],
      html: noteHtml(
        update.text[reader.language],
        served,
        noteLinks(reader),
        corrections.wordsOf(update.number),
      ),
      remarks: remarksOf(reader, corrections, update.number),
      last: update.status === 'postmortem',
    };
  });
  const strip = ({ last: _, ...entry }: TimelineEntry & { readonly last: boolean }): TimelineEntry => entry;
  const closing = entries.findLast(({ last }) => last);
  return {
    entries: entries
      .filter((entry) => entry !== closing)
      .map(strip)
      .toReversed(),
    postmortem: closing === undefined ? null : strip(closing),
  };
}

function remarksOf(reader: Reader, corrections: CorrectionsOf, number: number): Segment[][] {
  const about = corrections.aboutOf(number);
  return [
    ...(about === null ? [] : [[linkPiece(about, reader.t('correction.about'))]]),
    ...corrections
      .looseAfter(number)
      .map(({ href, posted }) => [
        linkPiece(href, reader.t('correction.followed', { when: reader.format.time(posted).first })),
      ]),
  ];
}

function postedText(reader: Reader, at: string | null, posted: string): Segment[] {
  const when = timePiece(reader, posted);
  const later = at === null || compareInstants(at, posted) > 0 ? 0 : toSeconds(posted) - toSeconds(at);
  return later < LATER
    ? reader.rich('incident.postedAt', { when })
    : reader.rich('incident.postedLater', { when, length: spanOf(reader, later) });
}
