import { ExpectedError } from '../core/expected-error.ts';
import { foldFaults } from '../fold/faults.ts';
import { foldSentences } from '../words/fold-sentence.ts';
import { CONTENT, type Context, defineCommand, SITE } from './frame/command.ts';
import { compareLog, OWN_CHECKPOINT, peoplesChanges } from './gate/gate.ts';
import type { Compared } from './gate/others.ts';
import { unownedPlaces } from './gate/owners.ts';
import { logOf } from './log-address.ts';
import { PUBLISHED } from './published.ts';
import { recordSinceCommit } from './repository/record-since.ts';

/**
 * What stands before publishing: the log has grown from everything that others have seen of it, content is its fold, and all
 * that was published last is still there, as each series keeps it.
 * With `--people`, what a pull request has to pass: nobody changes by hand what machines write.
 */
export const gate = defineCommand({
  options: {
    site: SITE,
    base: { type: 'string', says: 'option.published', like: 'origin/published' },
    people: { type: 'boolean', says: 'option.people' },
    content: CONTENT,
  },
  failed: { heading: 'Gate', says: 'failed.gate' },
  async run({ site, base, people, content }, { t, now }) {
    if (people) {
      const changed = await peoplesChanges(content, base ?? 'origin/main');
      if (changed.length > 0)
        throw new ExpectedError([...changed.map((file) => t('gate.byHand', { file })), t('gate.shut')]);
    }
    const address = site ? logOf(site, t) : null;
    const from = base ?? (people ? 'origin/main' : `origin/${PUBLISHED}`);
    const compared = await compareLog({ contentRoot: content, base: from, site: address, now: now() });
    // Where a site serves a log, something was published: what that was must be known. Before, there is nothing to know.
    const live = compared.find(({ where }) => where === address?.href);
    const needed = new Set(live === undefined || live.verdict === 'nothing' ? [] : [from]);
    if (live !== undefined) needed.add(live.where);
    // What can not be read, or was never published, holds nothing back by itself.
    const known = compared.some(({ where, verdict }) => where === from && verdict !== 'silent');
    const against = compared.filter((one) => isAgainst(one, needed));
    const faults = [
      ...(known ? await recordSinceCommit(content, from) : []),
      ...against.map((one) => sentence(t, one)),
      ...foldSentences(
        t,
        // People change the file of a system, never what was read before: the next run says until when that holds.
        foldFaults(content, now()).filter(({ fault }) => !(people && fault === 'validity')),
      ),
    ];
    if (faults.length > 0) {
      const changed = compared.filter(({ verdict }) => verdict === 'policy').map((one) => sentence(t, one));
      throw new ExpectedError([...faults, ...changed, t('gate.shut')]);
    }
    const said = compared.map((one) => sentence(t, one));
    const unowned = people ? await unownedPlaces(content) : [];
    if (unowned.length > 0) said.push(t('gate.unowned', { places: unowned.join(', ') }));
    const isCompared = compared.some(isHeld);
    const text = [...said, t(isCompared ? 'gate.open' : 'gate.unheld')].join('\n');
    const notices =
      isCompared && unowned.length === 0 ? [] : [{ level: 'warning', title: 'Gate', text } as const];
    return { text, exitCode: 0, job: { heading: 'Gate', text, notices } };
  },
});

/** Who can not say is not against it, but for those that are needed: the live site, which alone everybody sees, and git. */
function isAgainst({ verdict, where }: Compared, needed: ReadonlySet<string>): boolean {
  if (verdict === 'silent' || verdict === 'unproven') return needed.has(where);
  return verdict === 'shrunk' || verdict === 'forked' || verdict === 'altered';
}

/** Whether it was held against what somebody else has of it: its own last checkpoint is its own word. */
function isHeld({ verdict, where }: Compared): boolean {
  return (verdict === 'same' || verdict === 'grown') && where !== OWN_CHECKPOINT;
}

function sentence(t: Context['t'], compared: Compared): string {
  const { where, verdict } = compared;
  switch (verdict) {
    case 'same':
    case 'grown': {
      const said = t(`gate.${verdict}`, { where, size: String(compared.size) });
      if (compared.read === undefined) return said;
      const { files, all, bytes, rounds } = compared.read;
      return `${said} ${t('gate.read', {
        files: String(files),
        all: String(all),
        bytes: String(bytes),
        rounds: String(rounds),
      })}`;
    }
    case 'shrunk':
    case 'forked':
      return compared.entry === null
        ? t('gate.other', { where, size: String(compared.size) })
        : t(`gate.${verdict}`, { where, size: String(compared.size), entry: String(compared.entry) });
    case 'altered':
    case 'unproven':
    case 'policy':
      return t(`gate.${verdict}`, { where, what: compared.what });
    default:
      return t(`gate.${verdict}`, { where });
  }
}
