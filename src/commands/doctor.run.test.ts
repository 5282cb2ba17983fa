import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workflowLines } from '../doctor/workflow.ts';
import { readSystems } from '../status/run/command.ts';
import { gitIn } from '../store/git.ts';
import { createContent } from '../testing/check-run.ts';
import { createNotedRepository } from '../testing/noted-repository.ts';
import { closedAddress, json, startPeer } from '../testing/peer.ts';
import { toldBy as linesOf, typedDoctor as typed, writingNothing } from '../testing/tried.ts';

test('a setting that is asked for, and one that nobody asks for', async () => {
  const root = await createContent([{ kind: 'http', request: { url: 'env:SAMPLE_URL' } }]);
  const said = linesOf(await typed('--json', { TERANG_CONTENT: root, SAMPLE_ULR: 'https://x.example' }));
  const texts = said.map(({ state, code, text }) => `${state} ${code} ${text}`).join('\n');
  expect(texts).toMatch(/^todo doctor\.setting\.missing SAMPLE_URL /m);
  expect(texts).toMatch(/^todo doctor\.setting\.idle SAMPLE_ULR /m);
});

test('a live site that is old, or kept by a cache, is to be looked at; one that is silent can not be told', async () => {
  const root = await createContent([{ kind: 'http', request: { url: 'env:SAMPLE_URL' } }]);
  const peer = await startPeer((request, response) => {
    if (request.url === '/log/checkpoint') {
      response.writeHead(200, { 'content-type': 'application/octet-stream', age: '4000' });
      response.end('x');
    } else json(response, '<html><b data-unknown-since="2026-03-20T11:00:00Z"></b></html>');
  });
  const env = { TERANG_CONTENT: root, SAMPLE_URL: peer.url };
  const codes = linesOf(await typed(`--json --site ${peer.url}`, env)).map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining(['doctor.live.old', 'doctor.live.wrongType', 'doctor.live.aged']),
  );
  const silent = linesOf(await typed(`--json --site ${await closedAddress()}`, env));
  expect(silent).toContainEqual(expect.objectContaining({ state: 'untold', code: 'doctor.live.silent' }));
});

test('a clone with its remote and whole history is well; git and content stand as before', async () => {
  const clone = await createNotedRepository();
  const git = gitIn(clone.folder);
  const before = [await git('status', '--porcelain'), await git('rev-parse', 'HEAD')];
  const codes = linesOf(
    await writingNothing(clone.contentRoot, () => typed('--json', { TERANG_CONTENT: clone.contentRoot })),
  ).map(({ code }) => code);
  expect(codes).toContain('doctor.git.remote');
  expect(codes).toContain('doctor.git.whole');
  expect([await git('status', '--porcelain'), await git('rev-parse', 'HEAD')]).toEqual(before);
});

test('a workflow that misses a secret is told with its step and the name', async () => {
  const root = await createContent([{ kind: 'http', request: { url: 'env:SAMPLE_URL' } }]);
  const file = path.join(root, 'snapshot.yml');
  const { files } = await readSystems(root, ['sample']);
  const workflow = (env: string) =>
    writeFile(file, `jobs: { one: { steps: [{ run: npm run scheduled -- check, env: { ${env} } }] } }`);
  await workflow('TERANG_CANARIES: x');
  expect(workflowLines(file, files)).toEqual([
    { state: 'todo', says: 'doctor.workflow.missing', values: { file, part: 'check', names: 'SAMPLE_URL' } },
  ]);
  await workflow('SAMPLE_URL: x');
  expect(workflowLines(file, files).map(({ state }) => state)).toEqual(['ok']);
});
