import { z } from 'zod';
import { parseExactJson } from '../../core/exact-json.ts';
import { explain } from '../../core/explain.ts';
import { wrong } from '../../core/fault.ts';
import type { Caveat } from '../../ledger/caveat.ts';
import { declaredJson } from '../../ledger/declared-value.ts';
import type { TableSource } from '../../postgres/table.ts';

/** Where the field keeps its settings, public and private, a row each: never read by us. */
export const APP_SETTINGS = 'public.app_settings';

/** Their owner's view of those that are public (`reader.sql`), their values jsonb. */
export const PUBLIC_SETTINGS = 'public.tpc_public_settings';

/** The settings that are published; every other one stays unread. */
export const SETTING_KEYS = ['distribution_split', 'public_wallets'] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** Rows out of one setting, and how many of its fields nobody declared. */
interface SettingRows<Row> {
  readonly rows: readonly Row[];
  readonly leftOut: number;
}

/**
 * The field's form of a dataset: rows out of the declared fields of one setting's JSON, whose
 * numbers are read from their text.
 */
export function settingSource<Row>(
  key: SettingKey,
  schema: z.ZodType<readonly Row[]>,
  of: { toRows(rows: readonly Row[]): readonly Row[]; caveats(rows: readonly Row[]): readonly Caveat[] } = {
    toRows: (rows) => rows,
    caveats: () => [],
  },
): TableSource<SettingRows<Row>, Row> {
  return {
    tables: [PUBLIC_SETTINGS],
    sql: `SELECT value::text AS value FROM ${PUBLIC_SETTINGS} WHERE key = '${key}'`,
    columns: { value: 'text' },
    wire: z
      .strictObject({ value: z.string().nullable() })
      .transform(({ value }, context): SettingRows<Row> => {
        const { text, leftOut } = declaredJson(key, value);
        const json = toJson(text, context);
        const parsed = schema.safeParse(json);
        if (parsed.success) return { rows: parsed.data, leftOut };
        for (const { path, ...fault } of parsed.error.issues.flatMap((issue) => explain(issue, json)))
          context.addIssue(wrong(fault, ...path));
        return z.NEVER;
      }),
    toRows: (wire) => of.toRows(wire.flatMap(({ rows }) => rows)),
    caveats: (wire) => {
      const count = wire.reduce((sum, { leftOut }) => sum + leftOut, 0);
      return [
        { caveat: 'undeclared-fields', count: String(count), amount: null },
        ...of.caveats(wire.flatMap(({ rows }) => rows)),
      ];
    },
  };
}

function toJson(text: string | null, context: z.RefinementCtx): unknown {
  try {
    return parseExactJson(text ?? '');
  } catch {
    context.addIssue(wrong({ code: 'expected.declared-json' }));
    return z.NEVER;
  }
}
