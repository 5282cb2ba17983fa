import { expect, test } from 'vitest';
import { heldLog } from '../../log/held-log.ts';
import { parsePolicy } from '../../log/policy.ts';
import { startPeer } from '../../testing/peer.ts';
import { signedLog } from '../../testing/signed-log.ts';
import { numbered } from '../../testing/tiled-log.ts';
import { compareSite } from './others.ts';

test('a long log that a live site alters far back is found in turn, and at once above the leaves', async () => {
  const entries = numbered(100_000);
  const { files, policy } = await signedLog(entries);
  const asked: string[] = [];
  const altered = new Set<string>();
  const { url } = await startPeer(({ url = '' }, response) => {
    const path = url.replace('/log/', '');
    asked.push(path);
    const bytes = files.get(path);
    if (bytes === undefined) response.writeHead(404).end();
    else response.end(altered.has(path) ? bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) : bytes);
  });
  const log = heldLog(entries);
  const look = (round: number) =>
    compareSite(new URL(`${url}/log/`), log, { policy: parsePolicy(policy), keys: [] }, round);

  const honest = await look(0);
  expect(honest).toMatchObject({ verdict: 'same', read: { all: 785, rounds: 2 } });
  const bytes = asked.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  expect(honest).toMatchObject({ read: { files: asked.length - 1, bytes } });

  altered.add('tile/entries/000');
  const found = [await look(0), await look(1)].map(({ verdict }) => verdict).toSorted();
  expect(found).toEqual(['altered', 'same']);
  altered.clear();
  altered.add('tile/1/000');
  for (const round of [0, 1])
    expect(await look(round)).toMatchObject({ verdict: 'altered', what: 'tile/1/000' });
});
