import './last-words.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fsck } from '../src/log/fsck.ts';
import { parsePolicy } from '../src/log/policy.ts';
import { ending } from './ending.ts';

// npm run log -- fsck <folder of a log, such as dist/client/log> <policy file (c2sp.org/tlog-policy)>
// Makes every tile and the root anew from the entries. Exits 0 when all is as the checkpoint says and the policy's
// witnesses have seen it, 2 when it is and they have not, 1 when it is not.
await ending(async () => {
  const [task, folder, policyFile] = parseArgs({ allowPositionals: true }).positionals;
  if (task !== 'fsck' || folder === undefined || policyFile === undefined)
    throw new Error('Say what: npm run log -- fsck <folder of a log> <policy file>');
  const read = (file: string) =>
    readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  const { seen, faults } = await fsck(read, parsePolicy(await readFile(policyFile)));
  for (const { message } of faults) console.error(message);
  const { origin, size } = seen.checkpoint;
  const witnesses = new Set(seen.cosignatures.map(({ witness }) => witness.name));
  if (faults.length > 0) {
    console.error(`${origin}: ${faults.length} of what it serves is not what its ${size} entries make.`);
    process.exitCode = 1;
  } else {
    const by = witnesses.size === 0 ? 'none of the policy’s witnesses' : [...witnesses].join(', ');
    console.log(`${origin}: ${size} entries, and every tile and the root are what they make. Seen by ${by}.`);
    if (!seen.quorum)
      console.error('Not enough of the witnesses have seen it: whether others hold it is not known.');
    process.exitCode = seen.quorum ? 0 : 2;
  }
});
