import { Wrong } from './outcome.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A module of Node's own; nothing in a browser, whose own cryptography does then. */
export function builtin<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  return globalThis.process?.getBuiltinModule?.(name) as NodeModules[Name] | undefined;
}
interface NodeModules {
  'node:crypto': typeof import('node:crypto');
  'node:fs': typeof import('node:fs');
}

const nodeCrypto = builtin('node:crypto');

export async function sha256(bytes: Bytes): Promise<Bytes> {
  if (nodeCrypto !== undefined) return new Uint8Array(nodeCrypto.hash('sha256', bytes, 'buffer'));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Lower-case hexadecimal SHA-256 of a text in UTF-8, or of bytes. */
export async function sha256Hex(data: string | Bytes): Promise<string> {
  return hex(await sha256(typeof data === 'string' ? utf8(data) : data));
}

/** Whether an Ed25519 signature over bytes, or over a text in UTF-8, is that of a key. */
export async function isSigned(key: Bytes, message: string | Bytes, signature: Bytes): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  const bytes = typeof message === 'string' ? utf8(message) : message;
  return crypto.subtle.verify('Ed25519', imported, signature, bytes);
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function concat(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function textOf(bytes: Bytes, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Wrong(`${name} is no UTF-8`);
  }
}

/** What a JSON text says, believed to be of a form: whoever reads it compares what counts. */
export function jsonOf<Form>(text: string, name: string): Form {
  try {
    return JSON.parse(text) as Form;
  } catch {
    throw new Wrong(`${name} is no JSON`);
  }
}

/** The JSON objects of a text that has one a line. @throws Wrong */
export function linesOf<Form>(text: string, name: string): Form[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const value = jsonOf<Form>(line, name);
    if (typeof value !== 'object' || value === null) throw new Wrong(`${name} is not in its form`);
    return value;
  });
}

/** RFC 8785 of texts, whole numbers and what holds these: one line, sorted names. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

/** Standard base64, in the one way it is written. */
export function base64Of(text: string, name: string): Bytes {
  try {
    const binary = atob(text);
    if (btoa(binary) === text) return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // No base64: said below.
  }
  throw new Wrong(`${name} is no base64`);
}
