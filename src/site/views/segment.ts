import type { Instant, IsoInstant } from '../../core/instant.ts';
import type { Decimal } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { AmountText, TimeText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';

/** A piece of a sentence, ready to be shown: plain text, or something with a markup of its own. */
export type Segment = string | Piece;
export type Piece =
  /** `brief`: without UTC beside it, where the same time stands in full one tap away. */
  | { readonly kind: 'time'; readonly time: TimeText; readonly brief?: true }
  /** `spoken`: what it is called where its text alone does not say it. */
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly text: string;
      readonly download?: string;
      readonly spoken?: string;
    }
  | { readonly kind: 'amount'; readonly amount: AmountText }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'hash'; readonly hash: ShortHash }
  | { readonly kind: 'foreign'; readonly foreign: ForeignText };

/** A way on, below a section or a page. */
export interface Link {
  readonly href: string;
  readonly text: string;
  /** The name on the reader's disk, where it is a file. */
  readonly download?: string;
}

/** A hash cut for display; `href` leads to where the whole of it stands. */
export interface ShortHash {
  readonly short: string;
  readonly whole: string;
  readonly href: string | null;
}

export const timePiece = (reader: Reader, instant: Instant | IsoInstant): Piece => ({
  kind: 'time',
  time: reader.format.time(instant),
});

export const briefTimePiece = (reader: Reader, instant: Instant | IsoInstant): Piece => ({
  kind: 'time',
  time: reader.format.time(instant),
  brief: true,
});

/** The day of an instant alone; the whole time stands elsewhere. */
export const dayPiece = (reader: Reader, instant: Instant | IsoInstant): Piece => ({
  kind: 'time',
  time: { ...reader.format.time(instant), first: reader.format.date(instant) },
  brief: true,
});

export const amountPiece = (reader: Reader, amount: Decimal): Piece => ({
  kind: 'amount',
  amount: reader.format.amount(amount),
});

export const linkPiece = (href: string, text: string): Extract<Piece, { kind: 'link' }> => ({
  kind: 'link',
  href,
  text,
});

export const strongPiece = (text: string): Piece => ({ kind: 'strong', text });

export const foreignPiece = (reader: Reader, text: string): Piece => ({
  kind: 'foreign',
  foreign: foreignText(reader, text),
});

/** `5730c724…d5ad`, one tap away from the whole hash on the page of its batch. */
export function hashPiece(reader: Reader, batch: Batch): Piece {
  const whole = batch.public_hash ?? '';
  if (!/^[0-9a-f]{64}$/.test(whole)) return foreignPiece(reader, whole); // The column holds any text.
  const href = `${reader.paths.page(reader.language, { name: 'batch', id: batch.id })}#hash`;
  return { kind: 'hash', hash: { short: shortened(whole), whole, href } };
}

/** The beginning and the end of a long hash or address; a short text stays as it is. */
export function shortened(text: string): string {
  return text.length <= 16 ? text : `${text.slice(0, 8)}…${text.slice(-4)}`;
}
