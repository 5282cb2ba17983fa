/** The rules that a note is held to; what each demands stands in the catalogue, as `rule.<id>`. */
export const NOTE_RULES = [
  'beginning',
  'characters',
  'checklist',
  'contact',
  'correction',
  'corrected-words',
  'example',
  'facts',
  'file-date',
  'form',
  'image',
  'image-metadata',
  'image-pair',
  'language',
  'late',
  'link',
  'numbers',
  'place',
  'private-key',
  'promise',
  'published',
  'published-image',
  'published-update',
  'renamed',
  'secret',
  'times',
  'title',
  'unfilled',
  'wallet',
  'window',
  'withdrawn',
] as const;
export type NoteRule = (typeof NOTE_RULES)[number];

/** Whether a rule is known; one of content that is older or newer than this code can be another. */
export function isNoteRule(rule: string): rule is NoteRule {
  return NOTE_RULES.some((one) => one === rule);
}
