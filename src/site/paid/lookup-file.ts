/**
 * One of the 256 files by which a reader looks up a payment without telling which one: transactions whose hashes begin
 * alike, each with its batch. All of them are of one size, so that what passes on the way does not tell which was asked
 * for. Made by the build, read by the page; plain text, so that `grep` reads it too.
 */
const FORMAT = 'terang/paid/1';

/** The first digits of a hash, which name the file and are all that the host learns. */
export const PREFIX_DIGITS = 2;

/** A payment that is listed. */
export interface Listed {
  /** The beginning of the SHA-256 of its id: `HASH_DIGITS` hexadecimal digits. */
  readonly hash: string;
  readonly batch: string;
  /** When the batch was made, in whole seconds UTC; null where only the ledger names it. */
  readonly madeAt: string | null;
  /** The first entry of the batch's list in the log; null where none is signed. */
  readonly index: string | null;
}

/** What is said of all files. */
export interface LookupHead {
  /** When the lists were read, and until when that they are complete is vouched for. */
  readonly observedAt: string;
  readonly validUntil: string;
  /** That the figures are invented; null for real ones. */
  readonly demo: string | null;
}

/** What a file says of a hash. `damaged`: it is no such file, or not the whole of it. */
export type Lookup =
  | { readonly state: 'listed'; readonly listed: Listed; readonly head: LookupHead }
  | { readonly state: 'not-listed'; readonly head: LookupHead }
  | { readonly state: 'damaged' };

/** A line that stands for no payment names this batch. */
const NO_BATCH = '00000000-0000-0000-0000-000000000000';
const INDEX_DIGITS = 10;
const NO_TIME = '-'.repeat('2026-01-26T01:02:03Z'.length);
const NO_INDEX = '-'.repeat(INDEX_DIGITS);
const LINE = /^([0-9a-f]{24}) ([0-9a-f-]{36}) ([0-9TZ:-]{20}) ([0-9]{10}|-{10})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Every first part of a hash. */
export const PREFIXES: readonly string[] = Array.from({ length: 16 ** PREFIX_DIGITS }, (_, at) =>
  at.toString(16).padStart(PREFIX_DIGITS, '0'),
);

/**
 * All files by their prefix. Where a file has fewer payments than another, lines fill it that stand for none: `filler`
 * gives the n-th hash of those of a prefix, which must look like any other, or compression would tell the sizes apart.
 */
export function* lookupFiles(
  listed: Iterable<Listed>,
  head: LookupHead,
  filler: (prefix: string, n: number) => string,
): Generator<{ readonly prefix: string; readonly text: string }, void, undefined> {
  const files = new Map(PREFIXES.map((prefix) => [prefix, [] as string[]]));
  for (const one of listed) files.get(one.hash.slice(0, PREFIX_DIGITS))?.push(lineOf(one));
  const lines = Math.max(1, ...[...files.values()].map(({ length }) => length));
  for (const [prefix, own] of files) {
    for (let n = 0; own.length < lines; n++)
      own.push(lineOf({ hash: filler(prefix, n), batch: NO_BATCH, madeAt: null, index: null }));
    const first = [FORMAT, prefix, head.observedAt, head.validUntil, String(lines), head.demo ?? '-', ''];
    yield { prefix, text: [...first, ...own.toSorted(), ''].join('\n') };
  }
}

function lineOf({ hash, batch, madeAt, index }: Listed): string {
  const told = [hash, batch, madeAt ?? NO_TIME, index?.padStart(INDEX_DIGITS, '0') ?? NO_INDEX].join(' ');
  if (!LINE.test(told)) throw new RangeError(`a line of a lookup: ${told}`);
  return told;
}

/** What the text of a file says of a hash; several batches can have paid one transaction, then the first is told. */
export function lookUp(text: string, hash: string): Lookup {
  const [format, prefix, observedAt = '', validUntil = '', count, demo = '', blank, ...rest] =
    text.split('\n');
  const lines = rest.slice(0, -1);
  const isWhole =
    format === FORMAT &&
    prefix === hash.slice(0, PREFIX_DIGITS) &&
    INSTANT.test(observedAt) &&
    INSTANT.test(validUntil) &&
    blank === '' &&
    rest.at(-1) === '' &&
    count === String(lines.length) &&
    lines.every((line) => LINE.test(line));
  if (!isWhole) return { state: 'damaged' };
  const head = { observedAt, validUntil, demo: demo === '-' ? null : demo };
  for (const line of lines) {
    const [, of, batch = '', madeAt, index = ''] = LINE.exec(line) ?? [];
    if (of !== hash || batch === NO_BATCH) continue;
    const listed = {
      hash,
      batch,
      madeAt: madeAt === NO_TIME ? null : (madeAt ?? null),
      index: index === NO_INDEX ? null : String(Number(index)),
    };
    return { state: 'listed', listed, head };
  }
  return { state: 'not-listed', head };
}
