import { batchVerdict, type Row } from './batch-hash.ts';
import { jsonOf, sha256Hex, utf8 } from './bytes.ts';
import { NOBODY, openCheckpoint, parsePolicy } from './checkpoint.ts';
import { evidenceIn, judgeEvidence } from './evidence.ts';
import { judgeGrowth, keptIn } from './kept.ts';
import { isOfKey, withProvenKeys } from './keys.ts';
import { isIncluded, leafHash } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import type { Pieces } from './pasted.ts';
import { isRecordOf, type Proven, parseEntry, parseProof } from './proof.ts';
import { type Judged, judge, judgeCheckpoint } from './statement.ts';

/**
 * The statements on what somebody kept: without any network, for ever.
 *
 * @param brought the policy as it came from elsewhere; else the bundle's own, which leaves open whose keys these are
 */
export function checkPieces(pieces: Pieces, brought: string | null): Promise<Judged[]> {
  const proven = pieces.proven.filter((one) => !isOfKey(one));
  const keys = pieces.proven.filter(isOfKey);
  const policy = { text: brought ?? pieces.policy, keys };
  const evidence = pieces.isWhole ? evidenceIn(proven) : null;
  const kept = keptIn({ ...pieces, proven });
  const beside =
    evidence === null ? [] : [...(evidence.anchor === null ? [] : [evidence.anchor]), ...evidence.wallets];
  return Promise.all([
    ...pieces.rows.map((row) => judgeFigures(row)),
    ...pieces.preimages.map((text) =>
      judge('figures', async () => {
        throw new Untold('preimage', await sha256Hex(text));
      }),
    ),
    ...proven.filter((one) => !beside.includes(one)).flatMap((one) => judgeProven(one, policy, brought)),
    ...(evidence === null ? [] : judgeEvidence(evidence)),
    ...newCheckpoints(proven, beside).flatMap((proof) => judgeSigners(proof, policy, brought)),
    ...pieces.checkpoints.flatMap(({ note }) => judgeCheckpoint(() => opened(note, policy), brought)),
    ...(pieces.checkpoints.length > 0 && kept.length > 1 ? [judgeGrowth(kept)] : []),
  ]);
}

/** A proof for each checkpoint on which what stands beside rests, and nothing before it: many were signed together. */
function newCheckpoints(proven: readonly Proven[], beside: readonly Proven[]): string[] {
  const known = new Set(proven.filter((one) => !beside.includes(one)).map(checkpointIn));
  return beside.flatMap((one) => {
    const isNew = one.proof !== null && !known.has(checkpointIn(one));
    known.add(checkpointIn(one));
    return isNew ? [one.proof] : [];
  });
}

function checkpointIn({ proof }: Proven): string {
  return proof?.slice(proof.indexOf('\n\n')) ?? '';
}

/** Whose signatures count: those of a policy, and of the keys that it leads to in what somebody kept. */
interface Trust {
  readonly text: string | null;
  readonly keys: readonly Proven[];
}

function judgeSigners(proof: string, policy: Trust, brought: string | null): Promise<Judged>[] {
  const open = async () => opened(parseProof(proof, 'proof').checkpoint, policy);
  return judgeCheckpoint(open, brought);
}

function judgeProven(
  { entry, record, proof }: Proven,
  policy: Trust,
  brought: string | null,
): Promise<Judged>[] {
  const batch = record === null ? null : batchIn(record);
  const isForged = async () =>
    entry !== null && record !== null && !(await isRecordOf(parseEntry(entry, 'entry'), record));
  return [
    ...(batch === null ? [] : [judgeFigures(batch, isForged)]),
    judge('record', async (found) => {
      if (entry === null || record === null) throw new Untold(entry === null ? 'no-entry' : 'no-record');
      const { kind, id } = parseEntry(entry, 'entry');
      if (await isForged()) found.faults.push(`record of ${kind} ${id}`);
      found.counted = 1;
    }),
    judge('inclusion', async (found) => {
      if (entry === null || proof === null) throw new Untold(entry === null ? 'no-entry' : 'no-proof');
      const { index, hashes, checkpoint } = parseProof(proof, 'proof');
      const tree = await openCheckpoint(checkpoint, NOBODY, 'checkpoint');
      if (!(await isIncluded(await leafHash(utf8(entry)), index, tree, hashes)))
        found.faults.push(`entry ${index}`);
      found.counted = 1;
    }),
    ...(proof === null ? [] : judgeSigners(proof, policy, brought)),
  ];
}

/** @throws Untold without a policy */
async function opened(note: string, { text, keys }: Trust) {
  if (text === null) throw new Untold('no-policy');
  const policy = await withProvenKeys(await parsePolicy(text), keys);
  return { ...(await openCheckpoint(note, policy, 'checkpoint')), policy };
}

/**
 * Alone, a wrong hash and one that was made in a form nobody declared look the same; not where the record that states the
 * figures is another than the one that was entered.
 */
function judgeFigures(batch: Row, isForged: () => Promise<boolean> = async () => false): Promise<Judged> {
  return judge('figures', async (found) => {
    const form = batch.hash_form ?? null;
    const verdict = await batchVerdict(batch, form === null ? [] : [form]);
    if (verdict === 'missing') throw new Untold('no-hash');
    if (verdict === 'other' && batch.hash_verdict !== 'match' && !(await isForged()))
      throw new Untold('no-form');
    if (verdict === 'other') found.faults.push(`batch ${batch.id}`);
    found.counted = 1;
  });
}

/** The first value of a batch, where a record is that. */
function batchIn(record: string): Row | null {
  try {
    const { dataset, value } = jsonOf<{ dataset?: string; value?: Row }>(record, 'record');
    return dataset === 'batches' ? (value ?? null) : null;
  } catch (error) {
    if (error instanceof Wrong) return null; // Its hash tells that it is not what it was.
    throw error;
  }
}
