import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareInstants } from '../../core/instant.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { restoring } from '../../store/content-file.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import type { PublicAudit } from '../model/audit.ts';
import { type MonthAudits, monthAuditsSchema, presentOf } from '../model/month-audits.ts';

function folderIn(contentRoot: string): string {
  return path.join(contentRoot, 'generated', 'audits');
}

/** The public part of the present audit of the last month before; null where there is none. @throws AlteredFileError */
export async function auditBefore(contentRoot: string, month: string): Promise<PublicAudit | null> {
  const names = await readdir(folderIn(contentRoot)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const last = names
    .filter((name) => /^\d{4}-\d{2}\.json$/.test(name) && name < `${month}.json`)
    .toSorted()
    .at(-1);
  const audits = last === undefined ? null : await auditsOf(contentRoot, last.replace('.json', ''));
  return audits === null ? null : presentOf(audits);
}

/** Every audit of a month, first to last; null where it was never audited. @throws AlteredFileError */
export async function auditsOf(contentRoot: string, month: string): Promise<MonthAudits | null> {
  const [folder, name] = [folderIn(contentRoot), `${month}.json`];
  const text = await readFile(path.join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return monthAuditsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AlteredFileError(`${name} is not what an audit leaves. ${restoring(folder, name)}`, { cause });
  }
}

/** Adds an audit behind those of its month, which are never rewritten. @throws AlteredFileError, and where it is not the latest */
export async function addPublicAudit(contentRoot: string, audit: PublicAudit): Promise<void> {
  const known = (await auditsOf(contentRoot, audit.month)) ?? [];
  const last = known.at(-1);
  if (last !== undefined && compareInstants(last.audited_at, audit.audited_at) >= 0)
    throw new AlteredFileError(
      `${audit.month} was audited at ${last.audited_at}, which is not before ${audit.audited_at}: look at the clock.`,
    );
  await mkdir(folderIn(contentRoot), { recursive: true });
  const text = `${JSON.stringify(monthAuditsSchema.parse([...known, audit]), null, 1)}\n`;
  await writeAtomically(path.join(folderIn(contentRoot), `${audit.month}.json`), text);
}
