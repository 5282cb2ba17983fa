import { addDays, addDuration, compareInstants, dayOf, type IsoInstant } from '../core/instant.ts';
import type { DatasetState, Manifest } from '../ledger/manifest.ts';
import type { Publication } from '../ledger/publication.ts';
import type { RowRecord } from '../ledger/record.ts';
import { splitAt, splitHistory } from '../ledger/split.ts';

/** How much of the ledger a report of a past day needs to see. */
const LEDGER_DAYS = 40;

/** The published ledger as it stood at an instant of the past, read a few minutes before. */
export function asOf(publication: Publication, at: IsoInstant): Publication {
  const { manifest, rows } = publication;
  if (manifest === null) return publication;
  const earliest = addDays(dayOf(at), -LEDGER_DAYS);
  const changed = publication.record.get('batches');
  const batches = rows.batches
    .filter(({ created_at }) => dayOf(created_at) >= earliest && compareInstants(created_at, at) <= 0)
    .map((batch) => valuesAt(batch, changed?.get(batch.id), at));
  const ids = new Set(batches.map(({ id }) => id));
  const changelog = rows.changelog.filter(({ created_at }) => compareInstants(created_at, at) <= 0);
  const [current] = rows.split;
  const then = current === undefined ? null : splitAt(splitHistory(rows.changelog, current), at);
  const read = (state: DatasetState): DatasetState =>
    state.state === 'absent'
      ? state
      : {
          ...state,
          state: 'current',
          observed_at: addDuration(at, '-PT5M'),
          valid_until: addDuration(at, 'PT25M'),
          findings: [],
        };
  const datasets = Object.entries(manifest.datasets).map(([name, state]) => [name, read(state)]);
  return {
    ...publication,
    manifest: { ...manifest, datasets: Object.fromEntries(datasets) as Manifest['datasets'] },
    rows: {
      ...rows,
      batches,
      changelog,
      ledger: rows.ledger.filter(({ batch_id }) => ids.has(batch_id)),
      daily: rows.daily.filter(({ day }) => day <= dayOf(at)),
      split: then === null ? rows.split : [then],
    },
  };
}

/** A row as it read at an instant: what was seen to change later has not changed yet. */
function valuesAt<Row extends object>(row: Row, record: RowRecord | undefined, at: IsoInstant): Row {
  const later = record?.changes.filter(({ seen_at }) => compareInstants(seen_at, at) > 0) ?? [];
  const undone = later.toReversed().flatMap(({ before, after }) => {
    const added = Object.keys(after).filter((field) => !(field in before));
    return [Object.fromEntries(added.map((field) => [field, null])), before];
  });
  return Object.assign({}, row, ...undone);
}
