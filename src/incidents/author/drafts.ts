import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isoInstantSchema } from '../../core/instant.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { detect } from '../../systems/symptom.ts';
import { readNoteFile } from '../model/note-file.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { offeredWords, startedNote, titleOf } from './incident-draft.ts';
import { readKnownStatus } from './known-status.ts';
import { readLibrary, type Shelf } from './library.ts';
import { writtenDay } from './moment.ts';
import { noteFolder, readNoteBytes, slugsIn, writeNew } from './note-folder.ts';
import { troubleLines } from './outcome.ts';
import type { AskingSession, Written } from './session.ts';
import { slugOf } from './slug.ts';

/** Episodes under way, by `<system>/<playbook>`: since when the symptom shows, and the draft that was made of it. */
const episodesSchema = z.record(z.string(), z.strictObject({ since: isoInstantSchema, file: z.string() }));
type Episodes = z.infer<typeof episodesSchema>;

/**
 * `drafts`: for each playbook whose symptom the checks see, one draft an episode, in a folder that git ignores.
 * Nothing is published by it. An episode ends when the symptom is known to be absent; "not known" ends none.
 */
export async function prepareDrafts(session: AskingSession): Promise<Written> {
  const { systems, problems } = await readLibrary(session.contentRoot, session.language);
  const status = await readKnownStatus(session.contentRoot);
  const known = await readEpisodes(session.draftsFolder);
  const open = await openIncidents(session);
  const episodes: Episodes = {};
  const lines: string[] = [];
  for (const shelf of systems.values()) {
    const agreement = agreementOf(shelf, status, session.now);
    for (const playbook of shelf.playbooks.values()) {
      const key = `${shelf.system.id}/${playbook.id}`;
      const shows = showing(shelf, playbook.id, agreement);
      const running = known[key];
      if (shows === 'absent') continue;
      if (running !== undefined) episodes[key] = running;
      if (shows !== 'present' || running !== undefined || open.has(key)) continue;
      const title = titleOf(shelf, playbook, agreement);
      const started = since(shelf, playbook.id, agreement) ?? session.now;
      const { severity, components } = playbook;
      const start = { ...session, shelf, playbook, severity, components, title, started };
      const { text } = startedNote(start, offeredWords(start, status));
      const taken = new Set(await slugsIn(session.draftsFolder));
      const slug = slugOf(title.en, {
        before: writtenDay(started, session.zone),
        fallback: 'incident',
        taken,
      });
      const file = path.join(session.draftsFolder, `${slug}.md`);
      await writeNew(file, text, session.say);
      episodes[key] = { since: started, file };
      lines.push(session.say('author.drafts.prepared', { file, playbook: key }));
    }
  }
  await keepEpisodes(session.draftsFolder, episodes, known);
  const next = session.say('author.drafts.next', { folder: noteFolder(session.contentRoot, 'incident') });
  const said = lines.length === 0 ? [session.say('author.drafts.none')] : [...lines, next];
  return {
    file: null,
    text: [...said, ...troubleLines(session, status), ...problems].join('\n'),
  };
}

function symptomsOf({ system }: Shelf, playbook: string) {
  return system.symptoms.filter((symptom) => symptom.playbook === playbook);
}

/** Whether any symptom of a playbook shows; absent only when each of them is known to be. */
function showing(shelf: Shelf, playbook: string, { outcomeOf }: Agreement): ReturnType<typeof detect> {
  const all = symptomsOf(shelf, playbook).map((symptom) => detect(symptom, symptom.checks.map(outcomeOf)));
  if (all.includes('present')) return 'present';
  return all.includes('not-known') ? 'not-known' : 'absent';
}

/** Since when the first of the failing checks fails. */
function since(shelf: Shelf, playbook: string, { failingSince }: Agreement) {
  return failingSince(symptomsOf(shelf, playbook).flatMap(({ checks }) => checks));
}

/** `<system>/<playbook>` of the notes that are not resolved: what was told already needs no draft. */
async function openIncidents({ contentRoot, say }: AskingSession): Promise<Set<string>> {
  const folder = noteFolder(contentRoot, 'incident');
  const open = new Set<string>();
  for (const slug of await slugsIn(folder)) {
    const { file, bytes } = await readNoteBytes(folder, slug, say);
    const { facts } = readNoteFile('incident', file, bytes);
    if (facts !== null && 'playbook' in facts && facts.resolved === null)
      open.add(`${facts.system}/${facts.playbook}`);
  }
  return open;
}

async function readEpisodes(folder: string): Promise<Episodes> {
  const text = await readFile(path.join(folder, 'episodes.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}'; // None was under way.
      throw error;
    },
  );
  return episodesSchema.parse(JSON.parse(text));
}

async function keepEpisodes(folder: string, episodes: Episodes, before: Episodes): Promise<void> {
  const text = `${JSON.stringify(episodes, null, 2)}\n`;
  if (text === `${JSON.stringify(before, null, 2)}\n`) return;
  await mkdir(folder, { recursive: true });
  await writeAtomically(path.join(folder, 'episodes.json'), text);
}
