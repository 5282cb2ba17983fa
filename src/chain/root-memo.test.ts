import { sha256 } from '@noble/hashes/sha2.js';
import { expect, test } from 'vitest';
import { batchHashIn } from './memo.ts';
import { formatRootMemo, judgeRootMemo, parseRootMemo } from './root-memo.ts';

const checkpoint = {
  origin: 'transparency.example/log',
  size: 350_400n,
  root: new Uint8Array(sha256(Uint8Array.of(1))),
  extensions: [],
};
const memo = formatRootMemo(checkpoint);

test('the memo of a log says which one, how large, and its root; it fits any memo and is that of no batch', () => {
  expect(memo).toMatch(/^TERANG_LOG_ROOT:350400:[0-9a-f]{64}:transparency\.example\/log$/);
  const { extensions: _, ...said } = checkpoint;
  expect(parseRootMemo(memo)).toEqual(said);
  expect(batchHashIn(memo)).toBeNull();
});

test('what is no such memo says nothing of a log', () => {
  for (const other of [
    ` ${memo}`,
    `${memo} more`,
    memo.replace('350400', '0350400'),
    memo.slice(0, -30),
    'Thanks',
  ])
    expect(parseRootMemo(other), other).toBeNull();
});

test('it is right where the log had that root at that size, wrong where it had another, and untold without the log', () => {
  const said = parseRootMemo(memo);
  if (said === null) throw new Error('it was read above');
  const rootAt = (root: Uint8Array | null) => () => root;
  const log = (root: Uint8Array | null, origin = checkpoint.origin) => ({ origin, rootAt: rootAt(root) });
  expect(judgeRootMemo(said, log(checkpoint.root))).toBe('right');
  expect(judgeRootMemo(said, log(new Uint8Array(32)))).toBe('wrong');
  expect(judgeRootMemo(said, log(null))).toBe('unknown');
  expect(judgeRootMemo(said, log(checkpoint.root, 'other.example/log'))).toBe('unknown');
});
