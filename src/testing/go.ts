import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where Debian's golang-golang-x-mod-dev puts the code of Go's checksum database. */
export const GOPATH = '/usr/share/gocode';

/** Whether that and Go are there. */
export const isGoInstalled =
  existsSync(path.join(GOPATH, 'src/golang.org/x/mod/sumdb/tlog/tile.go')) &&
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'go')));
