import { utf8Bytes, utf8Text } from '../log/wire.ts';
import type { Instruction } from './solana-transaction.ts';

/**
 * The programs whose calls are memos, as @solana-program/memo lists them (versions 1, 3 and 4; there was no second). A
 * program with another address may write the same text and is none.
 */
export const MEMO_PROGRAMS: readonly string[] = [
  'Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo',
  'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr',
  'Memo4c2pN8afCj432Lb7RMVKi9PbQnnW7ewFFaV3oAH',
];

const BATCH = 'TPC_BATCH_HASH:';

/** TPC-09: the whole text of the memo that anchors a batch. */
export function batchMemo(publicHash: string): string {
  return `${BATCH}${publicHash}`;
}

/** Which hash a memo anchors, whatever it is; null for a memo of something else. */
export function batchHashIn(memo: string): string | null {
  return memo.startsWith(BATCH) ? memo.slice(BATCH.length) : null;
}

/** A text in a transaction, as one of its instructions holds it. */
export interface MemoText {
  readonly program: string;
  readonly text: string;
}

/** The calls of memo programs, each with its text. A call of theirs that is no UTF-8 fails on chain. */
export function memosIn(calls: readonly Pick<Instruction, 'program' | 'data'>[]): MemoText[] {
  return textsIn(calls).filter(({ program }) => MEMO_PROGRAMS.includes(program));
}

/** What looks like a memo that anchors a batch, in a call of a program that is none for memos. */
export function lookAlikes(calls: readonly Pick<Instruction, 'program' | 'data'>[]): MemoText[] {
  return textsIn(calls).filter(
    ({ program, text }) => !MEMO_PROGRAMS.includes(program) && text.includes(BATCH),
  );
}

/** A memo as the call of a program. */
export function memoCall(text: string, program: string): Pick<Instruction, 'program' | 'data'> {
  return { program, data: utf8Bytes(text) };
}

function textsIn(calls: readonly Pick<Instruction, 'program' | 'data'>[]): MemoText[] {
  return calls.flatMap(({ program, data }) => {
    const text = utf8Text(data);
    return text === null ? [] : [{ program, text }];
  });
}
