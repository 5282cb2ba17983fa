import { type Bytes, base64Of, isSame } from './bytes.ts';
import { NOBODY, openCheckpoint } from './checkpoint.ts';
import { isConsistent } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import { parseProof } from './proof.ts';
import { type Judged, judge } from './statement.ts';

/** A signed checkpoint that somebody kept. */
export interface Kept {
  readonly note: string;
  /** The proof that a tree of `old` entries grew to it, as `add-checkpoint` of C2SP tlog-witness has it; null without. */
  readonly growth: { readonly old: bigint; readonly hashes: readonly Bytes[] } | null;
}

/** Every checkpoint of a text: one behind the other, each with its signatures, some with a proof before them. @throws Wrong for what is beside them */
export function checkpointsIn(text: string): Kept[] {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/);
  const read = new Set<number>();
  const kept = blocks.flatMap((block, at) => {
    const body = blocks[at - 1];
    if (body === undefined || !block.split('\n').every((line) => line.startsWith('— '))) return [];
    const [head = '', ...lines] = (blocks[at - 2] ?? '').split('\n');
    const [, old] = /^old (0|[1-9]\d{0,18})$/.exec(head) ?? [];
    const growth =
      old === undefined ? null : { old: BigInt(old), hashes: lines.map((line) => base64Of(line, 'proof')) };
    for (const part of growth === null ? [at - 1, at] : [at - 2, at - 1, at]) read.add(part);
    return [{ note: `${body}\n\n${block}\n`, growth }];
  });
  const beside = blocks.find((_, at) => !read.has(at));
  if (kept.length > 0 && beside !== undefined)
    throw new Wrong(`beside a checkpoint stands what is none: ${beside.slice(0, 60)}`);
  return kept;
}

/** All checkpoints of what somebody kept. @throws Wrong */
export function keptIn({
  proven,
  checkpoints,
}: {
  readonly proven: readonly { readonly proof: string | null }[];
  readonly checkpoints: readonly Kept[];
}): Kept[] {
  const ofProofs = proven.flatMap(({ proof }) =>
    proof === null ? [] : [{ note: parseProof(proof, 'proof').checkpoint, growth: null }],
  );
  const all = [...checkpoints, ...ofProofs];
  // One and the same of many proofs needs no comparison with itself.
  return all.filter(({ note }, at) => all.findIndex((one) => one.note === note) === at);
}

/** Whether checkpoints are of one history: each next one, by size, holds all of the one before. */
export function judgeGrowth(kept: readonly Kept[]): Promise<Judged> {
  return judge('growth', async (found) => {
    const opened = await Promise.all(
      kept.map(async ({ note, growth }) => ({
        ...(await openCheckpoint(note, NOBODY, 'checkpoint')),
        growth,
      })),
    );
    opened.sort((a, b) => (a.size < b.size ? -1 : 1));
    const missing: string[] = [];
    for (const [at, next] of opened.entries()) {
      const before = opened[at - 1];
      if (before === undefined) continue;
      const name = `${before.origin}: ${before.size} → ${next.size}`;
      if (before.origin !== next.origin) throw new Untold('other-log', `${before.origin}, ${next.origin}`);
      if (before.size === next.size) {
        if (!isSame(before.root, next.root)) found.faults.push(name);
      } else if (next.growth?.old !== before.size || !(await isConsistent(before, next, next.growth.hashes)))
        missing.push(name); // A proof that leads nowhere is none: whether there is a right one, nobody knows.
      found.counted += 1;
    }
    if (found.faults.length === 0 && missing.length > 0) throw new Untold('no-growth', missing.join(', '));
  });
}
