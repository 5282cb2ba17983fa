import type { Row } from './batch-hash.ts';
import { jsonOf, sha256Hex } from './bytes.ts';
import type { TableFile } from './data.ts';
import { Wrong } from './outcome.ts';
import type { Recorded } from './proof.ts';
import type { SiteFiles } from './site-files.ts';
import type { Found } from './statement.ts';

/** A line of the record: the first value of a row, a later one, or that it is gone or no longer read. */
interface Line {
  readonly dataset: string;
  readonly id: string;
  readonly kind: string;
  readonly value?: Fields;
  readonly before?: Fields;
  readonly after?: Fields;
}
type Fields = Readonly<Record<string, string>>;

interface Played {
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

/** Each row against what its records come to; none without, none missing. */
export async function judgeRows(found: Found, site: SiteFiles, recorded: readonly Recorded[]): Promise<void> {
  const kinds = Object.values(RECORDED).map(({ kind }) => kind);
  const lines: Line[] = [];
  for (const { entry, record, index } of recorded.filter(({ entry }) => kinds.includes(entry.kind))) {
    const line = jsonOf<Line>(record, `record ${index}`);
    const isOf = (await idOf(entry.id, line.id)) && RECORDED[line.dataset]?.kind === entry.kind;
    if (!isOf) found.faults.push(`record ${index} is not of ${entry.kind} ${entry.id}`);
    lines.push(line);
  }
  const played = play(lines);
  const isSaid = await wordsOf(site);
  for (const [dataset, { id, computed }] of Object.entries(RECORDED)) {
    const { meta, data } = await site.json<TableFile>(`data/${dataset}.json`);
    for (const row of data ?? []) {
      const key = `${dataset} ${row[id]}`;
      const now = played.get(key);
      played.delete(key);
      // A day enters the record once it is over.
      const isOpen = dataset === 'daily' && (row.day ?? '') >= (meta.observed_at ?? '').slice(0, 10);
      if (now?.isThere === true) {
        for (const [column, value] of Object.entries(row))
          if (!computed.test(column) && !(await isSaid(now.fields[column] ?? null, value)))
            found.faults.push(`${key}: ${column}`);
      } else if (now !== undefined || !isOpen) found.faults.push(key);
      found.counted += 1;
    }
    for (const [key, { isThere }] of played)
      if (isThere && key.startsWith(`${dataset} `)) found.faults.push(`${key} is missing`);
  }
}

/** Whether an entry's identity is that of a row: `<folder>/<row>`, percent-encoded, of a long one the hash. */
async function idOf(identity: string, row: string): Promise<boolean> {
  const encoded = encodeURIComponent(row);
  return identity.endsWith(`/${encoded.length <= 64 ? encoded : `~${await sha256Hex(row)}`}`);
}

/** What the rows are by now. @throws Wrong where a line does not follow from those before */
function play(lines: readonly Line[]): Map<string, Played> {
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

/** Texts of people stand in the record as SHA-256 of salt and text; a text that had to go is not held against it. */
async function wordsOf(
  site: SiteFiles,
): Promise<(said: string | null, value: string | null) => Promise<boolean>> {
  const words = new Map<string | null, Row>();
  for (const line of (await site.text('data/words.jsonl')).split('\n').filter((line) => line !== '')) {
    const word = jsonOf<Row>(line, 'data/words.jsonl');
    words.set(word.digest ?? null, word);
  }
  return async (said, value) => {
    const word = words.get(said);
    if (word === undefined) return said === value;
    if (word.text === undefined) return true;
    return word.text === value && (await sha256Hex(`${word.salt}${word.text}`)) === said;
  };
}
