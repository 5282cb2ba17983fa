import { hashOf, knownState, newestFirst, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { checkCommand } from './batch-page.ts';
import { downloads, recordDownloads } from './data-list.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { limitsOf } from './limits.ts';
import { hashPiece, linkPiece, type Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { tally } from './verdict.ts';
import { VERIFY_SCRIPT } from './verify-script.ts';

/** How anyone recomputes everything with tools that are not ours, and what even that does not prove. */
export interface VerifyPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  /** The verifier as one file: the SHA-256 that it must have, and how it is run. */
  readonly file: {
    readonly body: readonly Segment[];
    readonly command: string;
    /** What its hash is worth, and where it stands apart from this page. */
    readonly log: readonly Segment[];
    /** The same of one proof, for a shell. */
    readonly shell: readonly Segment[];
  };
  readonly one: { readonly body: readonly Segment[]; readonly command: string | null };
  readonly all: {
    readonly body: readonly Segment[];
    readonly script: string;
    /** That a browser saves the file under another name than the commands; null where it does not. */
    readonly saved: string | null;
    readonly command: string;
    readonly expect: string | null;
  };
  /** How to compare with what was published first; null where the record is not offered as a file. */
  readonly record: readonly Segment[] | null;
  /** Every file and its checksum. */
  readonly files: string;
  /** The inputs of a report. */
  readonly reports: string;
  readonly limits: readonly Segment[][];
}

/**
 * `site` is where the site stands on the web, for commands that are pasted elsewhere; `verifier` the SHA-256 of the file
 * that verifies all of it.
 */
export function verifyPageOf(
  reader: Reader,
  publication: Publication,
  site: URL,
  verifier: string,
): VerifyPage {
  const { t, rich, format } = reader;
  const known = knownState(publication, 'batches') !== undefined;
  const counts = tally(publication, publication.rows.batches);
  const line = freshnessOf(reader, publication, ['batches']);
  const [csv] = downloads(reader, publication, 'batches').filter(({ download }) => download !== null);
  // Each command, and the list of checksums, calls a file as its address does.
  const name = 'batches.csv';
  const file = csv?.download ? { ...linkPiece(csv.href, name), download: csv.download } : null;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'verify' },
      title: t('verify.title'),
      description: t('verify.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: t('verify.headline'),
    // Its first sentence asks the reader to do something, which stays as it is.
    freshness: line === null ? null : { ...line, lastKnown: '' },
    file: verifierFile(reader, site, verifier),
    one: oneBatch(reader, publication),
    all: {
      body: rich('verify.all.body', { file: file ?? name }),
      script: VERIFY_SCRIPT,
      saved:
        csv?.download && csv.download !== name ? t('verify.all.saved', { saved: csv.download, name }) : null,
      command: `curl -fsSO ${folderOf(reader, site)}${name}\npython3 verify.py ${name}`,
      expect: known
        ? t('verify.all.expect', {
            match: format.count(counts.match),
            mismatch: format.count(counts.mismatch),
            missing: format.count(counts.missing),
            notRecomputable: format.count(counts['not-recomputable']),
          })
        : null,
    },
    record: recordSection(reader, publication),
    files: fetchAll(reader, site),
    reports: REPORT_INPUTS,
    limits: limitsOf(reader, publication),
  };
}

function verifierFile({ t, rich, paths, language }: Reader, site: URL, sha256: string): VerifyPage['file'] {
  const address = new URL(paths.verifier, site).href;
  const root = new URL(paths.root, site).href;
  return {
    body: rich('verify.file.body', { file: linkPiece(paths.verifier, 'verify.mjs') }),
    command: [
      `curl -fsSO ${address}`,
      `echo '${sha256}  verify.mjs' | sha256sum -c`,
      `node verify.mjs ${root}`,
    ].join('\n'),
    log: rich('verify.file.log', {
      log: linkPiece(`${paths.page(language, { name: 'log' })}#builds`, t('verify.file.logLink')),
    }),
    shell: rich('verify.file.shell', { file: linkPiece(paths.verifyScript, 'verify.sh') }),
  };
}

function oneBatch(reader: Reader, publication: Publication): VerifyPage['one'] {
  const { t, rich } = reader;
  const batch = newestFirst(publication.rows.batches).find(
    (row) => hashOf(publication, row).verdict === 'match',
  );
  if (batch === undefined) return { body: [t('verify.one.none')], command: null };
  return {
    body: rich('verify.one.body', { hash: hashPiece(reader, batch) }),
    command: checkCommand(hashOf(publication, batch).hash_input),
  };
}

function recordSection(reader: Reader, publication: Publication): VerifyPage['record'] {
  const files = recordDownloads(reader, publication).map(({ link }) => ({
    ...linkPiece(link.href, link.download ?? ''),
    ...(link.download === null ? {} : { download: link.download }),
  }));
  const [record, words] = files;
  if (record === undefined || words === undefined) return null;
  return reader.rich('verify.record.body', { record, words });
}

/** The inputs that a report names, in a copy of the repository; of the batches also the one over their files. */
const REPORT_INPUTS = [
  'sha256sum content/generated/*/manifest.json content/written/systems/*/routines/*.yaml',
  'jq -j \'[.datasets.batches.files[].sha256] | join("\\n")\' content/generated/tpc/manifest.json | sha256sum',
].join('\n');

/** Where the data files lie, with a slash at the end. */
function folderOf({ paths }: Reader, site: URL): string {
  return new URL(paths.checksums, site).href.replace(/[^/]+$/, '');
}

/** The list of checksums names every file. */
function fetchAll(reader: Reader, site: URL): string {
  const folder = folderOf(reader, site);
  return [
    `curl -fsSO ${folder}SHA256SUMS`,
    `cut -c 67- SHA256SUMS | while read -r file; do curl -fsSO "${folder}$file"; done`,
    'sha256sum -c SHA256SUMS',
  ].join('\n');
}
