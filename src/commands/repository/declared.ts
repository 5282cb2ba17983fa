import { BUILDS_FOLDER } from '../../build/builds-folder.ts';
import { CHAIN } from '../../chain/chain-folder.ts';
import { MONTHLY, systemsAmong } from '../../fold/folders.ts';
import { NOTES } from '../../incidents/model/notes-folder.ts';
import { snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { ARCHIVES } from '../../reports/model/monthly-folders.ts';
import { REPORTS_FOLDER } from '../../reports/model/reports-folder.ts';
import { STATUS } from '../../status/status-folder.ts';
import type { ContentFolder } from '../../store/content-folder.ts';
import type { Published } from '../../store/published.ts';
import type { Since } from '../../store/since.ts';
import { buildNews } from './build-news.ts';
import { chainNews } from './chain-news.ts';
import { checkNews } from './check-news.ts';
import type { News } from './news.ts';
import { notesNews } from './notes-news.ts';
import { reportNews } from './report-news.ts';
import { snapshotNews } from './snapshot-news.ts';

/** What a run left in a folder, and what became of it since the last commit; null where that held nothing of it. */
type NewsOf<Manifest> = (
  published: Published<Manifest> & { readonly manifest: Manifest },
  since: Since<Manifest> | null,
) => News | Promise<News | null>;

/** A folder with a manifest, and what a commit tells of it, for whoever treats all of them alike. */
export interface Declared {
  readonly name: string;
  readonly with: <Result>(
    work: <Manifest>(folder: ContentFolder<Manifest>, news: NewsOf<Manifest>) => Result,
  ) => Result;
}

function declared<Manifest>(folder: ContentFolder<Manifest>, news: NewsOf<Manifest>): Declared {
  return { name: folder.name, with: (work) => work(folder, news) };
}

/** Below `generated`, in the order in which a commit tells of them; between the first and the others the systems. */
const FIRST = declared(STATUS, checkNews);
const LAST = [
  declared(CHAIN, chainNews),
  declared(REPORTS_FOLDER, reportNews),
  declared(NOTES, notesNews),
  declared(BUILDS_FOLDER, buildNews),
];

/** The folders with a manifest, by their names: a name that nothing else has is that of a system. */
export function declaredFolders(names: readonly string[]): Declared[] {
  const systems = systemsAmong(names).map((name) => declared(snapshotFolder(name), snapshotNews));
  return [FIRST, ...systems, ...LAST].filter(({ name }) => names.includes(name));
}

/** The names of all folders of a site that publishes one system. */
export function everyFolderName(system: string): string[] {
  return [FIRST.name, system, ...[...LAST, ...MONTHLY].map(({ name }) => name), ARCHIVES.name];
}
