import type { z } from 'zod';
import type { Caveat } from '../../ledger/caveat.ts';
import { type ChangelogEntry, changelogEntrySchema, withIds } from '../../ledger/changelog.ts';
import { declaredJson, declaredText } from '../../ledger/declared-value.ts';
import type { TableSource } from '../../postgres/table.ts';

const wire = changelogEntrySchema.omit({ id: true });

/** TPC-03: the changelog, without `admin_id`, which is never asked for. COLLATE "C": the same order everywhere. */
export const changelog: TableSource<z.infer<typeof wire>, ChangelogEntry> = {
  tables: ['public.tpc_changelog'],
  sql: `SELECT created_at, key, old_value, new_value, reason
          FROM public.tpc_changelog
         ORDER BY created_at, key COLLATE "C", old_value COLLATE "C", new_value COLLATE "C", reason COLLATE "C"`,
  columns: { created_at: 'timestamptz', key: 'text', old_value: 'text', new_value: 'text', reason: 'text' },
  wire,
  rowByRow: true,
  toRows: (entries) => withIds(entries.map((entry) => withValues(entry, declaredText))),
  caveats: (entries) => [leftOut(entries, declaredText)],
};

/** The owner's view of what changed in the public settings (`reader.sql`). */
export const PUBLIC_CHANGES = 'public.tpc_public_settings_changelog';

/**
 * TPC-03 in the field's form, through the view that has neither the person who changed a setting nor the rest of
 * the row that the platform keeps. Of the values only what is declared is published. The table's own id stays
 * unread: the public API has none, and both must give the same entry.
 */
export const settingsChangelog: typeof changelog = {
  ...changelog,
  tables: [PUBLIC_CHANGES],
  sql: `SELECT changed_at AS created_at, key, old_value::text AS old_value, new_value::text AS new_value,
               summary AS reason
          FROM ${PUBLIC_CHANGES}
         ORDER BY changed_at, key COLLATE "C", old_value::text COLLATE "C", new_value::text COLLATE "C",
                  summary COLLATE "C"`,
  toRows: (entries) => withIds(entries.map((entry) => withValues(entry, declaredJson))),
  caveats: (entries) => [leftOut(entries, declaredJson)],
};

function leftOut(entries: readonly z.infer<typeof wire>[], declared: typeof declaredJson): Caveat {
  const values = entries.flatMap(({ key, old_value, new_value }) => [
    declared(key, old_value),
    declared(key, new_value),
  ]);
  const count = values.reduce((sum, value) => sum + value.leftOut, 0);
  return { caveat: 'undeclared-fields', count: String(count), amount: null };
}

function withValues(entry: z.infer<typeof wire>, declared: typeof declaredJson): z.infer<typeof wire> {
  const { key, old_value, new_value } = entry;
  return { ...entry, old_value: declared(key, old_value).text, new_value: declared(key, new_value).text };
}
