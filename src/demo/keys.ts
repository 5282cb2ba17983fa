import path from 'node:path';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import { generateKey, type SignerKey } from '../log/key.ts';
import { signKeyChange } from '../log/key-change.ts';
import { readHead } from '../store/log.ts';
import { KEYS } from '../store/log-keys.ts';
import { writeMonth } from '../store/month-files.ts';

/**
 * Enters who signs the log of the demo: a first key, and one that took over from it, so that pages show what a change of the
 * key looks like. Both are thrown away; the one that signs from here on is given back.
 */
export async function enterDemoKeys(contentRoot: string, now: IsoInstant): Promise<SignerKey> {
  const [before, key] = [await generateKey(ORIGIN, 'note'), await generateKey(ORIGIN, 'note')];
  const notes = [
    await signKeyChange({ course: 'first', key: before, before: null, from: 0n }, before, null),
    await signKeyChange({ course: 'replaces', key, before, from: 0n }, key, before),
  ];
  const keys = notes.map((note) => ({ note }));
  // Of the world that the log is of: tests sign content that is none of the demo, too.
  const demo = readHead(path.join(contentRoot, 'generated'))?.demo ?? true;
  await writeMonth(contentRoot, KEYS, monthOf(now), { demo, keys }, now);
  return key;
}

const ORIGIN = 'demo.invalid/log';
