import path from 'node:path';
import { type NotesManifest, notesManifestSchema } from '../../incidents/model/notes-manifest.ts';
import { readManifestText } from '../../store/content-file.ts';
import { gitIn, textAt } from '../../store/git.ts';
import { auditsSince } from './audits-since.ts';
import { reportsSince } from './reports-since.ts';
import { commonCommit, linesAt, linesNow, rewritten, type SinceBase } from './since-base.ts';

const FOLDER = 'generated/notes';

/**
 * Holds what was published (the record of notes, reports and sign-offs, audits) against the commit where this branch
 * left `base`: every entry that was there must still be there, in its place, byte for byte. The problems, each in
 * words; none when it only grew.
 *
 * @throws CannotCheckError when that commit can not be read, as in a shallow clone
 */
export async function recordSince(contentRoot: string, base: string): Promise<string[]> {
  const git = gitIn(contentRoot);
  const since: SinceBase = { contentRoot, git, base, from: await commonCommit(git, base) };
  return [...(await notesSince(since)), ...(await reportsSince(since)), ...(await auditsSince(since))];
}

async function notesSince(since: SinceBase): Promise<string[]> {
  const { contentRoot, git, base, from } = since;
  const before = await textAt(git, from, `${FOLDER}/manifest.json`);
  if (before === null) return []; // Nothing was published by then.
  const now = await readManifestText(path.join(contentRoot, FOLDER));
  if (now === null) return [`${FOLDER}/manifest.json was removed; it was published at ${base}.`];
  const [was, is] = [parsed(before), parsed(now)];
  const problems: string[] = [];
  if (was.demo !== is.demo) problems.push(`${FOLDER} holds another world than at ${base}.`);
  for (const series of ['entries', 'words'] as const) {
    const old = await linesAt(since, FOLDER, was.record[series]);
    const present = await linesNow(since, FOLDER, is.record[series]);
    const same = (one: string, other: string | undefined) => sameLine(series, one, other);
    problems.push(...rewritten(since, { folder: FOLDER, series }, old, present, same));
  }
  return problems;
}

/** Words may go from a line by law: digest and salt stay. */
function sameLine(series: 'entries' | 'words', was: string, is: string | undefined): boolean {
  if (was === is) return true;
  if (series === 'entries' || is === undefined) return false;
  const [old, present] = [JSON.parse(was), JSON.parse(is)];
  return present.text === undefined && old.digest === present.digest && old.salt === present.salt;
}

function parsed(text: string): NotesManifest {
  return notesManifestSchema.parse(JSON.parse(text));
}
