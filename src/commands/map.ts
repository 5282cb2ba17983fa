import { readFile, writeFile } from 'node:fs/promises';
import { folders } from '../../.dependency-cruiser.mjs';
import { defineCommand } from './frame/command.ts';

const README = 'src/README.md';
const BEGIN = '<!-- The map: npm run map -->';
const END = '<!-- End of the map -->';

/** The map of the house, a row for each folder, from the ground up, as the rules about imports declare it. */
function tableOfFolders(): string {
  const rows = Object.entries(folders).map(
    ([folder, { holds, may, because }]) =>
      `| \`${folder}/\` | ${holds} | ${may.length === 0 ? 'nothing of ours' : may.join(', ')} | ${because} |`,
  );
  return ['| folder | holds | may import | because |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/**
 * The text of src/README.md with its map made anew.
 *
 * @throws Error when its two marks are not there
 */
export function withMap(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`src/README.md has lost its marks "${BEGIN}" and "${END}".`);
  return `${readme.slice(0, from)}${BEGIN}\n\n${tableOfFolders()}\n\n${readme.slice(to)}`;
}

export const map = defineCommand({
  options: {},
  async run(_, { t }) {
    await writeFile(README, withMap(await readFile(README, 'utf8')));
    return { text: t('map.made', { file: README }), exitCode: 0 };
  },
});
