import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ExpectedError } from '../core/expected-error.ts';
import { LANGUAGES } from '../core/language.ts';
import { carryOut, type Machine } from './frame/carry-out.ts';
import { type Command, defineCommand } from './frame/command.ts';
import { COMMANDS, NPM_SCRIPTS, TASKS } from './registry.ts';
import { terang } from './terang.ts';

const machine = (env: Machine['env'] = {}): Machine => ({
  env,
  now: () => '2026-01-26T12:00:00Z',
  step: () => undefined,
  isTerminal: false,
  onStop: () => undefined,
  tell: () => undefined,
});
const typed = (line: string, env: Machine['env'] = {}) => terang(line.split(' '), machine(env));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Every command with the words that call it: `incident new` beside `snapshot`. */
async function everyCommand(): Promise<(readonly [string, Command])[]> {
  const loaded = Object.entries(COMMANDS).map(async ([name, { load }]) => {
    const entry = await load();
    if (!('commands' in entry)) return [[name, entry] as const];
    return Object.entries(entry.commands).map(([own, { command }]) => [`${name} ${own}`, command] as const);
  });
  return (await Promise.all(loaded)).flat();
}
const commands = await everyCommand();

describe('npm run terang -- --help', () => {
  test.each(LANGUAGES)('lists every command by task, with what it is for, in %s', async (language) => {
    const { text, exitCode } = await typed(`--help --lang ${language}`);
    expect(exitCode).toBe(0);
    for (const name of Object.keys({ ...COMMANDS, ...NPM_SCRIPTS }))
      expect(text).toMatch(new RegExp(`^ {2}${name} +\\S+ \\S+`, 'm'));
    expect(text.match(/^\S.*\n {2}\S/gm)).toHaveLength(TASKS.length);
  });

  test('speaks the language of the terminal, of TERANG_LANG, and English where the terminal speaks neither', async () => {
    expect((await typed('--help', { LANG: 'id_ID.UTF-8' })).text).toContain('Memberi tahu publik');
    expect((await typed('--help', { LANG: 'en_GB', TERANG_LANG: 'id' })).text).toContain(
      'Memberi tahu publik',
    );
    expect((await typed('--help', { LANG: 'de_DE.UTF-8' })).text).toContain('Tell the public');
    expect(await typed('--help --lang jv')).toMatchObject({
      exitCode: 1,
      text: '"jv" is not a language that is spoken here: write one of en, id, both',
    });
  });

  test('without a command it asks for one and lists them, and ends with 1: nothing was done', async () => {
    const { text, exitCode, isAnswer } = await terang([], machine());
    expect({ exitCode, isAnswer }).toEqual({ exitCode: 1, isAnswer: false });
    expect(text).toMatch(/^Which command\?\n[\s\S]*\n {2}snapshot /);
  });
});

describe.each(commands)('%s', (name, { options, settings = [] }) => {
  test.each(LANGUAGES)(
    '--help in %s names its options and settings, does nothing, and ends with 0',
    async (language) => {
      const { text, exitCode } = await typed(`${name} --help --lang ${language}`);
      expect(exitCode).toBe(0);
      for (const option of [...Object.keys(options), 'lang', 'help'])
        expect(text).toMatch(new RegExp(`^ {2}--${option}\\b.* {2}\\S`, 'm'));
      for (const setting of settings) expect(text).toMatch(new RegExp(`^ {2}${setting} +\\S`, 'm'));
      expect(await typed(`help ${name} --lang ${language}`)).toEqual(
        await typed(`${name} --help --lang ${language}`),
      );
    },
  );

  test('an option that it does not know is named, nothing is done, and it ends with 1', async () => {
    const { text, exitCode } = await typed(`${name} --nonsense`);
    expect(text).toMatch(/^--nonsense is not known here; /);
    expect(exitCode).toBe(1);
  });
});

describe('what is not known', () => {
  test.each([
    ['snapshto', '"snapshto" is not known; is "snapshot" meant?'],
    ['incident updte', '"updte" is not known; is "update" meant?'],
    ['snapshot --systm tpc', '--systm is not known here; is "--system" meant?'],
    ['snapshot --system --content x', '--system has no value behind it'],
    ['report --due=yes', '--due takes no value'],
    ['report --due --at 2026-11-22T09:00:00Z', 'or --due alone'],
    ['notes --push --base HEAD', 'Say one of the two'],
    ['snapshot tpc', '"tpc" is one word too many'],
    ['build', 'npm runs this one itself: npm run build'],
    ['snapshot --lang both', 'one language at a time'],
  ])('%s', async (line, said) => {
    const { text, exitCode } = await typed(line);
    expect(text).toContain(said);
    expect(exitCode).toBe(1);
  });
});

test('a text may begin with hyphens: only what an option looks like is none', async () => {
  expect((await typed('incident update x --text-en ---')).text).not.toContain('has no value behind it');
});

describe('how a command ends', () => {
  const ending = (error: unknown, env: Machine['env'] = {}) => {
    const command = defineCommand({
      options: {},
      failed: { heading: 'Snapshot', says: 'failed.snapshot' },
      run: () => Promise.reject(error),
    });
    return carryOut({ name: 'snapshot', says: 'command.snapshot', entry: command }, [], machine(env));
  };

  test('what was foreseen is its words alone and exit code 1; DEBUG shows where it was thrown', async () => {
    const foreseen = new ExpectedError(['one reason', 'another']);
    expect(await ending(foreseen)).toMatchObject({
      text: 'one reason\nanother',
      exitCode: 1,
      isAnswer: false,
    });
    expect((await ending(foreseen, { DEBUG: '1' })).text).toMatch(/\n {4}at /);
  });

  test('any other error is called a fault of the program and shows its stack', async () => {
    const { text, exitCode } = await ending(new TypeError('x is not a function'));
    expect(text).toMatch(
      /^This is a fault of the program itself\.[\s\S]*TypeError: x is not a function\n {4}at /,
    );
    expect(exitCode).toBe(1);
  });

  test('GitHub shows that it failed in every language, and not why: the page of a run is public', async () => {
    const { job } = await ending(new ExpectedError('the password of db.internal was refused'), {
      GITHUB_ACTIONS: 'true',
    });
    expect(job?.notices).toMatchObject([{ level: 'error', title: 'Snapshot' }]);
    expect(job?.text).toContain('Nothing was read or written');
    expect(job?.text).toContain('Tidak ada yang dibaca atau ditulis');
    expect(JSON.stringify(job)).not.toContain('db.internal');
  });
});

describe('package.json', () => {
  test('every command has a script of its name that runs it', () => {
    for (const name of Object.keys(COMMANDS)) expect(scripts[name]).toBe(`node scripts/terang.ts ${name}`);
  });

  test('--help leaves out none of its scripts but those that others are made of', () => {
    const parts = /^(pre|check:(types|lint|tests|arrows|unused)$|terang$)/;
    const listed = Object.keys({ ...COMMANDS, ...NPM_SCRIPTS });
    expect(
      Object.keys(scripts)
        .filter((name) => !parts.test(name))
        .toSorted(),
    ).toEqual(listed.toSorted());
  });

  test.each([
    ...['start', 'serve', 'snapshot', 'check', 'notes', 'report', 'commit:content', 'scheduled', 'incident'],
    ...[
      'archive',
      'audit',
      'restore-test',
      'schemas',
      'map',
      'measure:growth',
      'measure:notes',
      'lint:content',
    ],
    'check:record',
  ])('npm run %s, which others call by this name, is there', (name) => {
    expect(scripts).toHaveProperty([name]);
  });
});
