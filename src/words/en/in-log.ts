/** What a batch, an update or a report has in the log, and the tool that verifies it in the reader's browser. */
export const inLog = {
  'inLog.title': 'In the log',
  'inLog.entered': 'Entry {{index}} of the log since {{when}}, signed.',
  'inLog.later_one': '{{n}} later entry of it: what changed or was added since.',
  'inLog.later_other': '{{n}} later entries of it: what changed or was added since.',
  'inLog.absent':
    'Nothing of this stands in a signed log yet. Whether it was written anew since it was published can not be proved with this page alone.',
  'inLog.bundle': 'Proof as a file',
  'inLog.here': 'Verify it in this browser',
  'inLog.code':
    'Printed on one page, this is a certificate: the code holds the record of the batch as it was first entered, its entry and the whole proof with its signatures. Any reader of QR codes shows the text; the verification page and verify.mjs verify it, and neither needs this site to answer.',
  'inLog.code.one': 'Certificate alone, to print on one page',
  'inLog.code.alt': 'QR code that holds the proof of this batch',
  'inLog.keep':
    'The file holds the record, its entry and the proof that it is in the log, with the signatures: it verifies offline, for as long as you keep it, whatever becomes of this site. With a shell and OpenSSL:',
  'tool.title': 'In this browser',
  'tool.body':
    'Paste or choose what you have: a proof file, the text of a certificate’s QR code, a .tlog-proof, one checkpoint or two, an entry, a record, a row of batches.csv with its header, or a hash input. A checkpoint that you kept, alone or within a proof, is held against the log that this site serves now, by its tiles. Nothing leaves your device. It works from a saved copy of this page too, which can fetch nothing.',
  'tool.noScript':
    'This needs JavaScript, which is off or did not run. The commands on this page do the same without a browser.',
  'tool.what': 'What is to be verified',
  'tool.file': 'Or files (they can be dropped here)',
  'tool.policy': 'Whose signatures count (c2sp.org/tlog-policy)',
  'tool.policyOwn':
    'This is what this site names itself. Put the policy here that you got elsewhere: until then, whose keys these are is not known.',
  'tool.verify': 'Verify',
  'tool.none': 'None of these can be read here: {{what}}',
  'tool.empty': 'There is nothing to verify yet: paste a proof, or choose a file.',
  'tool.unsupported':
    'This browser can not verify Ed25519 signatures; nothing that rests on one is known. A newer one can.',
} as const;
