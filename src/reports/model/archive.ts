import { z } from 'zod';
import { type IsoInstant, isoInstantSchema } from '../../core/instant.ts';
import { addMonths, monthSchema } from '../../core/month.ts';

/** The tables of a closed month. `metrics` are its daily figures; `status-days` bear the hashes of the samples. */
export const ARCHIVE_TABLES = ['metrics', 'batches', 'changelog', 'status-days'] as const;
export type ArchiveTable = (typeof ARCHIVE_TABLES)[number];

export const README = 'README.md';
export const DATA_PACKAGE = 'datapackage.json';
export const CHECKSUMS = 'SHA256SUMS';
/** What says that data files were removed, and when: the only file that an archive gets after it was written. */
export const PRUNED = 'PRUNED.json';

/** How long an archive is kept at least (TPC-17). */
export const KEPT_MONTHS = 12;

/** The first month in which data files of an archived month may be removed, such as `2027-02` of `2026-01`. */
export function prunableFrom(month: string): string {
  return addMonths(month, KEPT_MONTHS + 1);
}

/** What stays of a month that was pruned: a copy that somebody kept can still be checked against it. */
export const STAYS: readonly string[] = [CHECKSUMS, DATA_PACKAGE, README, PRUNED];

/** What may stand in an archive: flat names, so that no list of files can lead elsewhere. */
const FILE_NAME = /^(README\.md|datapackage\.json|(DEMO-)?[a-z0-9-]+\.(csv|json|jsonl)\.gz)$/;

/** The name of a table's file; that of a demo says so. */
export function tableFile(table: ArchiveTable, form: 'csv' | 'json', demo: boolean): string {
  return `${demo ? 'DEMO-' : ''}${table}.${form}.gz`;
}

/** The name of the raw samples of a UTC day. */
export function samplesFile(day: string, demo: boolean): string {
  return `${demo ? 'DEMO-' : ''}samples-${day}.jsonl.gz`;
}

const size = z.int().nonnegative();
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const words = z.strictObject({ en: z.string(), id: z.string() });

const resourceSchema = z.looseObject({
  name: z.string(),
  path: z.string().regex(FILE_NAME),
  titles: words,
  /** Of the file as it stands, compressed. */
  bytes: size,
  hash,
  /** Of the text in it; a day of samples bears the `raw_sha256` of its figures here. */
  text_bytes: size,
  text_hash: hash,
  rows: size,
});
export type ArchiveResource = z.infer<typeof resourceSchema>;

/** Sums of exact decimals, by column. */
const sumsSchema = z.record(z.string(), z.string());

/** `datapackage.json`: a Frictionless Data Package that says what each file of a closed month holds. */
export const archivePackageSchema = z.looseObject({
  format: z.literal('terang/archive/1'),
  name: z.string(),
  month: monthSchema,
  demo: z.boolean(),
  /** Up to when each table was read; null where nothing was ever asked. */
  observed_at: z.record(z.enum(ARCHIVE_TABLES), isoInstantSchema.nullable()),
  totals: z.strictObject({
    /** The columns of `metrics`, summed over the month. */
    month: sumsSchema,
    /** The same over every day published up to the end of the month. */
    since_beginning: sumsSchema,
    /** The columns of `batches`, summed. */
    batches: sumsSchema,
  }),
  resources: z.array(resourceSchema),
});
export type ArchivePackage = z.infer<typeof archivePackageSchema>;

/** `PRUNED.json`: which data files of a month were removed after their time, and when. */
export const prunedSchema = z.strictObject({
  format: z.literal('terang/pruned/1'),
  month: monthSchema,
  pruned_at: isoInstantSchema,
  files: z.array(z.string().regex(FILE_NAME)).min(1),
});
export type Pruned = z.infer<typeof prunedSchema>;

/** A line of `SHA256SUMS`, as `sha256sum` writes it. */
const CHECKSUM_LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/**
 * The hash of every file that `SHA256SUMS` names.
 *
 * @throws SyntaxError that names every line which is not `<hash>  <name>`, leads elsewhere or stands twice
 */
export function parseChecksums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  const wrong: string[] = [];
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const [, sha256, name] = CHECKSUM_LINE.exec(line) ?? [];
    if (sha256 === undefined || name === undefined || !FILE_NAME.test(name) || sums.has(name))
      wrong.push(`line ${index + 1}`);
    else sums.set(name, sha256);
  }
  if (wrong.length > 0)
    throw new SyntaxError(`expected "<hash>  <name>", each name once: ${wrong.join(', ')}`);
  return sums;
}

/** The text of `SHA256SUMS`, which `sha256sum -c` reads. */
export function checksumsText(sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sha256]) => `${sha256}  ${name}\n`)
    .join('');
}

/** A closed month as pages show it. */
export interface ArchivedMonth {
  readonly package: ArchivePackage;
  /** The SHA-256 of its list of checksums, which stands for the whole of it. */
  readonly sha256: string;
  /** When its data files were removed after their time, and the checksums alone stayed; null while they are there. */
  readonly pruned_at: IsoInstant | null;
}
