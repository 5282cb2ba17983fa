import { beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, loggedSite, type ServedSite } from '../testing/logged-site.ts';
import { judgeHistory } from './history.ts';
import { piecesOf } from './pasted.ts';

let site: ServedSite;
let policy: string;
beforeAll(async () => {
  // Batch 0 was signed with 352 entries, in the middle of the second tile; the log has 705 by now.
  ({ files: site, policy } = await loggedSite(700));
});

const judged = (files: ServedSite, kept: string, asked: string[] = []) =>
  judgeHistory(
    piecesOf(kept),
    async (path) => {
      asked.push(path);
      return files.get(path) ?? null;
    },
    policy,
  );

describe('what somebody kept, against what a site serves now', () => {
  test('is part of its history, shown by the tiles alone that it takes', async () => {
    const asked: string[] = [];
    const kept = bundleOf(site, 0);
    expect(await judged(site, kept, asked)).toMatchObject({ verdict: 'right', counted: 1 });
    expect(asked).toEqual([
      ...['log/checkpoint', 'log/tile/1/000.p/2', 'log/tile/0/002.p/199', 'log/keys', 'log/tile/0/001'],
    ]);
  });

  test('is no part of another history that the same key signed', async () => {
    const { files } = await loggedSite(349);
    expect(await judged(files, bundleOf(site, 0))).toMatchObject({
      verdict: 'wrong',
      faults: ['log/checkpoint: 352'],
    });
  });

  test('of a log that was rolled back, or whose tiles are others, is wrong by name', async () => {
    const { files: shorter } = await loggedSite(100);
    expect(await judged(shorter, bundleOf(site, 0))).toMatchObject({ faults: ['log/checkpoint: 111 < 352'] });
    const path = 'log/tile/0/001';
    const turned = new Map(site).set(
      path,
      (site.get(path) ?? new Uint8Array()).map((byte) => byte ^ 1),
    );
    expect(await judged(turned, bundleOf(site, 0))).toMatchObject({ verdict: 'wrong', faults: [path] });
  });

  test('may be a checkpoint alone, or two; one of another log is compared with nothing', async () => {
    const note = Buffer.from(site.get('log/checkpoint') ?? []).toString();
    const proof = JSON.parse(bundleOf(site, 0)).proven[0].proof as string;
    const before = proof.slice(proof.indexOf('\n\n') + 2);
    expect(await judged(site, before)).toMatchObject({ verdict: 'right', counted: 1 });
    expect(await judged(site, `${before}\n${note}`)).toMatchObject({ verdict: 'right', counted: 2 });
    const { files } = await loggedSite(349);
    expect(await judged(files, before)).toMatchObject({ verdict: 'wrong', faults: ['log/checkpoint: 352'] });
    expect(await judged(site, before.replace('log.example/demo\n', 'log.example/other\n'))).toMatchObject({
      verdict: 'unknown',
      because: { reason: 'other-log', detail: 'log.example/other, log.example/demo' },
    });
  });

  test('is not known where there is no log to compare with', async () => {
    expect(await judged(new Map(), bundleOf(site, 0))).toMatchObject({
      verdict: 'unknown',
      because: { reason: 'no-log' },
    });
  });
});
