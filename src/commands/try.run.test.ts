import { expect, test } from 'vitest';
import { createContent } from '../testing/check-run.ts';
import { json, startPeer } from '../testing/peer.ts';
import { typedTry as typed, writingNothing } from '../testing/tried.ts';

test('a check is shown as it is asked, with its answer, its verdict and why', async () => {
  const secret = 'a-word-that-nobody-sees';
  let status = 200;
  const peer = await startPeer((_, response) => json(response, {}, status));
  const root = await createContent([
    {
      id: 'site-up',
      kind: 'http',
      expect: { status: [200], only: 'reachability' },
      request: { url: 'env:SAMPLE_URL', headers: { authorization: 'env:SAMPLE_TOKEN' } },
    },
  ]);
  const env = { TERANG_CONTENT: root, SAMPLE_URL: `${peer.url}/health`, SAMPLE_TOKEN: secret };
  const up = await writingNothing(root, () => typed('site-up', env));
  expect(up).toMatchObject({ exitCode: 0, text: expect.stringContaining('site-up') });
  expect(up.text).toContain('env:SAMPLE_URL');
  expect(up.text).toContain('Verdict: passes');
  status = 500;
  const down = await typed('sample/site-up', env);
  expect(down).toMatchObject({ exitCode: 0, text: expect.stringContaining('Verdict: fails') });
  expect(down.text).toContain('Verdict: fails: the answer had another status than expected');
  const asked = await typed('site-up --json', env);
  expect(JSON.parse(asked.text)).toMatchObject({
    kind: 'check',
    outcome: 'down',
    reason: 'unexpected-status',
  });
  const { SAMPLE_URL: _, ...without } = env;
  const unknown = await typed('site-up', without);
  expect(unknown).toMatchObject({ exitCode: 1, text: expect.stringContaining('SAMPLE_URL is not set') });
  expect(unknown.text).toContain('Verdict: not known');
  for (const { text } of [up, down, asked, unknown])
    expect(text).not.toMatch(new RegExp(`${secret}|${peer.port}`));
});
