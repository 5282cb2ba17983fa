import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKSUMS, DATA_PACKAGE, KEPT_MONTHS, README } from '../domain/archive.ts';
import { type IsoInstant, monthOf } from '../domain/instant.ts';
import { contentFileSchema } from '../domain/manifest.ts';
import { addMonths, monthSchema } from '../domain/month.ts';
import { openSource, rowsOf } from './content.ts';
import { archivesIn, namesIn } from './folder.ts';
import { problemLines } from './problem.ts';
import { ArchiveRefusal } from './refusal.ts';
import { verifyArchive } from './verify.ts';

/** What stays of a month that was pruned: a copy that somebody kept can still be checked against it. */
const STAYS = [CHECKSUMS, DATA_PACKAGE, README];

/**
 * Removes the data files of an archived month that ended more than 12 months ago, and leaves what they must hash to.
 * Gives the names of the files it removed.
 *
 * @throws ArchiveRefusal when the month is younger, is not there, is damaged, or `confirmed` is not set
 */
export async function pruneArchive(
  contentRoot: string,
  month: string,
  { now, confirmed }: { readonly now: IsoInstant; readonly confirmed: boolean },
): Promise<string[]> {
  const folder = await wholeArchive(contentRoot, month);
  const from = addMonths(month, KEPT_MONTHS + 1);
  if (monthOf(now) < from)
    throw new ArchiveRefusal(`${month} is kept for at least ${KEPT_MONTHS} months: not before ${from}-01.`);
  const names = (await namesIn(folder)).filter((name) => !STAYS.includes(name)).toSorted();
  if (!confirmed)
    throw new ArchiveRefusal(
      `${names.length} files of ${month} would be removed for good. Add --yes-prune to do it.`,
    );
  for (const name of names) await rm(path.join(folder, name));
  return names;
}

/**
 * Removes the raw samples of an archived month from `generated/status`: they have moved into the archive, where the
 * figures find them by the same hash. Gives the paths of the files it removed.
 *
 * @throws ArchiveRefusal when the month is not archived, or its archive is damaged or lacks a day
 */
export async function dropSamples(contentRoot: string, month: string): Promise<string[]> {
  const folder = await wholeArchive(contentRoot, month);
  const { package: described } = await verifyArchive(folder);
  const archived = new Set(described?.resources.map((one) => one.text_hash.replace('sha256:', '')));
  const { status, statusManifest } = await openSource(contentRoot);
  const files: string[] = [];
  for await (const file of rowsOf(status, statusManifest?.closed ?? [], contentFileSchema)) {
    if (!file.path.startsWith(`samples-${month}/`) || !existsSync(path.join(status, file.path))) continue;
    if (!archived.has(file.sha256))
      throw new ArchiveRefusal(`${file.path} is not in the archive of ${month}.`);
    files.push(file.path);
  }
  for (const file of files) await rm(path.join(status, file));
  return files;
}

async function wholeArchive(contentRoot: string, month: string): Promise<string> {
  const folder = path.join(archivesIn(contentRoot), month);
  if (!monthSchema.safeParse(month).success || !existsSync(folder))
    throw new ArchiveRefusal(`"${month}" is not archived.`);
  const { problems } = await verifyArchive(folder);
  if (problems.length > 0)
    throw new ArchiveRefusal(
      `The archive of ${month} is not whole; nothing was removed.\n${problemLines(problems)}`,
    );
  return folder;
}
