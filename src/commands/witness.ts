import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { DURATION } from '../core/instant.ts';
import { httpLog } from '../log/http-log.ts';
import { formatSkey, formatVkey, generateKey, parseSkey, type SignerKey } from '../log/key.ts';
import { parsePolicy } from '../log/policy.ts';
import { policyOf, type Shown } from '../outside/seen.ts';
import { witness } from '../outside/witness.ts';
import { witnessServer } from '../outside/witness-server.ts';
import { type Context, defineCommand, type Ending } from './frame/command.ts';
import { listenAt } from './listen.ts';
import { logOf } from './log-address.ts';
import { portSetting } from './port.ts';

/**
 * Looks at the log of a site once. Ends with 0 when it was cosigned; with 1 when it is a fork, went back, or is signed by
 * another; with 2 when nothing can be said: it can not be read, or nothing was added for longer than it may. With `serve`,
 * the same witness is asked by the log itself (C2SP tlog-witness) until it is ended.
 */
export const witnessCommand = defineCommand({
  examples: ['https://transparency.example', 'key friend.example/witness', 'serve'],
  words: 2,
  options: {
    folder: { type: 'string', says: 'option.witnessFolder', like: 'witness', default: 'witness' },
    standstill: { type: 'string', says: 'option.standstill', like: 'PT24H', default: 'PT24H' },
  },
  settings: ['TERANG_WITNESS_KEY', 'PORT', 'HOST'],
  async run({ folder, standstill, words: [site, name] }, context) {
    const { env, now, t } = context;
    if (site === 'key' && name !== undefined) return newKey(name, t);
    if (site === undefined || name !== undefined) throw new ExpectedError(t('witness.which'));
    if (!DURATION.test(standstill)) throw new ExpectedError(t('witness.noDuration', { given: standstill }));
    if (!env.TERANG_WITNESS_KEY) throw new ExpectedError(t('witness.noKey'));
    const key = await parseSkey(env.TERANG_WITNESS_KEY);
    if (site === 'serve') return serveWitness(folder, key, context);
    const sighting = await witness({ read: httpLog(logOf(site, t)), folder, key, now: now(), standstill });
    switch (sighting.verdict) {
      case 'strange':
        return { text: t('witness.strange', { reason: sighting.reason }), exitCode: 1 };
      case 'untold':
        return { text: t('witness.untold', { reason: sighting.reason }), exitCode: 2 };
      case 'fork':
      case 'rollback':
        return { text: t(`witness.${sighting.verdict}`, valuesOf(sighting)), exitCode: 1 };
      default: {
        const said = t(`witness.${sighting.verdict}`, valuesOf(sighting));
        const { stoodSince } = sighting;
        return stoodSince === null
          ? { text: said, exitCode: 0 }
          : {
              text: `${said}\n${t('witness.stood', { ...valuesOf(sighting), since: stoodSince })}`,
              exitCode: 2,
            };
      }
    }
  },
});

function valuesOf({ origin, root, file, size, before, rootBefore }: Shown) {
  return { origin, root, file, size: String(size), before: String(before), rootBefore: rootBefore ?? '' };
}

/** Answers `add-checkpoint` until it is ended, for the log that this folder knows. */
async function serveWitness(folder: string, key: SignerKey, context: Context): Promise<Ending> {
  const { t, now, tell } = context;
  const policy = policyOf(folder);
  const [log] = policy === null ? [] : parsePolicy(policy).logs;
  if (log === undefined)
    throw new ExpectedError(t('witness.noPolicy', { file: path.join(folder, 'policy') }));
  const app = witnessServer({
    ...{ folder, key, now },
    onAnswer({ status, body, fork }) {
      tell(`${now()} ${status} ${body.trimEnd()}`);
      if (fork !== undefined) tell(t('witness.fork', valuesOf(fork)));
    },
  });
  const address = await listenAt(portSetting(context), app, context);
  const line = `witness ${key.name} ${formatVkey(key)} ${address}`;
  return { text: t('witness.serving', { origin: log.key.name, address, line }), exitCode: 0 };
}

async function newKey(name: string, t: Context['t']): Promise<Ending> {
  const key = await generateKey(name, 'cosignature');
  const text = t('witness.made', { secret: formatSkey(key), name, key: formatVkey(key) });
  return { text, exitCode: 0 };
}
