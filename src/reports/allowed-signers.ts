import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../core/yaml.ts';

/** `written/sign-offs/allowed_signers`: which key may sign in which roles, in the form of `ssh-keygen`. */
export function allowedSigners(root: string): string {
  return path.join(root, 'allowed_signers');
}

/** The lines whose key is bound to no role: what it signs would be a claim, and a name would stand in public. */
export async function signerProblems(root: string): Promise<FileProblem[]> {
  const file = allowedSigners(root);
  if (!existsSync(file)) return []; // Nobody may sign yet.
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) =>
    line.trim() === '' || line.startsWith('#') || /^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*\s/.test(line)
      ? []
      : [
          {
            file,
            line: index + 1,
            column: 1,
            field: 'principal',
            code: 'expected.roles-of-key',
          },
        ],
  );
}
