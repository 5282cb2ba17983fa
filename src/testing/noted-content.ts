import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AcceptCommand, type AcceptEnding, acceptNotes } from '../incidents/accept/accept.ts';
import { readNotes } from '../incidents/accept/content.ts';
import { lintNote } from '../incidents/lint/lint.ts';
import type { NotesPublication } from '../incidents/model/notes-publication.ts';
import { publishedNotes } from '../incidents/model/published-notes.ts';
import { takenDownSentence } from '../words/taken-down.ts';
import { type Ended, endingOf } from './ending.ts';
import { NOTED_CONTENT } from './noted-repository.ts';
import { temporaryFolder } from './repository.ts';
import { readerFor } from './site.ts';

/** A content root of its own in which notes are written and accepted. Gone after the test. */
export interface NotedContent {
  readonly root: string;
  /** Where accepted notes are. */
  readonly generated: string;
  /** Writes a file below `written/`; null removes it. */
  write(file: string, content: string | Uint8Array | null): Promise<void>;
  /** `npm run notes` at a time of the test's choosing. */
  accept(now: string, more?: Partial<AcceptCommand>): Promise<Ended<AcceptEnding>>;
  published(): Promise<NotesPublication>;
}

export async function createNotedContent(): Promise<NotedContent> {
  // With a repository around it of its own.
  const root = path.join(await temporaryFolder(), 'content');
  const generated = path.join(root, 'generated', 'notes');
  const put = async (file: string, content: string | Uint8Array | null) => {
    const at = path.join(root, file);
    await mkdir(path.dirname(at), { recursive: true });
    await (content === null ? rm(at) : writeFile(at, content));
  };
  for (const [file, text] of Object.entries(NOTED_CONTENT)) await put(file.replace('content/', ''), text);
  return {
    root,
    generated,
    write: (file, content) => put(`written/${file}`, content),
    accept: (now, more = {}) =>
      endingOf(acceptNotes({ contentRoot: root, now: () => now, lint: lintNote, ...more })),
    published: async () => {
      const { manifest, ...rest } = await readNotes(generated);
      if (manifest === null) throw new Error('nothing was published');
      return publishedNotes({ manifest, ...rest }, (language, stated) =>
        takenDownSentence(readerFor(language), stated),
      );
    },
  };
}
