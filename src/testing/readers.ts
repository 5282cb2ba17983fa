import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';

const run = promisify(execFile);

const PYTHON = `
import csv, gzip, json, sys
def text(name):
    return (gzip.open if name.endswith('.gz') else open)(name, 'rt', encoding='utf-8', newline='')
print(json.dumps([list(csv.reader(text(name))) for name in sys.argv[1:]]))`;

/**
 * The rows of CSV files, packed or not, as Python's `csv` reads them, told nothing of how they were written.
 *
 * @throws Error when there is no `python3`: a test that reads with nobody's reader would say nothing
 */
export async function readWithPython(files: readonly string[]): Promise<string[][][]> {
  try {
    const { stdout } = await run('python3', ['-c', PYTHON, ...files], { maxBuffer: 256 * 1024 * 1024 });
    return JSON.parse(stdout);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error('These tests need python3 on the PATH: its csv module is the reader they ask.', {
      cause,
    });
  }
}

/** The rows of CSV texts as PostgreSQL's COPY reads them: null for an empty field, text for everything else. */
export async function readWithCopy(texts: readonly string[]): Promise<Record<string, string | null>[][]> {
  const database = await PGlite.create();
  try {
    const read: Record<string, string | null>[][] = [];
    for (const [at, text] of texts.entries()) {
      const names = (text.split('\r\n', 1)[0] ?? '').split(',').map((name) => `"${name}"`);
      const columns = names.map((name) => `${name} text`).join(', ');
      // A table has no order of its own: the rows are counted as they come.
      await database.exec(`CREATE TABLE csv_${at} (nth bigserial, ${columns})`);
      await database.query(`COPY csv_${at} (${names}) FROM '/dev/blob' WITH (FORMAT csv, HEADER match)`, [], {
        blob: new Blob([text]),
      });
      const rows = `SELECT ${names} FROM csv_${at} ORDER BY nth`;
      read.push((await database.query<Record<string, string | null>>(rows)).rows);
    }
    return read;
  } finally {
    await database.close();
  }
}
