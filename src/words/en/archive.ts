/** The closed months: their page, and the README and the data package that each of them bears. */
export const archive = {
  'archive.title': 'Archive',
  'archive.description':
    'Each closed month of {{publisher}} as compressed files with checksums, and how to check them without us.',
  'archive.headline_one': '{{n}} closed month is archived',
  'archive.headline_other': '{{n}} closed months are archived',
  'archive.none': 'No month has been archived yet',
  'archive.intro':
    'When a month is over, its daily figures, batches, changes and the raw answers of the checks are written once and not changed afterwards. A file that is altered no longer fits its checksum.',
  'archive.file': 'File',
  'archive.rows': 'Rows',
  'archive.size': 'Size',
  'archive.bytes_one': '{{n}} byte',
  'archive.bytes_other': '{{n}} bytes',
  'archive.checksum': 'SHA-256',
  'archive.caption': 'Files of {{month}}',
  'archive.sums': 'SHA-256 of the list of checksums: {{hash}}',
  'archive.restore.none': 'No restore test of an archive has been recorded yet.',
  'archive.restore.passed':
    'The latest restore test, of {{month}}, passed {{when}}: loaded into an empty Postgres, the archive gave the same totals and the same hashes.',
  'archive.restore.failed':
    'The latest restore test, of {{month}}, failed {{when}}: what was restored is not what the archive states.',
  'archive.readAt': 'Its figures were last read {{when}}.',
  'archive.samplesSummary_one': 'Raw answers of the checks: {{n}} day',
  'archive.samplesSummary_other': 'Raw answers of the checks: {{n}} days',
  'archive.pruned':
    'Pruned on {{day}}, after more than {{months}} months: the data files of this month were removed, and nothing of them can be checked here any more. Their checksums stay, so that a copy somebody kept can still be checked.',
  'archive.verify.title': 'How to check an archive',
  'archive.verify.body':
    'Fetch every file of a month that the list names and compare it with its checksum; no account and no tool of ours is needed. The README of each month shows how to recompute every batch hash and every hash of the raw answers.',
  'archive.verify.whole':
    'The program of this site checks the same at the address itself, and each sum and row count as well:',
  'archive.kept': 'A month is kept for at least {{months}} months after it ended.',
  'archive.limits':
    'An archive shows what this site had published when the month was closed. It does not show that the figures were right; a later change of them stands in the published record.',
  'archive.link': 'Archive of closed months',
  'archive.table.metrics': 'Daily figures of the month',
  'archive.table.batches': 'Distribution batches of the month',
  'archive.table.changelog': 'Changes of settings in the month',
  'archive.table.status-days': 'Daily figures of every component that is checked',
  'archive.samples': 'Raw answers of the checks on {{day}}',
  'archive.packageTitle': '{{publisher}} Transparency v1.0, archive of {{month}}',
  'archive.readme.what':
    'What this site had published of {{month}} (UTC) when the month was closed. The files are written once and never changed.',
  'archive.readme.files': 'Files',
  'archive.readme.columns':
    'CSV is RFC 4180 in UTF-8 with the columns of the downloads on the site; JSON holds the same rows, one a line. datapackage.json describes every column in both languages. Amounts are exact decimals, and times are as the database prints them in UTC. A text that people wrote and that a spreadsheet would run has an apostrophe before it in the CSV.',
  'archive.readme.metrics':
    'metrics are the daily figures of the month. Their sum, and the sum of every day published up to its end, are:',
  'archive.readme.figure': 'Figure',
  'archive.readme.month': 'This month',
  'archive.readme.sinceBeginning': 'Since the beginning',
  'archive.readme.asOf': 'Read up to:',
  'archive.readme.never': 'no check ever ran',
  'archive.readme.check': 'Check it yourself',
  'archive.readme.sums': 'Every file against its checksum (on macOS: shasum -a 256 -c SHA256SUMS):',
  'archive.readme.look': 'Look at a table (on macOS: gzip -dc instead of zcat):',
  'archive.readme.hashes':
    'Recompute the hash of every batch from its hash input. Whatever does not match is printed; the column hash_verdict says of which batches that is so:',
  'archive.readme.samples':
    'Recompute the hash of the raw answers of each day. The daily figures in status-days bear it as raw_sha256. Whatever has no figures is printed:',
  'archive.readme.noSamples': 'No check ran in this month: there are no raw answers.',
  'archive.readme.restore':
    'With the program of this site: npm run archive -- --verify <this folder or its address> checks all of this, row counts and sums as well; npm run restore-test -- <this folder> loads it into an empty Postgres and recomputes it in SQL.',
  'archive.readme.limits':
    'That a hash matches does not show that a figure is right: the same database made both. A later change of a figure stands in the published record of the site, not here.',
} as const;
