import path from 'node:path';
import { checkLines, datasetLines } from '../doctor/asked.ts';
import { clockLines } from '../doctor/clock.ts';
import { exitCodeOf, type Line, line } from '../doctor/line.ts';
import { lookAtSite } from '../doctor/live.ts';
import { repositoryLines } from '../doctor/repository.ts';
import { rightsLines } from '../doctor/rights.ts';
import { settingLines } from '../doctor/settings.ts';
import { workflowLines } from '../doctor/workflow.ts';
import { zoneLines } from '../doctor/zone.ts';
import { readSystems } from '../status/run/command.ts';
import { listSystems } from '../systems/system-file.ts';
import { CONTENT, defineCommand, SITE } from './frame/command.ts';

/**
 * Looks at everything that an operator sets and says what to do, a line each. It writes nothing, and ends with 0 when
 * nothing is to do, with 1 when something is, and with 2 when nothing is known to be, and something could not be told.
 */
export const doctor = defineCommand({
  examples: ['', '--site https://transparency.example'],
  options: { content: CONTENT, site: SITE, json: { type: 'boolean', says: 'option.json' } },
  settings: ['DATABASE_URL', 'DATABASE_ROLE', 'TERANG_CANARIES', 'env:NAME'],
  async run({ content, site, json }, { env: settings, now, step, t, languages: [language] }) {
    const { files, problems } = await readSystems(content, await listSystems(content));
    const asking = { contentRoot: content, settings, now, onStep: step };
    const [rights, checks, live, repository, ...datasets] = await Promise.all([
      rightsLines(files, settings),
      checkLines(files, asking),
      site === undefined ? { lines: [], peers: [] } : lookAtSite(site, language, now()),
      repositoryLines(content),
      ...files.map((file) => datasetLines(file, asking)),
    ]);
    const peers = [...checks.peers, ...live.peers, ...datasets.flatMap((heard) => heard.peers)];
    const workflow = path.join(path.dirname(path.resolve(content)), '.github/workflows/snapshot.yml');
    const lines: Line[] = [
      ...problems.map((problem) => line('todo', 'doctor.site.wrong', { problem })),
      ...zoneLines(content),
      ...settingLines(files, settings),
      ...rights,
      ...datasets.flatMap((heard) => heard.lines),
      ...checks.lines,
      ...clockLines(now(), peers),
      ...repository,
      ...workflowLines(workflow, files),
      ...live.lines,
    ];
    const said = lines.map(({ state, says, values }) => ({
      state,
      code: says,
      text: (t as (key: Line['says'], values: Line['values']) => string)(says, values),
    }));
    const text = json
      ? JSON.stringify(said, null, 1)
      : said.map(({ state, text: one }) => `${t(`doctor.state.${state}`)}: ${one}`).join('\n');
    return { text, exitCode: exitCodeOf(lines) };
  },
});
