import { ExpectedError } from '../../core/expected-error.ts';
import { CONTENT, type Context, defineCommand, SITE } from '../frame/command.ts';
import { logOf } from '../log-address.ts';
import { botIdentity } from '../repository/identity.ts';
import { type Signed, signPushed } from './signing.ts';

/**
 * Signs the log that was pushed and pushes the checkpoint. Ends with 0 when enough of the policy's witnesses have seen it,
 * with 2 when it was signed and they have not.
 */
export const signCommand = defineCommand({
  options: {
    site: SITE,
    remote: { type: 'string', says: 'option.remote', like: 'origin', default: 'origin' },
    content: CONTENT,
  },
  settings: ['TERANG_LOG_KEY'],
  failed: { heading: 'Log', says: 'failed.sign' },
  async run({ site, remote, content }, { env, now, step, t }) {
    const secret = env.TERANG_LOG_KEY?.trim();
    if (!secret) throw new ExpectedError(t('log.noKey'));
    const address = site ? logOf(site, t) : null;
    const signed = await signPushed(
      {
        contentRoot: content,
        identity: botIdentity(env),
        remote,
        secret,
        site: address,
        now,
        onStep: step,
      },
      t,
    );
    const text = saying(signed, t);
    const notices = signed.quorum ? [] : [{ level: 'warning', title: 'Log', text } as const];
    return { text, exitCode: signed.quorum ? 0 : 2, job: { heading: 'Log', text, notices } };
  },
});

function saying({ origin, size, cosigned, silent, quorum }: Signed, t: Context['t']): string {
  const names = cosigned.map(({ name }) => name).join(', ') || t('log.noWitness');
  return [
    t('log.signed', { origin, size: String(size), witnesses: names }),
    ...silent.map(({ witness, fault }) => t(`log.witness.${fault}`, { witness: witness.name })),
    ...(quorum ? [] : [t('log.notSeen')]),
  ].join('\n');
}
