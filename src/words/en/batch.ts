/** The pages of batches: the index, a month, one batch. */
export const batch = {
  'batches.title': 'Distribution batches',
  'batches.description':
    'Every distribution batch of TPC by month, with its figures and whether its hash matches.',
  'batches.headline_one': '{{n}} batch; the hash matches in {{matches}}',
  'batches.headline_other': '{{n}} batches; the hash matches in {{matches}} of them',
  'batches.unknown': 'The batches are not known',
  'batches.none': 'No batch has been distributed yet',
  'batches.months': 'Months are counted in UTC, as in the files.',
  'batches.month': 'Month',
  'batches.byMonth': 'By month',
  'batches.count': 'Batches',
  'batches.matches': 'Hash matches',
  'batches.mismatches': 'Does not match',
  'batches.missing': 'No hash',
  'batches.notRecomputable': 'Not recomputable',
  'month.title': 'Batches of {{month}}',
  'month.description': 'The distribution batches of {{month}}: figures and hash verdicts.',
  'month.sum': 'Sum of the month',
  'month.gone':
    '{{batch}}: published here, and no longer shown by the source, seen {{when}}. It is not in the sum of this page.',
  'month.earlier': 'Earlier: {{month}}',
  'month.later': 'Later: {{month}}',
  'batch.title': 'Batch of {{date}}',
  'batch.description': 'Figures, hash input, hash and proof of the distribution batch {{id}}.',
  'batch.headline.gone': 'Batch of {{date}}: published here, and no longer shown by the source',
  'batch.headline.unread': 'Batch of {{date}}: what the source has of it can not be read now',
  'batch.unread':
    'Read {{when}}, what the source has of this batch could not be read, or not be shown whole: it is there, and what it says now is not known. What stands here is what was last published of it.',
  'batch.gone':
    'The source does not show this batch any more, seen {{when}}. What stands here is what was last published of it.',
  'batch.headline.match': 'Batch of {{date}}: the hash matches the figures',
  'batch.headline.mismatch': 'Batch of {{date}}: the hash does not match the figures',
  'batch.headline.not-recomputable':
    'Batch of {{date}}: the hash can not be recomputed in the documented forms',
  'batch.headline.missing': 'Batch of {{date}}: no hash was published',
  'batch.altered':
    'Figures, the hash or the proof of this batch were altered after they had been published here. Both values are shown; the first one is never overwritten.',
  'batch.figures': 'Figures',
  'batch.field': 'Field',
  'batch.first': 'First value',
  'batch.present': 'Present value',
  'batch.valueHead': 'Value',
  'record.changes': 'Changes seen after publication',
  'record.seen': 'Seen {{when}}',
  'record.gone': 'No longer shown by the source, seen {{when}}',
  'record.removal': 'The operator ({{role}}, decided {{when}}) states the reason: {{reason}}',
  'record.reread':
    'This site reads it from another place since {{when}}: by that alone it can not be told whether the platform changed what differs',
  'record.unread':
    'Not in the place from which this site reads since {{when}}; the platform may still have it',
  'record.before': 'before',
  'record.after': 'after',
  'record.withheld': 'text withheld; its salted hash stays in the record',
  'batch.firstSeen': 'First published here {{when}}.',
  'batch.hash': 'Hash',
  'batch.hashInput': 'Hash input',
  'batch.hashPublished': 'Published hash',
  'batch.hashComputed': 'SHA-256 of the hash input',
  'batch.form.postgres-utc': 'The hash input matched in the form that Postgres prints in UTC.',
  'batch.form.api-iso':
    'The hash input matched in the form of the API (ISO times with +00:00), not in the form that Postgres prints.',
  'batch.form.iso-milliseconds':
    'The hash input matched with times cut to milliseconds, as the documentation shows them, not in the form that Postgres prints.',
  'batch.form.session':
    'The hash input matched as Postgres prints it in a session with the time zone {{zone}} and the date style {{style}}: the same instants, written another way.',
  'batch.form.none':
    'In none of the forms that are documented or declared do these figures give the published hash, and in which form it was made is not known: this is neither a match nor a mismatch. The hash input below is the form that Postgres prints in UTC.',
  'batch.ground.no-hash':
    'What is published as the hash is no SHA-256 in lower-case hexadecimal digits. The hash input below is the form that Postgres prints in UTC.',
  'batch.ground.example':
    'The published hash is the SHA-256 of the word "test", an example of the documentation. The hash input below is the form that Postgres prints in UTC.',
  'batch.ground.other-batch':
    'The published hash is that of another batch, which it matches. The hash input below is the form that Postgres prints in UTC.',
  'batch.ground.earlier-figures':
    'The published hash is that of figures that were published here earlier and have been altered since. The hash input below is made of the present figures, in the form that Postgres prints in UTC.',
  'batch.ground.kept':
    'Figures that the hash covers were altered after publication while the hash stayed as it was; it is not that of the present figures in any known form. The hash input below is the form that Postgres prints in UTC.',
  'batch.ground.no-form':
    'The operator declares all sessions in which hashes are made. Other batches match; these figures give the published hash in none of those forms. The hash input below is the form that Postgres prints in UTC.',
  'batch.form.missing': 'There is nothing to compare with. The hash input below is what would be hashed.',
  'batch.check': 'Check it yourself',
  'batch.check.how.match':
    'Paste this into a terminal. It needs nothing from this site, and its answer must be the published hash.',
  'batch.check.how.mismatch':
    'Paste this into a terminal. It needs nothing from this site. Its answer must be the SHA-256 above, which is not the published hash.',
  'batch.check.how.not-recomputable':
    'Paste this into a terminal. It needs nothing from this site. Its answer must be the SHA-256 above, which is not the published hash; that was made in a form that is not known here.',
  'batch.check.how.missing':
    'Paste this into a terminal. It needs nothing from this site. Its answer must be the SHA-256 above; there is no published hash to compare it with.',
  'batch.check.first': 'With the figures that were published here first',
  'batch.check.first.matches':
    'The figures first published match the published hash, {{digest}}; the present ones do not. This line shows it:',
  'batch.check.first.replaced':
    'The figures first published match the hash first published, {{digest}}; both were altered afterwards. This line shows it:',
  'batch.check.first.other':
    'The answer to this line must be {{digest}}; neither the first nor the present published hash is that.',
  'batch.check.own': 'Better still: type the figures above yourself, in their order, joined by |.',
  'batch.ledger': 'Against the ledger',
  'batch.ledger.caption': 'What the batch states and what its ledger rows sum to',
  'batch.ledger.batch': 'Batch',
  'batch.ledger.ledger': 'Ledger',
  'batch.ledger.difference': 'Difference',
  'batch.ledger.tolerance': 'Tolerance for rounding',
  'batch.ledger.finding': 'Finding',
  'batch.ledger.equal': 'equal',
  'batch.ledger.rounding': 'rounding',
  'batch.ledger.different': 'different',
  'batch.ledger.absent': 'The ledger sums of this batch are not known.',
  'batch.ledger.duplicates_one': '{{n}} transaction is distributed more than once for the same part.',
  'batch.ledger.duplicates_other': '{{n}} transactions are distributed more than once for the same part.',
  'batch.ledger.noDuplicates': 'No transaction is distributed twice for the same part.',
  'batch.share': 'Against the split then in effect',
  'batch.share.caption': 'Each part against the revenue times its share',
  'batch.share.part': 'Part',
  'batch.share.percent': 'Share',
  'batch.share.actual': 'Distributed',
  'batch.share.expected': 'Revenue × share',
  'batch.share.difference': 'Difference',
  'batch.share.sum': 'All parts',
  'batch.share.holds':
    'Every difference lies within the tolerance for rounding, {{tolerance}} (0.0000015 × {{n}} transactions).',
  'batch.share.broken':
    'A difference lies beyond the tolerance for rounding, {{tolerance}} (0.0000015 × {{n}} transactions).',
  'batch.share.unknown': 'The split in effect at that time is not known.',
  'batch.onchain': 'On-chain transaction',
  'batch.limits': 'What this page does not prove',
  'batch.bar.broken':
    'The parts do not follow the split then in effect, {{split}}: together they are {{sum}}, the revenue is {{revenue}}. Percentages here are of the revenue, rounded.',
  'field.id': 'Batch id',
  'field.created_at': 'Made',
  'field.period_start': 'Period from',
  'field.period_end': 'Period to',
  'field.tx_count': 'Transactions',
  'field.revenue_sum': 'Revenue',
  'field.referral_sum': 'Referral',
  'field.treasury_sum': 'Treasury',
  'field.buyback_sum': 'Buyback',
  'field.public_hash': 'Published hash',
  'field.onchain_tx': 'On-chain transaction',
  'field.note': 'Note',
} as const;
