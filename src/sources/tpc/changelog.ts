import type { z } from 'zod';
import { type ChangelogEntry, changelogEntrySchema, withIds } from '../../domain/changelog.ts';
import type { TableSource } from '../postgres/table.ts';

const wire = changelogEntrySchema.omit({ id: true });

/** TPC-03: the changelog, without `admin_id`, which is never asked for. COLLATE "C": the same order everywhere. */
export const changelog: TableSource<z.infer<typeof wire>, ChangelogEntry> = {
  tables: ['public.tpc_changelog'],
  sql: `SELECT created_at, key, old_value, new_value, reason
          FROM public.tpc_changelog
         ORDER BY created_at, key COLLATE "C", old_value COLLATE "C", new_value COLLATE "C", reason COLLATE "C"`,
  columns: { created_at: 'timestamptz', key: 'text', old_value: 'text', new_value: 'text', reason: 'text' },
  wire,
  toRows: withIds,
};

/**
 * TPC-03 in the field's form, without `changed_by`, which is private and never asked for. A text among the JSON
 * values is shown as itself, without quotation marks. The table's own id stays unread: the public API has none,
 * and both must give the same entry.
 */
export const settingsChangelog: typeof changelog = {
  ...changelog,
  tables: ['public.tpc_settings_changelog'],
  sql: `SELECT changed_at AS created_at, key, old_value #>> '{}' AS old_value, new_value #>> '{}' AS new_value,
               summary AS reason
          FROM public.tpc_settings_changelog
         ORDER BY changed_at, key COLLATE "C", (old_value #>> '{}') COLLATE "C", (new_value #>> '{}') COLLATE "C",
                  summary COLLATE "C"`,
};
