/** What each column of each open dataset holds: the data package says it in both languages. */
export const columns = {
  'column.batches.id': 'Id of the batch (UUID).',
  'column.batches.created_at': 'When the batch was made, UTC, as Postgres prints it.',
  'column.batches.period_start': 'Start of the period, UTC; empty where the batch states none.',
  'column.batches.period_end': 'End of the period, UTC; empty where the batch states none.',
  'column.batches.tx_count': 'Number of transactions in the batch.',
  'column.batches.revenue_sum': 'Revenue of these transactions.',
  'column.batches.referral_sum': 'Part distributed to referral.',
  'column.batches.treasury_sum': 'Part distributed to the treasury.',
  'column.batches.buyback_sum': 'Part distributed to buyback.',
  'column.batches.public_hash':
    'Hash as the platform states it; free text, defused for spreadsheets; empty where there is none.',
  'column.batches.onchain_tx':
    'On-chain transaction as the platform states it; what this site found of it stands in onchain_state; free text, defused for spreadsheets.',
  'column.batches.note': 'Note by the platform; free text, defused for spreadsheets.',
  'column.batches.hash_input':
    'Text whose SHA-256 is compared with public_hash; made by this site from the columns before.',
  'column.batches.hash_verdict':
    'match, mismatch, missing, or not-recomputable where no known form gives the hash and nothing says that it is wrong; computed by this site.',
  'column.batches.hash_form':
    'Form in which the hash matched: a documented one by name, or time zone and date style of a declared database session; empty where none did.',
  'column.batches.onchain_state':
    'Whether the stated transaction anchors the batch: verified, not-anchored, mismatch, or unknown; computed by this site.',
  'column.batches.onchain_reason':
    'Rules that the transaction breaks, or why nobody can tell; empty where there is nothing to say.',
  'column.metrics.total_revenue': 'Revenue of all transactions.',
  'column.metrics.verified_revenue': 'Revenue of the transactions that the platform has verified.',
  'column.metrics.distributed_revenue': 'Revenue of the transactions that were distributed.',
  'column.metrics.tx_total': 'Number of transactions.',
  'column.metrics.tx_verified': 'Number of transactions that the platform has verified.',
  'column.metrics.tx_distributed': 'Number of transactions that were distributed.',
  'column.metrics.referral': 'Distributed to referral in all.',
  'column.metrics.treasury': 'Distributed to the treasury in all.',
  'column.metrics.buyback': 'Distributed to buyback in all.',
  'column.daily.day': 'Day in UTC.',
  'column.daily.revenue': 'Revenue of the transactions made that day.',
  'column.daily.tx_count': 'Number of transactions made that day.',
  'column.daily.verified_revenue': 'Revenue of the transactions verified that day.',
  'column.daily.tx_verified': 'Number of transactions verified that day.',
  'column.daily.distributed_revenue': 'Revenue of the batches made that day.',
  'column.daily.tx_distributed': 'Number of transactions in the batches made that day.',
  'column.daily.referral': 'Distributed to referral in the batches made that day.',
  'column.daily.treasury': 'Distributed to the treasury in the batches made that day.',
  'column.daily.buyback': 'Distributed to buyback in the batches made that day.',
  'column.split.referral': 'Share of referral in percent.',
  'column.split.treasury': 'Share of the treasury in percent.',
  'column.split.buyback': 'Share of buyback in percent.',
  'column.split.platform':
    'Share that stays with the platform in percent; empty where the three parts are the whole.',
  'column.split.since': 'When this split was set, UTC; empty where the changelog does not state it.',
  'column.split.reason': 'Reason as written; free text, defused for spreadsheets.',
  'column.wallets.name': 'Name of the wallet; free text, defused for spreadsheets.',
  'column.wallets.address': 'Address as stated; free text, defused for spreadsheets.',
  'column.wallets.type': 'Type as stated; free text, defused for spreadsheets.',
  'column.wallets.explorer_url': 'Explorer link as stated; free text, defused for spreadsheets.',
  'column.wallets.state':
    'published, or not-published for an empty or placeholder address; computed by this site.',
  'column.wallets.link':
    'Whether the link fits the address: ok, problem, or none where no link is stated or no address published; computed by this site.',
  'column.wallets.problems': 'What does not fit, as codes joined by spaces; computed by this site.',
  'column.changelog.id': 'Id of the entry, made of its time and key; free text, defused for spreadsheets.',
  'column.changelog.created_at': 'When the setting was changed, UTC, as Postgres prints it.',
  'column.changelog.key': 'Setting that was changed; free text, defused for spreadsheets.',
  'column.changelog.old_value': 'Value before; free text, defused for spreadsheets.',
  'column.changelog.new_value': 'Value after; free text, defused for spreadsheets.',
  'column.changelog.reason': 'Reason as written; free text, defused for spreadsheets.',
  'column.ledger.batch_id': 'Id of the batch.',
  'column.ledger.tx_counted': 'Number of its transactions in the ledger.',
  'column.ledger.amount_sum': 'Sum of their amounts.',
  'column.ledger.referral_sum': 'Sum of what was logged as distributed to referral.',
  'column.ledger.treasury_sum': 'Sum of what was logged as distributed to the treasury.',
  'column.ledger.buyback_sum': 'Sum of what was logged as distributed to buyback.',
  'column.ledger.duplicates': 'Number of pairs of transaction and part that occur more than once.',
  'column.ledger.referral_lines': 'Number of lines of the log of referral.',
  'column.ledger.treasury_lines': 'Number of lines of the log of treasury.',
  'column.ledger.buyback_lines': 'Number of lines of the log of buyback.',
  'column.ledger.tx_count_difference':
    'Batch minus ledger, transactions; computed by this site, empty where there is no such batch.',
  'column.ledger.tx_count_tolerance': 'How far rounding alone can take the two apart, transactions: 0.',
  'column.ledger.revenue_difference':
    'Batch minus ledger, revenue; computed by this site, empty where there is no such batch.',
  'column.ledger.revenue_tolerance':
    'How far rounding alone can take the two apart, revenue: one millionth, for sums once made in floating point.',
  'column.ledger.referral_difference':
    'Batch minus ledger, referral; computed by this site, empty where there is no such batch.',
  'column.ledger.referral_tolerance':
    'How far rounding alone can take the two apart, referral: 0.0000005 times the number of lines.',
  'column.ledger.treasury_difference':
    'Batch minus ledger, treasury; computed by this site, empty where there is no such batch.',
  'column.ledger.treasury_tolerance':
    'How far rounding alone can take the two apart, treasury: 0.0000005 times the number of lines.',
  'column.ledger.buyback_difference':
    'Batch minus ledger, buyback; computed by this site, empty where there is no such batch.',
  'column.ledger.buyback_tolerance':
    'How far rounding alone can take the two apart, buyback: 0.0000005 times the number of lines.',
  'column.status-days.day': 'Day in UTC; the last day is not over.',
  'column.status-days.system': 'Id of the system.',
  'column.status-days.component': 'Id of the component.',
  'column.status-days.length':
    'Seconds of the day that the figures cover; fewer than 86400 for the day that is not over.',
  'column.status-days.up': 'Seconds known to be up.',
  'column.status-days.degraded': 'Seconds known to be degraded; they count as available.',
  'column.status-days.down': 'Seconds known to be down.',
  'column.status-days.unknown': 'Seconds of which nothing is known.',
  'column.status-days.degraded_unknown':
    'Of the unknown seconds those in which another check was known to be degraded; empty without any.',
  'column.status-days.p50': 'Median latency of the day’s answers in ms; empty without any.',
  'column.status-days.p95': '95th percentile of the latency in ms; empty without any.',
  'column.status-days.raw_sha256': 'SHA-256 of the raw answers of the day that these figures are made of.',
  'column.report-results.system': 'Id of the system.',
  'column.report-results.routine': 'Id of the routine.',
  'column.report-results.due_at': 'When it was due, UTC; of a routine without a schedule, when it ran.',
  'column.report-results.kept':
    'on-time, late or missed; untold where the log has it later than it says that it ran.',
  'column.report-results.logged_at':
    'Since when the log has it, UTC, where that is later than it says that it ran; else empty.',
  'column.report-results.ran_at': 'When it ran, UTC; empty for a run that was missed.',
  'column.report-results.item': 'Id of the item; empty for a run that was missed.',
  'column.report-results.result': 'passed, failed, not-known or manual; empty for a run that was missed.',
  'column.report-results.reason': 'Why it failed or is not known, as a code; empty otherwise.',
  'column.report-results.sign_off':
    'Of a manual item: signed (by a known key), signed-then (so when it was first seen, its key has been withdrawn since), key-only (by a known key, when neither role nor time was checked) or claimed (without such a signature); empty where nobody signed it off.',
  'column.report-results.sign_off_role':
    'In which role it was signed off; free text, defused for spreadsheets.',
  'column.report-results.sign_off_at': 'When it was signed off, UTC.',
  'column.report-results.internal': 'How many items of this report are internal and not shown.',
} as const;
