/** What the commands over notes say of a run: sums, refusals, and what can not be read. */
export const lintRun = {
  'lint.error': 'error',
  'lint.warning': 'warning',
  'lint.notes_one': '{{n}} note looked at',
  'lint.notes_other': '{{n}} notes looked at',
  'lint.errors_one': '{{n}} error',
  'lint.errors_other': '{{n}} errors',
  'lint.warnings_one': '{{n}} warning',
  'lint.warnings_other': '{{n}} warnings',
  'lint.sum': '{{notes}}: {{errors}}, {{warnings}}.',
  'lint.publishable': 'They can be published.',
  'lint.unpublishable': 'What has errors is not published until they are corrected.',
  'lint.no-note': 'this is not a note: no file in written/incidents or written/maintenance has this name',
  'lint.heading': 'Notes',
  'lint.unreadable':
    'what was accepted of it can no longer be read; the site shows what the published record has of it',
  'lint.nothing-new': 'Nothing new.',
  'lint.published_one': '{{n}} note is published.',
  'lint.published_other': '{{n}} notes are published.',
  'lint.refused':
    '{{n}} refused: of what was published before, the text of then stands; nothing new of them is shown.',
  'lint.refusal':
    'refused ({{rule}}): a note {{demand}}; if it was published before, the text of then stands',
  'lint.not-looked': 'No note was looked at, or nothing could be kept: the log of this step says why.',
  'lint.broken':
    'The file of a system is wrong, or a file is where nothing reads it: the log of this step says where.',
  'lint.column.where': 'where',
  'lint.column.level': 'level',
  'lint.column.rule': 'rule',
  'lint.column.demand': 'A note …',
  'lint.column.found': 'found',
  'lint.column.refused': 'refused',
} as const;
