import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { fsck } from '../../log/fsck.ts';
import { parsePolicy } from '../../log/policy.ts';
import { bytesAt } from '../../store/disk.ts';
import { defineCommand } from '../frame/command.ts';

/**
 * Makes every tile and the root anew from the entries. Ends with 0 when all is as the checkpoint says and the witnesses
 * of the policy (c2sp.org/tlog-policy) have seen it, with 2 when it is and they have not, with 1 when it is not.
 */
export const fsckCommand = defineCommand({
  examples: ['dist/client/log policy'],
  words: 2,
  options: {},
  async run({ words: [folder, policyFile] }, { t }) {
    if (folder === undefined || policyFile === undefined) throw new ExpectedError(t('log.which'));
    const policy = bytesAt(policyFile);
    if (policy === null) throw new ExpectedError(t('log.noPolicy', { file: policyFile }));
    const read = async (file: string) => bytesAt(path.join(folder, file));
    const { seen, faults } = await fsck(read, parsePolicy(policy));
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
