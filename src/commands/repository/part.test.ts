import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { environmentOf, PARTS, type Part } from './part.ts';

const SCRIPTS = path.resolve(import.meta.dirname, '../../../scripts');

test.each(Object.entries(PARTS))('%s is given every variable that its script names', (part, { script }) => {
  const text = readFileSync(path.join(SCRIPTS, script), 'utf8').replaceAll(/^\/\/.*$/gm, '');
  const names = [...text.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name = '']) => name);
  const environment = Object.fromEntries(names.map((name) => [name, 'x']));
  expect(Object.keys(environmentOf(part as Part, environment, []))).toEqual(Object.keys(environment));
});

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
    report: [...machine, 'ACME_URL'],
    commit: machine,
  });
});
