import { z } from 'zod';
import { parseExactJson } from '../../domain/exact-json.ts';
import type { TableSource } from '../postgres/table.ts';

/** Where the field keeps its settings: a row each, its value jsonb. */
export const SETTINGS = 'public.tpc_settings';

/** The settings that are published; every other one stays unread. */
export const SETTING_KEYS = ['distribution_split', 'public_wallets'] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/**
 * The field's form of a dataset: rows out of the JSON of one setting, whose numbers are read from their text.
 */
export function settingSource<Row>(
  key: SettingKey,
  schema: z.ZodType<readonly Row[]>,
): TableSource<readonly Row[], Row> {
  return {
    tables: [SETTINGS],
    sql: `SELECT value::text AS value FROM ${SETTINGS} WHERE key = '${key}'`,
    columns: { value: 'text' },
    wire: z
      .strictObject({ value: z.string().transform(toJson) })
      .transform(({ value }) => value)
      .pipe(schema),
    toRows: (wire) => wire.flat(),
  };
}

function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return parseExactJson(text);
  } catch {
    context.addIssue('expected JSON');
    return z.NEVER;
  }
}
