import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import type { EntryKind } from '../log/entry.ts';
import { bytesAt, foldersIn } from './disk.ts';
import type { Enterable, NewEntry } from './log.ts';
import { rootOf } from './published.ts';

/** A folder below `generated` without a manifest: a folder a month, `<name>/<month>/`, whose files are written once. */
export interface MonthFolders {
  readonly name: string;
  /** Those of its files that stand for all of a month: the log has the hash of each, by the month. */
  readonly entered: readonly { readonly kind: EntryKind; readonly file: string }[];
}

/** A file that stands for a month, as it is; null where it is not there. */
export interface MonthRecord {
  readonly month: string;
  readonly kind: EntryKind;
  readonly bytes: Buffer | null;
}

/** Every file that the log is to have of these months, oldest first. */
export function monthFolderRecords(contentRoot: string, folders: MonthFolders): MonthRecord[] {
  const root = rootOf(contentRoot, folders);
  return foldersIn(root)
    .filter((name) => /^\d{4}-\d{2}$/.test(name))
    .flatMap((month) =>
      folders.entered.map(({ kind, file }) => ({
        month,
        kind,
        bytes: bytesAt(path.join(root, month, file)),
      })),
    );
}

/** What of these months is to be entered. */
export function enterableOfMonths(contentRoot: string, folders: MonthFolders): Enterable {
  const files = monthFolderRecords(contentRoot, folders).flatMap(({ month, kind, bytes }): NewEntry[] =>
    bytes === null ? [] : [{ kind, id: month, hash: sha256Hex(bytes) }],
  );
  return { lines: new Map(), files };
}
