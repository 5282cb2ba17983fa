import type { Row } from './batch-hash.ts';
import { linesOf, sha256Hex } from './bytes.ts';
import { otherComputed } from './computed.ts';
import { tableIn } from './data.ts';
import { Wrong } from './outcome.ts';
import type { Recorded } from './proof.ts';
import type { SiteFiles } from './site-files.ts';

/** A line of the record: the first value of a row, a later one, or that it is gone or no longer read. */
export interface Line {
  readonly dataset: string;
  readonly id: string;
  readonly kind: string;
  readonly seen_at: string;
  readonly value?: Fields;
  readonly before?: Fields;
  readonly after?: Fields;
}
type Fields = Readonly<Record<string, string>>;

const RECORD = 'data/record.jsonl';

export interface Played {
  readonly fields: Fields;
  /** Whether the source has it still. */
  readonly isThere: boolean;
}

/** The tables whose rows the record follows: the kind of their entries, their identity, what is computed beside. */
const RECORDED: Readonly<Record<string, { kind: string; id: string; computed: RegExp }>> = {
  batches: { kind: 'batch', id: 'id', computed: /^hash_|^onchain_(state|reason)$/ },
  ledger: { kind: 'ledger', id: 'batch_id', computed: /_(difference|tolerance)$/ },
  changelog: { kind: 'changelog', id: 'id', computed: /^$/ },
  wallets: { kind: 'wallet', id: 'name', computed: /^(state|link|problems)$/ },
  daily: { kind: 'daily', id: 'day', computed: /^$/ },
};

/** The lines of the record that were entered under a kind. */
export function linesOfKind(recorded: readonly Recorded[], kind: string): Line[] {
  return recorded
    .filter(({ entry }) => entry.kind === kind)
    .flatMap(({ record, index }) => linesOf<Line>(record, `record ${index}`));
}

/** What became of the rows of all tables. */
export interface ComparedRows {
  readonly counted: number;
  readonly faults: readonly string[];
  /** Rows that no checkpoint covers yet. */
  readonly unsigned: readonly string[];
  /** How many rows are signed. */
  readonly signed: number;
  /** What of them only lines explain that nobody signed. */
  readonly changed: readonly string[];
}

/**
 * Each row against what its signed records come to; none without, none missing. Nobody can tell of one that only lines of
 * the record explain which no checkpoint covers yet: those that were written since the last was signed, by whomever.
 */
export async function compareRows(site: SiteFiles, recorded: readonly Recorded[]): Promise<ComparedRows> {
  const kinds = Object.values(RECORDED).map(({ kind }) => kind);
  const lines: Line[] = [];
  const faults: string[] = [];
  for (const { entry, record, index } of recorded.filter(({ entry }) => kinds.includes(entry.kind))) {
    const [line] = linesOf<Line>(record, `record ${index}`);
    if (line === undefined) continue;
    const isOf = (await idOf(entry.id, line.id)) && RECORDED[line.dataset]?.kind === entry.kind;
    if (!isOf) faults.push(`record ${index} is not of ${entry.kind} ${entry.id}`);
    lines.push(line);
  }
  const signed = play(lines);
  const stated = play([...lines, ...(await linesSince(site, recorded))]);
  const taken = new Set(
    recorded.flatMap(({ entry: { kind, id } }) => (kind === 'takedown' ? [id.slice(-64)] : [])),
  );
  const isSaid = await wordsOf(site, taken);
  const [unsigned, changed]: [string[], string[]] = [[], []];
  /** The columns of a row that are not what its records came to; its whole name where it is not there. */
  const otherThan = async (played: typeof signed, key: string, row: Row, computed: RegExp) => {
    const now = played.get(key);
    if (now?.isThere !== true) return [key];
    const columns = Object.entries(row).filter(([column]) => !computed.test(column));
    const other: string[] = [];
    for (const [column, value] of columns)
      if (!(await isSaid(now.fields[column] ?? null, value))) other.push(`${key}: ${column}`);
    return other;
  };
  const wallets = (await tableIn(site, 'wallets')).data ?? [];
  const batches = new Map((await tableIn(site, 'batches')).data?.map((row) => [row.id ?? null, row]));
  let [counted, count] = [0, 0];
  for (const [dataset, { id, computed }] of Object.entries(RECORDED)) {
    const { meta, data } = await tableIn(site, dataset);
    const shown = new Set<string>();
    for (const row of data ?? []) {
      const key = `${dataset} ${row[id]}`;
      if (shown.has(key)) faults.push(`${key} stands there twice`);
      shown.add(key);
      counted += 1;
      const made = otherComputed(dataset, row, { wallets, batches });
      faults.push(...made.map((column) => `${key}: ${column}`));
      // A day enters the record once it is over; until then each run binds it.
      const isOpen = dataset === 'daily' && (row.day ?? '') >= (meta.observed_at ?? '').slice(0, 10);
      if (isOpen && !stated.has(key)) continue;
      const other = await otherThan(signed, key, row, computed);
      if (signed.has(key)) count += 1;
      if (other.length === 0) continue;
      const wrong = await otherThan(stated, key, row, computed);
      if (wrong.length === 0 && signed.has(key)) changed.push(...other);
      else if (wrong.length === 0) unsigned.push(key);
      faults.push(...wrong);
    }
    for (const [key, { isThere }] of signed)
      if (isThere && key.startsWith(`${dataset} `) && !shown.has(key)) {
        count += 1;
        if (stated.get(key)?.isThere === false) changed.push(`${key} is gone`);
        else faults.push(`${key} is missing`);
      }
  }
  return { counted, faults, unsigned, signed: count, changed };
}

/** The lines of the record that no checkpoint covers, as the site states them. */
export async function linesSince(
  site: SiteFiles,
  recorded: readonly Recorded[],
  isOf = (dataset: string) => dataset in RECORDED,
): Promise<Line[]> {
  if ((await site.maybe(RECORD)) === null) return [];
  const signed = new Set(recorded.map(({ record }) => record));
  const lines = (await site.text(RECORD)).split('\n').filter((line) => !signed.has(line));
  return linesOf<Line>(lines.join('\n'), RECORD).filter(({ dataset }) => isOf(dataset));
}

/** Whether an entry's identity is that of a row: `<folder>/<row>`. */
async function idOf(identity: string, row: string): Promise<boolean> {
  return identity.endsWith(`/${await idPart(row)}`);
}

/** A part of an identity: percent-encoded, of a long one the hash. */
export async function idPart(text: string): Promise<string> {
  const encoded = encodeURIComponent(text);
  return encoded.length <= 64 ? encoded : `~${await sha256Hex(text)}`;
}

/** What the rows are by now, by dataset and identity. @throws Wrong where a line does not follow from those before */
export function play(lines: readonly Line[]): Map<string, Played> {
  const rows = new Map<string, Played>();
  for (const { dataset, id, kind, value = {}, before = {}, after = {} } of lines) {
    const key = `${dataset} ${id}`;
    const now = rows.get(key);
    if ((kind === 'first') !== (now === undefined)) throw new Wrong(`${key}: its first value`);
    const fields = now?.fields ?? value;
    if (kind === 'gone' || kind === 'unread') rows.set(key, { fields, isThere: false });
    else {
      const altered = Object.keys(before).find((field) => fields[field] !== before[field]);
      if (altered !== undefined) throw new Wrong(`${key}: ${altered} was another before`);
      const stays = Object.entries(fields).filter(([field]) => !Object.hasOwn(before, field));
      rows.set(key, { fields: { ...Object.fromEntries(stays), ...after }, isThere: true });
    }
  }
  return rows;
}

/** Texts of people stand in the record as SHA-256 of salt and text; one that the log says was taken down is in no row. */
async function wordsOf(
  site: SiteFiles,
  taken: ReadonlySet<string>,
): Promise<(said: string | null, value: string | null) => Promise<boolean>> {
  const words = new Map<string | null, Row>();
  for (const word of linesOf<Row>(await site.text('data/words.jsonl'), 'data/words.jsonl'))
    words.set(word.digest ?? null, word);
  return async (said, value) => {
    const word = words.get(said);
    if (word === undefined) return said === value;
    if (word.text === undefined) return value === null && said !== null && taken.has(said);
    return word.text === value && (await sha256Hex(`${word.salt}${word.text}`)) === said;
  };
}
