import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, canonicalLines, sha256Hex } from '../core/canonical.ts';
import { type Edge, edgeWith, rootOfEdge } from '../log/edge.ts';
import { type Entry, formatEntry } from '../log/entry.ts';
import { hashLeaf } from '../log/merkle.ts';
import { toBase64 } from '../log/wire.ts';
import { POLICY, signedCheckpoint } from './signed-log.ts';
import { tiledLog } from './tiled-log.ts';

/** Entries of which one came every half a day, each sixth of them of a batch. */
export function someEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: at % 6 === 0 ? 'batch' : 'run',
    id: `tpc/${at}`,
    time: `${new Date(Date.UTC(2026, 0, 1) + at * 43_200_000).toISOString().slice(0, 19)}Z`,
    hash: sha256Hex(String(at)),
  }));
}

/** A log as git keeps it below a content root, of which a checkpoint was signed at each of these sizes. */
export async function keepLog(
  contentRoot: string,
  entries: readonly Entry[],
  signed: readonly number[],
): Promise<void> {
  const write = async (folder: string, name: string, text: string) => {
    await mkdir(path.join(contentRoot, folder), { recursive: true });
    await writeFile(path.join(contentRoot, folder, name), text);
  };
  const months = Map.groupBy(entries, monthOf);
  for (const [month, some] of months)
    await write('generated/log/entries', `${month}.jsonl`, canonicalLines(some));
  const { root } = tiledLog(entries.map(formatEntry));
  const checkpoints = signed.map(async (count) => {
    const last = entries[count - 1] as Entry;
    const note = await signedCheckpoint(
      BigInt(count),
      await root(BigInt(count)),
      BigInt(Date.parse(last.time) / 1000),
    );
    return { month: monthOf(last), line: { note, size: String(count) } };
  });
  for (const [month, some] of Map.groupBy(await Promise.all(checkpoints), (one) => one.month))
    await write('generated/log/checkpoints', `${month}.jsonl`, canonicalLines(some.map(({ line }) => line)));
  if (signed.length > 0) await write('written/log', 'policy', POLICY);
  let edge: Edge = [];
  for (const [at, entry] of entries.entries()) edge = edgeWith(edge, at, hashLeaf(formatEntry(entry)));
  const head = {
    format: 'terang/log/1',
    demo: true,
    size: entries.length,
    time: entries.at(-1)?.time ?? null,
    root: toBase64(rootOfEdge(edge)),
    edge: edge.map(toBase64),
    months: Object.fromEntries([...months].map(([month, some]) => [month, some.length])),
    bytes: Buffer.byteLength(canonicalLines([...months.values()].at(-1) ?? [])),
    entered: {},
    present: {},
  };
  await write('generated/log', 'head.json', `${canonicalJson(head)}\n`);
}

const monthOf = ({ time }: Entry) => time.slice(0, 7);
