import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import type { AreaResult } from '../model/audit.ts';

/** How the whole of the findings may leave the run. */
export type InternalWay =
  /** As files below a folder that git ignores. */
  | { readonly kind: 'files'; readonly folder: string }
  /** As one file below that folder, which only the team's key opens. */
  | { readonly kind: 'encrypted'; readonly folder: string; readonly recipient: string }
  /** Not at all: on a machine whose files and logs are public. */
  | { readonly kind: 'nowhere' };

interface WholeAudit {
  readonly month: string;
  readonly audited_at: string;
  readonly areas: readonly AreaResult[];
}

/** Writes every finding with what was seen, for the team, beside what earlier runs wrote. Returns the files. */
export async function writeInternalAudit(audit: WholeAudit, way: InternalWay): Promise<string[]> {
  if (way.kind === 'nowhere') return [];
  const folder = path.join(way.folder, 'audits');
  await mkdir(folder, { recursive: true });
  // Each run has files of its own, by when it was: a further one takes nothing of the first away.
  const name = `${audit.month}-audited-${audit.audited_at.replaceAll(/[-:]|\.\d+/g, '')}`;
  const json = `${JSON.stringify(audit, null, 1)}\n`;
  if (way.kind === 'encrypted') {
    const encrypter = new Encrypter();
    encrypter.addRecipient(way.recipient);
    const file = path.join(folder, `${name}.json.age`);
    await writeFile(file, await encrypter.encrypt(json), { flag: 'wx' });
    return [file];
  }
  const files = { [`${name}.json`]: json, [`${name}.md`]: markdown(audit) };
  for (const [file, text] of Object.entries(files))
    await writeFile(path.join(folder, file), text, { flag: 'wx' });
  return Object.keys(files).map((file) => path.join(folder, file));
}

function markdown({ month, audited_at, areas }: WholeAudit): string {
  const sections = areas.map(({ area, result, reason, checked, findings }) =>
    [
      `## ${area}: ${result}, ${checked} looked at${reason === null ? '' : ` (${reason})`}`,
      ...findings.map(({ id, severity, detail, accepted }) => {
        const stands =
          accepted === undefined ? '' : ` (accepted until ${accepted.until}: ${accepted.reason})`;
        return `- ${severity} \`${id}\`: ${detail}${stands}`;
      }),
    ].join('\n'),
  );
  return `# Audit of ${month}, internal\n\n${audited_at}\n\n${sections.join('\n\n')}\n`;
}
