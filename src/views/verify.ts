import { hashVerdict } from '../domain/batch-hash.ts';
import { knownState, newestFirst, type Publication } from '../domain/publication.ts';
import { OPEN_DATASETS } from '../i18n/paths.ts';
import type { Reader } from '../i18n/reader.ts';
import { checkCommand } from './batch-page.ts';
import { downloads, recordDownloads } from './data-list.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { limitsOf } from './limits.ts';
import { openState } from './open-data/state.ts';
import { hashPiece, linkPiece, type Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { tally } from './verdict.ts';
import { VERIFY_SCRIPT } from './verify-script.ts';

/** How anyone recomputes everything with tools that are not ours, and what even that does not prove. */
export interface VerifyPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly intro: string;
  readonly one: {
    readonly title: string;
    readonly body: readonly Segment[];
    readonly command: string | null;
  };
  readonly all: {
    readonly title: string;
    readonly body: readonly Segment[];
    readonly script: string;
    readonly run: string;
    readonly command: string;
    readonly expect: string | null;
  };
  readonly sums: { readonly title: string; readonly body: string };
  /** How to compare with what was published first; null where the record is not offered as a file. */
  readonly record: { readonly title: string; readonly body: readonly Segment[] } | null;
  readonly files: { readonly title: string; readonly body: string; readonly command: string };
  readonly csv: { readonly title: string; readonly body: string };
  readonly limits: { readonly title: string; readonly sentences: readonly Segment[][] };
}

/** `site` is where the site stands on the web, for commands that are pasted elsewhere. */
export function verifyPageOf(reader: Reader, publication: Publication, site: URL): VerifyPage {
  const { t, rich, format } = reader;
  const known = knownState(publication, 'batches') !== undefined;
  const counts = tally(publication.rows.batches);
  const [csv] = downloads(reader, publication, 'batches').filter(({ download }) => download !== null);
  const file = csv?.download ? { ...linkPiece(csv.href, csv.download), download: csv.download } : null;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'verify' },
      title: t('verify.title'),
      description: t('verify.description'),
      dated: 'run',
    }),
    headline: t('verify.headline'),
    freshness: freshnessOf(reader, publication, ['batches']),
    intro: t('verify.intro'),
    one: oneBatch(reader, publication),
    all: {
      title: t('verify.all.title'),
      body: rich('verify.all.body', { file: file ?? 'batches.csv' }),
      script: VERIFY_SCRIPT,
      run: t('verify.all.run'),
      command: `python3 verify.py ${csv?.download ?? 'batches.csv'}`,
      expect: known
        ? t('verify.all.expect', {
            match: format.count(counts.match),
            mismatch: format.count(counts.mismatch),
            missing: format.count(counts.missing),
          })
        : null,
    },
    sums: { title: t('verify.sums.title'), body: t('verify.sums.body') },
    record: recordSection(reader, publication),
    files: {
      title: t('verify.files.title'),
      body: t('verify.files.body'),
      command: fetchAll(reader, publication, site),
    },
    csv: { title: t('verify.csv.title'), body: t('verify.csv.body') },
    limits: { title: t('limits.title'), sentences: limitsOf(reader, publication) },
  };
}

function oneBatch(reader: Reader, publication: Publication): VerifyPage['one'] {
  const { t, rich } = reader;
  const batch = newestFirst(publication.rows.batches).find((row) => hashVerdict(row).verdict === 'match');
  if (batch === undefined)
    return { title: t('verify.one.title'), body: [t('verify.one.none')], command: null };
  return {
    title: t('verify.one.title'),
    body: rich('verify.one.body', { hash: hashPiece(reader, batch) }),
    command: checkCommand(hashVerdict(batch).hash_input),
  };
}

function recordSection(reader: Reader, publication: Publication): VerifyPage['record'] {
  const files = recordDownloads(reader, publication).map(({ link }) => ({
    ...linkPiece(link.href, link.download ?? ''),
    ...(link.download === null ? {} : { download: link.download }),
  }));
  const [record, words] = files;
  if (record === undefined || words === undefined) return null;
  return {
    title: reader.t('verify.record.title'),
    body: reader.rich('verify.record.body', { record, words }),
  };
}

function fetchAll(reader: Reader, publication: Publication, site: URL): string {
  const folder = new URL(reader.paths.checksums, site).href.replace(/[^/]+$/, '');
  const names = OPEN_DATASETS.map((dataset) =>
    openState(publication, dataset) === undefined ? `${dataset}.json` : `${dataset}.csv ${dataset}.json`,
  );
  const record = recordDownloads(reader, publication).map(({ file }) => `${file}.jsonl`);
  return [
    `for file in ${[...names, ...record, 'datapackage.json SHA256SUMS'].join(' \\\n  ')}`,
    `do curl -fsSO ${folder}$file`,
    'done',
    'sha256sum -c SHA256SUMS',
  ].join('\n');
}
