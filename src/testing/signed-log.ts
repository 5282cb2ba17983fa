import { formatCheckpoint } from '../log/checkpoint.ts';
import { cosigner } from '../log/cosignature.ts';
import { formatVkey, generateKey } from '../log/key.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import { tiledLog } from './tiled-log.ts';

const log = await generateKey('log.example/demo', 'note');
const witness = await generateKey('witness.example', 'cosignature');

/** A log of these entries as it is served, signed and seen by a witness, and the policy that believes in both. */
export async function signedLog(
  entries: readonly Uint8Array[],
): Promise<{ readonly files: Map<string, Uint8Array>; readonly policy: string }> {
  const { files, root } = tiledLog(entries);
  const size = BigInt(entries.length);
  const text = formatCheckpoint({ origin: log.name, size, root: await root(size), extensions: [] });
  const note = formatNote(await signNote(text, [noteSigner(log), cosigner(witness, 1_800_000_000n)]));
  const policy = `log ${formatVkey(log)}\nwitness friend ${formatVkey(witness)}\nquorum friend\n`;
  return { files: new Map([...files, ['checkpoint', new TextEncoder().encode(note)]]), policy };
}
