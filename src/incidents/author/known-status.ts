import path from 'node:path';
import { statusManifestSchema } from '../../status/status-manifest.ts';
import { type StatusRun, statusRunSchema } from '../../status/status-run.ts';
import { readLines, readManifestText } from '../../store/content-file.ts';
import { AlteredFileError } from '../../store/unaltered.ts';

/** The runs of the checks that are kept raw (of yesterday and today), or why they say nothing. */
export interface KnownStatus {
  readonly runs: readonly StatusRun[];
  /** Null when there is nothing to say of them. */
  readonly trouble: 'never' | 'unreadable' | null;
}

/** Reads what the checks left in `generated/status`. Without it, or where it was altered, nothing is known. */
export async function readKnownStatus(contentRoot: string): Promise<KnownStatus> {
  const root = path.join(contentRoot, 'generated', 'status');
  const nothing = (trouble: KnownStatus['trouble']): KnownStatus => ({ runs: [], trouble });
  try {
    const text = await readManifestText(root);
    if (text === null) return nothing('never');
    const { samples } = statusManifestSchema.parse(JSON.parse(text));
    const lines = await Promise.all(samples.map((file) => readLines(root, file)));
    return { runs: lines.flat().map((line) => statusRunSchema.parse(line)), trouble: null };
  } catch (error) {
    const unreadable = error instanceof AlteredFileError || error instanceof SyntaxError;
    if (!unreadable && (error as Error).name !== 'ZodError') throw error;
    return nothing('unreadable');
  }
}
