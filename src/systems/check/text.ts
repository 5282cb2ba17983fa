import { z } from 'zod';
import { expected } from '../../core/fault.ts';

const REFERENCE = /env:([A-Z][A-Z0-9_]*)/g;
/** A name that says it is the address of a database: it opens one, so it is a secret. */
const DATABASE = /(^|_)(DATABASE|DB|POSTGRES)(_|$)/;

/** Text in which `env:NAME` stands for a setting of the machine that runs the checks. Secrets are named, never written. */
export const settingTextSchema = z.string().min(1);

/**
 * An address: it must come from a setting, or be https (http on loopback is for trying things out). A setting is the
 * whole address, or all of it up to a literal path: anywhere else it would be sent to whoever the rest names.
 */
export const addressSchema = z
  .string()
  .regex(/^(env:[A-Z][A-Z0-9_]*|https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/, expected('address'))
  .regex(/^(?![\s\S]+env:[A-Z])/, expected('setting-whole'))
  .regex(/^(env:[A-Z][A-Z0-9_]*([/?]|$)|https?:)/, expected('setting'));

/** The address of a database: a setting that says so in its name, and nothing beside it. */
export const databaseSchema = z
  .string()
  .regex(/^env:[A-Z][A-Z0-9_]*$/, expected('setting-alone'))
  .regex(/^(env:|.*_)(DATABASE|DB|POSTGRES)(_|$)/, expected('database'));

/** What a setting holds, as its name says: what opens a database, another secret, or anything else. */
export function settingKind(name: string): 'database' | 'secret' | 'plain' {
  if (DATABASE.test(name)) return 'database';
  return /(^|_)(TOKEN|KEY|SECRET|PASSWORD|PASSPHRASE|PASS|PWD|PAT|CREDENTIALS?|JWT|SEED|MNEMONIC)$/.test(name)
    ? 'secret'
    : 'plain';
}

/** The names of the settings a text refers to. */
export function settingsIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, name]) => name ?? '');
}

/** The text with every reference replaced, or the names that are missing. An empty setting counts as missing. */
export function resolveSettings(
  text: string,
  settings: Readonly<Record<string, string | undefined>>,
): { readonly text: string } | { readonly missing: readonly string[] } {
  const missing = settingsIn(text).filter((name) => (settings[name] ?? '') === '');
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  return { text: text.replaceAll(REFERENCE, (_, name: string) => settings[name] ?? '') };
}
