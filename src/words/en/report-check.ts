/** How a reader checks a report: what each item asks and is held against, and the files. */
export const reportCheck = {
  'routine.asks': 'Asks: {{question}}',
  'routine.toCheck': 'This check on the page of its system: {{check}}',
  'routine.target': 'Target: {{limit}}.',
  'routine.downWhen': 'Fails when {{limit}}.',
  'routine.passesWhen': 'Passes when the number is {{limit}}.',
  'routine.answer.no-rows': 'Passes when there is no row.',
  'routine.answer.some-rows': 'Passes when there is a row.',
  'routine.without': 'Passes when none of this is found: {{flags}}.',
  'routine.computation': 'Computation: {{name}}.',
  'routine.queryOf': 'Query of {{item}}',
  'dataset.reports': 'Reports of {{month}}, each with its evidence',
  'reports.json': 'Reports of {{month}}, JSON Lines',
  'verify.reports.title': 'How to check a report',
  'verify.reports.where':
    'Each report is a line of reports-<yyyy-mm>.jsonl, by the month in which it was due: the result of each public item, its evidence, and the SHA-256 of what it was made of. The page of its routine says what each item asks, with the query where there is one, and what the answer is held against.',
  'verify.reports.recompute':
    'What can be computed anew: items over batches, the split and the changelog, from the files here; items over the answers of checks, from the raw answers of each day, whose SHA-256 stand in status-days.csv and which the archive of the month holds once it is closed.',
  'verify.reports.compare':
    'What can only be compared: what a database, a service or a chain answered at that time. It can not be asked of the past again. That an answer stands in a report shows what was recorded, not that it was true; that a person signed an item off is the word of whoever holds that role.',
  'verify.reports.hashes':
    'The SHA-256 of a routine and of the manifests under "What it was made of" are those of files in the repository of this site at the commit that added the report. Manifests change with every run, so no file that is served here now has them. The "SHA-256 over the SHA-256 of its files" of a dataset is made of the SHA-256 of each of its content files, in the order of the manifest, with a line feed between them and none at the end. In a copy of the repository, at that commit:',
} as const;
