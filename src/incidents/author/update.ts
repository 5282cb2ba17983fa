import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import type { NoteKind } from '../model/note-file.ts';
import { type Further, updateIncident } from './further.ts';
import { type FurtherMaintenance, updateMaintenance } from './further-maintenance.ts';
import { noteFolder, slugsIn } from './note-folder.ts';
import { answersTo, type Flags } from './question.ts';
import type { AskingSession, Written } from './session.ts';

/** What can be said of a note of each kind; `resolve` and `postmortem` are commands of their own. */
const STATUSES = {
  incident: ['investigating', 'identified', 'monitoring', 'over', CORRECTION, WITHDRAWN],
  maintenance: ['scheduled', 'in_progress', 'verifying', 'completed', CORRECTION, WITHDRAWN],
} as const satisfies Record<NoteKind, readonly (Further | FurtherMaintenance)[]>;
const KINDS = ['incident', 'maintenance'] as const;

/** `update`: one more section of an incident or a maintenance, whichever has that name. */
export async function updateNote(session: AskingSession, given: Flags): Promise<Written> {
  const flags: Flags = { ...given, ...(given.status === undefined ? {} : { status: plain(given.status) }) };
  const { say } = session;
  const notes = await notesOf(session, flags.folder);
  const kinds = (slug: string | undefined) =>
    notes.filter((note) => note.slug === slug).map(({ kind }) => kind);
  const whichNote = {
    flag: 'slug',
    asks: say('author.ask.note'),
    choices: notes.toReversed().map(({ slug }) => ({ value: slug, name: slug })),
  } as const;
  const whichStatus = (known: readonly NoteKind[]) => {
    const statuses = (known.length === 0 ? KINDS : known).flatMap((kind) => STATUSES[kind]);
    const choices = [...new Set(statuses)].map((value) => ({ value, name: say(`author.status.${value}`) }));
    return { flag: 'status', asks: say('author.ask.status'), choices } as const;
  };
  // Without somebody to ask, what is missing or wrong of both is named in one answer.
  if (session.asker === null) await answersTo(session, flags, [whichNote, whichStatus(kinds(flags.slug))]);
  const { slug } = await answersTo(session, flags, [whichNote]);
  const [kind, other] = kinds(slug);
  if (kind === undefined || other !== undefined) throw new ExpectedError([say('author.note.two', { slug })]);
  const { status } = await answersTo(session, flags, [whichStatus([kind])]);
  return kind === 'incident'
    ? updateIncident(session, { ...flags, slug }, status as Further)
    : updateMaintenance(session, flags, slug, status as FurtherMaintenance);
}

/** Every note, or those in one of the two folders. */
async function notesOf({ contentRoot }: AskingSession, only: string | undefined) {
  const notes: { kind: NoteKind; slug: string }[] = [];
  for (const kind of KINDS.toReversed()) {
    const folder = noteFolder(contentRoot, kind);
    if (only !== undefined && only !== path.basename(folder)) continue;
    for (const slug of await slugsIn(folder)) notes.push({ kind, slug });
  }
  return notes;
}

/** `In progress` and `in-progress` as well as `in_progress`. */
function plain(status: string): string {
  return status.trim().toLowerCase().replace(/[\s-]/g, '_');
}
