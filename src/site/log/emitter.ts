import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { offers } from '../../core/site.ts';
import { publishedRecords } from '../../fold/records.ts';
import { bytesAt } from '../../store/disk.ts';
import { type KeptLog, openLog } from '../../store/kept-log.ts';
import { CONTENT } from '../content/files.ts';
import { site } from '../content/site.ts';
import { bundlesOf } from './bundles.ts';
import { recordsOf } from './records.ts';
import { servedLog } from './served-log.ts';

/** Where the log stands below the root of the site. */
const LOG_FOLDER = 'log';

/**
 * Writes the served log beside the pages at the end of a build. An emitter, not routes: ten thousand small files would
 * cost a millisecond each, and a proof reads tiles that were written before it.
 */
export const logEmitter: AstroIntegration = {
  name: 'terang-log',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      // What is not offered is not there: `public/` is copied whole, with the verifier of single proofs.
      if (!offers(site(), 'log')) return rm(new URL('verify.sh', dir), { force: true });
      const log = openLog(CONTENT);
      if (log === null) return;
      const folder = path.join(fileURLToPath(dir), LOG_FOLDER);
      const files = await writeLog(log, folder, publishedRecords(CONTENT));
      logger.info(`${log.size} entries as ${files} files`);
    },
  },
};

/** Writes every file of a served log into a folder, with the records that are published, and says how many they were. */
export async function writeLog(
  log: KeptLog,
  folder: string,
  records: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  const made = new Set<string>();
  let files = 0;
  const read = async (name: string) => bytesAt(path.join(folder, name));
  // Bundles hold what is made before them.
  for (const make of [() => servedLog(log, read), () => recordsOf(log, records), () => bundlesOf(log, read)])
    for await (const { path: name, bytes } of make()) {
      const file = path.join(folder, name);
      const parent = path.dirname(file);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      await writeFile(file, bytes);
      files++;
    }
  return files;
}
