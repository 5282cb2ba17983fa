import { z } from 'zod';

const REFERENCE = /env:([A-Z][A-Z0-9_]*)/g;

/** Text in which `env:NAME` stands for a setting of the machine that runs the checks. Secrets are named, never written. */
export const settingTextSchema = z.string().min(1);

/** An address: it must come from a setting, or be https (http on loopback is for trying things out). */
export const addressSchema = z
  .string()
  .regex(
    /^(env:[A-Z][A-Z0-9_]*|https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/,
    'expected env:NAME or https://…',
  );

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
