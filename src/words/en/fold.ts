/** In what content is not as its log says: a sentence for each fault, with its folder and what it is about. */
export const fold = {
  'fold.damaged': '{{folder}}: {{what}}',
  'fold.no-log':
    'Nothing of this content was ever entered into the log. Where it is from a version before the log, run "npm run log -- enter" once, and commit.',
  'fold.head': '{{folder}}: head.json does not say what its entries come to ({{what}})',
  'fold.entry': '{{folder}}: entry {{what}}',
  'fold.twice': '{{folder}}: {{what}} is entered a second time, and can be only once',
  'fold.ahead': '{{folder}}: {{what}} lies in the future of its run, or of this machine’s clock',
  'fold.world': '{{folder}}: {{what}} is invented and the log is not, or the other way round',
  'fold.not-entered':
    '{{folder}}: {{what}} stands in content, and the log does not have it. Where a run was killed, the next one enters it, or "npm run log -- enter".',
  'fold.altered': '{{folder}}: {{what}} is another than the log has',
  'fold.gone': '{{folder}}: {{what}} is in the log, and no longer in content',
  'fold.order': '{{folder}}: {{what}} stands in another order than it was entered',
  'fold.row': '{{folder}}: {{what}} is not what its record says',
  'fold.words': '{{folder}}: the words of {{what}} are not those that were entered, or are missing',
  'fold.day': '{{folder}}: the figures of {{what}} are not what its raw samples give',
} as const;
