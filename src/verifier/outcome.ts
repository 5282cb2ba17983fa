/** Not what it must be: the message names what. */
export class Wrong extends Error {}

/** Nobody can tell, for a reason, with what there is to say beside it. */
export class Untold extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, detail = '') {
    super(detail);
    this.reason = reason;
  }
}

/** How many they are, and the first three by name. */
export function someOf(names: readonly string[]): string {
  return `${names.length} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`;
}

/** Why something is not known. */
export const REASONS = {
  nothing: 'there is nothing to compare',
  unreachable: 'it can not be read',
  'too-large': 'it is larger than such a file ever is, and was not read to its end',
  'no-site': 'nothing of such a site was found at this address',
  'never-read': 'this table was never read',
  'other-time': 'this table and the totals were read at different times',
  'no-log': 'there is no signed log',
  unsigned: 'newer than the last signed checkpoint, so not signed yet',
  'unsigned-change': 'by a line of the record that nobody signed, which anyone can have added',
  'older-form': 'the table is from before it had this column',
  'open-day': 'the day is not over; the raw answers that its figures are made of are not served',
  'no-policy': 'no policy says whose signatures count',
  'own-keys': 'the keys are those that came with what they vouch for; bring a policy from elsewhere',
  'strange-key': 'signed with a key that the key before it did not introduce',
  'unnamed-key': 'signed with a key that this policy does not name, and to which none that it names leads',
  'no-witness': 'the policy asks for no witness; those that have seen it',
  'too-few': 'fewer than the policy asks for; those that have seen it',
  'no-entry': 'its entry is not at hand',
  'no-record': 'its record is not at hand',
  'no-proof': 'its proof is not at hand',
  'no-hash': 'it has no hash',
  'no-form': 'its hash fits no documented form',
  'no-anchor': 'the bytes of its transaction are not at hand',
  'no-wallets': 'the list of wallets is not at hand',
  'no-treasury': 'no wallet was listed as the treasury’s then',
  'late-list': 'the list of wallets was entered later than it says that it was read',
  'no-block-time': 'nobody told the time of its block',
  inner: 'by the word of the providers that were asked, another program made the call with the memo',
  word: 'by the word of the providers that were asked, which can not be recomputed here',
  'no-growth':
    'no proof leads from one to the other; on the site itself, each can be held against its present log',
  'other-log': 'they are of different logs',
  'from-disk':
    'this page was opened from a disk and can fetch nothing: open it on the site, or add a later checkpoint with the proof that it grew from this one (old N, its hashes, a blank line, the checkpoint)',
  preimage: 'compare the hash of the batch with this SHA-256',
} as const;
export type Reason = keyof typeof REASONS;
