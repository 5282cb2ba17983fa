import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { fsck } from '../log/fsck.ts';
import { parsePolicy } from '../log/policy.ts';
import { defineCommand } from './frame/command.ts';

/**
 * Makes every tile and the root anew from the entries. Ends with 0 when all is as the checkpoint says and the witnesses
 * of the policy (c2sp.org/tlog-policy) have seen it, with 2 when it is and they have not, with 1 when it is not.
 */
export const log = defineCommand({
  examples: ['fsck dist/client/log policy'],
  words: 3,
  options: {},
  async run({ words: [task, folder, policyFile] }, { t }) {
    if (task !== 'fsck' || folder === undefined || policyFile === undefined)
      throw new ExpectedError(t('log.which'));
    const read = (file: string) =>
      readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    const { seen, faults } = await fsck(read, parsePolicy(await readFile(policyFile)));
    const { origin } = seen.checkpoint;
    const size = String(seen.checkpoint.size);
    if (faults.length > 0) {
      const found = t('log.faults', { origin, faults: String(faults.length), size });
      throw new ExpectedError([...faults.map(({ message }) => message), found]);
    }
    const names = [...new Set(seen.cosignatures.map(({ witness }) => witness.name))];
    const whole = t('log.whole', { origin, size, witnesses: names.join(', ') || t('log.noWitness') });
    return seen.quorum
      ? { text: whole, exitCode: 0 }
      : { text: `${whole}\n${t('log.notSeen')}`, exitCode: 2 };
  },
});
