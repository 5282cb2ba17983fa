import { type AnySeries, stemOf } from './content-folder.ts';
import type { FoldFault } from './fold.ts';
import { type Published, unalteredBytes } from './published.ts';
import type { ContentFile } from './unaltered.ts';

/** Where the file of a row follows from the row alone, nothing depends on when it was written. */
const AT_ANY_TIME = '1970-01-01T00:00:00Z';

/** Rows that stand twice, or in the file of others: of one row there is one, and where it stands follows from it. */
export function placeFaults<Manifest>(published: Published<Manifest>): FoldFault[] {
  const { folder } = published;
  return folder.series.flatMap((series) => {
    const { kept, name } = series;
    // Lines of a series that grows as a whole stand where their entries do; files that a list names are entered themselves.
    if (series.listedIn !== undefined || (kept.rule === 'every-line' && kept.within === 'series')) return [];
    const found = new Set<string>();
    const stems = new Set<string>();
    const ids = new Set<string>();
    for (const file of published.files(series)) {
      const stem = stemOf(file);
      if (stems.has(stem)) found.add(`${name} ${stem}`);
      stems.add(stem);
      for (const [at, row] of rowsOf(published, series, file).entries()) {
        const id = kept.rule === 'every-row' ? kept.id(row) : `${stem}, ${at + 1}`;
        if (kept.rule === 'every-row' && ids.has(id)) found.add(`${name} ${id}`);
        ids.add(id);
        if (series.stem(row, AT_ANY_TIME) !== stem) found.add(`${name} ${id}`);
      }
    }
    return [...found].map((what): FoldFault => ({ fault: 'place', folder: folder.name, what }));
  });
}

function rowsOf<Manifest>(
  { rows }: Published<Manifest>,
  series: AnySeries<Manifest>,
  file: ContentFile,
): never[] {
  return rows({ ...series, files: () => [file] } as never);
}

/** Files of which the manifest counts other bytes or lines than they have: what is shown of a size is read there. */
export function countFaults<Manifest>({ folder, root, manifest }: Published<Manifest>): FoldFault[] {
  if (manifest === null) return [];
  return folder.series
    .flatMap((series) => series.files(manifest))
    .filter((file) => {
      const read = unalteredBytes(root, file);
      let lines = 0;
      for (let at = read.indexOf(0x0a); at >= 0; at = read.indexOf(0x0a, at + 1)) lines += 1;
      return read.length !== file.bytes || lines !== file.rows;
    })
    .map(({ path }) => ({ fault: 'manifest', folder: folder.name, what: path }));
}
