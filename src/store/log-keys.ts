import { z } from 'zod';
import { entryId } from '../log/entry.ts';
import { hashOfKeyRecord, parseKeyChange } from '../log/key-change.ts';
import { LogError } from '../log/refusal.ts';
import { type MonthFiles, monthsOf, readMonth } from './month-files.ts';

const statementSchema = z.strictObject({
  /** A signed note: see `log/key-change.ts`. */
  note: z.string().refine(isStatement),
});

const keysSchema = z.strictObject({ demo: z.boolean(), keys: z.array(statementSchema).min(1) });
export type MonthKeys = z.infer<typeof keysSchema>;

/** `generated/keys`: who signs for the log from when on, as those who hold the keys signed it; a list that only grows. */
export const KEYS: MonthFiles<MonthKeys> = {
  name: 'keys',
  value: keysSchema,
  kept: (json) => (json as Partial<MonthKeys>).keys ?? [],
  entered: 'key',
  idOf: (record) => {
    const { key } = parseKeyChange((record as { note: string }).note);
    return entryId(key.name, key.id);
  },
  isDemo: ({ demo }) => demo,
};

function isStatement(note: string): boolean {
  try {
    parseKeyChange(note);
    return true;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}

/** Every statement of a content root, by the hash that its entry in the log holds. @throws AlteredFileError */
export function keyNotes(contentRoot: string): ReadonlyMap<string, string> {
  const records = monthsOf(contentRoot, KEYS).flatMap(
    (month) => readMonth(contentRoot, KEYS, month)?.value.keys ?? [],
  );
  return new Map(records.map((record) => [hashOfKeyRecord(record), record.note]));
}
