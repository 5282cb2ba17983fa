/** The log, who has seen it, and how anyone checks it. */
export const logPage = {
  'logPage.title': 'Log',
  'logPage.description':
    'Everything that this site ever published has an entry in one list to which lines are only added.',
  'logPage.headline_one': 'The log: {{n}} entry',
  'logPage.headline_other': 'The log: {{n}} entries',
  'logPage.none': 'Nothing has been entered in a log yet',
  'logPage.what':
    'A log is a list to which lines are only added: whatever is published here has a line in it with its time and its hash, and one number, the root, stands for all of them. Whoever kept an earlier root can prove that the list still begins with what it stood for; a line that was changed or taken out makes that impossible.',
  'logPage.unsigned':
    'This log is not signed: its operator has set no key. A rewrite can be proved only by those who kept a copy of it.',
  'logPage.seen_one': '{{n}} witness has seen this history, {{when}}.',
  'logPage.seen_other': '{{n}} witnesses have seen this history, the latest {{when}}.',
  'logPage.seenBefore':
    'Whether others still see this history is not known: too few witnesses have signed since {{when}}.',
  'logPage.tooFew':
    'Whether others see this history is not known: of the witnesses that the policy of this site names, too few have signed it.',
  'logPage.noWitness':
    'Whether others see this history is not known: the policy of this site names no witness. What one browser saw, it can prove itself (below).',
  'logPage.waiting_one': '{{n}} more entry waits for a signature.',
  'logPage.waiting_other': '{{n}} more entries wait for a signature.',
  'logPage.size': 'Entries',
  'logPage.root': 'Root (SHA-256)',
  'logPage.last': 'Last entry',
  'logPage.signer': 'Signed by',
  'logPage.witnesses': 'Witnesses',
  'logPage.witness': 'Witness',
  'logPage.key': 'Key',
  'logPage.seenAt': 'Saw this history',
  'logPage.notSeen': 'not known',
  'logPage.notSeenSince': 'not known since {{when}}; last seen {{last}}',
  'logPage.promise':
    'A cosignature counts for 24 hours. Who the witnesses are, and how many of them it takes, stands in the policy; that they are independent of one another, no file can prove.',
  'logPage.keys': 'Keys',
  'logPage.keys.body':
    'Which key signs for this log stands in the log itself. Witnesses, mirrors and verifiers follow a new key by themselves where the one before signed that it takes over. Of any other, nobody can tell from this log alone whose it is: ask the operator, by another way than this site.',
  'logPage.keys.signs': 'Signs',
  'logPage.keys.entry': 'Entry',
  'logPage.keys.by': 'Introduced by',
  'logPage.keys.first': 'Nobody: it is the first',
  'logPage.keys.introduced': '{{key}}, with its signature',
  'logPage.keys.afterLost': 'Nobody: the operator says that {{key}} was lost. Not known whether that is so.',
  'logPage.keys.unsigned':
    'Nobody: it says that it takes over from {{key}}, which did not sign that. Not known whose it is.',
  'logPage.keys.now': 'Now',
  'logPage.keys.replaced': 'No more: {{key}} took over',
  'logPage.keys.lost': 'No more: lost, as entry {{index}} says',
  'logPage.keys.silent': 'Not now',
  'logPage.roots': 'The root on chain',
  'logPage.roots.body':
    'The operator puts the root of this log on the Solana chain, as a memo signed by a wallet that is listed as the treasury’s. Each is held against the root that the entries published here make at that size. That a transaction is on chain, and since when, is the word of the providers that were asked.',
  'logPage.roots.alarm':
    'ALARM: a root on chain is not that of this log at the same size. Either the log was rewritten, or the memo was wrong from the start. The transaction is named below; anyone can look it up.',
  'logPage.roots.verdict': 'Compared with this log',
  'logPage.roots.right': 'the same root',
  'logPage.roots.wrong': 'another root',
  'logPage.roots.longer': 'not known: this log does not reach that far here',
  'logPage.roots.other': 'not known: it is of another log, {{origin}}',
  'logPage.roots.nameless': 'not known: this log is not signed, so it has no name to compare',
  'mirrors.title': 'Mirrors',
  'mirrors.what':
    'A mirror is a whole copy of this log that somebody else makes of its entries and serves. Whoever is shown another history here than others are can see it there.',
  'mirrors.none': 'Whether anybody keeps a whole copy of this log is not known: this site names no mirror.',
  'mirrors.notAsked': 'Not known: it was not asked before this page was built.',
  'mirrors.asOf': 'When this site was built, {{when}}: {{what}}',
  'mirrors.aged': 'Not known since {{until}}; it was asked last {{when}}.',
  'mirrors.same': 'Same as here: {{size}} entries, root {{root}}.',
  'mirrors.behind':
    'Behind, and a part of this history: its {{size}} entries are the first of the {{here}} here, as hashes prove.',
  'mirrors.ahead':
    'Ahead: the {{here}} entries here are the first of its {{size}}, as hashes prove. What you see here is an older state.',
  'mirrors.fork':
    'ALARM: it holds ANOTHER history, which this log signed too: {{size}} entries with the root {{root}}; here are {{here}} with the root {{rootHere}}. The log was rewritten. Keep both checkpoints, and show them to others.',
  'mirrors.silent': 'Did not answer: can not tell.',
  'mirrors.untold': 'Answered with what is no copy of this log ({{fault}}): can not tell.',
  'mirrors.own': 'What this site itself shows of its log could not be read ({{fault}}): can not tell.',
  'mirrors.asking': 'Asking …',
  'mirrors.ask': 'Let this browser ask the mirrors',
  'mirrors.told':
    'Those who run the mirrors then see the internet address that you come from, as every site does that you visit. Until you press it, this page asks nobody else.',
  'logPage.latest': 'Latest entries',
  'logPage.index': 'Number',
  'logPage.kind': 'Kind',
  'logPage.id': 'What',
  'logPage.time': 'Entered',
  'logPage.hash': 'Hash of the record',
  'logPage.check': 'Check it with tools that are not ours',
  'logPage.check.signature': 'Who signed it: OpenSSL',
  'logPage.check.signature.body':
    'The checkpoint is a text with signatures below it. These lines verify that of the log; the answer must be "Signature Verified Successfully".',
  'logPage.check.whole': 'The whole log: Go',
  'logPage.check.whole.body':
    'The code of Go’s checksum database fetches every entry, builds the tree, and compares its root with the signed one. Save the program as check.go; on Debian, it needs the packages golang-go and golang-golang-x-mod-dev.',
  'logPage.check.own':
    'Whoever fetches the files of the log into a folder can also let this project make everything anew: npm run log -- fsck <folder> <policy>. A witness of your own, and a mirror, are one command each.',
  'logPage.files': 'Files',
  'logPage.checkpoint': 'checkpoint',
  'logPage.policy': 'policy',
  'logPage.link': 'The log of everything published here, and who has seen it',
  'browser.title': 'Your browser as a witness',
  'browser.how':
    'With JavaScript, this browser keeps the checkpoint that it saw here (one kilobyte, on this device, sent to nobody) and proves at the next visit that it is still part of this history.',
  'browser.first':
    'From now on this browser remembers what it saw: {{now}} entries, with a valid signature. At the next visit it proves that they are still part of this history.',
  'browser.same': 'What you saw on {{when}} is this same history of {{now}} entries.',
  'browser.grown':
    'What you saw on {{when}}, {{before}} entries, is still part of this history, which now has {{now}}.',
  'browser.fork':
    'ALARM: what you saw on {{when}} is not part of this history. The log was rewritten. Both checkpoints below bear its signature; together they prove it. Keep them and show them to others.',
  'browser.rollback':
    'ALARM: on {{when}} you saw {{before}} entries, now there are {{now}}. An old copy on the way to you can be the reason; if this stays so for an hour, entries were taken out.',
  'browser.strange':
    'ALARM: this checkpoint is not signed with the key that you saw on {{when}}. If the operator has not told of a new key, it is not the log that you saw.',
  'browser.introduced':
    'This checkpoint is signed with a key that the key before it did not introduce: whether this is the log that you saw before can not be told. The log says that its old key was lost; ask the operator, by another way than this site, for the new one.',
  'browser.untold':
    'Whether what you saw before is still part of this history could not be checked this time: not known ({{fault}}).',
  'browser.proof': 'Both checkpoints',
  'browser.forget': 'Forget what this browser saw, and begin anew',
  'drill.title': 'Rewrite drill',
  'drill.description': 'The log of this demo, forged on purpose, and what each verifier said of it.',
  'drill.headline': 'Forged on purpose: what each verifier said',
  'drill.intro':
    'A verifier that nobody has seen say no is not believed; neither is one that always does. When this demo was made, {{when}}, copies of its log of {{n}} entries were forged, and each verifier was really run on each copy. All but fsck had seen the honest log before.',
  'drill.altered':
    'The entry that was rewritten is number {{index}} ({{kind}} {{id}}): it was given another hash.',
  'drill.lesson':
    'Two rows deserve a second look. A history that is rewritten and signed again with the right key is consistent in itself: fsck, which looks at a log alone, finds nothing wrong with it. Only those who saw it before can tell; that is why others have to hold it. And whoever compares checkpoints alone does not see entries that no longer fit them: that takes somebody who reads them all.',
  'drill.what': 'What was done to the copy',
  'drill.verifier.fsck': 'fsck',
  'drill.verifier.witness': 'Witness',
  'drill.verifier.mirror': 'Mirror',
  'drill.verifier.browser': 'A reader’s browser',
  'drill.rewrite.none': 'Nothing: the honest log',
  'drill.rewrite.resigned': 'An entry rewritten, all tiles made anew, signed with the right key',
  'drill.rewrite.cut': 'The last entries taken out, signed with the right key',
  'drill.rewrite.unsigned': 'An entry rewritten, the old signature left',
  'drill.rewrite.stranger': 'An entry rewritten, signed with another key of the same name',
  'drill.says.yes': 'finds nothing wrong',
  'drill.says.no': 'ALARM: {{what}}',
  'drill.says.untold': 'not known: {{what}}',
  'drill.link': 'Rewrite drill: what each verifier says of a forged log',
} as const;
