import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where Debian's golang-golang-x-mod-dev puts the code of Go's checksum database. */
export const GOPATH = '/usr/share/gocode';

/** Whether that and Go are there. */
export const isGoInstalled =
  existsSync(path.join(GOPATH, 'src/golang.org/x/mod/sumdb/tlog/tile.go')) &&
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'go')));

/** What of Debian brings them. */
export const PACKAGES = 'golang-go golang-golang-x-mod-dev';
export const ABSENT = `NOT JUDGED: Go's sumdb is not installed (apt-get install ${PACKAGES}); only our own code has verified our log`;

/** What `log/sumdb/main.go` says of a log, see there. Hashes in base64. */
export interface Answer {
  readonly Text: string;
  readonly Unknown: readonly string[] | null;
  readonly Root: string;
  readonly Paths: readonly string[];
  readonly Differ: readonly string[] | null;
  readonly Inclusion: readonly boolean[];
  readonly Consistency: readonly boolean[];
  readonly Included: readonly (readonly string[])[];
  readonly Grown: readonly (readonly string[])[];
  readonly Signed: string;
}

/** Asks Go about the log that is served from a folder. Fails with Go's own words where it refuses the log as a whole. */
export async function askGo(folder: string, question: object): Promise<Answer> {
  const program = path.join(import.meta.dirname, '../log/sumdb/main.go');
  const go = promisify(execFile)('go', ['run', program, folder], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' },
    maxBuffer: 1 << 26,
  });
  go.child.stdin?.end(JSON.stringify(question));
  return JSON.parse((await go).stdout) as Answer;
}
