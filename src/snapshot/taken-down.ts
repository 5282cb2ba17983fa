import { DATASETS, type DatasetName, type DatasetShape } from '../ledger/dataset.ts';
import { seal } from '../ledger/record.ts';
import type { Content } from './content.ts';
import type { BoundedPass } from './reading.ts';

/** Rows without the texts that were taken down: a source that has them still does not publish them again. */
export function withoutTakenDown(pass: BoundedPass, { record, words }: Content): BoundedPass {
  if (![...words.values()].some(({ text }) => text === undefined)) return pass;
  const readings: Record<string, unknown> = { ...pass.readings };
  for (const [name, reading] of Object.entries(pass.readings) as [
    DatasetName,
    { rows: readonly object[] },
  ][]) {
    const shape = DATASETS[name] as unknown as DatasetShape<object>;
    const isTakenDown = (id: string, field: string, text: unknown) => {
      const known = words.get(record.get(name)?.get(id)?.latest[field] ?? '');
      if (known === undefined || known.text !== undefined || typeof text !== 'string') return false;
      return seal(known.salt, text) === known.digest;
    };
    const rows = reading.rows.map((row) => {
      const gone = (shape.words as readonly string[]).filter((field) =>
        isTakenDown(shape.id(row), field, (row as Record<string, unknown>)[field]),
      );
      return gone.length === 0 ? row : { ...row, ...Object.fromEntries(gone.map((field) => [field, null])) };
    });
    readings[name] = { ...reading, rows };
  }
  return { ...pass, readings: readings as BoundedPass['readings'] };
}
