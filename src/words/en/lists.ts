/** Wallets, the changelog and the history of the split. */
export const lists = {
  'wallets.title': 'Wallets',
  'wallets.description':
    'The public wallets of {{publisher}}, with their addresses and whether each explorer link fits.',
  'wallets.headline_one': '{{n}} public wallet, {{published}} with a published address',
  'wallets.headline_other': '{{n}} public wallets, {{published}} with a published address',
  'wallets.headlineChanged_one':
    '{{n}} public wallet, {{published}} with a published address; changed or gone after publication: {{changed}}',
  'wallets.headlineChanged_other':
    '{{n}} public wallets, {{published}} with a published address; changed or gone after publication: {{changed}}',
  'wallets.headlineGone_one':
    '{{n}} public wallet as last read; most of those published are gone from the source',
  'wallets.headlineGone_other':
    '{{n}} public wallets as last read; most of those published are gone from the source',
  'wallets.headlineUntold_one':
    '{{n}} public wallet, {{published}} with a published address; whether any was changed cannot be told',
  'wallets.headlineUntold_other':
    '{{n}} public wallets, {{published}} with a published address; whether any was changed cannot be told',
  'wallets.unknown': 'The wallets are not known',
  'wallets.intro':
    'Each link was read as text: it must lead to solscan.io, name the network that the other links name, and bear this wallet’s own address. Nobody opened it: a balance shown here was told by the network’s nodes, not by the explorer.',
  'wallets.notPublished': 'Address not published',
  'wallets.stated': 'Stated in its place:',
  'wallets.linkOk': 'The link fits the address',
  'wallets.open': 'Open on the explorer',
  'wallets.linkStated': 'The link as stated:',
  'wallets.balance': 'Holds {{amount}} SOL, {{when}} (slot {{slot}})',
  'wallets.balanceOne': 'One provider says {{amount}} SOL, {{when}} (slot {{slot}})',
  'wallets.balanceUnknown': 'Balance: no provider told what it holds',
  'wallets.noLink': 'No explorer link is stated',
  'wallets.problem.not-solscan': 'The link does not lead to solscan.io',
  'wallets.problem.other-address': 'The link bears another address',
  'wallets.problem.other-network': 'The link names another network than the other wallets’ links',
  'changelog.title': 'Changelog',
  'changelog.description':
    'Every public change of a setting of {{publisher}}, with its reason, as it was written.',
  'changelog.headline_one': '{{n}} change of settings, as it was written',
  'changelog.headline_other': '{{n}} changes of settings, as they were written',
  'changelog.unknown': 'The changes are not known',
  'changelog.none': 'No change of settings has been recorded',
  'changelog.month': 'Changes of {{month}}',
  'changelog.monthDescription': 'The changes of settings of {{publisher}} in {{month}}.',
  'changelog.months': 'By month (UTC)',
  'changelog.monthHead': 'Month',
  'changelog.count': 'Changes',
  'changelog.latest': 'The latest',
  'changelog.from': 'before',
  'changelog.to': 'after',
  'changelog.reason': 'reason',
  'changelog.noReason': 'no reason was stated',
  'changelog.empty': '(empty)',
  'changelog.hostile':
    'This is what people wrote, not our words. Invisible and direction-changing characters are shown by their code, such as U+202E.',
  'split.title': 'History of the split',
  'split.description':
    'How the distribution of {{publisher}} was split, since when and for which stated reason.',
  'split.headline': 'Split of the distribution: {{split}}',
  'split.unknown': 'The split is not known',
  'split.intro':
    'A change takes effect with the first batch made after it. The history is read from the changelog.',
  'split.from': 'Since',
  'split.first': 'From the beginning of the changelog',
  'split.undated': 'Set at a time that the changelog does not state',
  'split.sinceNotKnown': 'Since when is not known',
  'split.now': 'in effect when last read',
  'split.notKnown':
    'Which split was in effect then is not known, so no batch of that time is measured by one.',
  'split.notThroughout':
    'It was changed once more without an entry in the changelog, at a time that nobody wrote down: batches from here on are not measured by it.',
  'split.gap.unreadable': 'The changelog entry {{entry}} changes the split but its values can not be read.',
  'split.gap.does-not-follow':
    'The changelog entry {{entry}} starts from another split than the one before it.',
  'split.gap.current': 'The present split is not the one that the changelog ends with.',
} as const;
