import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../core/canonical.ts';
import { type IsoInstant, monthOf, toSeconds } from '../core/instant.ts';
import { formatCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import { heldLog } from '../log/held-log.ts';
import { formatVkey, generateKey } from '../log/key.ts';
import { rootAt } from '../log/merkle.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import { utf8Bytes } from '../log/wire.ts';
import { DRILL_FILE } from '../site/log/drill.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { openLog } from '../store/kept-log.ts';
import { holdDrill } from './drill.ts';

/** Witnesses of the demo: nobody but this machine, and called so. */
const WITNESSES = ['demo-witness-1', 'demo-witness-2'];

/**
 * Signs the log of the demo with a key that is thrown away, and lets invented witnesses see it: pages show then what those
 * of a log with a key show. The policy is written beside it, and what came of forging copies while the key was at hand.
 */
export async function signDemoLog(contentRoot: string, now: IsoInstant): Promise<void> {
  const log = openLog(contentRoot);
  if (log === null) return;
  const key = await generateKey('demo.invalid/log', 'note');
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
  await write(path.join(contentRoot, DRILL_FILE), `${JSON.stringify(await holdDrill(entries, key, now))}\n`);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, text);
}
