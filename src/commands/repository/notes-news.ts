import path from 'node:path';
import { newsOf } from '../../incidents/model/note-news.ts';
import { noteEntrySchema } from '../../incidents/model/note-record.ts';
import { notesManifestSchema } from '../../incidents/model/notes-manifest.ts';
import { readLines, readManifestText } from '../../store/content-file.ts';
import { type Git, textAt } from '../../store/git.ts';
import type { News } from './news.ts';

/** What was posted or changed since the last commit. */
export async function notesNews(git: Git, contentRoot: string): Promise<News | null> {
  const root = path.join(contentRoot, 'generated', 'notes');
  const text = await readManifestText(root);
  if (text === null) return null;
  const manifest = notesManifestSchema.parse(JSON.parse(text));
  const before = await textAt(git, 'HEAD', 'generated/notes/manifest.json');
  const was = before === null ? null : notesManifestSchema.parse(JSON.parse(before));
  const told = was?.record.entries.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  const entries = (await Promise.all(manifest.record.entries.map((file) => readLines(root, file)))).flat();
  const refusedBefore = new Set(was?.refused.map(({ file }) => file));
  const posted = entries.slice(told).map((line) => newsOf(noteEntrySchema.parse(line)));
  const refused = manifest.refused
    .filter(({ file }) => !refusedBefore.has(file))
    .map(
      ({ file, refusals }) =>
        `${file}: refused (${[...new Set(refusals.map(({ rule }) => rule))].join(', ')})`,
    );
  const lines = [...posted, ...refused];
  const short = [
    posted.length === 0 ? '' : `${posted.length} in the record`,
    refused.length === 0 ? '' : `${refused.length} refused`,
  ].filter((part) => part !== '');
  return {
    noun: 'Notes',
    at: manifest.observed_at,
    short: lines.length === 1 ? (lines[0] ?? '') : short.join(', ') || 'nothing new',
    lines,
  };
}
