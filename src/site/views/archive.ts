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
import { type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';

/** A file of a closed month. */
export interface ArchiveRow {
  /** Null once it was pruned: then there is nothing to fetch, but its checksum stands. */
  readonly href: string | null;
  readonly name: string;
  readonly title: string;
  readonly rows: string;
  readonly size: string;
  readonly sha256: string;
}

export interface ArchiveSection {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly readAt: readonly Segment[];
  readonly tables: readonly ArchiveRow[];
  /** Raw answers, a file a day; null in a month without. */
  readonly samples: { readonly summary: string; readonly rows: readonly ArchiveRow[] } | null;
  readonly sums: string;
  readonly pruned: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** The closed months, each with its files, and how to check them without this site. */
export interface ArchivePage {
  readonly shell: Shell;
  readonly headline: string;
  readonly intro: string;
  readonly kept: string;
  readonly head: {
    readonly file: string;
    readonly rows: string;
    readonly size: string;
    readonly checksum: string;
  };
  /** How the latest restore test ended. */
  readonly tested: readonly Segment[];
  readonly months: readonly ArchiveSection[];
  readonly verify: {
    readonly title: string;
    readonly body: string;
    readonly commands: string | null;
    readonly whole: string;
    readonly wholeCommand: string | null;
    readonly limits: string;
  };
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
      description: t('archive.description'),
      dated: 'run',
    }),
    headline:
      archives.length === 0
        ? t('archive.none')
        : t('archive.headline', { count: archives.length, n: format.count(archives.length) }),
    intro: t('archive.intro'),
    kept: t('archive.kept', { months: format.count(KEPT_MONTHS) }),
    head: {
      file: t('archive.file'),
      rows: t('archive.rows'),
      size: t('archive.size'),
      checksum: t('archive.checksum'),
    },
    tested: testedOf(reader, test),
    months: archives.map((archive) => sectionOf(reader, archive)),
    verify: {
      title: t('archive.verify.title'),
      body: t('archive.verify.body'),
      commands: address === null ? null : fetchAll(address),
      whole: t('archive.verify.whole'),
      wholeCommand: address === null ? null : `npm run archive -- --verify ${address}`,
      limits: t('archive.limits'),
    },
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
  const row = (resource: ArchiveResource) => rowOf(reader, month, resource, pruned_at !== null);
  const [read] = Object.values(observed_at)
    .filter((at) => at !== null && at !== undefined)
    .toSorted(compareInstants);
  const name = format.month(month);
  return {
    id: month,
    title: name,
    caption: t('archive.caption', { month: name }),
    readAt: read === undefined ? [] : rich('archive.readAt', { when: timePiece(reader, read) }),
    tables: resources.filter((resource) => !isSample(resource)).map(row),
    samples:
      samples.length === 0
        ? null
        : {
            summary: t('archive.samplesSummary', { count: samples.length, n: format.count(samples.length) }),
            rows: samples.map(row),
          },
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

function rowOf(reader: Reader, month: string, resource: ArchiveResource, pruned: boolean): ArchiveRow {
  const { t, format, language, paths } = reader;
  return {
    href: pruned ? null : paths.archive(month, resource.path),
    name: resource.path,
    title: resource.titles[language],
    rows: format.count(resource.rows),
    size: t('archive.bytes', { count: resource.bytes, n: format.count(resource.bytes) }),
    sha256: resource.hash.replace('sha256:', ''),
  };
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
