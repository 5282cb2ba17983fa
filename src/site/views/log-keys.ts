import { parseEntry } from '../../log/entry.ts';
import { formatVkey, type VerifierKey } from '../../log/key.ts';
import type { LoggedKey } from '../../log/key-change.ts';
import type { Reader } from '../../words/reader.ts';
import { timePiece } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** The keys that the log names, the newest first: since when, introduced by whom, and which of them signs; null for none. */
export function keyTable(reader: Reader, keys: readonly LoggedKey[], signer: VerifierKey): Table | null {
  if (keys.length === 0) return null;
  const { t, format } = reader;
  return tableOf<LoggedKey>(
    [
      column('key', t('logPage.key'), ({ key }) => ({ kind: 'code', text: `${key.name} (${key.id})` })),
      column('signs', t('logPage.keys.signs'), (one) => signs(reader, one, keys, signer)),
      figure('index', t('logPage.keys.entry'), ({ index }) => format.count(String(index))),
      column('time', t('logPage.time'), ({ entry }) => timePiece(reader, parseEntry(entry).time)),
      column('by', t('logPage.keys.by'), (one) => introducedBy(reader, one)),
    ],
    keys.toSorted((a, b) => (a.index > b.index ? -1 : 1)),
  );
}

function introducedBy({ t }: Reader, { course, introduced, before }: LoggedKey): string {
  if (before === null) return t('logPage.keys.first');
  const key = before.id;
  if (introduced) return t('logPage.keys.introduced', { key });
  return course === 'lost' ? t('logPage.keys.afterLost', { key }) : t('logPage.keys.unsigned', { key });
}

/** Whether a key signs now, and else what took its place, as the entries behind it say. */
function signs(
  { t, format }: Reader,
  { key }: LoggedKey,
  keys: readonly LoggedKey[],
  signer: VerifierKey,
): string {
  if (isSame(key, signer)) return t('logPage.keys.now');
  const after = keys.filter(({ before }) => before !== null && isSame(before, key));
  const heir = after.find(({ introduced }) => introduced);
  if (heir !== undefined) return t('logPage.keys.replaced', { key: heir.key.id });
  const lost = after.find(({ course }) => course === 'lost');
  if (lost !== undefined) return t('logPage.keys.lost', { index: format.count(String(lost.index)) });
  return t('logPage.keys.silent');
}

const isSame = (a: VerifierKey, b: VerifierKey) => formatVkey(a) === formatVkey(b);
