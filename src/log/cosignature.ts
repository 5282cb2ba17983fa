import { concatBytes } from '@noble/hashes/utils.js';
import { parseCheckpoint } from './checkpoint.ts';
import { type SignerKey, signEd25519, type VerifierKey, verifyEd25519 } from './key.ts';
import { LogError } from './refusal.ts';
import type { Signer, Verifier } from './signed-note.ts';
import { MAX_COUNT } from './wire.ts';

/**
 * Cosignatures of type 0x04, C2SP tlog-cosignature v1.0.1: a witness says that at this time this was the largest tree of
 * the log that it had seen, and that it grew from those it saw before. The signature is the time as 64 bits, then Ed25519.
 */

const TIME_BYTES = 8;
const ED25519_BYTES = 64;

export function cosignatureVerifier({ name, id, type, key }: VerifierKey): Verifier {
  if (type !== 'cosignature') throw new LogError('key', `${name} does not cosign, but signs a ${type}`);
  return {
    name,
    id,
    verify: async (text, signature) => {
      const time = timeOf(signature);
      return time !== null && verifyEd25519(key, cosigned(text, time), signature.subarray(TIME_BYTES));
    },
  };
}

/** Signs checkpoints alone, as of `time` (whole seconds since 1970). */
export function cosigner({ name, id, type, seed }: SignerKey, time: bigint): Signer {
  if (type !== 'cosignature') throw new LogError('key', `${name} does not cosign, but signs a ${type}`);
  if (time < 0n || time > MAX_COUNT) throw new LogError('range', `${time} is no time of a cosignature`);
  return {
    name,
    id,
    sign: async (text) => {
      parseCheckpoint(text);
      const head = new Uint8Array(TIME_BYTES);
      new DataView(head.buffer).setBigUint64(0, time);
      return concatBytes(head, await signEd25519(seed, cosigned(text, time)));
    },
  };
}

/** Whole seconds since 1970, of a cosignature that was verified. */
export function cosignedAt(signature: Uint8Array): bigint {
  const time = timeOf(signature);
  if (time === null) throw new LogError('signature', 'no cosignature with its time');
  return time;
}

function timeOf(signature: Uint8Array): bigint | null {
  if (signature.length !== TIME_BYTES + ED25519_BYTES) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return time <= MAX_COUNT ? time : null;
}

function cosigned(checkpoint: string, time: bigint): string {
  return `cosignature/v1\ntime ${time}\n${checkpoint}`;
}
