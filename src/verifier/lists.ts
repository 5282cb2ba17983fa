import { jsonOf, sha256Hex } from './bytes.ts';
import { recordsOf, type SiteLog } from './log.ts';
import { someOf, Untold } from './outcome.ts';
import { type Line, linesSince, type Played, play } from './record.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';

/** A line of a file of the lookup: the beginning of a hash, and the batch that paid it. */
const LISTED = /^([0-9a-f]{24} [0-9a-f-]{36}) /;
/** The batch of lines that only fill a file up. */
const NO_BATCH = / 0{8}-0{4}-0{4}-0{4}-0{12}$/;

/** The lists by which payments are looked up, each against its record; nothing of a site that serves none. */
export async function judgeLists(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged[]> {
  let isOffered = true;
  const lists = await judge('lists', async (found) => {
    isOffered = (await site.maybe('paid/00.txt')) !== null;
    if (!isOffered) return;
    const recorded = await recordsOf(site, await log());
    const lines = recorded.flatMap(({ entry, record, index }) =>
      entry.kind === 'lookup' ? [jsonOf<Line>(record, `record ${index}`)] : [],
    );
    const served = await servedLines(site);
    const signed = play(lines);
    const since = await linesSince(site, recorded, (dataset) => dataset === 'lookup');
    const unsigned: string[] = [];
    for (const [key, { fields, isThere }] of play([...lines, ...since])) {
      if (!isThere) continue;
      found.counted += 1;
      if (!(await isServed(site, fields, served))) found.faults.push(`paid/lists/${fields.batch_id}.txt`);
      else if (signed.get(key)?.fields.hashes_sha256 !== fields.hashes_sha256) unsigned.push(key);
    }
    for (const line of served) found.faults.push(`paid/${line.slice(0, 2)}.txt: ${line}`);
    const changed = unsigned.filter((key) => signed.has(key));
    if (changed.length > 0) throw new Untold('unsigned-change', changed.join(', '));
    if (unsigned.length > 0) throw new Untold('unsigned', someOf(unsigned));
  });
  return isOffered ? [lists] : [];
}

/** Every line that stands for a payment. */
async function servedLines(site: SiteFiles): Promise<Set<string>> {
  const served = new Set<string>();
  for (let file = 0; file < 256; file++) {
    const text = await site.text(`paid/${file.toString(16).padStart(2, '0')}.txt`);
    for (const line of text.split('\n')) {
      const [, listed] = LISTED.exec(line) ?? [];
      if (listed !== undefined && !NO_BATCH.test(listed)) served.add(listed);
    }
  }
  return served;
}

/** Whether a list has the hash and the length that its record says, and each of its lines is served; those are taken out. */
async function isServed(
  site: SiteFiles,
  { batch_id, tx_listed, hashes_sha256 }: Played['fields'],
  served: Set<string>,
) {
  const bytes = await site.maybe(`paid/lists/${batch_id}.txt`);
  if (bytes === null || (await sha256Hex(bytes)) !== hashes_sha256) return false;
  const hashes = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
  return (
    hashes.map((hash) => served.delete(`${hash} ${batch_id}`)).every(Boolean) &&
    String(hashes.length) === tx_listed
  );
}
