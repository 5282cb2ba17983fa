import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Place } from '../../core/yaml.ts';
import type { NoteFile } from '../model/note-file.ts';

/** Where an offset of `text` stands, for many offsets of one text. */
export function placesIn(text: string): (offset: number) => Place {
  const begins = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) begins.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (begins[low] ?? 0) + 1 };
  };
}

/**
 * All words of a note that the public will read: every text of its facts as it was written, also where others can
 * not be read, and every update.
 */
export function noteTexts(note: NoteFile): PublicText[] {
  return [...factTexts(note), ...updateTexts(note)];
}

/** Every text of the facts; one that is not said twice, such as what proves a change, is the same in both languages. */
export function factTexts({ written, whereIs }: Pick<NoteFile, 'written' | 'whereIs'>): PublicText[] {
  return written.map(({ path, text }) => ({
    language: path.at(-1) === 'id' ? 'id' : 'en',
    text,
    at: () => whereIs(path),
  }));
}

/** Words that the public will read, in one language, and where each of them stands in the file. */
export interface PublicText {
  readonly language: 'en' | 'id';
  /** Without Markdown's marks; blocks are apart by a line. */
  readonly text: string;
  /** The place of the character at `index` of `text`; of a field, where the field begins. */
  readonly at: (index: number) => Place;
}

/** The words of every update of a note. */
export function updateTexts({ sections }: NoteFile): PublicText[] {
  return sections.flatMap(({ passages }) =>
    passages.map(({ language, tree }) => ({ language, ...readable(tree) })),
  );
}

/**
 * What a reader sees of a tree. Code and the alternative text of images belong to it, unless they are among the
 * kinds of nodes to leave out.
 */
export function readable(
  tree: Root,
  without: readonly Nodes['type'][] = [],
): Pick<PublicText, 'text' | 'at'> {
  const pieces: Piece[] = [];
  let text = '';
  let block = 0;
  visit(tree, (node) => {
    if (without.includes(node.type)) return SKIP;
    const place = node.position?.start ?? { line: 1, column: 1 };
    // Every block opens a new line, so that no sentence runs from one list item into the next.
    if (['paragraph', 'heading', 'listItem', 'tableCell', 'code', 'break'].includes(node.type)) {
      if (text.length > block) text += '\n';
      block = text.length;
    }
    const value = node.type === 'image' ? (node.alt ?? '') : 'value' in node ? node.value : '';
    if (value === '' || node.type === 'html') return undefined;
    pieces.push({ from: text.length, place, value });
    // A soft line break within a paragraph ends no sentence.
    text += node.type === 'text' ? value.replaceAll('\n', ' ') : value;
    return undefined;
  });
  const at = (index: number): Place => {
    const piece = lastUntil(pieces, index);
    if (piece === undefined) return { line: 1, column: 1 };
    const before = piece.value.slice(0, index - piece.from).split('\n');
    const { length } = before.at(-1) ?? '';
    return before.length === 1
      ? { line: piece.place.line, column: piece.place.column + length }
      : { line: piece.place.line + before.length - 1, column: length + 1 };
  };
  return { text, at };
}

interface Piece {
  readonly from: number;
  readonly place: Place;
  readonly value: string;
}

/** The last piece that begins at `index` or before; pieces are in order. */
function lastUntil(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
