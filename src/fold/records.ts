import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import { INVENTED } from '../log/entry.ts';
import { enteredLines } from '../store/entering.ts';
import { monthRecords, monthsOf } from '../store/month-files.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { contentFolders, MONTHLY } from './folders.ts';

/**
 * Every record that is published, as one line by its hash: lines of series, files of a month, and the manifest that stands.
 * A manifest is entered as its file, with the newline behind its line. What is not here is not published any more, or is no
 * line, such as the checksums of an archive, which are served as they are.
 */
export function publishedRecords(contentRoot: string): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  const add = (record: unknown) => {
    const line = canonicalJson(record as Json);
    records.set(sha256Hex(line), line);
  };
  add(INVENTED);
  for (const one of contentFolders(contentRoot))
    one.with((folder) => {
      const published = openFolder(rootOf(contentRoot, folder), folder);
      if (published.manifest === null || published.text === null) return;
      records.set(sha256Hex(published.text), published.text.trimEnd());
      for (const series of folder.series)
        for (const { files } of enteredLines(published, series))
          for (const file of files) for (const line of published.lines(file)) add(line);
    });
  for (const folder of MONTHLY)
    for (const month of monthsOf(contentRoot, folder))
      for (const record of monthRecords(contentRoot, folder, month).records) add(record);
  return records;
}
