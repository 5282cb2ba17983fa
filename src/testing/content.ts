import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { DatasetName } from '../ledger/dataset.ts';
import { type Manifest, manifestSchema } from '../ledger/manifest.ts';

const WRITTEN = path.resolve(import.meta.dirname, '../../content/written');

/** A content root of its own: the repository's written content, nothing generated. Gone after the test. */
export async function createContentRoot(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'terang-content-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(WRITTEN, path.join(root, 'written'), { recursive: true });
  return root;
}

/** Where a content root keeps what was generated for TPC. */
export function generated(root: string): string {
  return path.join(root, 'generated', 'tpc');
}

/** Every file below a folder, by its path, as Latin-1 text: equal texts are equal bytes. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'latin1'));
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The part of a tree that lies in some folders. */
export function within(tree: ReadonlyMap<string, string>, folders: readonly string[]): Map<string, string> {
  return new Map([...tree].filter(([file]) => folders.includes(file.split('/')[0] ?? '')));
}

export async function readManifest(root: string): Promise<Manifest> {
  return manifestSchema.parse(
    JSON.parse(await readFile(path.join(generated(root), 'manifest.json'), 'utf8')),
  );
}

/** The rows of a dataset as its files say them, in the order in which the manifest names the files. */
export async function readRows(root: string, folder: DatasetName): Promise<Record<string, string | null>[]> {
  const tree = await readTree(generated(root));
  const { datasets } = await readManifest(root);
  return datasets[folder].files.flatMap(({ path: file }) =>
    Buffer.from(tree.get(file) ?? '', 'latin1')
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, string | null>),
  );
}
