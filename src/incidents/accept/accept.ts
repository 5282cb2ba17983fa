import path from 'node:path';
import { canonicalJson } from '../../core/canonical.ts';
import { type IsoInstant, toSeconds, wholeSeconds } from '../../core/instant.ts';
import type { Language } from '../../core/language.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { assertClockOf } from '../../store/clock.ts';
import { exclusively } from '../../store/lock.ts';
import { allAnew, append, publish } from '../../store/publish.ts';
import { rootOf } from '../../store/published.ts';
import { assertSameWorld, holdsDemo } from '../../store/world.ts';
import { listSystems } from '../../systems/system-file.ts';
import type { lintNote } from '../lint/lint.ts';
import type { NoteEntry } from '../model/note-record.ts';
import { ACCEPTED, NOTES, NOTES_RECORD, NOTES_WORDS } from '../model/notes-folder.ts';
import type { AcceptedNote, NotesManifest, RefusedNote } from '../model/notes-manifest.ts';
import { acceptedNote, publishedNote, slugOf } from '../model/published-notes.ts';
import { type NotesBefore, readNotes } from './content.ts';
import { judge } from './judgement.ts';
import { formatReport, type NotesReport, type RefusedFile } from './report.ts';
import { type Kept, observeAll, type Standing, standingNote } from './standing.ts';
import { isRefusedNote, strayRefusal, straysOf } from './strays.ts';
import { vanishedNotes } from './vanished.ts';
import { officialWallets } from './wallets.ts';
import { readKnown, writtenNotes } from './written.ts';

export interface AcceptCommand {
  readonly contentRoot: string;
  readonly now: () => IsoInstant;
  /** What this machine's clock says, where notes are accepted as of another time; `now` unless given. */
  readonly clock?: IsoInstant;
  readonly lint: typeof lintNote;
  /** True when the notes are invented. A snapshot or checks that say so of themselves count as well. */
  readonly demo?: boolean;
  /** In which languages the reasons of refusals are told; English unless given. */
  readonly languages?: readonly Language[];
  /** Milliseconds to wait for another run that writes to the same folder. */
  readonly patience?: number;
  readonly onStep?: (message: string) => void;
}

/** How it ended: what the operator reads, and 0 only when no note is refused. */
export interface AcceptEnding {
  readonly text: string;
  readonly exitCode: 0 | 1;
  readonly manifest: NotesManifest;
}

/** When there is nothing new, the time of the last look alone is written this many seconds after the one before. */
const LOOKED_EVERY = 3_600;

/**
 * `npm run notes`, without the process around it: what people wrote becomes what is published. Each note that
 * the lint lets through is accepted as it stands; of one that is refused, what was accepted last stands.
 */
export async function acceptNotes(command: AcceptCommand): Promise<AcceptEnding> {
  const { contentRoot, patience, onStep } = command;
  const root = rootOf(contentRoot, NOTES);
  return exclusively(root, { patience, onStep }, () => accept(root, command));
}

/** The notes of a folder whose figures or checks are invented are invented too. */
async function isDemo({ contentRoot, demo = false }: AcceptCommand): Promise<boolean> {
  const folders = [...(await listSystems(contentRoot)), 'status'];
  const worlds = folders.map((folder) => holdsDemo(path.join(contentRoot, 'generated', folder)));
  const is = demo || worlds.includes(true);
  if (worlds.includes(false)) assertSameWorld('content', false, is);
  return is;
}

async function accept(root: string, command: AcceptCommand): Promise<AcceptEnding> {
  const { contentRoot, lint, languages = ['en'] } = command;
  const before = await readNotes(root);
  const demo = await isDemo(command);
  assertSameWorld('notes', before.manifest?.demo ?? null, demo);
  const now = wholeSeconds(command.now());
  await assertClockOf(contentRoot, command.clock ?? now);
  const known = await readKnown(contentRoot);
  const written = await writtenNotes(contentRoot);
  const wallets = await officialWallets(contentRoot, known.systems.keys());
  const copies = new Map(before.accepted.map((copy) => [copy.file, copy]));
  const refusedBefore = new Map(before.manifest?.refused.map((one) => [one.file, one]));
  const vanished = vanishedNotes(before.accepted, written);
  const standing = new Map<string, Standing>();
  const refused: RefusedFile[] = [];
  const images = new Map<string, Uint8Array>();
  for (const one of written) {
    const copy = copies.get(one.file);
    const judgement = await judge(one, {
      known,
      now,
      lint,
      wallets,
      vanished,
      before: () =>
        copy === undefined
          ? null
          : { copy, published: () => publishedNote(copy, before, refusedBefore.get(one.file)) },
    });
    if ('note' in judgement) {
      standing.set(one.file, standingNote(judgement.copy, true, judgement.note));
      for (const [image, bytes] of judgement.files) images.set(image, bytes);
      continue;
    }
    const since = refusedBefore.get(one.file)?.since ?? now;
    refused.push({ kind: one.kind, file: one.file, since, refusals: [...judgement.refusals] });
  }
  const strays = await straysOf(contentRoot);
  for (const stray of strays.filter(isRefusedNote))
    refused.push({
      kind: stray.note,
      file: stray.file,
      since: refusedBefore.get(stray.file)?.since ?? now,
      refusals: [strayRefusal(stray)],
    });
  const files = new Set(written.map(({ file }) => file));
  const kept: Kept[] = [];
  for (const copy of before.accepted) {
    if (standing.has(copy.file)) continue;
    const [note, there] = [acceptedNote(copy), files.has(copy.file)];
    if (note === null) kept.push({ copy, kind: copy.kind, slug: slugOf(copy), there });
    else standing.set(copy.file, standingNote(copy, there, note));
  }

  const observed = observeAll(before, [...standing.values()], kept, now);
  const accepted = byFile([...standing.values(), ...kept].map(({ copy }) => copy));
  const unreadable = kept.map(({ copy }) => copy.file);
  const report: NotesReport = {
    ...observed,
    refused,
    unreadable,
    problems: known.problems,
    strays: strays.filter((stray) => !isRefusedNote(stray)),
    standing: accepted.length,
  };
  const ending = { text: formatReport(report, contentRoot, languages), exitCode: exitCodeOf(report) };
  const isNews = observed.entries.length > 0 || !saysTheSame(before, accepted, refused);
  if (before.manifest !== null && !isNews && isFresh(before.manifest, now))
    return { ...ending, manifest: before.manifest };
  const manifest = await publishNotes(before, {
    now,
    demo,
    accepted,
    refused,
    files: images,
    ...observed,
  });
  return { ...ending, manifest };
}

function exitCodeOf({ refused, problems, strays }: NotesReport): 0 | 1 {
  return refused.length + problems.length + strays.length === 0 ? 0 : 1;
}

function byFile(copies: readonly AcceptedNote[]): AcceptedNote[] {
  return copies.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Whether nothing but the time would change. */
function saysTheSame(
  before: NotesBefore,
  accepted: readonly AcceptedNote[],
  refused: readonly RefusedNote[],
): boolean {
  const said = (copies: readonly AcceptedNote[], refusals: readonly RefusedNote[] = []) =>
    canonicalJson([byFile(copies), refusals]);
  return said(before.accepted, before.manifest?.refused) === said(accepted, refused);
}

/** Not where the clock was put back: a time to come is put right. */
function isFresh({ observed_at }: NotesManifest, now: IsoInstant): boolean {
  const age = toSeconds(now) - toSeconds(observed_at);
  return age >= 0 && age < LOOKED_EVERY;
}

/** What is to be published from now on. */
interface NotesOutcome {
  readonly now: IsoInstant;
  readonly demo: boolean;
  readonly accepted: readonly AcceptedNote[];
  /** The images that are new, by where they are kept below the root: each is named by its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly refused: readonly RefusedNote[];
  readonly entries: readonly NoteEntry[];
  readonly words: readonly SealedWords[];
}

/** Makes what a run accepted the notes that are published. */
async function publishNotes(
  { published }: NotesBefore,
  { now, demo, accepted, files, refused, entries, words }: NotesOutcome,
): Promise<NotesManifest> {
  const copies = allAnew(ACCEPTED, accepted, now);
  const record = append(published, NOTES_RECORD, entries, now);
  const sealed = append(published, NOTES_WORDS, words, now);
  const manifest: NotesManifest = {
    format: 'terang/notes/1',
    demo,
    observed_at: now,
    accepted: [...copies.files],
    refused: [...refused],
    record: { entries: [...record.files], words: [...sealed.files] },
  };
  const images = [...files].map(([path, text]) => ({ file: { path }, text }));
  const written = [...copies.written, ...images, ...record.written, ...sealed.written];
  return publish(published, manifest, written, now);
}
