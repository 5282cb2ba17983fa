import path from 'node:path';
import { textAt } from '../../store/disk.ts';
import { gitIn } from '../../store/git.ts';

const OWNERS_FILE = '.github/CODEOWNERS';
/** What the file that ships names: GitHub asks nobody for a review in the name of an owner that does not exist. */
const PLACEHOLDER = '@your-organisation/';

/** The places whose owner in CODEOWNERS is still the one that ships; none where there is no such file. */
export async function unownedPlaces(contentRoot: string): Promise<string[]> {
  const top = (await gitIn(contentRoot)('rev-parse', '--show-toplevel')).trim();
  return (textAt(path.join(top, OWNERS_FILE)) ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.includes(PLACEHOLDER))
    .map((line) => line.split(/\s/)[0] ?? '');
}
