import { formatCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import { formatVkey, generateKey } from '../log/key.ts';
import type { Hash } from '../log/merkle.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import { tiledLog } from './tiled-log.ts';

export const LOG_KEY = await generateKey('log.example/demo', 'note');
const witness = await generateKey('witness.example', 'cosignature');
const stranger = await generateKey('other-witness.example', 'cosignature');

/** What believes in the log that is signed here, and asks for the one witness that has seen it. */
export const POLICY = `log ${formatVkey(LOG_KEY)}\nwitness friend ${formatVkey(witness)}\nquorum friend\n`;

/** The same, that asks for so many of two witnesses, of whom one has seen nothing. */
export function policyOfTwo(least: number): string {
  return POLICY.replace(
    'quorum friend',
    `witness other ${formatVkey(stranger)}\ngroup both ${least} friend other\nquorum both`,
  );
}

/** A checkpoint, signed by the log and seen by the witness at `time` (whole seconds since 1970). */
export async function signedCheckpoint(size: bigint, root: Hash, time = 1_800_000_000n): Promise<string> {
  const text = formatCheckpoint({ origin: LOG_KEY.name, size, root, extensions: [] });
  return formatNote(await signNote(text, [noteSigner(LOG_KEY), cosigner(witness, time)]));
}

/** A log of these entries as it is served, signed and seen by a witness, and the policy that believes in both. */
export async function signedLog(
  entries: readonly Uint8Array[],
): Promise<{ readonly files: Map<string, Uint8Array>; readonly policy: string }> {
  const { files, root } = tiledLog(entries);
  const size = BigInt(entries.length);
  const note = await signedCheckpoint(size, await root(size));
  return { files: new Map([...files, ['checkpoint', new TextEncoder().encode(note)]]), policy: POLICY };
}
