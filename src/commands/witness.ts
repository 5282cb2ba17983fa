import { ExpectedError } from '../core/expected-error.ts';
import { DURATION } from '../core/instant.ts';
import { httpLog } from '../log/http-log.ts';
import { formatSkey, formatVkey, generateKey, parseSkey } from '../log/key.ts';
import { witness } from '../outside/witness.ts';
import { type Context, defineCommand, type Ending } from './frame/command.ts';
import { logOf } from './log-address.ts';

/**
 * Looks at the log of a site once. Ends with 0 when it was cosigned; with 1 when it is a fork, went back, or is signed by
 * another; with 2 when nothing can be said: it can not be read, or nothing was added for longer than it may.
 */
export const witnessCommand = defineCommand({
  examples: ['https://transparency.example', 'key friend.example/witness'],
  words: 2,
  options: {
    folder: { type: 'string', says: 'option.witnessFolder', like: 'witness', default: 'witness' },
    standstill: { type: 'string', says: 'option.standstill', like: 'PT24H', default: 'PT24H' },
  },
  settings: ['TERANG_WITNESS_KEY'],
  async run({ folder, standstill, words: [site, name] }, { env, now, t }) {
    if (site === 'key' && name !== undefined) return newKey(name, t);
    if (site === undefined || name !== undefined) throw new ExpectedError(t('witness.which'));
    if (!DURATION.test(standstill)) throw new ExpectedError(t('witness.noDuration', { given: standstill }));
    if (!env.TERANG_WITNESS_KEY) throw new ExpectedError(t('witness.noKey'));
    const key = await parseSkey(env.TERANG_WITNESS_KEY);
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
          : { text: `${said}\n${t('witness.stood', { since: stoodSince })}`, exitCode: 2 };
      }
    }
  },
});

function valuesOf({
  origin,
  size,
  before,
  file,
}: {
  origin: string;
  size: bigint;
  before: bigint;
  file: string;
}) {
  return { origin, size: String(size), before: String(before), file };
}

async function newKey(name: string, t: Context['t']): Promise<Ending> {
  const key = await generateKey(name, 'cosignature');
  const text = t('witness.made', { secret: formatSkey(key), name, key: formatVkey(key) });
  return { text, exitCode: 0 };
}
