import path from 'node:path';
import type { z } from 'zod';
import { checkDefinitionSchema } from '../../status/check-definition.ts';
import { type CheckedStatus, NOTHING_CHECKED } from '../../status/known-answers.ts';
import { statusManifestSchema } from '../../status/status-manifest.ts';
import { statusRunSchema } from '../../status/status-run.ts';
import { readLines, readManifestText } from '../../store/content-file.ts';
import { AlteredFileError, type ContentFile } from '../../store/unaltered.ts';

/** What the checks left, its runs of yesterday and today, or why it says nothing. */
export interface KnownStatus extends CheckedStatus {
  /** Null when there is nothing to say of them. */
  readonly trouble: 'never' | 'unreadable' | null;
}

/** Reads what the checks left in `generated/status`. Without it, or where it was altered, nothing is known. */
export async function readKnownStatus(contentRoot: string): Promise<KnownStatus> {
  const root = path.join(contentRoot, 'generated', 'status');
  const nothing = (trouble: KnownStatus['trouble']): KnownStatus => ({ ...NOTHING_CHECKED, trouble });
  try {
    const text = await readManifestText(root);
    if (text === null) return nothing('never');
    const { samples, definitions, systems } = statusManifestSchema.parse(JSON.parse(text));
    const rows = async <T>(files: readonly ContentFile[], schema: z.ZodType<T>) =>
      (await Promise.all(files.map((file) => readLines(root, file)))).flat().map((row) => schema.parse(row));
    return {
      lines: await rows(samples, statusRunSchema),
      definitions: await rows(definitions, checkDefinitionSchema),
      systems,
      trouble: null,
    };
  } catch (error) {
    const unreadable = error instanceof AlteredFileError || error instanceof SyntaxError;
    if (!unreadable && (error as Error).name !== 'ZodError') throw error;
    return nothing('unreadable');
  }
}
