import { base64 } from '@scure/base';

/** Sizes, indexes and times end below 2⁶³, where Go's `int64` and a cosignature's timestamp do. */
export const MAX_COUNT = (1n << 63n) - 1n;

export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of UTF-8 bytes, a byte order mark kept as the character it is; null where they (or a text) are no UTF-8. */
export function utf8Text(data: Uint8Array | string): string | null {
  if (typeof data === 'string') return data.isWellFormed() ? data : null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return null; // The decoder throws for nothing else: that is the answer.
  }
}

export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes);

/** The bytes of standard base64 (RFC 4648, section 4), padded, without white space or loose bits; null for anything else. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null; // No base64: that is the answer.
  }
}

/** An ASCII decimal without leading zeros and below 2⁶³; null for anything else. */
export function readCount(text: string): bigint | null {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) return null;
  const count = BigInt(text);
  return count <= MAX_COUNT ? count : null;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
