import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatList, parseList } from './file-list.ts';

const SHA = 'a'.repeat(64);
const lineOf = (name: string) => `${SHA}  ${name}\n`;

test('what a list says is what was put into it', () => {
  const name = fc.stringMatching(/^[a-z]{1,5}(\/[a-z .é*]{1,5}[a-z])?$/);
  const files = fc.uniqueArray(name).map((names) => names.map((one) => ({ path: one, sha256: SHA })));
  fc.assert(
    fc.property(files, (some) => {
      fc.pre(some.length > 0);
      expect(parseList(formatList(some))).toEqual(some);
    }),
  );
});

test.each([
  ['leads out of the site', lineOf('../../etc/passwd')],
  ['is absolute', lineOf('/etc/passwd')],
  ['names a folder', lineOf('en/')],
  ['has a backslash', lineOf('en\\index.html')],
  ['names a file twice', lineOf('a') + lineOf('a')],
  ['has no hash', 'a\n'],
  ['was cut off', lineOf('a').slice(0, -1)],
  ['is empty', ''],
])('a list that %s is none', (_, text) => {
  expect(parseList(text)).toBeNull();
});

test('a file whose name would break a line can not be listed', () => {
  expect(() => formatList([{ path: 'a\nb', sha256: SHA }])).toThrow('"a\\nb"');
});
