import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../../core/canonical.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { commitManifest, contentLines, writeOnce } from '../../store/content-file.ts';
import { endFirstRun, markFirstRun } from '../../store/first-run.ts';
import { append } from '../../store/series.ts';
import type { NoteEntry } from '../model/note-record.ts';
import type { AcceptedNote, NotesManifest, RefusedNote } from '../model/notes-manifest.ts';
import { FOLDERS, filesOf, imageFilesOf, type NotesBefore } from './content.ts';

/** What is to be published from now on. */
export interface NotesOutcome {
  readonly root: string;
  readonly now: string;
  readonly demo: boolean;
  readonly accepted: readonly AcceptedNote[];
  /** The images that are new, by where they are kept below the root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly refused: readonly RefusedNote[];
  readonly entries: readonly NoteEntry[];
  readonly words: readonly SealedWords[];
}

/** Writes the files of a run and commits its manifest: see `content-file.ts` for what a kill leaves behind. */
export async function publishNotes(before: NotesBefore, outcome: NotesOutcome): Promise<NotesManifest> {
  const { root, now, demo, refused, entries, words } = outcome;
  const { manifest: last, lines } = before;
  if (last === null) await markFirstRun(root);
  const existing = new Set(last === null ? [] : filesOf(last).map((file) => file.path));
  const accepted = [];
  for (const [month, copies] of Map.groupBy(outcome.accepted, monthOfNote)) {
    const written = contentLines('accepted', month, copies);
    await writeOnce(root, written, existing);
    accepted.push(written.file);
  }
  const kept = new Set(imageFilesOf(before.accepted).map(({ path: file }) => file));
  for (const [file, bytes] of outcome.files) if (!kept.has(file)) await writeImage(root, file, bytes);
  const series = (name: 'record' | 'words', added: readonly Json[]) => {
    const files = last?.record[name === 'record' ? 'entries' : 'words'] ?? [];
    return append({ root, name, files, lines }, added, now, existing);
  };
  const manifest: NotesManifest = {
    format: 'terang/notes/1',
    demo,
    observed_at: now,
    accepted,
    refused: [...refused],
    record: {
      entries: await series('record', entries),
      words: await series('words', words as unknown as Json[]),
    },
  };
  await commitManifest(root, manifest as Json, {
    before: before.manifestText,
    folders: FOLDERS,
    named: new Set([...filesOf(manifest), ...imageFilesOf(outcome.accepted)].map((file) => file.path)),
  });
  await endFirstRun(root);
  return manifest;
}

/** Its name is the SHA-256 of its bytes, so nothing else was ever there. */
async function writeImage(root: string, file: string, bytes: Uint8Array): Promise<void> {
  const at = path.join(root, file);
  await mkdir(path.dirname(at), { recursive: true });
  await writeAtomically(at, bytes);
}

/** The month in the name of a note: a file that holds a month long past is not written again. */
function monthOfNote({ file }: AcceptedNote): string {
  return /^\d{4}-\d{2}(?=-\d{2}-)/.exec(path.basename(file))?.[0] ?? 'undated';
}
