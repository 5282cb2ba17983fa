import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { acceptNotes } from '../../incidents/accept/accept.ts';
import { lintNote } from '../../incidents/lint/lint.ts';
import { maintenanceNotes } from './maintenance.ts';
import { DemoClock, type DemoNote, textAfter } from './note.ts';
import { openNow } from './open-now.ts';
import { pastNotes } from './past.ts';
import { tpcNotes } from './tpc.ts';

export interface DemoNotesOptions {
  readonly contentRoot: string;
  readonly now: Date;
}

/** Every invented note, as it would have been written by `now`. */
function demoNotes(now: Date): DemoNote[] {
  const clock = new DemoClock(now);
  return [...openNow(clock), ...tpcNotes(clock), ...pastNotes(clock), ...maintenanceNotes(clock)];
}

/**
 * Writes the invented notes the way people do, edit by edit, and publishes after each with the time at which it
 * was posted. They live in the scratch folder alone, so that no fork publishes them.
 *
 * @throws Error with the refusals when a note that should stand was refused
 */
export async function writeDemoNotes({ contentRoot, now }: DemoNotesOptions): Promise<void> {
  const clock = new DemoClock(now);
  const edits = demoNotes(now)
    .flatMap((note) =>
      note.steps.map((step, index) => ({
        note,
        count: index + 1,
        posted: step.posted,
        images: Object.entries(step.images ?? {}),
        refused: step.edit !== undefined,
      })),
    )
    .toSorted((a, b) => b.posted - a.posted);
  let refusals = 0;
  for (const [posted, together] of Map.groupBy(edits, (edit) => edit.posted)) {
    for (const { note, count, images, refused } of together) {
      const folder = path.join(contentRoot, 'written', note.folder);
      await mkdir(folder, { recursive: true });
      for (const [name, draw] of images) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), await draw());
      }
      await writeFile(path.join(folder, `${note.slug}.md`), textAfter(note, count, clock));
      if (refused) refusals += 1;
    }
    await accept(contentRoot, clock.instant(posted), refusals);
  }
  await accept(contentRoot, now, refusals);
}

async function accept(contentRoot: string, at: Date, refusals: number): Promise<void> {
  const { text, manifest } = await acceptNotes({
    contentRoot,
    now: () => at.toISOString(),
    lint: lintNote,
    demo: true,
  });
  if (manifest === null || manifest.refused.length !== refusals) throw new Error(text);
}
