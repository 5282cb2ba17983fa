import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { takedownsOf } from '../../fold/takedowns.ts';
import { readNotes } from '../../incidents/accept/content.ts';
import { type NoteKind, readNoteFile } from '../../incidents/model/note-file.ts';
import { isWordOfNote, updateId } from '../../incidents/model/note-record.ts';
import { ACCEPTED, NOTES, NOTES_RECORD, NOTES_WORDS } from '../../incidents/model/notes-folder.ts';
import type { AcceptedNote } from '../../incidents/model/notes-manifest.ts';
import { slugOf } from '../../incidents/model/published-notes.ts';
import { withoutPassages, withoutText } from '../../incidents/model/taken-down-note.ts';
import { TAKEN_DOWN, type Takedown } from '../../ledger/takedown.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { stemOf } from '../../store/content-folder.ts';
import { bytesAt } from '../../store/disk.ts';
import { exclusively } from '../../store/lock.ts';
import { allAnew, contentLines, publish } from '../../store/publish.ts';
import { rootOf } from '../../store/published.ts';
import type { Context } from '../frame/command.ts';
import { enterTakedowns, sealedLines } from './takedown-entry.ts';

/** An update of a note, `<slug>/<number>`. */
interface UpdateOfNote {
  readonly kind: NoteKind;
  readonly update: string;
}

/**
 * Takes the text of an update down, in both languages, with the images that it alone shows: from what was accepted, from the
 * words beside the record, and from the note that people wrote. Its status, its time, digests, salts and entries stay.
 */
export async function takeUpdateDown(
  content: string,
  of: UpdateOfNote,
  stated: Takedown,
  t: Context['t'],
): Promise<string> {
  const root = rootOf(content, NOTES);
  await mkdir(root, { recursive: true });
  return exclusively(root, {}, () => takeDown(root, content, of, stated, t));
}

async function takeDown(
  root: string,
  content: string,
  { kind, update }: UpdateOfNote,
  stated: Takedown,
  t: Context['t'],
): Promise<string> {
  const { published, manifest, accepted, record } = await readNotes(root);
  if (manifest === null) throw new ExpectedError(t('takedown.noSystem', { system: NOTES.name }));
  const [, slug = '', digits = ''] = /^(.+)\/([1-9]\d*)$/.exec(update) ?? [];
  const number = Number(digits);
  const copy = accepted.find((one) => one.kind === kind && slugOf(one) === slug);
  const row = record.get(`${kind}-update`)?.get(updateId(slug, number));
  const less = copy === undefined ? null : withoutText(copy, number);
  if (copy === undefined || less === null || row === undefined)
    throw new ExpectedError(t('takedown.nothing', { row: update }));
  const values = published.rows(NOTES_RECORD).flatMap((entry) => {
    if (entry.dataset !== `${kind}-update` || entry.id !== update) return [];
    return 'value' in entry ? [entry.value] : 'after' in entry ? [entry.before, entry.after] : [];
  });
  const digests = new Set(
    values.flatMap((fields) =>
      Object.entries(fields).flatMap(([field, value]) =>
        isWordOfNote(`${kind}-update`, field) ? [value] : [],
      ),
    ),
  );
  const texts = published.rows(NOTES_WORDS).filter(({ digest }) => digests.has(digest));
  const known = takedownsOf(content, NOTES.name);
  const added = texts.flatMap(({ digest }) =>
    known.has(digest) ? [] : [{ ...stated, folder: NOTES.name, digest }],
  );
  // The entry first: killed behind it, the fold says that a text stands in spite of it, and this finishes it.
  await enterTakedowns(content, added, manifest.demo, stated.at);
  const taken = takedownsOf(content, NOTES.name);
  const words = manifest.record.words.map((file) =>
    contentLines(
      path.dirname(file.path),
      stemOf(file),
      sealedLines(published.lines(file) as never, taken) as never,
    ),
  );
  const copies = allAnew(
    ACCEPTED,
    accepted.map((one) => (one === copy ? less : one)),
    stated.at,
  );
  const next = {
    ...manifest,
    accepted: [...copies.files],
    record: { ...manifest.record, words: words.map(({ file }) => file) },
  };
  await publish(published, next, [...copies.written, ...words], stated.at);
  const isOut = await takeOutOfWritten(content, { copy, less, number });
  const count = texts.filter(({ text }) => text !== undefined).length;
  const done = t('takedown.done', { count, row: update });
  return isOut
    ? done
    : `${done}\n${t('takedown.written', { file: `content/written/${copy.file}`, ...TAKEN_DOWN })}`;
}

/**
 * Takes a text out of the file that people wrote as well, where that says there what was published; whether it holds it no
 * more. `less` is the copy without it.
 */
async function takeOutOfWritten(
  content: string,
  {
    copy,
    less,
    number,
  }: { readonly copy: AcceptedNote; readonly less: AcceptedNote; readonly number: number },
): Promise<boolean> {
  const file = path.join(content, 'written', copy.file);
  const bytes = bytesAt(file);
  if (bytes === null) return true;
  const { text } = readNoteFile(copy.kind, copy.file, bytes);
  const out = withoutPassages({ ...copy, text }, number);
  if (out === text) return true;
  const said = (of: string) =>
    readNoteFile(copy.kind, copy.file, new TextEncoder().encode(of))
      .sections[number - 1]?.passages.map((passage) => passage.text)
      .join();
  if (out === null || (out !== less.text && said(text) !== said(copy.text))) return false;
  await writeAtomically(file, out);
  return true;
}
