import { sha256Hex } from './bytes.ts';
import { parseSums } from './data.ts';
import { entriesOf, type SiteLog } from './log.ts';
import { someOf, Untold, Wrong } from './outcome.ts';
import type { Entry } from './proof.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';

const LIST = 'en/archive/index.html';

/** Every month that the page of archives or the log names. */
export function judgeArchives(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged> {
  return judge('archives', async (found) => {
    const logged = await archivesIn(log);
    const listed = (await site.maybe(LIST)) === null ? '' : await site.text(LIST);
    const unsigned: string[] = [];
    const months = listed.match(/(?<=\/archives\/)\d{4}-\d{2}(?=\/)/g) ?? [];
    for (const month of new Set([...months, ...(logged ?? []).map(({ id }) => id)])) {
      const folder = `releases/transparency-v1.0/archives/${month}/`;
      const sums = await site.text(`${folder}SHA256SUMS`);
      const entry = logged?.findLast(({ id }) => id === month);
      if (logged !== null && entry === undefined) unsigned.push(month);
      else if (entry !== undefined && entry.hash !== (await sha256Hex(sums)))
        found.faults.push(`${folder}SHA256SUMS`);
      const pruned = await site.maybeJson<{ files: readonly string[] }>(`${folder}PRUNED.json`);
      for (const { sum, file } of parseSums(sums, `${folder}SHA256SUMS`)) {
        const bytes = await site.maybe(folder + file);
        const isPruned = bytes === null && pruned?.files.includes(file) === true;
        if (!isPruned && (bytes === null || (await sha256Hex(bytes)) !== sum))
          found.faults.push(folder + file);
        found.counted += 1;
      }
    }
    // Checksums beside what they are of say only that both were made together.
    if (logged === null && found.counted > 0) throw new Untold('no-log');
    if (unsigned.length > 0) throw new Untold('unsigned', someOf(unsigned));
  });
}

/** Null where there is no log to ask, which is said elsewhere. */
async function archivesIn(log: () => Promise<SiteLog>): Promise<Entry[] | null> {
  try {
    return entriesOf(await log()).filter(({ kind }) => kind === 'archive');
  } catch (error) {
    if (error instanceof Wrong || error instanceof Untold) return null;
    throw error;
  }
}
