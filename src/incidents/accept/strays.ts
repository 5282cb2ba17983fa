import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Said } from '../../words/said.ts';
import type { Finding } from '../lint/lint.ts';
import { nearest } from '../lint/nearest.ts';
import type { NoteKind } from '../model/note-file.ts';
import type { Refusal } from './judgement.ts';

/** A file below `written/` that nothing reads where it stands. */
export interface Stray {
  /** Below `written/`, with forward slashes. */
  readonly file: string;
  /** What kind of note it seems to be; null where it seems to be none. */
  readonly note: NoteKind | null;
  /** Where it belongs. */
  readonly said: Said;
}

const FOLDERS = { incident: 'incidents', maintenance: 'maintenance' } as const;
const TOP = [...Object.values(FOLDERS), 'systems', 'sign-offs', 'schemas'];
const OF_A_SYSTEM = ['system.yaml', 'messages.yaml', 'rotations.yaml', 'reader.sql'];
const FOLDERS_OF_A_SYSTEM = ['sql', 'routines', 'playbooks', 'corrections'];
const IMAGE = /\.(png|jpe?g|webp|avif|gif|svg|heic)$/iu;
const NOTE_ENDING = /^[^.]*$|\.(md|markdown|mdown|mkd|txt|text)$/iu;

/** Every file below `written/` that nothing reads: each is named with the place where it belongs. */
export async function straysBelow(contentRoot: string): Promise<Stray[]> {
  const root = path.join(contentRoot, 'written');
  if (!existsSync(root)) return []; // Nobody has written anything.
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .filter((file) => !/(^|\/)readme\.md$/iu.test(file))
    .toSorted();
  const strays: Stray[] = [];
  for (const file of files) {
    if (isRead(file)) continue;
    const note = await noteIn(path.join(root, file));
    strays.push({ file, note, said: note === null ? ofNoNote(file) : ofNote(file, note) });
  }
  return strays;
}

function isRead(file: string): boolean {
  const [top = '', ...below] = file.split('/');
  const name = below.at(-1) ?? '';
  switch (top) {
    case FOLDERS.incident:
    case FOLDERS.maintenance:
      return below.length === 1 || (below.length > 1 && IMAGE.test(name));
    case 'systems':
      return isOfSystem(below);
    case 'schemas':
    case 'sign-offs': // Read by the reports, which name what is wrong there.
      return below.length > 0;
    default:
      return false;
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

/** By its first lines; what has another ending than a text is none. */
async function noteIn(file: string): Promise<NoteKind | null> {
  if (!NOTE_ENDING.test(path.basename(file))) return null;
  const [begin = ''] = (await readFile(file, 'utf8')).split(/^##/mu, 1);
  return /^(starts|lasts|recurs)\s*:/mu.test(begin) ? 'maintenance' : 'incident';
}

function ofNote(file: string, kind: NoteKind): Said {
  const folder = `content/written/${FOLDERS[kind]}`;
  const target = `${folder}/${path.basename(file)}`;
  return { code: 'place.note', values: { file, folder, target, typed: `${FOLDERS[kind]}/` } };
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

/** As a run over the notes keeps it: the note that it seems to be is refused where it stands. */
export function strayRefusal({ said }: Stray): Refusal {
  return { rule: 'place', line: 1, column: 1, ...said };
}
