import { z } from 'zod';
import type { Json } from '../../core/canonical.ts';
import { isoInstantSchema } from '../../core/instant.ts';
import { contentFileSchema } from '../../store/unaltered.ts';
import { PUBLIC_IMPACTS } from '../../systems/severity.ts';
import { imageFileName, type NoteImage, noteImageSchema } from './note-image.ts';

const jsonSchema: z.ZodType<Json> = z.json();
const kind = z.enum(['incident', 'maintenance']);
/** Below `written/`, such as `incidents/2026-01-05-distribution-delayed.md`. */
const file = z.string();

/**
 * A note as it was last accepted: its text, what the public felt of it by its system's scale at that time, and the
 * images that it shows.
 */
export const acceptedNoteSchema = z.strictObject({
  kind,
  file,
  text: z.string(),
  /** Null of a maintenance. */
  impact: z.enum(PUBLIC_IMPACTS).nullable(),
  /** By path; absent of a note that shows none. */
  images: z.array(noteImageSchema).min(1).exactOptional(),
});
export type AcceptedNote = z.infer<typeof acceptedNoteSchema>;

/** A file that an accepted note vouches for, as the manifest vouches for the file with the note. */
export function imageFileOf(image: NoteImage): { readonly path: string; readonly sha256: string } {
  return { path: `images/${imageFileName(image)}`, sha256: image.sha256 };
}

const where = { rule: z.string(), line: z.int().min(1), column: z.int().min(1) };
/** A code and its values, without words: whoever shows it has the words. */
const refusalSchema = z.strictObject({
  ...where,
  code: z.string().exactOptional(),
  values: z.record(z.string(), jsonSchema).exactOptional(),
  /** The field or the update that it is about. */
  part: jsonSchema.exactOptional(),
});
/** Before there were codes, a sentence was kept. It is left out: the next run judges the file again, and says why. */
const wordedRefusalSchema = z
  .strictObject({ ...where, reason: z.string() })
  .transform(({ reason: _, ...refusal }) => refusal);

/** A file that says something that was refused; what was accepted of it before, if anything was, stands. */
const refusedNoteSchema = z.strictObject({
  kind,
  file,
  since: isoInstantSchema,
  refusals: z.array(z.union([refusalSchema, wordedRefusalSchema])).min(1),
});
export type RefusedNote = z.infer<typeof refusedNoteSchema>;

/** `generated/notes/manifest.json`: what `npm run notes` left. */
export const notesManifestSchema = z.strictObject({
  format: z.literal('terang/notes/1'),
  demo: z.boolean(),
  /** When the notes were last looked at; to within the hour where nothing was new. */
  observed_at: isoInstantSchema,
  /** The accepted notes, by the month in their names: `accepted/<hash>-<month>.jsonl`, or `-undated`. */
  accepted: z.array(contentFileSchema),
  refused: z.array(refusedNoteSchema),
  /** The published record: append-only entries, and beside them the words that entries hold as hashes. */
  record: z.strictObject({ entries: z.array(contentFileSchema), words: z.array(contentFileSchema) }),
});
export type NotesManifest = z.infer<typeof notesManifestSchema>;
