import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dayOf, type IsoInstant } from '../core/instant.ts';
import type { Site } from '../core/site.ts';
import { archivePackageSchema, CHECKSUMS, DATA_PACKAGE, samplesFile } from '../reports/model/archive.ts';
import { syncFolder } from '../store/atomic-file.ts';
import { textAt, valueIn } from '../store/disk.ts';
import { AlteredFileError } from '../store/unaltered.ts';
import { openSource, type Source } from './content.ts';
import { enterArchives } from './enter.ts';
import { archivesIn, hashOfFile, namesIn } from './folder.ts';
import { fileChunks, inflated } from './gunzip.ts';
import { contentOfMonth, type MonthContent } from './month-content.ts';
import { readPruned } from './pruned.ts';
import { ArchiveRefusal } from './refusal.ts';
import { type OpenSamples, samplesIn, writeArchive } from './write.ts';

/** Begins the name of the folder that an archive is written into before it is there. */
const MAKING = '.making-';

export interface MadeArchive {
  readonly folder: string;
  /** `equal`: it was there already, and content still says the same, byte by byte. */
  readonly state: 'written' | 'equal';
  /** The SHA-256 of its list of checksums, which stands for the whole of it. */
  readonly sha256: string;
}

/**
 * Archives a closed month, once: written beside, then renamed. One that is there is held against what content says
 * now, and never rewritten.
 *
 * @throws ArchiveRefusal when the month can not be archived, or names each file in which the archive that is there
 *   differs
 */
export async function makeArchive(
  contentRoot: string,
  site: Site,
  month: string,
  now: IsoInstant,
): Promise<MadeArchive> {
  const source = await openSource(contentRoot);
  const content = await contentOfMonth(source, month, now);
  const root = archivesIn(contentRoot);
  const folder = path.join(root, month);
  const run = { contentRoot, now, demo: content.demo };
  await mkdir(root, { recursive: true });
  // Of a run that was killed: nobody else is at work here, the caller holds the lock.
  for (const name of await namesIn(root))
    if (name.startsWith(MAKING)) await rm(path.join(root, name), { recursive: true });
  const making = await mkdtemp(path.join(root, MAKING));
  try {
    if (existsSync(folder)) {
      const pruned = await readPruned(folder);
      if (pruned !== null)
        throw new ArchiveRefusal(
          `${month} is archived already and was pruned on ${dayOf(pruned.pruned_at)}: it is not made again.`,
        );
      await writeArchive(
        making,
        site,
        source,
        await asItStood(content, folder),
        samplesOf(source, content, folder),
      );
      await assertEqual(month, folder, making);
      await enterArchives(run); // Of a run that was killed before it could.
      return { folder, state: 'equal', sha256: await sumOf(folder) };
    }
    await writeArchive(making, site, source, content, samplesIn(source, content));
    await chmod(making, 0o755); // As any folder, not as one that only its maker may read.
    await syncFolder(making);
    await enterArchives(run, async () => {
      await rename(making, folder);
      await syncFolder(root);
    });
    return { folder, state: 'written', sha256: await sumOf(folder) };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** When content was read is told by each archive itself: reading it again later changes no figure. */
async function asItStood(content: MonthContent, folder: string): Promise<MonthContent> {
  const file = path.join(folder, DATA_PACKAGE);
  try {
    const { observed_at } = valueIn(archivePackageSchema, textAt(file) ?? '', file);
    return { ...content, observed_at: { ...content.observed_at, ...observed_at } };
  } catch (error) {
    if (!(error instanceof AlteredFileError)) throw error;
    return content; // It is missing or damaged, which the comparison says by its name.
  }
}

/** The samples of a day from content or, once they have moved, from the archive that is there. */
function samplesOf(source: Source, content: MonthContent, folder: string): OpenSamples {
  const fromContent = samplesIn(source, content);
  return (day) => {
    const file = content.samples.get(day);
    if (file === undefined || existsSync(path.join(source.status, file.path))) return fromContent(day);
    return inflated(fileChunks(path.join(folder, samplesFile(day, content.demo))), file.bytes);
  };
}

async function assertEqual(month: string, folder: string, made: string): Promise<void> {
  const [there, now] = [await namesIn(folder), await namesIn(made)];
  const different: string[] = [];
  for (const name of [...new Set([...there, ...now])].toSorted()) {
    if (!now.includes(name)) different.push(`${name} (content no longer says it)`);
    else if (!there.includes(name)) different.push(`${name} (missing)`);
    else if (
      (await hashOfFile(path.join(folder, name))).sha256 !== (await hashOfFile(path.join(made, name))).sha256
    )
      different.push(name);
  }
  if (different.length === 0) return;
  throw new ArchiveRefusal(
    `${month} is archived already and stands as it was. It differs from what content says now in: ` +
      `${different.join(', ')}.`,
  );
}

async function sumOf(folder: string): Promise<string> {
  return (await hashOfFile(path.join(folder, CHECKSUMS))).sha256;
}
