import { expect, test } from 'vitest';
import { COMMANDS } from '../registry.ts';
import { environmentOf, PARTS, type Part } from './part.ts';

test.each(Object.entries(PARTS))(
  '%s is given every setting that its command declares',
  async (part, { command }) => {
    const [name, inGroup = ''] = command;
    const loaded = await COMMANDS[name].load();
    const declared = 'commands' in loaded ? loaded.commands[inGroup]?.command : loaded;
    if (declared === undefined) throw new Error(`there is no command "${command.join(' ')}"`);
    const ofOptions = Object.values(declared.options).flatMap(({ setting }) => setting ?? []);
    const names = [...ofOptions, ...(declared.settings ?? [])].filter((setting) => setting !== 'env:NAME');
    const environment = Object.fromEntries(names.map((setting) => [setting, 'x']));
    expect(Object.keys(environmentOf(part as Part, environment, []))).toEqual(Object.keys(environment));
  },
);

test('no part is given what is nobody’s: the settings of a system go to the parts that ask, and a prefix is a whole word', () => {
  const environment = { PATH: '/bin', Path: 'C:', ACME_URL: 'a', ACMEX_URL: 'b', AWS_SECRET_ACCESS_KEY: 'c' };
  const given = Object.keys(PARTS).map((part) => [
    part,
    Object.keys(environmentOf(part as Part, environment, ['ACME_'])),
  ]);
  const machine = ['PATH', 'Path'];
  expect(Object.fromEntries(given)).toEqual({
    notes: machine,
    check: [...machine, 'ACME_URL'],
    drafts: machine,
    snapshot: machine,
    chain: [...machine, 'ACME_URL'],
    report: [...machine, 'ACME_URL'],
    commit: machine,
    sign: machine,
  });
});
