import type { IsoInstant } from '../core/instant.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import type { DatasetName } from '../ledger/dataset.ts';

/** Every page of the site that stands in both languages. */
export type Page =
  | {
      readonly name:
        | 'home'
        | 'status'
        | 'transparency'
        | 'batches'
        | 'wallets'
        | 'changelog'
        | 'split'
        | 'verify'
        | 'paid'
        | 'incidents'
        | 'maintenance'
        | 'reports'
        | 'audit'
        | 'archive'
        | 'log'
        | 'drill';
    }
  | { readonly name: 'system'; readonly id: string }
  | { readonly name: 'batch-month' | 'changelog-month'; readonly month: string }
  | { readonly name: 'batch'; readonly id: string }
  | { readonly name: 'incident'; readonly slug: string }
  | { readonly name: 'incident-month' | 'report-month'; readonly month: string }
  | { readonly name: 'incident-system' | 'report-system'; readonly id: string }
  /** The time it was due, in UTC. */
  | { readonly name: 'report'; readonly system: string; readonly routine: string; readonly due: IsoInstant }
  | { readonly name: 'routine'; readonly system: string; readonly routine: string };

/** The datasets that can be downloaded, in the order in which the transparency page lists them. */
export const OPEN_DATASETS = [
  'batches',
  'metrics',
  'daily',
  'split',
  'wallets',
  'changelog',
  'ledger',
] as const satisfies readonly DatasetName[];
export type OpenDataset = (typeof OPEN_DATASETS)[number];
/** What else stands beside them in `/data/`: the daily figures of every component. */
export const STATUS_DAYS = 'status-days';
/** And the result of every item of every report. */
export const REPORT_RESULTS = 'report-results';
/** And, a file a month, the reports that were due in it. */
export const reportLinesName = (month: string) => `reports-${month}`;

/** And what was found on chain, as it is kept: by its series, and by months where it has them. */
export const chainFileName = (series: string, stem: string) =>
  `chain-${series === stem ? series : `${series}-${stem}`}`;

/** The published record, and beside it the words that it holds as hashes. */
export const RECORD_FILES = ['record', 'words'] as const;
export type RecordFile = (typeof RECORD_FILES)[number];

export interface Paths {
  readonly root: string;
  readonly favicon: string;
  readonly page: (language: Language, page: Page) => string;
  readonly data: (dataset: OpenDataset | typeof STATUS_DAYS, form: 'csv' | 'json') => string;
  readonly record: (file: RecordFile) => string;
  /** What was found on chain, by the name of the file without its ending. */
  readonly chainFile: (name: string) => string;
  /** The reports that were due in a month. */
  readonly reportLines: (month: string) => string;
  /** The badge of a system, or of one of its components. */
  readonly badge: (form: 'svg' | 'json', system: string, component?: string) => string;
  readonly dataPackage: string;
  readonly checksums: string;
  /** The verifier as one file for Node alone. */
  readonly verifier: string;
  /** The same of one proof, for a shell. */
  readonly verifyScript: string;
  /** Whose signatures count for the log, as its operator says. */
  readonly policy: string;
  /** The proof bundle of what the log has first at this index. */
  readonly proofBundle: (index: string) => string;
  readonly reportResults: string;
  readonly feed: (language: Language, form: 'atom' | 'rss' | 'json') => string;
  readonly calendar: (language: Language) => string;
  /** The preview image of a page. */
  readonly image: (language: Language, page: Page) => string;
  /** An image that a note shows, by the name that its bytes give it: it never changes. */
  readonly media: (file: string) => string;
  /** The file of a lookup of payments whose hashes begin so. */
  readonly paid: (prefix: string) => string;
  /** The whole list of a batch, whose hash is in the log. */
  readonly paidList: (batch: string) => string;
  /** A file of the log (C2SP tlog-tiles), or the prefix that it is known by. */
  readonly log: (file?: string) => string;
  /** A file of a closed month's archive, or the folder itself. */
  readonly archive: (month: string, file?: string) => string;
}

/**
 * THE list of public addresses: a contract, tested word by word, never broken. `base` is the path under
 * which the site stands (`/`, or `/terang/` on a project page).
 */
export function pathsUnder(base: string): Paths {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    root,
    favicon: `${root}favicon.svg`,
    page: (language, page) => `${root}${language}/${below(page)}`,
    data: (dataset, form) => `${root}data/${dataset}.${form}`,
    record: (file) => `${root}data/${file}.jsonl`,
    badge: (form, system, component) =>
      `${root}badges/${component === undefined ? system : `${system}/${component}`}.${form}`,
    dataPackage: `${root}data/datapackage.json`,
    checksums: `${root}data/SHA256SUMS`,
    verifier: `${root}verify.mjs`,
    verifyScript: `${root}verify.sh`,
    policy: `${root}log/policy`,
    proofBundle: (index) => `${root}log/proof/${index}.json`,
    chainFile: (name) => `${root}data/${name}.jsonl`,
    reportLines: (month) => `${root}data/${reportLinesName(month)}.jsonl`,
    reportResults: `${root}data/${REPORT_RESULTS}.csv`,
    feed: (language, form) => `${root}feeds/${language}.${form}`,
    calendar: (language) => `${root}calendar/${language}.ics`,
    image: (language, page) => `${root}og/${language}/${below(page).replace(/\/$/, '') || 'home'}.png`,
    media: (file) => `${root}media/${file}`,
    paid: (prefix) => `${root}paid/${prefix}.txt`,
    paidList: (batch) => `${root}paid/lists/${batch}.txt`,
    log: (file = '') => `${root}log/${file}`,
    archive: (month, file = '') => `${root}releases/transparency-v1.0/archives/${month}/${file}`,
  };
}

/** Where a page stands in each language: the language switch and `hreflang`. */
export function twins(paths: Paths, page: Page): readonly { language: Language; path: string }[] {
  return LANGUAGES.map((language) => ({ language, path: paths.page(language, page) }));
}

function below(page: Page): string {
  switch (page.name) {
    case 'home':
      return '';
    case 'status':
      return 'status/';
    case 'incidents':
    case 'maintenance':
    case 'reports':
    case 'archive':
    case 'log':
      return `${page.name}/`;
    case 'audit':
      return 'reports/audit/';
    case 'drill':
      return 'log/drill/';
    case 'incident':
      return `incidents/${page.slug}/`;
    case 'incident-month':
      return `incidents/month/${page.month.replace('-', '/')}/`;
    case 'incident-system':
      return `incidents/system/${page.id}/`;
    case 'report-month':
      return `reports/month/${page.month.replace('-', '/')}/`;
    case 'report-system':
      return `reports/${page.id}/`;
    case 'routine':
      return `reports/${page.system}/${page.routine}/`;
    case 'report':
      return `reports/${page.system}/${page.routine}/${dueName(page.due)}/`;
    case 'system':
      return `status/${page.id}/`;
    case 'transparency':
      return 'transparency/';
    case 'batches':
    case 'wallets':
    case 'changelog':
    case 'split':
    case 'verify':
    case 'paid':
      return `transparency/${page.name}/`;
    case 'batch-month':
      return `transparency/batches/${page.month.replace('-', '/')}/`;
    case 'batch':
      return `transparency/batches/${page.id}/`;
    case 'changelog-month':
      return `transparency/changelog/${page.month.replace('-', '/')}/`;
    default:
      return page satisfies never;
  }
}

/**
 * `2026-11-22T09:00:00Z` → `2026-11-22-0900`; colons are not for file names. What follows events can be due twice in
 * a minute: seconds, and parts of them, are told where they are not zero.
 */
function dueName(due: IsoInstant): string {
  const [minute, seconds] = [due.slice(0, 16).replace('T', '-').replace(':', ''), due.slice(17, -1)];
  return Number(seconds) === 0 ? minute : `${minute}${seconds.replace('.', '-')}`;
}
