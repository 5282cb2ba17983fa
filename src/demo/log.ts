import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { canonicalJson } from '../core/canonical.ts';
import { type IsoInstant, monthOf, toSeconds } from '../core/instant.ts';
import { formatCheckpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { compareMirror, type Here } from '../log/compare-mirror.ts';
import { cosigner } from '../log/cosignature.ts';
import { heldLog } from '../log/held-log.ts';
import { formatVkey, generateKey, type SignerKey } from '../log/key.ts';
import { rootAt } from '../log/merkle.ts';
import { parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes } from '../log/wire.ts';
import { DRILL_FILE } from '../site/log/drill.ts';
import { askedFile, askedOf, askedText } from '../site/log/mirrors.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { textAt } from '../store/disk.ts';
import { type KeptLog, openLog } from '../store/kept-log.ts';
import { holdDrill, siteOf } from './drill.ts';
import { enterDemoKeys } from './keys.ts';

/** Witnesses of the demo: nobody but this machine, and called so. */
const WITNESSES = ['demo-witness-1', 'demo-witness-2'];

/** How many entries a mirror of the demo lacks. */
const BEHIND = 40;

/**
 * Signs the log of the demo with keys that are thrown away, and lets invented witnesses see it: pages show then what those
 * of a log with a key show. The policy is written beside it, and what came of forging copies while the key was at hand.
 */
export async function signDemoLog(contentRoot: string, now: IsoInstant): Promise<void> {
  if (openLog(contentRoot) === null) return;
  const key = await enterDemoKeys(contentRoot, now);
  const log = openLog(contentRoot) as KeptLog;
  const witnesses = await Promise.all(
    WITNESSES.map((name) => generateKey(`demo.invalid/${name}`, 'cosignature')),
  );
  const { entries, hashes } = heldLog([...log.entries()].map(utf8Bytes));
  const root = await rootAt(log.size, hashes);
  const text = formatCheckpoint({ origin: key.name, size: log.size, root, extensions: [] });
  const seen = BigInt(toSeconds(now));
  const signers = [noteSigner(key), ...witnesses.map((witness) => cosigner(witness, seen))];
  const line = { note: formatNote(await signNote(text, signers)), size: String(log.size) };
  await write(
    path.join(contentRoot, 'generated', 'log', 'checkpoints', `${monthOf(now)}.jsonl`),
    `${canonicalJson(line)}\n`,
  );
  const policy = [
    '# DEMO: keys that were thrown away, and witnesses that nobody is.',
    `log ${formatVkey(key)}`,
    ...witnesses.map((witness, at) => `witness ${WITNESSES[at]} ${formatVkey(witness)}`),
    `group all all ${WITNESSES.join(' ')}`,
    'quorum all',
    '',
  ].join('\n');
  await write(path.join(contentRoot, 'written', 'log', 'policy'), policy);
  const here = { checkpoint: parseCheckpoint(text), hashes, keys: [] };
  await keepDemoMirrors(contentRoot, here, now, await copiesOf(entries, key));
  await write(path.join(contentRoot, DRILL_FILE), `${JSON.stringify(await holdDrill(entries, key, now))}\n`);
}

/** A copy of now, one of before, and one that does not answer. */
async function copiesOf(entries: readonly Uint8Array[], key: SignerKey): Promise<readonly FileReader[]> {
  return [
    await siteOf(entries, key),
    await siteOf(entries.slice(0, -BEHIND), key),
    () => Promise.reject(new LogError('unreachable', 'nobody is there')),
  ];
}

/** Invented mirrors, held against the log as real ones are. */
async function keepDemoMirrors(
  contentRoot: string,
  here: Here,
  now: IsoInstant,
  copies: readonly FileReader[],
): Promise<void> {
  const mirrors = copies.map((_, at) => ({
    address: `https://mirror-${at + 1}.demo.invalid/log/`,
    run_by: `DEMO: demo-mirror-${at + 1}`,
  }));
  const policy = parsePolicy(textAt(path.join(contentRoot, 'written', 'log', 'policy')) ?? '');
  const found = await Promise.all(copies.map((read) => compareMirror(here, read, policy)));
  await write(path.join(contentRoot, 'written', 'log', 'mirrors.yaml'), stringify({ mirrors }));
  await write(askedFile(contentRoot), askedText(askedOf(now, here.checkpoint, mirrors, found)));
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, text);
}
