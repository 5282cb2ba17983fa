/** How anyone recomputes what the site states, and what even that does not prove. */
export const verify = {
  'verify.title': 'Verification',
  'verify.description':
    'How to recompute every hash and every sum of {{publisher}} with tools that are not ours.',
  'verify.headline': 'Check it yourself: one file, one script, nothing of ours',
  'verify.intro':
    'The data files hold the figures that the pages show now; where a first value was another, the published record holds it. A terminal with Python or sha256sum is enough; no account, no library, no trust in this site’s arithmetic.',
  'verify.file.title': 'All of it, with one file',
  'verify.file.body':
    '{{file}} needs Node and nothing else, and is one plain file that can be read before it is run. It reads data, log and archives, not the pages themselves: for those, npm run verify -- --rebuild makes the site anew. It recomputes every batch hash and every sum, compares each CSV with its JSON and both with the log, the log with its signature and with those of its witnesses, and every archive with its checksums. On macOS, shasum -a 256 -c stands for sha256sum -c.',
  'verify.file.ends':
    'It says of each statement whether it is right, wrong or not known, and ends with 0, 1 or 2 for that; what nobody can recompute, such as the word of others, is said and does not count. Whose signatures count, it takes from this site unless you give it a policy that you got elsewhere (--policy): until then it calls that not known. A copy of the file that somebody else kept, or its source in the repository of this site, is worth more than the one from here.',
  'verify.file.log':
    'A verifier that comes from the site under suspicion proves nothing by itself: whoever alters the site can alter the verifier, and the hash on this page. Each published build is entered into the log with the hash of its verifiers: compare what sha256sum verify.mjs says with {{log}}, which witnesses and mirrors hold too.',
  'verify.file.logLink': 'the builds in the log',
  'verify.file.shell':
    'For one proof, such as the pages of batches and reports offer as a file, {{file}} needs a POSIX shell and OpenSSL 3: sh verify.sh proof.json policy.',
  'verify.one.title': 'One batch, one line',
  'verify.one.body':
    'The page of every batch bears a line like this one. Its answer must be the published hash, {{hash}}.',
  'verify.one.none':
    'The page of every batch bears a line to paste, once a batch with a hash that matches has been published.',
  'verify.all.title': 'Every batch at once',
  'verify.all.body':
    'Save the script as verify.py; fetch {{file}} into the same folder, and run it, as the lines below the script do. It builds each hash input from the figures, hashes it, and compares the result with the published hash and with the verdict that this site states. It tries the documented forms and every time zone and date style that the column hash_form names; that a hash which fits none of them is wrong, and not merely made in an unknown form, it can not tell: the page of the batch says on which ground this site does.',
  'verify.all.saved':
    'A browser saves the file as {{saved}}, since its figures are invented. The commands on this page and the list of checksums call it {{name}}, as its address does: rename what a browser saved.',
  'verify.all.run':
    'It ends with the counts, and with an exit code of 0 only if it agrees with every verdict.',
  'verify.all.expect':
    'As of the snapshot that these pages show it must print: {{match}} match, {{mismatch}} mismatch, {{missing}} missing, {{notRecomputable}} not-recomputable.',
  'verify.sums.title': 'The totals',
  'verify.sums.body':
    'Each total in metrics.csv is the sum of one column of daily.csv, and each part distributed is the sum of one column of batches.csv, both to the last decimal.',
  'verify.record.title': 'What was published first',
  'verify.record.body':
    'Each line of {{record}} is an entry with the time it was seen: "first" holds the first value of a row, "change" what it was before and after, "gone" that it disappeared; compare the "first" line of a batch with its row in batches.csv. A text that people wrote stands there as SHA-256 of salt and text, both in {{words}}.',
  'verify.files.title': 'The files themselves',
  'verify.files.body': 'Fetch all files and compare them with the published checksums.',
  'verify.csv.title': 'Reading the CSV files',
  'verify.csv.body':
    'RFC 4180, UTF-8, lines ended by CR LF. Amounts and counts are exact decimals with a point, times are as the database prints them in UTC. In a text that people wrote, an apostrophe stands before what a spreadsheet would run: before = + - @ (full-width ones too) at its beginning, at the beginning of a line and after a semicolon or a tab, and before a tab or a line end at its beginning; columns that are hashed or numeric are never touched. A text of several lines is one field in quotation marks. A field that is null is empty; an empty text is two quotation marks.',
  'limits.title': 'What this site does not prove',
  'limits.same':
    'The database that states the figures also made the hash. Whoever can change both can make them match; that they match shows that nobody changed only one.',
  'limits.record':
    'The published record shows changes made after its first entry, {{when}}. What was changed before that, it can not show.',
  'limits.recordNone': 'The published record shows changes made after its first entry. It has none yet.',
  'limits.paid':
    'That a batch states a distribution does not show that anyone received it. A memo on chain shows that the treasury wallet signed a hash, not that it paid anyone: no transfer to a person is looked at here.',
  'limits.rows':
    'Single transactions belong to people and are not published, so their sums are taken from the database as it states them.',
  'limits.site':
    'The checksums come from the same site as the files. Compare them with a copy that somebody else kept.',
} as const;
