import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PublicAudit, publicAuditSchema } from '../domain/audit.ts';
import { writeAtomically } from '../store/atomic-file.ts';

/** A month's audit is made anew as often as it is run, until the next month's: git keeps what it was. */
function folderIn(contentRoot: string): string {
  return path.join(contentRoot, 'generated', 'audits');
}

/** The public part of the last audit of an earlier month; null where there is none. */
export async function auditBefore(contentRoot: string, month: string): Promise<PublicAudit | null> {
  const names = await readdir(folderIn(contentRoot)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const last = names
    .filter((name) => /^\d{4}-\d{2}\.json$/.test(name) && name < `${month}.json`)
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  return publicAuditSchema.parse(JSON.parse(await readFile(path.join(folderIn(contentRoot), last), 'utf8')));
}

export async function writePublicAudit(contentRoot: string, audit: PublicAudit): Promise<void> {
  await mkdir(folderIn(contentRoot), { recursive: true });
  const text = `${JSON.stringify(publicAuditSchema.parse(audit), null, 1)}\n`;
  await writeAtomically(path.join(folderIn(contentRoot), `${audit.month}.json`), text);
}
