/** In what content is not as its log says: a sentence for each fault, with its folder and what it is about. */
export const fold = {
  'fold.damaged': '{{folder}}: {{what}}',
  'fold.more': '{{first}} and {{n}} more',
  'fold.all': 'All of them, one by one: npm run log -- check --json',
  'fold.no-log':
    'Nothing of this content was ever entered into the log. Where it is from a version before the log, run "npm run log -- enter" once, and commit.',
  'fold.head': '{{folder}}: head.json does not say what its entries come to ({{what}})',
  'fold.entry': '{{folder}}: entry {{what}}',
  'fold.twice': '{{folder}}: entered a second time, which can be entered only once: {{what}}',
  'fold.ahead': '{{folder}}: in the future of its run, or of this machine’s clock: {{what}}',
  'fold.behind': '{{folder}}: dated before what it holds, or before the run that came before it: {{what}}',
  'fold.early':
    '{{folder}}: said to be removed, but it has to stay longer, or is no data file of its archive: {{what}}',
  'fold.world': '{{folder}}: invented where the log is not, or the other way round: {{what}}',
  'fold.not-entered':
    '{{folder}}: in content, and not in the log: {{what}}. Where a run was killed, the next one enters it, or "npm run log -- enter".',
  'fold.altered': '{{folder}}: not as it is in the log: {{what}}',
  'fold.gone': '{{folder}}: in the log, and no longer in content: {{what}}',
  'fold.order': '{{folder}}: in another order than it was entered: {{what}}',
  'fold.row': '{{folder}}: not what its record says: {{what}}',
  'fold.words': '{{folder}}: words that are missing, or not those that were entered: {{what}}',
  'fold.takedown':
    '{{folder}}: a text that is gone without a takedown, or that stands in spite of one: {{what}}',
  'fold.day': '{{folder}}: figures that the raw samples do not give: {{what}}',
  'fold.manifest': '{{folder}}: the manifest says what its files, rows and record do not come to: {{what}}',
  'fold.place': '{{folder}}: a row that stands twice, or in a file that is not its own: {{what}}',
  'fold.validity':
    '{{folder}}: said to hold for longer than the file of its system says: {{what}}. Where that was shortened, the next run says it anew.',
} as const;
