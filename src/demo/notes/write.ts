import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { acceptNotes } from '../../incidents/accept/accept.ts';
import { lintNote } from '../../incidents/lint/lint.ts';
import { lagChart } from './lag-chart.ts';
import { demoEdits } from './note.ts';

export interface DemoNotesOptions {
  readonly contentRoot: string;
  readonly now: Date;
}

/** The images that invented notes show, by their path beside the note. */
const IMAGES: Readonly<Record<string, () => Promise<Uint8Array>>> = { 'images/indexer-lag.png': lagChart };

/**
 * Writes the invented notes the way people do, edit by edit, and publishes after each with the time at which it
 * was posted. They live in the scratch folder alone, so that no fork publishes them.
 *
 * @throws Error with the refusals when a note that should stand was refused
 */
export async function writeDemoNotes({ contentRoot, now }: DemoNotesOptions): Promise<void> {
  const clock = now.toISOString();
  let refusals = 0;
  for (const [posted, together] of Map.groupBy(await demoEdits(now), (edit) => edit.posted.toISOString())) {
    for (const { folder, file, text, images, refused } of together) {
      const target = path.join(contentRoot, 'written', folder);
      for (const name of images) await write(path.join(target, name), (await IMAGES[name]?.()) ?? '');
      await write(path.join(target, file), text);
      if (refused) refusals += 1;
    }
    await accept(contentRoot, posted, clock, refusals);
  }
  await accept(contentRoot, clock, clock, refusals);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function accept(contentRoot: string, at: string, clock: string, refusals: number): Promise<void> {
  const { text, manifest } = await acceptNotes({
    contentRoot,
    now: () => at,
    clock,
    lint: lintNote,
    demo: true,
  });
  if (manifest.refused.length !== refusals) throw new Error(text);
}
