import { describe, expect, test } from 'vitest';
import { POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import { follow } from './follow.ts';
import type { FileReader } from './tile-hashes.ts';
import { utf8Bytes } from './wire.ts';

const ENTRIES = numbered(1000);
const REWRITTEN = ENTRIES.with(17, utf8Bytes('another'));
const policy = POLICY;
const log = tiledLog(ENTRIES);
const fork = tiledLog(REWRITTEN);

const noteAt = async (size: number, of = log) => signedCheckpoint(BigInt(size), await of.root(BigInt(size)));

/** What a site serves that shows this checkpoint. */
const site =
  (note: string, { read } = log): FileReader =>
  async (path) =>
    path === 'checkpoint' ? utf8Bytes(note) : read(path);

describe('whoever follows a log', () => {
  test('meets it, sees it stand, and sees it grow from any size to any', async () => {
    expect((await follow(null, site(await noteAt(5)), policy)).course).toBe('first');
    const sizes = [1, 2, 17, 18, 255, 256, 257, 512, 999, 1000];
    for (const before of sizes)
      for (const now of sizes.filter((size) => size >= before)) {
        const { course, seen } = await follow(await noteAt(before), site(await noteAt(now)), policy);
        expect([course, seen.checkpoint.size]).toEqual([before === now ? 'same' : 'grown', BigInt(now)]);
      }
  });

  test('finds a history that was rewritten and signed again, however much was added since', async () => {
    for (const [before, now] of [
      [18, 18],
      [18, 1000],
      [256, 257],
      [999, 1000],
    ] as const) {
      const { course } = await follow(await noteAt(before), site(await noteAt(now, fork), fork), policy);
      expect(course).toBe('fork');
    }
    expect((await follow(await noteAt(17), site(await noteAt(18, fork), fork), policy)).course).toBe('grown');
  });

  test('finds one that is shorter than what was seen', async () => {
    expect((await follow(await noteAt(1000), site(await noteAt(999)), policy)).course).toBe('rollback');
  });

  test('can not tell by tiles that are not of the tree that was signed, damaged, or missing', async () => {
    const before = await noteAt(300);
    const now = await noteAt(1000);
    const damaged: FileReader = async (path) => {
      const bytes = await site(now)(path);
      return path.startsWith('tile/') && bytes !== null ? flipped(bytes, 300) : bytes;
    };
    await expect(follow(before, site(now, fork), policy)).rejects.toMatchObject({ fault: 'consistency' });
    await expect(follow(before, damaged, policy)).rejects.toMatchObject({ fault: 'consistency' });
    await expect(
      follow(before, async (path) => (path === 'checkpoint' ? utf8Bytes(now) : null), policy),
    ).rejects.toMatchObject({ fault: 'tile' });
  });

  test('believes nothing without a checkpoint, or with one that another key signed', async () => {
    await expect(follow(null, async () => null, policy)).rejects.toMatchObject({ fault: 'checkpoint' });
    const nobody = POLICY.replace(/^log .*\n/, '');
    await expect(follow(null, site(await noteAt(5)), nobody)).rejects.toMatchObject({ fault: 'unsigned' });
  });
});
