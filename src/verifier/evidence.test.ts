import { beforeAll, describe, expect, test } from 'vitest';
import { type AnchoredSite, anchoredSite, FALSE_ANCHORS, FORGED_BUNDLES } from '../testing/anchored-site.ts';
import { piecesOf } from './pasted.ts';
import { checkPieces } from './pieces.ts';
import type { Judged } from './statement.ts';

let site: AnchoredSite;
beforeAll(async () => {
  site = await anchoredSite();
});

const OF_CHAIN = ['wire', 'memo', 'treasury', 'landed'];

/** What is said of the transaction: each statement with its verdict, and what is wrong or why nobody can tell. */
async function said({ bundle, policy }: Pick<AnchoredSite, 'bundle' | 'policy'>): Promise<string[]> {
  const judged = await checkPieces(piecesOf(bundle), policy);
  return judged.filter(({ statement }) => OF_CHAIN.includes(statement)).map(inWords);
}

function inWords({ statement, verdict, faults, because }: Judged): string {
  return [statement, verdict, ...faults, ...(because === null ? [] : [because.reason])].join(' ');
}

describe('TPC-09 the proof bundle of a batch that is anchored', () => {
  test('says who signed what, and that the chain has it by the word of others alone', async () => {
    expect(await said(site)).toEqual(['wire right', 'memo right', 'treasury right', 'landed unknown word']);
    const judged = await checkPieces(piecesOf(site.bundle), site.policy);
    expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(judged.find(({ statement }) => statement === 'landed')?.because?.detail).toBe(
      'slot 396000000, 2026-01-27T00:00:00Z (2)',
    );
  });

  test('of a batch without a transaction says nothing of any', async () => {
    const { proven, ...rest } = JSON.parse(site.bundle);
    expect(await said({ ...site, bundle: JSON.stringify({ ...rest, proven: [proven[0]] }) })).toEqual([]);
  });

  test('where the batch does not say when it was made, whether its transaction is older can not be told', async () => {
    const timeless = site.bundle.replaceAll(/\\"created_at\\":\\"[^"]*\\",/g, '');
    expect(timeless).not.toBe(site.bundle);
    expect(await said({ ...site, bundle: timeless })).toContain('landed unknown no-record');
  });

  test('whose transaction rests on a checkpoint of its own holds that to the policy too', async () => {
    const judged = await checkPieces(piecesOf(site.bundle), site.policy);
    const signatures = judged.filter(({ statement }) => statement === 'signature');
    const { proven } = JSON.parse(site.bundle) as { proven: { proof: string }[] };
    const checkpoints = new Set(proven.slice(2).map(({ proof }) => proof.split('\n\n')[1]));
    const own = new Set(proven.slice(0, 2).map(({ proof }) => proof.split('\n\n')[1]));
    expect(signatures).toHaveLength(2 + [...checkpoints].filter((one) => !own.has(one)).length);
    const forged = site.bundle.replace(/(— log\.example\/demo \S{40})./g, '$1/');
    const after = await checkPieces(piecesOf(forged), site.policy);
    expect(
      after.filter(({ statement, verdict }) => statement === 'signature' && verdict === 'right'),
    ).toEqual([]);
  });

  test.each(Object.entries(FALSE_ANCHORS))('%s', async (_, { made, said: expected }) => {
    const lines = await said(await anchoredSite(await made()));
    expect(
      lines.find((line) => line.startsWith(expected)),
      lines.join('; '),
    ).toBeDefined();
    // Whatever is false, its bytes are what was logged.
    expect(lines).toContain('wire right');
  });

  test.each(Object.entries(FORGED_BUNDLES))('%s', async (_, { forged, said: expected }) => {
    const bundle = forged(site.bundle);
    expect(bundle).not.toBe(site.bundle);
    const lines = await said({ ...site, bundle });
    expect(
      lines.find((line) => line.startsWith(expected)),
      lines.join('; '),
    ).toBeDefined();
  });

  test('with any bit of the transaction, of what was said of it or of the list turned is not whole any more', async () => {
    const { proven, ...rest } = JSON.parse(site.bundle);
    const unseen: string[] = [];
    for (const which of [2, 3])
      for (const part of ['entry', 'record'])
        for (let at = 0; at < proven[which][part].length; at += 5) {
          const text = Buffer.from(proven[which][part]);
          text.writeUInt8(text.readUInt8(at) ^ (1 << (at % 7)), at);
          const altered = proven.with(which, { ...proven[which], [part]: text.toString('utf8') });
          const bundle = JSON.stringify({ ...rest, proven: altered });
          const judged = await checkPieces(piecesOf(bundle), site.policy);
          const isSeen = judged.some((one) => one.statement !== 'landed' && one.verdict !== 'right');
          if (!isSeen) unseen.push(`${which} ${part} ${at}`);
        }
    expect(unseen).toEqual([]);
  });
});
