import { batchVerdict, HASHED, type Row } from './batch-hash.ts';
import { jsonOf, sha256Hex, utf8 } from './bytes.ts';
import { NOBODY, openCheckpoint, parsePolicy } from './checkpoint.ts';
import { evidenceIn, judgeEvidence } from './evidence.ts';
import { checkpointsIn, judgeGrowth, type Kept, keptIn } from './kept.ts';
import { isOfKey, withProvenKeys } from './keys.ts';
import { isIncluded, leafHash } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import { isRecordOf, PROOF_HEAD, type Proven, parseEntry, parseProof } from './proof.ts';
import { type Judged, judge, judgeCheckpoint } from './statement.ts';
import { parseCsv } from './table.ts';

/** What somebody kept: entries with their record and proof, checkpoints, rows, preimages, a policy. */
export interface Pieces {
  readonly proven: readonly Proven[];
  readonly checkpoints: readonly Kept[];
  readonly rows: readonly Row[];
  readonly preimages: readonly string[];
  readonly policy: string | null;
  /** Whether it is a bundle, which holds all that there is: a code on paper has no room for the transaction of a batch. */
  readonly isWhole: boolean;
}

/** A proof bundle: everything about one batch, update or report that is in the log. */
interface Bundle {
  readonly format: 'terang/proof/1';
  readonly policy: string;
  readonly proven: readonly Proven[];
}

const NOTHING: Pieces = {
  proven: [],
  checkpoints: [],
  rows: [],
  preimages: [],
  policy: null,
  isWhole: false,
};

/**
 * A proof bundle; or an entry, its record and its `.tlog-proof` one behind the other, as the QR code of a certificate
 * has them, and each of them alone; checkpoints, also with the proof that they grew; a policy; a row of a table as CSV with
 * its header or as JSON; a preimage.
 *
 * @throws Wrong with what is none of these
 */
export function piecesOf(text: string): Pieces {
  if (/"format":\s*"terang\/proof\/1"/.test(text)) {
    const { policy, proven } = jsonOf<Bundle>(text, 'bundle');
    return { ...NOTHING, policy, proven, isWhole: true };
  }
  const at = text.indexOf(PROOF_HEAD);
  const checkpoints = at < 0 ? checkpointsIn(text) : [];
  if (checkpoints.length > 0) return { ...NOTHING, checkpoints };
  const proof = at < 0 ? null : text.slice(at);
  const lines = (at < 0 ? text : text.slice(0, at)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.some((line) => /^quorum\s/.test(line))) return { ...NOTHING, policy: `${lines.join('\n')}\n` };
  if (lines[0]?.startsWith('id,created_at,'))
    return { ...NOTHING, rows: parseCsv(lines.join('\r\n'), 'CSV') };
  const preimages = lines.filter((line) => /^[^{]/.test(line) && line.split('|').length === HASHED.length);
  const values = lines
    .filter((line) => !preimages.includes(line))
    .map((line) => ({ line, value: jsonOf<Row>(line, line.slice(0, 60)) }));
  const is = (value: Row, name: string) => Object.hasOwn(value, name);
  const entries = values.filter(({ value }) => is(value, 'hash') && is(value, 'time'));
  const rows = values.filter(({ value }) => is(value, 'hash_input'));
  const records = values.filter((one) => !entries.includes(one) && !rows.includes(one));
  const [entry = null, record = null] = [entries[0]?.line, records[0]?.line];
  const isProven = entry !== null || record !== null || proof !== null;
  return {
    ...NOTHING,
    ...{ preimages, rows: rows.map(({ value }) => value) },
    proven: isProven ? [{ entry, record, proof }] : [],
  };
}

/** What was read of several texts as one: what is said of them together is said of this. */
export function together(all: readonly Pieces[]): Pieces {
  return {
    proven: all.flatMap(({ proven }) => proven),
    checkpoints: all.flatMap(({ checkpoints }) => checkpoints),
    rows: all.flatMap(({ rows }) => rows),
    preimages: all.flatMap(({ preimages }) => preimages),
    policy: all.find(({ policy }) => policy !== null)?.policy ?? null,
    isWhole: all.some(({ isWhole }) => isWhole),
  };
}

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
    ...pieces.rows.map(judgeFigures),
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
  return [
    ...(batch === null ? [] : [judgeFigures(batch)]),
    judge('record', async (found) => {
      if (entry === null || record === null) throw new Untold(entry === null ? 'no-entry' : 'no-record');
      if (!(await isRecordOf(parseEntry(entry, 'entry'), record))) found.faults.push('record');
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

/** Alone, a wrong hash and one that was made in a form nobody declared look the same. */
function judgeFigures(batch: Row): Promise<Judged> {
  return judge('figures', async (found) => {
    const form = batch.hash_form ?? null;
    const verdict = await batchVerdict(batch, form === null ? [] : [form]);
    if (verdict === 'missing') throw new Untold('no-hash');
    if (verdict === 'other' && batch.hash_verdict !== 'match') throw new Untold('no-form');
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
