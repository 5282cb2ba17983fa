import { expect, test } from 'vitest';
import { GitError, says } from './git.ts';

const failed =
  (code: number | string, said = '') =>
  () =>
    Promise.reject(new GitError('merge-base', said, { cause: { code } }));

test('git says no by ending with 1 and printing nothing', async () => {
  expect(await says(Promise.resolve(''))).toBe(true);
  expect(await says(failed(1)())).toBe(false);
});

test.each([
  ['a commit that is not there', failed(128, 'fatal: Not a valid object name')],
  ['no git', failed('ENOENT', 'there is no git on this machine')],
  ['a fault that is not git’s', () => Promise.reject(new TypeError('not a function'))],
])('%s is no answer', async (_, asked) => {
  await expect(says(asked())).rejects.toThrow();
});
