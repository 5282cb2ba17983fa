import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import { restoring } from '../store/content-file.ts';
import { AlteredFileError } from '../store/unaltered.ts';
import type { PublicAudit } from './model/audit.ts';
import { auditAt, monthAuditsSchema } from './model/month-audits.ts';
import { type RestoreResult, restoreResultSchema } from './model/restore-test.ts';

/** What the monthly commands left that reports speak of, each with the SHA-256 of its file; null where there is none. */
export interface MonthlyContent {
  /** The public part of the audit: the last that had been made by then. */
  readonly audit: { readonly value: PublicAudit | null; readonly sha256: string | null };
  /** How the restore test of our own archive ended. */
  readonly restore: { readonly value: RestoreResult | null; readonly sha256: string | null };
}

/** The newest of each that is of a month which was over at `at`. @throws AlteredFileError */
export async function readMonthly(contentRoot: string, at: IsoInstant): Promise<MonthlyContent> {
  const generated = path.join(contentRoot, 'generated');
  const { value: audits, sha256 } = await newestIn(path.join(generated, 'audits'), monthAuditsSchema, at);
  return {
    audit: { value: audits === null ? null : auditAt(audits, at), sha256 },
    restore: await newestIn(path.join(generated, 'archive-tests'), restoreResultSchema, at),
  };
}

async function newestIn<T>(folder: string, schema: z.ZodType<T>, at: IsoInstant) {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // None was ever made.
    throw error;
  });
  const newest = names
    .filter((name) => /^\d{4}-\d{2}\.json$/.test(name) && name < `${monthOf(at)}.json`)
    .toSorted()
    .at(-1);
  if (newest === undefined) return { value: null, sha256: null };
  const text = await readFile(path.join(folder, newest), 'utf8');
  const result = schema.safeParse(json(text));
  if (!result.success)
    throw new AlteredFileError(`${newest} is not what a run leaves. ${restoring(folder, newest)}`);
  return { value: result.data, sha256: sha256Hex(text) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON, so not what a run leaves either.
  }
}
