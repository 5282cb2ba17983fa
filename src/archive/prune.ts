import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { dayOf, type IsoInstant, monthOf } from '../core/instant.ts';
import { monthSchema } from '../core/month.ts';
import { KEPT_MONTHS, prunableFrom, STAYS } from '../reports/model/archive.ts';
import { contentFileSchema } from '../store/unaltered.ts';
import { openSource, rowsOf } from './content.ts';
import { enterArchives, isInvented } from './enter.ts';
import { archivesIn, namesIn } from './folder.ts';
import { problemLines } from './problem.ts';
import { readPruned, writePruned } from './pruned.ts';
import { ArchiveRefusal } from './refusal.ts';
import { verifyArchive } from './verify.ts';

/**
 * Removes the data files of an archived month that ended more than 12 months ago, and leaves what they must hash to,
 * with a word on when that was. Where a run was killed in between, this one goes on; the word stays the first. Gives the names of the files it removed.
 *
 * @throws ArchiveRefusal when the month is younger, not there, damaged or pruned, or `confirmed` is not set
 */
export async function pruneArchive(
  contentRoot: string,
  month: string,
  { now, confirmed }: { readonly now: IsoInstant; readonly confirmed: boolean },
): Promise<string[]> {
  const folder = await wholeArchive(contentRoot, month, true);
  const from = prunableFrom(month);
  if (monthOf(now) < from)
    throw new ArchiveRefusal(`${month} is kept for at least ${KEPT_MONTHS} months: not before ${from}-01.`);
  const names = (await namesIn(folder)).filter((name) => !STAYS.includes(name)).toSorted();
  const before = await readPruned(folder);
  if (names.length === 0)
    throw new ArchiveRefusal(
      `${month} was pruned on ${dayOf(before?.pruned_at ?? now)}: nothing is left to remove.`,
    );
  if (!confirmed)
    throw new ArchiveRefusal(
      `${names.length} files of ${month} would be removed for good. Add --yes-prune to do it.`,
    );
  await enterArchives({ contentRoot, now, demo: isInvented(folder) }, async () => {
    if (before === null)
      await writePruned(folder, { format: 'terang/pruned/1', month, pruned_at: now, files: names });
  });
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

async function wholeArchive(contentRoot: string, month: string, orPruned = false): Promise<string> {
  const folder = path.join(archivesIn(contentRoot), month);
  if (!monthSchema.safeParse(month).success || !existsSync(folder))
    throw new ArchiveRefusal(`"${month}" is not archived.`);
  const { problems, pruned } = await verifyArchive(folder);
  if (pruned !== null && !orPruned)
    throw new ArchiveRefusal(
      `The archive of ${month} was pruned on ${dayOf(pruned.at)}; nothing was removed.`,
    );
  if (problems.length > 0)
    throw new ArchiveRefusal(
      `The archive of ${month} is not whole; nothing was removed.\n${problemLines(problems)}`,
    );
  return folder;
}
