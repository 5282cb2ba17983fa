import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { IsoInstant } from '../domain/instant.ts';
import type { SignOffLine } from '../domain/sign-off.ts';

/** What a signature must have been made for: one for another purpose says nothing here. */
const NAMESPACE = 'terang-sign-off';

/** A file of sign-offs, its signature beside it (`<file>.sig`), and `allowed_signers` at the root of all of them. */
export interface SignedFile {
  readonly root: string;
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * What the signature of a file is worth. For `signed` its key must be allowed at the time that the sign-off states and
 * now, when it is seen: a stolen key could state any time. Where the record says that it was `signed` before, whole is
 * enough: then the key was withdrawn since.
 */
export async function verified(
  signed: SignedFile,
  at: IsoInstant,
  now: IsoInstant,
  before: boolean,
): Promise<SignOffLine['standing'] | 'no-tool'> {
  if (!existsSync(`${signed.file}.sig`)) return 'claimed';
  const [then, present] = [await allowedAt(signed, at), await allowedAt(signed, now)];
  if (then === 'no-tool' || present === 'no-tool') return 'no-tool';
  if (then && present) return 'signed';
  if (!before) return 'claimed';
  const whole = await ask(['check-novalidate', '-n', NAMESPACE, '-s', `${signed.file}.sig`], signed.bytes);
  return whole !== 'no-tool' && whole.code === 0 ? 'signed-then' : 'claimed';
}

/** Whether the signature is whole and by a key that `allowed_signers` lets sign at that time. */
async function allowedAt({ root, file, bytes }: SignedFile, time: IsoInstant): Promise<boolean | 'no-tool'> {
  const signers = path.join(root, 'allowed_signers');
  if (!existsSync(signers)) return false;
  const common = ['-f', signers, '-s', `${file}.sig`, '-O', `verify-time=${stampOf(time)}`];
  // Which of the allowed signers it was is asked first: a signature names its key, not its owner.
  const principals = await ask(['find-principals', ...common]);
  if (principals === 'no-tool') return 'no-tool';
  const [principal] = principals.output.split('\n');
  if (principals.code !== 0 || principal === undefined || principal === '') return false;
  const answer = await ask(['verify', ...common, '-I', principal, '-n', NAMESPACE], bytes);
  return answer !== 'no-tool' && answer.code === 0;
}

/** `20261122152000`, as `ssh-keygen` writes a time. */
function stampOf(time: IsoInstant): string {
  return time.slice(0, 19).replaceAll(/\D/g, '');
}

function ask(
  [operation = '', ...rest]: string[],
  input?: Buffer,
): Promise<{ readonly code: number | null; readonly output: string } | 'no-tool'> {
  return new Promise((resolve, reject) => {
    // It reads times without a zone, those of `allowed_signers` too, as those of the machine: here as UTC.
    const env = { ...process.env, TZ: 'UTC' };
    const child = spawn('ssh-keygen', ['-Y', operation, ...rest], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stdin.on('error', () => undefined); // It may end before it has read all of it.
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve('no-tool') : reject(error),
    );
    child.once('close', (code) => resolve({ code, output: Buffer.concat(output).toString('utf8') }));
    child.stdin.end(input);
  });
}
