/** The page on which someone who was paid looks it up, and what such a lookup tells others. */
export const paid = {
  'paid.title': 'Was I paid?',
  'paid.description':
    'Look up by its id whether a transaction is in a published batch. The id does not leave your device.',
  'paid.headline': 'Was I paid? Look up a transaction by its id',
  'paid.intro':
    'Enter the id of the transaction as the platform gave it to you. Your browser computes its hash and compares it with the published lists; the id stays on your device.',
  'paid.form': 'Look it up',
  'paid.id': 'Id of the transaction',
  'paid.idHint': 'Such as 0f8fad5b-d9cb-469f-a165-70867728950e',
  'paid.look': 'Look up',
  'paid.looking': 'Looking …',
  'paid.noScript':
    'The form needs JavaScript, which is off or did not run. Without it: the commands under “With your own tools”.',
  'paid.listed':
    'Listed: the platform states that it distributed this transaction in the batch of {{when}}. As published {{observed}}. Whether money arrived, no list can show.',
  'paid.listedUndated':
    'Listed: the platform states that it distributed this transaction in a batch of which it shows nothing else. As published {{observed}}. Whether money arrived, no list can show.',
  'paid.notListed':
    'Not listed in anything that was published up to {{observed}}. That does not show that you were not paid: the transaction may belong to a later batch, or be known under another id. A typing mistake gives this answer too.',
  'paid.outOfDate':
    'Can not tell: it is not listed up to {{observed}}, and since {{until}} nobody vouches that the lists are complete.',
  'paid.clockWrong':
    'Can not tell: it is not listed up to {{observed}}, but that lies in the future by the clock of this device. One of the two clocks is wrong.',
  'paid.incomplete':
    'Can not tell: it is not listed up to {{observed}}, but at least one list does not hold as many transactions as its batch counts:',
  'paid.noId':
    'Can not tell: that is not an id. It has 32 digits from 0 to f in five groups, the third of which begins with 4. Nothing was asked for.',
  'paid.notLoaded': 'Can not tell: the list did not load. Try again later.',
  'paid.damaged': 'Can not tell: what loaded is not the whole list. Try again later.',
  'paid.noHash': 'Can not tell: this browser computes no SHA-256 on this page. It does over https.',
  'paid.toBatch': 'The batch',
  'paid.toList': 'Its whole list',
  'paid.toProof': 'Proof as a file',
  'paid.unproven': 'The list is not in a signed log yet, so there is no proof that it stays as it is.',
  'paid.check': 'Check the proof here',
  'paid.checkTells': 'This and the links tell the host which batch you ask about.',
  'paid.inList': 'the hash is in the list of the batch',
  'paid.listHash': 'the list has the hash that its record in the log names',
  'paid.others.title': 'What a lookup tells others',
  'paid.others.host':
    'The host of this site learns the first two digits of the hash, as it learns your address and the time of any request; not the id and not the rest of the hash. Each of the 256 files lists about {{n}} transactions, and all are of one size.',
  'paid.others.knows':
    'Whoever knows the id of your transaction can look it up as you can. Do not enter ids on other sites to have them hashed.',
  'paid.others.guess':
    'Ids are random (UUID version 4, 122 random bits); others are not let in here. Nobody can try them all, so the hashes tell nothing to those who do not know an id.',
  'paid.others.chance':
    'Of each hash {{digits}} of 64 digits are kept. Among the {{n}} listed here, an id that is not in any batch meets one by chance once in {{odds}} lookups.',
  'paid.tools.title': 'With your own tools',
  'paid.tools.body':
    'Put your id into the first line; the hash is made on your machine and only its first two digits are sent. A line that comes back names the hash, the batch, the time of the batch, and the entry of its list in the log.',
  'paid.tools.list':
    'The list of a batch is the sorted hashes, a line each. Its SHA-256 is hashes_sha256 in the record that the proof holds, and tx_listed is the number of its lines:',
  'paid.short_one': 'The list of {{n}} batch does not hold as many transactions as the batch counts:',
  'paid.short_other': 'The lists of {{n}} batches do not hold as many transactions as the batches count:',
} as const;
