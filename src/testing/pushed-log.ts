import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { type Edge, edgeWith, rootOfEdge } from '../log/edge.ts';
import { type Entry, formatEntry } from '../log/entry.ts';
import { hashLeaf } from '../log/merkle.ts';
import { parseNote } from '../log/signed-note.ts';
import { toBase64 } from '../log/wire.ts';
import { cloneOf, createRepository, type TestClone } from './repository.ts';

const TIME = '2026-01-26T12:00:00Z';

/** The one folder that there is: runs that asked the chain, each of which found nothing. */
function manifestOf(run: string): string {
  const nothing = { watched: [], anchors: [], unsettled: [], balances: [] };
  const times = { observed_at: TIME, valid_until: '2026-01-26T13:00:00Z' };
  return `${canonicalJson({ format: 'terang/chain/1', system: run, demo: false, ...times, ...nothing })}\n`;
}

/**
 * A log in a repository: so many entries, each of a run, all of one month, the first `same` of them those that every other
 * has too. Content is what the last of them says; it knows nothing of `more` that stand behind.
 */
function logFiles(count: number, same: number, more: readonly Entry[] = []): Record<string, string> {
  const runs = Array.from({ length: count }, (_, at) =>
    manifestOf(at < same ? `tpc-${at}` : `another-${at}`),
  );
  const added = runs.map((text): Entry => ({ kind: 'run', id: 'chain', time: TIME, hash: sha256Hex(text) }));
  const entries = [...added, ...more].map(formatEntry);
  const text = entries.map((bytes) => `${Buffer.from(bytes).toString('utf8')}\n`).join('');
  const edge = entries.reduce<Edge>((before, bytes, at) => edgeWith(before, at, hashLeaf(bytes)), []);
  const head = {
    format: 'terang/log/1',
    demo: false,
    size: entries.length,
    months: { '2026-01': entries.length },
    bytes: Buffer.byteLength(text),
    root: toBase64(rootOfEdge(edge)),
    edge: edge.map(toBase64),
    entered: {},
    present: { 'run chain': sha256Hex(runs.at(-1) ?? '') },
    time: more.at(-1)?.time ?? TIME,
  };
  return {
    'content/generated/log/head.json': `${JSON.stringify(head)}\n`,
    'content/generated/log/entries/2026-01.jsonl': text,
    'content/generated/chain/manifest.json': runs.at(-1) ?? '',
  };
}

/** A repository whose log of so many entries was pushed. */
export function createPushedLog(count: number, policy: string): Promise<TestClone> {
  return createRepository({ ...logFiles(count, count), 'content/written/log/policy': policy });
}

/** Another machine makes the log one of so many entries (of which the first `same` are as they were), and pushes it. */
export async function pushLog(
  { remote }: TestClone,
  count: number,
  same = count,
  more: readonly Entry[] = [],
): Promise<void> {
  const other = await cloneOf(remote);
  for (const [file, text] of Object.entries(logFiles(count, same, more))) await other.write(file, text);
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
