import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { translator } from '../../words/translator.ts';
import type { Context } from '../frame/command.ts';
import { checkCommand } from './check.ts';

async function check(json: boolean, head?: string) {
  const content = await mkdtemp(path.join(tmpdir(), 'terang-check-'));
  onTestFinished(() => rm(content, { recursive: true, force: true }));
  await mkdir(path.join(content, 'generated', 'log'), { recursive: true });
  if (head !== undefined) await writeFile(path.join(content, 'generated', 'log', 'head.json'), head);
  const context = { ...translator('en'), now: () => '2026-03-01T00:00:00Z' } as unknown as Context;
  return checkCommand.run({ content, json, words: [] } as never, context);
}

test('as JSON every fault stands on standard output, with exit code 1', async () => {
  const { text, exitCode } = await check(true, '{}');
  expect([JSON.parse(text), exitCode]).toEqual([
    [{ fault: 'damaged', folder: 'log', what: expect.stringContaining('head.json') }],
    1,
  ]);
  expect(await check(true)).toEqual({ text: '[]', exitCode: 0 });
});

test('else it ends with a sentence for each kind', async () => {
  await expect(check(false, '{}')).rejects.toThrow(/^log: .*head\.json/);
  expect((await check(false)).exitCode).toBe(0);
});
