import { beforeAll, describe, expect, test } from 'vitest';
import { formatPieces } from '../log/proof-bundle.ts';
import { bundleOf, loggedSite, type ServedSite } from '../testing/logged-site.ts';
import { hashedBatch } from '../testing/publication.ts';
import { Wrong } from './outcome.ts';
import { piecesOf } from './pasted.ts';
import { checkPieces } from './pieces.ts';
import { exitCodeOf } from './statement.ts';

let site: ServedSite;
let policy: string;
/** Of the batch that was entered first, and of what was entered of it later: its note. */
let bundle: string;
beforeAll(async () => {
  ({ files: site, policy } = await loggedSite());
  bundle = bundleOf(site, 0, 5);
});

/** What is said of a text: each statement with its verdict, as often as it is made. */
async function said(text: string, brought: string | null = policy) {
  const judged = await checkPieces(piecesOf(text), brought);
  return judged.map(({ statement, verdict, because }) =>
    [statement, verdict, ...(because === null ? [] : [because.reason])].join(' '),
  );
}
const file = (path: string) => Buffer.from(site.get(path) ?? []).toString('utf8');
const WHOLE = ['record right', 'inclusion right', 'signature right', 'cosignatures right', 'key right'];

describe('a proof bundle', () => {
  test('verifies offline, each of its entries', async () => {
    expect(await said(bundle)).toEqual(['figures right', ...WHOLE, ...WHOLE]);
  });

  test('by its own policy leaves open whose keys these are', async () => {
    const judged = await checkPieces(piecesOf(bundle), null);
    expect(await said(bundle, null)).toContain('key unknown own-keys');
    expect(exitCodeOf(judged)).toBe(2);
  });

  test('as the text of a QR code says the same', async () => {
    const [first] = JSON.parse(bundle).proven;
    expect(await said(formatPieces(first))).toEqual(['figures right', ...WHOLE]);
  });

  test('with any bit turned is never right', async () => {
    const bytes = Buffer.from(bundle);
    const brought = policy;
    const right: number[] = [];
    for (let at = 0; at < bytes.length; at += 7) {
      const turned = Buffer.from(bytes);
      turned[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
      // Its own policy is not what is believed here, and white space around what it says is not said.
      if (at > bytes.indexOf('"policy":"') && at < bytes.indexOf('"proven"')) continue;
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(turned);
        if (exitCodeOf(await checkPieces(piecesOf(text), brought)) === 0) right.push(at);
      } catch {
        // Refused as a whole.
      }
    }
    expect(right).toEqual([]);
  });

  test('of another log, or for another entry, is wrong by name', async () => {
    const [first, second] = JSON.parse(bundle).proven;
    expect(await said(formatPieces({ ...first, proof: second.proof }))).toContain('inclusion wrong');
    expect(await said(formatPieces({ ...first, record: second.record }))).toContain('record wrong');
    expect(await said(bundle, policy.replace('quorum friend', 'quorum none'))).toContain(
      'cosignatures unknown no-witness',
    );
  });
});

describe('what is pasted beside an honest proof', () => {
  const FORGED = (record: string | null) => (record ?? '').replace('600.000000', '600.000001');

  test('a forged record is judged too, before or behind it: never all right', async () => {
    const [first] = JSON.parse(bundle).proven;
    const honest = formatPieces(first);
    const forged = formatPieces({ ...first, record: FORGED(first.record) });
    for (const text of [`${honest}\n${forged}`, `${forged}\n${honest}`]) {
      const judged = await checkPieces(piecesOf(text), policy);
      expect(exitCodeOf(judged)).toBe(1);
      expect(
        judged.flatMap(({ statement, faults }) => (faults.length > 0 ? [statement, ...faults] : [])),
      ).toEqual([
        ...['figures', `batch ${JSON.parse(first.record).id}`],
        ...['record', `record of batch ${JSON.parse(first.entry).id}`],
      ]);
    }
    for (const text of [`${honest}\n${FORGED(first.record)}`, `${FORGED(first.record)}\n${honest}`])
      expect(exitCodeOf(await checkPieces(piecesOf(text), policy)), text).not.toBe(0);
    expect(await said(`${honest}\n${honest}`)).toEqual([
      'figures right',
      ...WHOLE,
      'figures right',
      ...WHOLE,
    ]);
  });

  test('is refused where it is of another kind, or says two things under one name', () => {
    const [first] = JSON.parse(bundle).proven;
    const record = String(first.record);
    expect(() => piecesOf(`${policy}${formatPieces(first)}`)).toThrow('a policy and a proof');
    expect(() => piecesOf(record.replace('"value":{', '"value":{},"value":{'))).toThrow('two things');
    expect(() => piecesOf(bundle.replace('"proven":', '"proven":[],"proven":'))).toThrow('two things');
    expect(() => piecesOf(`${file('data/batches.csv')}x\r\n`)).toThrow('1 fields of 17');
  });
});

describe('what can not be read', () => {
  test.each([
    ['', 'there is nothing in it'],
    ['null', 'null is nothing that can be verified'],
    ['{"format":"terang/proof/1"}', 'bundle has no policy'],
    ['{"format":"terang/proof/1","policy":"","proven":[]}', 'bundle has nothing that it proves'],
    ['{"format":"terang/proof/1","policy":"","proven":[null]}', 'bundle: proven 1'],
    ['{"format":"terang/proof/1","policy":"","proven":[{"entry":1}]}', 'bundle: proven 1'],
    ['[{"format":"terang/proof/1"}]', 'bundle is nothing that can be verified'],
    ['c2sp.org/tlog-proof@v1\nindex 0', 'proof is cut off'],
  ])('%s: is a sentence', (text, sentence) => {
    expect(() => piecesOf(text)).toThrow(Wrong);
    expect(() => piecesOf(text)).toThrow(sentence);
  });
});

describe('what is pasted alone', () => {
  test('a .tlog-proof: who signed it is right, what it is of is not at hand', async () => {
    expect(await said(file('log/proof/0.tlog-proof'))).toEqual([
      ...['record unknown no-entry', 'inclusion unknown no-entry'],
      ...['signature right', 'cosignatures right', 'key right'],
    ]);
  });

  test('TPC-07 a row of batches.csv with its header, and one of batches.json, with the hash right or wrong', async () => {
    const [header, row] = file('data/batches.csv').split('\r\n');
    const json = JSON.stringify(JSON.parse(file('data/batches.json')).data[0]);
    expect(await said(`${header}\r\n${row}\r\n`)).toEqual(['figures right']);
    expect(await said(json)).toEqual(['figures right']);
    expect(await said(json.replaceAll('600.000000', '600.000001'))).toEqual(['figures wrong']);
  });

  test('a preimage: its SHA-256, to be compared', async () => {
    const { public_hash } = hashedBatch();
    const { hash_input } = JSON.parse(file('data/batches.json')).data[0];
    const judged = await checkPieces(piecesOf(hash_input), null);
    expect(judged[0]?.because?.reason).toBe('preimage');
    expect(judged[0]?.because?.detail).toMatch(/^[0-9a-f]{64}$/);
    expect(judged[0]?.because?.detail).not.toBe(public_hash);
  });

  test('anything else is refused with what it is', () => {
    expect(() => piecesOf('hello there')).toThrow('hello there is no JSON');
  });
});
