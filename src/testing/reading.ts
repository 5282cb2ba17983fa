import type { Segment } from '../site/views/segment.ts';
import type { Cell, CellPiece, Table } from '../site/views/table.ts';
import { bothTimes } from '../words/format.ts';

/** A sentence of a page model as a reader hears it, its no-break spaces as plain ones. */
export function read(sentence: readonly Segment[]): string {
  return sentence.map(spoken).join('').replaceAll('\u00A0', ' ');
}

function spoken(segment: Segment): string {
  if (typeof segment === 'string') return segment;
  switch (segment.kind) {
    case 'time':
      return segment.brief === true ? segment.time.first : bothTimes(segment.time);
    case 'link':
    case 'strong':
      return segment.text;
    case 'amount':
      return segment.amount.whole + segment.amount.fraction;
    case 'hash':
      return segment.hash.short;
    case 'foreign':
      return [...segment.foreign.lead, ...(segment.foreign.rest?.runs ?? [])]
        .map((run) => run.text ?? `[${run.code}]`)
        .join('');
    default:
      return segment satisfies never;
  }
}

/** The rows of a table as they are read, by the ids of its columns; what stands on a line of its own begins one. */
export function cellsOf(table: Table | null | undefined): Record<string, string>[] {
  return (table?.rows ?? []).map(({ cells }) => textOf(cells));
}

/** What stands below all rows, the same way. */
export function sumOf(table: Table | undefined): Record<string, string> {
  return textOf(table?.sum ?? {});
}

/** The first piece of a kind in a cell, as what it is. */
export function pieceOf<Kind extends Exclude<CellPiece, string>['kind']>(
  cell: Cell | undefined,
  kind: Kind,
): Extract<CellPiece, { kind: Kind }> | undefined {
  return piecesOf(cell).find(
    (piece): piece is Extract<CellPiece, { kind: Kind }> => typeof piece === 'object' && piece.kind === kind,
  );
}

function textOf(cells: Readonly<Record<string, Cell>>): Record<string, string> {
  const text = (cell: Cell) => piecesOf(cell).map(told).join('').replaceAll('\u00A0', ' ');
  return Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, text(cell)]));
}

function piecesOf(cell: Cell | undefined): readonly CellPiece[] {
  if (cell === null || cell === undefined) return [];
  return Array.isArray(cell) ? cell : [cell as CellPiece];
}

function told(piece: CellPiece): string {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'to':
      return piece.of.map(told).join('');
    case 'set': {
      const text = piece.of.map(told).join('');
      return ['mono', 'strong', 'small', 'quiet'].includes(piece.as) ? text : `\n${text}`;
    }
    case 'break':
      return '\n';
    case 'report':
    case 'state':
      return piece.mark.word;
    case 'shape':
    case 'flag':
      return piece.text.map(spoken).join('');
    case 'verdict':
    case 'code':
    case 'ageing':
      return piece.text;
    case 'query':
      return `\n${piece.label}\n${piece.text}`;
    case 'trend':
      return piece.trend.label;
    case 'day':
      return piece.day.words;
    default:
      return spoken(piece);
  }
}
