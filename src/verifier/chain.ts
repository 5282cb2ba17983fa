import {
  brokenByItself,
  datedLine,
  landingOf,
  memoOf,
  type ReadSighting,
  readSighting,
  signerAmong,
  treasuryAt,
} from './anchor.ts';
import type { Row } from './batch-hash.ts';
import { jsonOf, linesOf, sha256Hex } from './bytes.ts';
import { parseSums, tableIn } from './data.ts';
import { entriesOf, recordsOf, type SiteLog } from './log.ts';
import { Untold, Wrong } from './outcome.ts';
import type { Recorded } from './proof.ts';
import { type Line, linesSince, play } from './record.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';

/** What a run left of the chain, as far as its files are served. */
interface ChainManifest {
  readonly format: string;
  readonly anchors: readonly ContentFile[];
  readonly unsettled: readonly ContentFile[];
  readonly balances: readonly ContentFile[];
}
interface ContentFile {
  readonly path: string;
  readonly sha256: string;
}

/** What is known of the transactions that batches state. */
interface Known {
  readonly sightings: ReadonlyMap<string, ReadSighting>;
  /** The lines of the list of wallets. */
  readonly wallets: readonly Line[];
  /** Why providers told nothing of a transaction, when they were asked last. */
  readonly doubts: ReadonlyMap<string, string>;
  /** How many batches state each transaction, gone or not. */
  readonly stated: ReadonlyMap<string, number>;
}

/** What a site says of transactions, and their evidence, against the bytes that its log holds. */
export async function judgeChain(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged[]> {
  let landed = 0;
  const files: ContentFile[] = [];
  const transactions = await judge('transactions', async (found) => {
    const signed = await log();
    const records = await recordsOf(site, signed);
    const manifest = manifestIn(records);
    if (manifest !== null) files.push(...manifest.anchors, ...manifest.unsettled, ...manifest.balances);
    const [logged, since] = await sightingsIn(site, signed, records);
    const [first] = entriesOf(signed);
    const lines = records
      .filter(({ entry }) => ['batch', 'wallet'].includes(entry.kind))
      .map(({ entry, record, index }) =>
        datedLine(jsonOf<Line>(record, `record ${index}`), entry, first?.time ?? null),
      );
    const doubts = await doubtsIn(site);
    const known = knownOf(lines, await readAll(logged), doubts);
    const now = [...lines, ...(await linesSince(site, records))];
    const stated = knownOf(now, await readAll([...logged, ...since]), doubts);
    const unsigned: string[] = [];
    const { data } = await tableIn(site, 'batches');
    for (const batch of data ?? []) {
      if (batch.onchain_state === undefined) continue;
      const said = [batch.onchain_state, ...(batch.onchain_reason ?? '').split(' ').sort()].join(' ').trim();
      const is = comesTo(batch, known);
      if (said !== is && said === comesTo(batch, stated)) unsigned.push(`batch ${batch.id}`);
      else if (said !== is) found.faults.push(`batch ${batch.id}: ${said}; ${is}`);
      if (known.sightings.has(batch.onchain_tx ?? '')) landed += 1;
      found.counted += 1;
    }
    // Each by name: it is of a batch that was signed, and rests on what anyone can have added.
    if (unsigned.length > 0) throw new Untold('unsigned', unsigned.join(', '));
  });
  const evidence = await judge('evidence', async (found) => {
    for (const file of files) {
      const bytes = await site.maybe(fileOf(file));
      if (bytes === null || (await sha256Hex(bytes)) !== file.sha256) found.faults.push(fileOf(file));
      found.counted += 1;
    }
  });
  const word = await judge('landed', async () => {
    throw new Untold('word', String(landed));
  });
  return [transactions, ...(files.length === 0 ? [] : [evidence]), ...(landed === 0 ? [] : [word])];
}

interface Named {
  readonly text: string;
  readonly name: string;
}

/** Transactions as they were told of: those that an entry of the log holds by their hash, and those that none holds yet. */
async function sightingsIn(
  site: SiteFiles,
  log: SiteLog,
  records: readonly Recorded[],
): Promise<readonly [logged: readonly Named[], since: readonly Named[]]> {
  const hashes = new Set(entriesOf(log).flatMap(({ kind, hash }) => (kind === 'anchor' ? [hash] : [])));
  const logged = new Map<string, Named>();
  for (const { entry, record, index } of records)
    if (entry.kind === 'anchor') logged.set(record, { text: record, name: `record ${index}` });
  const since: Named[] = [];
  for (const name of await chainFiles(site, 'anchors'))
    for (const text of (await site.text(name)).split('\n').filter((line) => line !== '' && !logged.has(line)))
      if (hashes.has(await sha256Hex(text))) logged.set(text, { text, name });
      else since.push({ text, name });
  return [[...logged.values()], since];
}

async function readAll(sightings: readonly Named[]): Promise<ReadonlyMap<string, ReadSighting>> {
  const read = new Map<string, ReadSighting>();
  for (const { text, name } of sightings) {
    const sighting = await readSighting(text, name);
    read.set(sighting.signature, sighting);
  }
  return read;
}

function knownOf(lines: readonly Line[], sightings: Known['sightings'], doubts: Known['doubts']): Known {
  const stated = new Map<string, number>();
  for (const { fields } of play(lines.filter(({ dataset }) => dataset === 'batches')).values()) {
    const signature = fields.onchain_tx ?? '';
    stated.set(signature, (stated.get(signature) ?? 0) + 1);
  }
  return { sightings, wallets: lines.filter(({ dataset }) => dataset === 'wallets'), doubts, stated };
}

/** What the bytes come to: the state, and the rules that are broken or why nobody can tell. */
function comesTo(batch: Row, { sightings, wallets, doubts, stated }: Known): string {
  const signature = batch.onchain_tx ?? null;
  if (signature === null) return 'not-anchored';
  const broken = new Set<string>(brokenByItself(batch));
  if ((stated.get(signature) ?? 0) > 1) broken.add('shared');
  const read = sightings.get(signature) ?? null;
  const listed = (read?.block_time ?? null) === null ? [] : treasuryAt(wallets, read?.block_time ?? '');
  const signer = read === null ? null : signerAmong(listed, read);
  if (read !== null) {
    for (const rule of [...memoOf(batch, read).broken, ...landingOf(batch, read)]) broken.add(rule);
    if (listed.length > 0 && signer === null) broken.add('other-signer');
  }
  if (broken.size > 0) return ['mismatch', ...[...broken].sort()].join(' ');
  if (read === null) return `unknown ${doubts.get(signature) ?? 'not-asked'}`;
  if (read.block_time === null) return 'unknown no-block-time';
  return signer === null ? 'unknown no-treasury' : 'verified';
}

async function doubtsIn(site: SiteFiles): Promise<Known['doubts']> {
  const doubts = new Map<string, string>();
  for (const name of await chainFiles(site, 'unsettled'))
    for (const { signature, reason } of linesOf<{ signature: string; reason: string }>(
      await site.text(name),
      name,
    ))
      doubts.set(signature, reason);
  return doubts;
}

/** The files of a series that are served: a month each, or one. */
async function chainFiles(site: SiteFiles, series: string): Promise<string[]> {
  const sums = parseSums(await site.text('data/SHA256SUMS'), 'data/SHA256SUMS');
  return sums.filter(({ file }) => file.startsWith(`chain-${series}`)).map(({ file }) => `data/${file}`);
}

/** That of the last run; null where none is in the log. */
function manifestIn(records: readonly Recorded[]): ChainManifest | null {
  const runs = records.filter(({ entry }) => entry.kind === 'run');
  const manifests = runs.map(({ record, index }) => jsonOf<ChainManifest>(record, `record ${index}`));
  return manifests.findLast(({ format }) => format === 'terang/chain/1') ?? null;
}

/** Where a file of content is served: `anchors/<hash>-2026-01.jsonl` as `chain-anchors-2026-01.jsonl`. */
function fileOf({ path }: ContentFile): string {
  const [, folder, stem] = /^([a-z-]+)\/[0-9a-f]{12}-([a-z0-9-]+)\.jsonl$/.exec(path) ?? [];
  if (folder === undefined) throw new Wrong(`chain: ${path}`);
  return `data/chain-${folder === stem ? folder : `${folder}-${stem}`}.jsonl`;
}
