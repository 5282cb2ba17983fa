import { parseEntry } from '../../log/entry.ts';
import { TILE_WIDTH, tilePath } from '../../log/tile.ts';
import type { TileFile } from '../../log/tiling.ts';
import { utf8Bytes } from '../../log/wire.ts';
import type { KeptLog } from '../../store/kept-log.ts';

/** The address of the records of a bundle's entries: numbered as the bundle is, full or not. */
export function recordsPath(bundle: number): string {
  const full = tilePath({ level: 'entries', index: BigInt(bundle), width: TILE_WIDTH });
  return `${full.replace('tile/entries/', 'records/')}.jsonl`;
}

/** The record of each entry as a line, 256 a file; `null` where it is not among those that are published. */
export function* recordsOf(
  log: KeptLog,
  published: ReadonlyMap<string, string>,
): Generator<TileFile, void, undefined> {
  let lines: string[] = [];
  let bundle = 0;
  const take = () => ({
    path: recordsPath(bundle++),
    bytes: utf8Bytes(lines.map((line) => `${line}\n`).join('')),
  });
  for (const entry of log.entries()) {
    lines.push(published.get(parseEntry(entry).hash) ?? 'null');
    if (lines.length < TILE_WIDTH) continue;
    yield take();
    lines = [];
  }
  if (lines.length > 0) yield take();
}
