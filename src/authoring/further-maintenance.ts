import { compareInstants } from '../domain/instant.ts';
import type { MaintenanceStatus } from '../domain/maintenance.ts';
import { STATUS_HEADINGS } from '../domain/note/heading.ts';
import type { CORRECTION, Words } from '../domain/note.ts';
import { type MaintenanceFacts, readNoteFile } from '../domain/note-file.ts';
import { formatProblem } from '../domain/yaml.ts';
import type { Desk, Written } from './desk.ts';
import { AuthoringError } from './error.ts';
import { readMoment, writtenTime } from './moment.ts';
import { noteFolder, readNoteBytes, rewrite } from './note-folder.ts';
import { withSection } from './note-text.ts';
import { ownWords } from './own-words.ts';
import type { Flags } from './question.ts';
import { PLACE } from './sentences.ts';
import { tellWriter } from './told.ts';

export type FurtherMaintenance = MaintenanceStatus | typeof CORRECTION;

/** What people did stands behind a place, so that somebody confirms it. */
const OFFERED: Readonly<Record<MaintenanceStatus, Words>> = {
  scheduled: { en: PLACE, id: PLACE },
  in_progress: { en: `${PLACE} The work has begun.`, id: `${PLACE} Pekerjaan telah dimulai.` },
  verifying: {
    en: `${PLACE} The work is done and its result is being verified.`,
    id: `${PLACE} Pekerjaan telah selesai dan hasilnya sedang diverifikasi.`,
  },
  completed: {
    en: `${PLACE} The work is done and its result has been verified.`,
    id: `${PLACE} Pekerjaan telah selesai dan hasilnya telah diverifikasi.`,
  },
};

/** One more section of a maintenance. Its facts stay: when it begins and ends is said by its window alone. */
export async function updateMaintenance(
  desk: Desk,
  flags: Flags,
  slug: string,
  status: FurtherMaintenance,
): Promise<Written> {
  const { file, bytes } = await readNoteBytes(noteFolder(desk.contentRoot, 'maintenance'), slug);
  const { facts, sections, problems } = readNoteFile('maintenance', file, bytes);
  if (facts === null)
    throw new AuthoringError([
      ...problems.map(formatProblem),
      'Correct the note first: nothing was written.',
    ]);
  const at = flags.at === undefined ? desk.now : readMoment('at', flags.at, desk.zone);
  const { starts } = facts as MaintenanceFacts;
  const last = sections.findLast((section) => section.at !== null)?.at ?? at;
  const reasons: string[] = [];
  if (compareInstants(at, last) < 0)
    reasons.push(`--at: an earlier update is dated ${last}; a later time is needed`);
  if (compareInstants(at, desk.now) > 0) reasons.push(`--at: ${at} is in the future`);
  if (status !== 'scheduled' && status !== 'correction' && compareInstants(at, starts) < 0)
    reasons.push(
      `--status: its first window begins ${writtenTime(starts, desk.zone)}; what changes before is told as ${STATUS_HEADINGS.scheduled}`,
    );
  if (reasons.length > 0) throw new AuthoringError([...reasons, 'Nothing was written.']);
  const told = ownWords(flags, status) ?? {
    words: OFFERED[status as MaintenanceStatus],
    heldBack: [],
  };
  const text = withSection(bytes.toString('utf8'), { status, at, zone: desk.zone, words: told.words });
  await rewrite(file, bytes, text);
  const known = { runs: [], trouble: null };
  return { file, text: tellWriter({ file, text, told, status: known, problems: [] }) };
}
