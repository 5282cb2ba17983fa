import path from 'node:path';
import { BUILDS_FOLDER } from '../build/builds-folder.ts';
import { CHAIN, type ChainManifest } from '../chain/chain-folder.ts';
import { NOTES, NOTES_WORDS } from '../incidents/model/notes-folder.ts';
import { ledgerFaults } from '../ledger/fold.ts';
import { stateFaults } from '../ledger/fold-state.ts';
import type { Manifest } from '../ledger/manifest.ts';
import { snapshotFolder, WORDS } from '../ledger/snapshot-folder.ts';
import type { EntryKind } from '../log/entry.ts';
import { ARCHIVES, AUDITS, RESTORE_TESTS } from '../reports/model/monthly-folders.ts';
import { REPORTS_FOLDER } from '../reports/model/reports-folder.ts';
import { STATUS } from '../status/status-folder.ts';
import type { ContentFolder } from '../store/content-folder.ts';
import { foldersIn } from '../store/disk.ts';
import type { FoldFault } from '../store/fold.ts';
import { LOG } from '../store/log.ts';
import { KEYS } from '../store/log-keys.ts';
import type { AnyMonthFiles } from '../store/month-files.ts';
import type { Published } from '../store/published.ts';
import { daysFaults } from './days.ts';
import { findingFaults } from './findings.ts';
import { notesFaults } from './notes.ts';
import { reportsFaults } from './reports.ts';
import { TAKEDOWNS, takedownFaults } from './takedowns.ts';
import { validityFaults } from './validity.ts';

/** In what present rows, notes and days of a folder are not what its lines come to; asked of one whose files are whole. */
type Judge<Manifest> = (published: Published<Manifest>, daysSince: string) => FoldFault[];

/** A folder with a manifest, for whoever treats all of them alike. */
export interface AnyFolder {
  readonly name: string;
  readonly with: <Result>(
    work: <Manifest>(folder: ContentFolder<Manifest>, judge: Judge<Manifest>) => Result,
  ) => Result;
}

function any<Manifest>(folder: ContentFolder<Manifest>, judge: Judge<Manifest>): AnyFolder {
  return { name: folder.name, with: (work) => work(folder, judge) };
}

/** Folders with a file a month. */
export const MONTHLY: readonly AnyMonthFiles[] = [AUDITS, RESTORE_TESTS, KEYS, TAKEDOWNS];

/** The kinds of entries that are each time of a whole file: of a manifest, and of what stands for a month. */
export const AS_FILES: ReadonlySet<EntryKind> = new Set([
  'run',
  ...MONTHLY.flatMap(({ kept, entered }) => (typeof kept === 'function' ? [] : [entered])),
  ...ARCHIVES.entered.map(({ kind }) => kind),
]);

const OWN = [STATUS, CHAIN, REPORTS_FOLDER, NOTES, BUILDS_FOLDER, ...MONTHLY, ARCHIVES, { name: LOG }].map(
  ({ name }) => name,
);

/** Those of some folders below `generated` that hold what snapshots of a system published: all that are nothing else. */
export function systemsAmong(names: readonly string[]): string[] {
  return names.filter((name) => !OWN.includes(name));
}

function snapshotValidity({ folder, root, manifest }: Published<Manifest>): FoldFault[] {
  if (manifest === null) return [];
  const where = { folder: folder.name, contentRoot: path.join(root, '..', '..'), system: folder.name };
  return validityFaults(where, { manifest, ...manifest.datasets });
}

function chainValidity({ folder, root, manifest }: Published<ChainManifest>): FoldFault[] {
  if (manifest === null) return [];
  const where = { folder: folder.name, contentRoot: path.join(root, '..', '..'), system: manifest.system };
  return validityFaults(where, { manifest });
}

/** Every folder of content with a manifest that may be there: those of the systems, and our own. */
export function contentFolders(contentRoot: string): AnyFolder[] {
  const systems = systemsAmong(foldersIn(path.join(contentRoot, 'generated')));
  return [
    any(STATUS, daysFaults),
    ...systems.map((name) =>
      any(snapshotFolder(name), (published) => [
        ...ledgerFaults(published),
        ...stateFaults(published),
        ...findingFaults(published),
        ...snapshotValidity(published),
        ...takedownFaults(published, WORDS),
      ]),
    ),
    any(CHAIN, chainValidity), // What is not known yet, and balances, only the chain could say: the entry of the run binds it.
    any(REPORTS_FOLDER, reportsFaults),
    any(NOTES, (published) => [...notesFaults(published), ...takedownFaults(published, NOTES_WORDS)]),
    any(BUILDS_FOLDER, () => []), // Its lines are all there is.
  ];
}
