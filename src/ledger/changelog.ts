import { z } from 'zod';
import { compareInstants, instantSchema } from '../core/instant.ts';

/**
 * One public change of a setting (TPC-03). `admin_id` is private and never read. The table has no key of
 * its own, so `id` is made of what an entry is: its instant and its key, with `#2`, `#3` … where one
 * transaction wrote several for the same key.
 */
export const changelogEntrySchema = z.strictObject({
  id: z.string().min(1),
  created_at: instantSchema,
  key: z.string().min(1),
  old_value: z.string().nullable(),
  new_value: z.string().nullable(),
  reason: z.string().nullable(),
});

export type ChangelogEntry = z.infer<typeof changelogEntrySchema>;

/** Gives each entry its id. Entries must come in their canonical order: by instant, key, values, reason. */
export function withIds(entries: readonly Omit<ChangelogEntry, 'id'>[]): ChangelogEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const name = `${entry.created_at}|${entry.key}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { id: nth === 1 ? name : `${name}#${nth}`, ...entry };
  });
}

/** The newest entry first; entries of one instant in the order of their ids. */
export function latestFirst(entries: readonly ChangelogEntry[]): ChangelogEntry[] {
  return entries.toSorted((a, b) => compareInstants(b.created_at, a.created_at) || (a.id < b.id ? -1 : 1));
}
