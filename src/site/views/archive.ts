import { compareInstants, dayOf } from '../../core/instant.ts';
import type { Publication } from '../../ledger/publication.ts';
import {
  type ArchivedMonth,
  type ArchiveResource,
  CHECKSUMS,
  DATA_PACKAGE,
  KEPT_MONTHS,
  PRUNED,
  README,
} from '../../reports/model/archive.ts';
import type { RestoreResult } from '../../reports/model/restore-test.ts';
import type { Reader } from '../../words/reader.ts';
import { type Link, linkPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { column, figure, setPiece, type Table, tableOf } from './table.ts';

interface ArchiveSection {
  readonly id: string;
  readonly title: string;
  readonly readAt: readonly Segment[];
  readonly tables: Table;
  /** Raw answers, a file a day; null in a month without. */
  readonly samples: Table | null;
  readonly sums: string;
  readonly pruned: string | null;
  readonly links: readonly Link[];
}

/** The closed months, each with its files, and how to check them without this site. */
export interface ArchivePage {
  readonly shell: Shell;
  readonly headline: string;
  readonly kept: string;
  /** How the latest restore test ended. */
  readonly tested: readonly Segment[];
  readonly months: readonly ArchiveSection[];
  /** How the newest month is verified with tools that are not ours, and with ours; null while there is none. */
  readonly verify: { readonly files: string; readonly whole: string } | null;
}

/** `site` is where the site stands on the web, for commands that are pasted elsewhere. */
export function archivePageOf(
  reader: Reader,
  publication: Publication,
  archives: readonly ArchivedMonth[],
  site: URL,
  test: RestoreResult | null,
): ArchivePage {
  const { t, format } = reader;
  const newest = archives.find(({ pruned_at }) => pruned_at === null)?.package.month;
  const address = newest === undefined ? null : new URL(reader.paths.archive(newest), site).href;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'archive' },
      title: t('archive.title'),
      description: t('archive.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline:
      archives.length === 0
        ? t('archive.none')
        : t('archive.headline', { count: archives.length, n: format.count(archives.length) }),
    kept: t('archive.kept', { months: format.count(KEPT_MONTHS) }),
    tested: testedOf(reader, test),
    months: archives.map((archive) => sectionOf(reader, archive)),
    verify:
      address === null ? null : { files: fetchAll(address), whole: `npm run archive -- --verify ${address}` },
  };
}

function testedOf(reader: Reader, test: RestoreResult | null): readonly Segment[] {
  const { t, rich, format } = reader;
  if (test === null) return [t('archive.restore.none')];
  const values = { month: format.month(test.month), when: timePiece(reader, test.tested_at) };
  return test.result === 'passed'
    ? rich('archive.restore.passed', values)
    : rich('archive.restore.failed', values);
}

function sectionOf(reader: Reader, { package: described, sha256, pruned_at }: ArchivedMonth): ArchiveSection {
  const { t, rich, format, paths } = reader;
  const { month, resources, observed_at } = described;
  const isSample = ({ name }: ArchiveResource) => name.startsWith('samples-');
  const samples = resources.filter(isSample);
  const table = (caption: string, files: readonly ArchiveResource[]) =>
    filesTable(reader, month, caption, files, pruned_at !== null);
  const [read] = Object.values(observed_at)
    .filter((at) => at !== null && at !== undefined)
    .toSorted(compareInstants);
  const name = format.month(month);
  return {
    id: month,
    title: name,
    readAt: read === undefined ? [] : rich('archive.readAt', { when: timePiece(reader, read) }),
    tables: table(
      t('archive.caption', { month: name }),
      resources.filter((resource) => !isSample(resource)),
    ),
    samples:
      samples.length === 0
        ? null
        : table(
            t('archive.samplesSummary', { count: samples.length, n: format.count(samples.length) }),
            samples,
          ),
    sums: t('archive.sums', { hash: sha256 }),
    pruned:
      pruned_at === null
        ? null
        : t('archive.pruned', { day: format.day(dayOf(pruned_at)), months: format.count(KEPT_MONTHS) }),
    links: [README, CHECKSUMS, DATA_PACKAGE, ...(pruned_at === null ? [] : [PRUNED])].map((file) => ({
      href: paths.archive(month, file),
      text: file,
    })),
  };
}

/** Once a month was pruned there is nothing to fetch, but the checksums stand. */
function filesTable(
  { t, format, language, paths }: Reader,
  month: string,
  caption: string,
  files: readonly ArchiveResource[],
  pruned: boolean,
): Table {
  return tableOf<ArchiveResource>(
    [
      column('file', t('archive.file'), ({ path, titles }) => [
        pruned ? path : linkPiece(paths.archive(month, path), path),
        { kind: 'break' },
        setPiece('small', titles[language]),
      ]),
      figure('rows', t('archive.rows'), ({ rows }) => format.count(rows)),
      figure(
        'size',
        t('archive.size'),
        ({ bytes }) => t('archive.bytes', { count: bytes, n: format.count(bytes) }),
        { class: 'nowrap' },
      ),
      column(
        'checksum',
        t('archive.checksum'),
        ({ hash }) => ({ kind: 'code', text: hash.replace('sha256:', '') }),
        { class: 'small' },
      ),
    ],
    files,
    { caption },
  );
}

/** The list of checksums, then every file that it names, then the comparison. */
function fetchAll(address: string): string {
  return [
    `curl -fsSO ${address}${CHECKSUMS}`,
    `for file in $(cut -c 67- ${CHECKSUMS})`,
    `do curl -fsSO ${address}$file`,
    'done',
    `sha256sum -c ${CHECKSUMS}`,
  ].join('\n');
}
