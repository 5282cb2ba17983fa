import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generated } from '../testing/content.ts';
import { createRelay } from '../testing/relay.ts';
import { createPublishedScene, createScene, expectUntouched, standingIn } from '../testing/scene.ts';
import { startSnapshot } from '../testing/snapshot-process.ts';
import { readContent } from './content.ts';

/** Enough for a login, not enough for the batches. */
const HALF_WAY = { afterBytes: 700, mishap: 'hold' } as const;

test('of two snapshots at once the second waits, says so, and succeeds after the first', async () => {
  const scene = await createScene();
  const relay = await createRelay(scene.database.readerUrl, HALF_WAY);
  const first = startSnapshot(scene.root, relay.url);
  await relay.happened;
  const waiting = Promise.withResolvers<void>();
  const second = scene.snapshot({
    now: new Date().toISOString(),
    onStep: (message) => {
      if (message === 'Waiting for another run to end') waiting.resolve();
    },
  });
  await waiting.promise;
  relay.release();
  const [one, two] = await Promise.all([first.ended, second]);
  expect([one.code, two.exitCode]).toEqual([0, 0]);
  expect(one.stdout).toContain('published record: 70 new entries');
  expect(two.text).toContain('published record: 0 new entries');
  expect((await readContent(generated(scene.root))).rows.batches).toHaveLength(4);
});

test('a second snapshot without patience leaves with a message and touches nothing', async () => {
  const { scene, standing } = await createPublishedScene();
  const relay = await createRelay(scene.database.readerUrl, HALF_WAY);
  const first = startSnapshot(scene.root, relay.url);
  await relay.happened;
  const ending = await scene.snapshot({ patience: 0 });
  expect(ending.text).toMatch(
    /^Another run is writing to .* and did not end within 0 s\. Nothing was changed\.$/,
  );
  await expectUntouched(scene, ending, standing);
  relay.release();
  expect(await first.ended).toMatchObject({ code: 0 });
});

test('a lock left by a killed snapshot is not waited for, once it is old', async () => {
  const { scene, standing } = await createPublishedScene();
  const relay = await createRelay(scene.database.readerUrl, HALF_WAY);
  const killed = startSnapshot(scene.root, relay.url);
  await relay.happened;
  killed.kill('SIGKILL');
  expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
  expect((await standingIn(scene.root)).tree).toEqual(standing.tree);
  // A living holder renews it every few seconds.
  const lock = path.join(generated(scene.root), '.lock');
  const minuteAgo = new Date(Date.now() - 60_000);
  await utimes(lock, minuteAgo, minuteAgo);
  expect((await scene.snapshot({ patience: 0 })).exitCode).toBe(0);
});

test('a snapshot that was suspended until its lock was given up does not publish over the one after it', async () => {
  const { scene } = await createPublishedScene();
  const relay = await createRelay(scene.database.readerUrl, HALF_WAY);
  const suspended = startSnapshot(scene.root, relay.url);
  await relay.happened;
  suspended.kill('SIGSTOP');
  const minuteAgo = new Date(Date.now() - 60_000);
  await utimes(path.join(generated(scene.root), '.lock'), minuteAgo, minuteAgo);
  await scene.asOwner("SELECT tpc_distribute_at('2026-03-20 01:00:00Z')");
  expect((await scene.snapshot({ patience: 0 })).exitCode).toBe(0);
  const standing = await standingIn(scene.root);

  suspended.kill('SIGCONT');
  relay.release();
  const { code, stderr } = await suspended.ended;
  expect(stderr).toContain(
    'Another run published while this one was under way, and stands. Nothing of this one was published.\n',
  );
  expect(code).toBe(1);
  const after = await standingIn(scene.root);
  expect(after.manifest).toEqual(standing.manifest);
  expect((await readContent(generated(scene.root))).rows.batches).toHaveLength(5);
});
