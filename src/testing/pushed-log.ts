import { sha256Hex } from '../core/canonical.ts';
import { formatEntry } from '../log/entry.ts';
import { EMPTY_ROOT } from '../log/merkle.ts';
import { parseNote } from '../log/signed-note.ts';
import { toBase64 } from '../log/wire.ts';
import { cloneOf, createRepository, type TestClone } from './repository.ts';

const TIME = '2026-01-26T12:00:00Z';

/** A log in a repository: so many entries, all of one month, the first `same` of them those that every other has too. */
function logFiles(count: number, same: number): Record<string, string> {
  const lines = Array.from({ length: count }, (_, at) => {
    const hash = sha256Hex(at < same ? String(at) : `another ${at}`);
    const bytes = formatEntry({ kind: 'batch', id: `tpc/${at}`, time: TIME, hash });
    return `${Buffer.from(bytes).toString('utf8')}\n`;
  });
  // Of what an append goes on from there is nothing: nobody appends here.
  const appends = { root: toBase64(EMPTY_ROOT), edge: [], entered: {}, present: {}, time: TIME };
  const bytes = Buffer.byteLength(lines.join(''));
  const head = {
    format: 'terang/log/1',
    demo: true,
    size: count,
    months: { '2026-01': count },
    bytes,
    ...appends,
  };
  return {
    'content/generated/log/head.json': `${JSON.stringify(head)}\n`,
    'content/generated/log/entries/2026-01.jsonl': lines.join(''),
  };
}

/** A repository whose log of so many entries was pushed. */
export function createPushedLog(count: number, policy: string): Promise<TestClone> {
  return createRepository({ ...logFiles(count, count), 'content/written/log/policy': policy });
}

/** Another machine makes the log one of so many entries (of which the first `same` are as they were), and pushes it. */
export async function pushLog({ remote }: TestClone, count: number, same = count): Promise<void> {
  const other = await cloneOf(remote);
  for (const [file, text] of Object.entries(logFiles(count, same))) await other.write(file, text);
  await other.git('commit', '--quiet', '--all', '--message', `${count} entries`);
  await other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
}

/** The checkpoints that the remote has, oldest first: how many entries each is of, and who signed it. */
export async function pushedCheckpoints({ remote }: TestClone): Promise<[size: string, names: string[]][]> {
  const { git } = await cloneOf(remote);
  const files = (await git('ls-files', 'content/generated/log/checkpoints')).split('\n').filter(Boolean);
  const texts = await Promise.all(files.map((file) => git('show', `HEAD:${file}`)));
  return texts
    .join('')
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { note, size } = JSON.parse(line) as { note: string; size: string };
      return [size, parseNote(note).signatures.map(({ name }) => name)];
    });
}
