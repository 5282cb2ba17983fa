import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IsoInstant } from '../core/instant.ts';
import { allowedSigners } from './allowed-signers.ts';
import type { SignOffLine } from './model/sign-off.ts';

/** What a signature must have been made for: one for another purpose says nothing here. */
const NAMESPACE = 'terang-sign-off';

/** A file of sign-offs, its signature beside it (`<file>.sig`), and `allowed_signers` at the root of all of them. */
export interface SignedFile {
  readonly root: string;
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * What the signature of a file is worth. For `signed` its key must be allowed in the role of the sign-off, at the time
 * that this states and now, when it is seen: a stolen key could state any time. Where the record says that it was
 * signed before, whole is enough: then it is worth what is left of that (`before`).
 */
export async function verified(
  signed: SignedFile,
  { role, at }: Pick<SignOffLine, 'role' | 'at'>,
  now: IsoInstant,
  before: 'signed-then' | 'key-only' | null,
): Promise<SignOffLine['standing'] | 'no-tool'> {
  if (!existsSync(`${signed.file}.sig`)) return 'claimed';
  const [then, present] = [await allowedAt(signed, role, at), await allowedAt(signed, role, now)];
  if (then === 'no-tool' || present === 'no-tool') return 'no-tool';
  if (then && present) return 'signed';
  if (before === null) return 'claimed';
  const whole = await ask(['check-novalidate', '-n', NAMESPACE, '-s', `${signed.file}.sig`], signed.bytes);
  return whole !== 'no-tool' && whole.code === 0 ? before : 'claimed';
}

/** Whether the signature is whole and by a key that `allowed_signers` lets sign in that role at that time. */
async function allowedAt(
  { root, file, bytes }: SignedFile,
  role: string,
  time: IsoInstant,
): Promise<boolean | 'no-tool'> {
  const signers = allowedSigners(root);
  if (!existsSync(signers)) return false;
  const when = ['-O', `verify-time=${stampOf(time)}`];
  const answer = await ask(
    ['verify', '-f', signers, '-s', `${file}.sig`, ...when, '-I', role, '-n', NAMESPACE],
    bytes,
  );
  return answer === 'no-tool' ? answer : answer.code === 0;
}

/** `20261122152000`, as `ssh-keygen` writes a time. */
function stampOf(time: IsoInstant): string {
  return time.slice(0, 19).replaceAll(/\D/g, '');
}

function ask(
  [operation = '', ...rest]: string[],
  input: Buffer,
): Promise<{ readonly code: number | null } | 'no-tool'> {
  return new Promise((resolve, reject) => {
    // It reads times without a zone, those of `allowed_signers` too, as those of the machine: here as UTC.
    const env = { ...process.env, TZ: 'UTC' };
    const child = spawn('ssh-keygen', ['-Y', operation, ...rest], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.on('error', () => undefined); // It may end before it has read all of it.
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve('no-tool') : reject(error),
    );
    child.once('close', (code) => resolve({ code }));
    child.stdin.end(input);
  });
}
