import type { DatasetName } from '../../ledger/dataset.ts';
import { type Manifest, manifestSchema } from '../../ledger/manifest.ts';
import { MANIFEST_FILE, readLines, readManifestText } from '../../store/content-file.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { notAsked } from '../ask/answer.ts';
import type { PublishedData } from '../ask/context.ts';

/** What the snapshot of a system left in `folder`, read when a check first asks for it. */
export function publishedIn(folder: string): PublishedData {
  let manifest: Promise<Manifest | null> | undefined;
  const read = () => {
    manifest ??= readManifest(folder);
    return manifest;
  };
  return {
    state: async (dataset) => (await read())?.datasets[dataset] ?? null,
    rows: async (dataset: DatasetName) => {
      const rows: unknown[] = [];
      for (const file of (await read())?.datasets[dataset].files ?? [])
        rows.push(...(await readable(() => readLines(folder, file))));
      return rows;
    },
  };
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readManifestText(folder);
  if (text === null) return null;
  return readable(async () => {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    if (!parsed.success) throw new AlteredFileError(`${MANIFEST_FILE} is not a manifest`);
    return parsed.data;
  });
}

/** Content that was changed by hand tells a check nothing. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AlteredFileError || error instanceof SyntaxError)
      throw notAsked('unreadable', error instanceof SyntaxError ? 'the snapshot is not JSON' : error.message);
    throw error;
  }
}
