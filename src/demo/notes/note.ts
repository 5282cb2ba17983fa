import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { instantAt, withTimes } from '../relative-time.ts';

/** The front matter of one edit, beside the note's own fields: those are set, or taken out with null. */
const editSchema = z.looseObject({
  /** When publishing first saw it. */
  posted: z.string(),
  /** Images that are put beside the note with it, by their path there. */
  images: z.array(z.string()).default([]),
  /** Other words in place of accepted ones: a change that is refused. */
  edit: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});

/** One edit of an invented note. */
export interface DemoEdit {
  readonly folder: 'incidents' | 'maintenance';
  readonly file: string;
  readonly posted: Date;
  readonly images: readonly string[];
  readonly refused: boolean;
  /** The whole file as it stands after it. */
  readonly text: string;
}

/**
 * Every edit of every invented note, as they would have been made by `now`, the earliest first. A note is a Markdown
 * file beside this one; each edit of it begins with front matter of its own, which says when it was posted.
 */
export async function demoEdits(now: Date): Promise<DemoEdit[]> {
  const edits: DemoEdit[] = [];
  for (const folder of ['incidents', 'maintenance'] as const) {
    const from = path.join(import.meta.dirname, folder);
    for (const name of (await readdir(from)).toSorted())
      edits.push(
        ...editsOf(folder, name, withTimes(await readFile(path.join(from, name), 'utf8'), now), now),
      );
  }
  return edits.toSorted((a, b) => a.posted.getTime() - b.posted.getTime());
}

function editsOf(folder: DemoEdit['folder'], name: string, text: string, now: Date): DemoEdit[] {
  const [, ...parts] = text.split(/^---\n/m);
  const facts: Record<string, unknown> = {};
  const sections: string[] = [];
  return Array.from({ length: parts.length / 2 }, (_, index) => {
    const { posted, images, edit, ...changed } = editSchema.parse(parse(parts[2 * index] ?? ''));
    for (const [field, value] of Object.entries(changed))
      if (value === null) delete facts[field];
      else facts[field] = value;
    const section = (parts[2 * index + 1] ?? '').trim();
    if (section !== '') sections.push(`${section}\n`);
    const whole = `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${sections.join('\n')}`;
    return {
      folder,
      file: folder === 'incidents' ? `${String(facts.started).slice(0, 10)}-${name}` : name,
      posted: instantAt(posted, now),
      images,
      refused: edit !== undefined,
      text: edit === undefined ? whole : whole.replace(edit.from, edit.to),
    };
  });
}
