import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { GOPATH, isGoInstalled } from '../testing/go.ts';
import { keyedLog, newKey, rotation, signedBy } from '../testing/keyed-log.ts';
import { formatVkey, type SignerKey } from './key.ts';

const NOT_JUDGED =
  'NOT JUDGED: Go is not installed, so that no other reader of signed notes has opened a statement of a key';

if (!isGoInstalled) test(NOT_JUDGED, () => void process.stdout.write(`${NOT_JUDGED}\n`));
else
  test('Go’s note package opens what hands a log over with the key of before and with the next, and refuses a forged one', async () => {
    const [old, next, thief] = await Promise.all([newKey(), newKey(), newKey()]);
    const stated = await rotation(old, next);
    const log = await keyedLog(old, 30, new Map([[20, stated]]));
    const ask = (note: string, ...keys: SignerKey[]) => ({ Note: note, Vkeys: keys.map(formatVkey) });
    const idOf = ({ id }: SignerKey) => Number.parseInt(id, 16);
    const answers = await askGo([
      ask(stated, old, next),
      ask(stated, old),
      ask(stated, thief),
      ask(await rotation(old, next, thief), old),
      ask(stated.replace('from 0', 'from 1'), old),
      ask(await signedBy(log, 20, old), old, next),
      ask(await signedBy(log, 30, next), old, next),
      ask(await signedBy(log, 30, old, next), old, next),
      ask(await signedBy(log, 30, next), old),
    ]);
    expect(answers.map((one) => [one.Signed, one.Error !== ''])).toEqual([
      [[idOf(next), idOf(old)], false],
      [[idOf(old)], false],
      [null, true],
      [null, true],
      [null, true],
      [[idOf(old)], false],
      [[idOf(next)], false],
      [[idOf(old), idOf(next)], false],
      [null, true],
    ]);
    expect(answers[0]?.Text).toContain(`\nreplaces ${formatVkey(old)}\n`);
  });

interface Answer {
  readonly Text: string;
  readonly Signed: readonly number[] | null;
  readonly Error: string;
}

async function askGo(questions: readonly object[]): Promise<Answer[]> {
  const go = promisify(execFile)('go', ['run', path.join(import.meta.dirname, 'keyed/main.go')], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' },
  });
  go.child.stdin?.end(JSON.stringify(questions));
  return JSON.parse((await go).stdout) as Answer[];
}
