import { type Dirent, existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Said } from '../../words/said.ts';
import type { Finding } from '../lint/lint.ts';
import { nearest } from '../lint/nearest.ts';
import { NOTE_FOLDERS, type NoteKind } from '../model/note-file.ts';
import type { Refusal } from './judgement.ts';

/** A file that nothing reads where it stands: any below `written/`, and beside it whatever looks like a note. */
export interface Stray {
  /** From `written/` on, with forward slashes; what stands outside begins with `../`. */
  readonly file: string;
  /** What kind of note it seems to be; null where it seems to be none. */
  readonly note: NoteKind | null;
  /** Where it belongs. */
  readonly said: Said;
}

const TOP = [...Object.values(NOTE_FOLDERS), 'systems', 'sign-offs', 'log', 'schemas'];
const OF_A_SYSTEM = ['system.yaml', 'messages.yaml', 'rotations.yaml', 'reader.sql'];
const FOLDERS_OF_A_SYSTEM = ['sql', 'routines', 'playbooks', 'corrections'];
const IMAGE = /\.(png|jpe?g|webp|avif|gif|svg|heic)$/iu;
/** What `site.yaml` can name: its logo and its favicon. */
const PICTURE_OF_SITE = /^[a-z0-9-]+\.svg$/;
const README = /(^|[\\/])readme(\.[\w-]+)*$/iu;
const MARKDOWN = /\.(md|markdown|mdown|mkd)$/iu;
/** Facts in front, or the heading of an update. */
const BEGINS_A_NOTE = /^(\uFEFF?---\s*$|## )/mu;
const DATED = /^\d{4}-\d{2}-\d{2}-/u;
/** What people call a folder of notes at the root of the repository. */
const FOLDER_OF_NOTES = /^(incidents?|insiden|maintenances?|pemeliharaan)$/iu;
const NOTE_ENDING = /^[^.]*$|\.(md|markdown|mdown|mkd|txt|text)$/iu;

/** Every file below `written/` that nothing reads, named with the place where it belongs, and every note beside it. */
export async function straysOf(contentRoot: string): Promise<Stray[]> {
  const root = path.join(contentRoot, 'written');
  const strays: Stray[] = [];
  for (const file of await filesBelow(root)) {
    if (isRead(file)) continue;
    const text = NOTE_ENDING.test(path.basename(file)) ? await textOf(path.join(root, file)) : null;
    strays.push(
      text === null || !BEGINS_A_NOTE.test(text)
        ? { file, note: null, said: ofNoNote(file) }
        : strayNote(contentRoot, file, text),
    );
  }
  return [...(await notesBeside(contentRoot)), ...strays];
}

/** Notes elsewhere in the content, beside it at the root of the repository, or in a folder for notes there. */
async function notesBeside(contentRoot: string): Promise<Stray[]> {
  const repository = path.join(contentRoot, '..');
  const folders = (await entriesIn(repository)).filter(
    (entry) => entry.isDirectory() && FOLDER_OF_NOTES.test(entry.name),
  );
  const below = await Promise.all(
    [contentRoot, ...folders.map(({ name }) => path.join(repository, name))].map(async (folder) =>
      (await filesBelow(folder)).map((file) => path.join(folder, file)),
    ),
  );
  const atRoot = (await entriesIn(repository)).filter((entry) => !entry.isDirectory());
  const written = path.join(contentRoot, 'written');
  const files = [...atRoot.map(({ name }) => path.join(repository, name)), ...below.flat()]
    .filter((file) => MARKDOWN.test(file) && !README.test(file))
    .filter((file) => path.relative(written, file).startsWith('..'));
  const strays: Stray[] = [];
  for (const at of files) {
    const text = await textOf(at);
    if (text === null) continue;
    if (DATED.test(path.basename(at)) || isFrontMatterOfNote(text))
      strays.push(strayNote(contentRoot, path.relative(written, at).replaceAll('\\', '/'), text));
  }
  return strays;
}

function isFrontMatterOfNote(text: string): boolean {
  const [, facts = ''] = /^---\r?\n(.*?)\r?\n---/su.exec(text) ?? [];
  return /^system\s*:/mu.test(facts) && /^title\s*:/mu.test(facts);
}

/** The text of a file; null for what is none, such as a link that leads to a folder or nowhere. */
async function textOf(file: string): Promise<string | null> {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFile(file, 'utf8') : null;
}

/** The files of a folder and those below, from it on, in order; none where there is no such folder. */
async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []; // Nobody has written anything.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
    .filter((file) => !README.test(file))
    .toSorted();
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES' || error.code === 'EPERM') return []; // A parent that is not ours to look into.
    throw error;
  });
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isRead(file: string): boolean {
  const [top = '', ...below] = file.split('/');
  const name = below.at(-1) ?? '';
  switch (top) {
    case NOTE_FOLDERS.incident:
    case NOTE_FOLDERS.maintenance:
      return below.length === 1 || (below.length > 1 && IMAGE.test(name));
    case 'systems':
      return isOfSystem(below);
    case 'log': // The policy of the log, the one file there.
      return below.join('/') === 'policy';
    case 'schemas':
    case 'sign-offs': // Read by the reports, which name what is wrong there.
      return below.length > 0;
    default:
      return below.length === 0 && (top === 'site.yaml' || PICTURE_OF_SITE.test(top));
  }
}

/** Of a misspelt name nobody would hear: the file it was meant to be can be absent. */
function isOfSystem([system = '', ...below]: readonly string[]): boolean {
  const [first = '', second] = below;
  if (!/^[a-z][a-z0-9-]*$/u.test(system) || below.length === 0 || below.length > 2) return false;
  if (!/^[a-z0-9][a-z0-9._-]*\.(yaml|sql)$/u.test(below.at(-1) ?? '')) return false;
  const known = second === undefined ? OF_A_SYSTEM : FOLDERS_OF_A_SYSTEM;
  return known.includes(first) || nearest(first, known) === null;
}

/** The kind of a note by its first lines, and where one of this kind belongs. */
function strayNote(contentRoot: string, file: string, text: string): Stray {
  const [begin = ''] = text.split(/^##/mu, 1);
  const note = /^(starts|lasts|recurs)\s*:/mu.test(begin) ? 'maintenance' : 'incident';
  const folder = `content/written/${NOTE_FOLDERS[note]}`;
  const name = note === 'incident' ? datedName(file, begin) : path.basename(file);
  const target = `${folder}/${name}`;
  if (isOutside(file)) {
    const seen = path.relative(path.join(contentRoot, '..'), path.join(contentRoot, 'written', file));
    return { file, note, said: { code: 'place.outside', values: { file: seen, folder, target } } };
  }
  const values = { file, folder, target, typed: `${NOTE_FOLDERS[note]}/` };
  return { file, note, said: { code: 'place.note', values } };
}

/** The name with its whole date, which folders (`2026/11-27-api.md`) or the facts can hold a part of. */
function datedName(file: string, facts: string): string {
  const name = path.basename(file);
  if (DATED.test(name)) return name;
  const parts = file.split('/');
  const year = parts.findIndex((part) => /^\d{4}$/u.test(part));
  const joined = parts.slice(Math.max(year, 0)).join('-');
  if (year !== -1 && DATED.test(joined)) return joined;
  const [, day] = /^started\s*:\s*["']?(\d{4}-\d{2}-\d{2})/mu.exec(facts) ?? [];
  return day === undefined ? name : `${day}-${name}`;
}

function isOutside(file: string): boolean {
  return file.startsWith('../');
}

function ofNoNote(file: string): Said {
  const [top = '', ...below] = file.split('/');
  const close = below.length === 0 ? null : nearest(top, TOP);
  if (close !== null && close !== top) {
    const target = `content/written/${[close, ...below].join('/')}`;
    return { code: 'place.folder', values: { file, folder: top, target } };
  }
  if (top === 'systems') {
    const known = [...OF_A_SYSTEM, ...FOLDERS_OF_A_SYSTEM.map((one) => `${one}/`)];
    return { code: 'place.system', values: { file, known } };
  }
  return { code: 'place.unread', values: { file, known: TOP } };
}

/** As the lint tells it. */
export function strayFinding(contentRoot: string, { file, said }: Stray): Finding {
  const at = path.join(contentRoot, 'written', file);
  return { file: at, line: 1, column: 1, rule: 'place', level: 'error', ...said };
}

/** Whether a run keeps it as a refused note: what stands outside of `written/` is named alone. */
export function isRefusedNote(stray: Stray): stray is Stray & { readonly note: NoteKind } {
  return stray.note !== null && !isOutside(stray.file);
}

/** As a run over the notes keeps it: the note that it seems to be is refused where it stands. */
export function strayRefusal({ said }: Stray): Refusal {
  return { rule: 'place', line: 1, column: 1, ...said };
}
