import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { type IsoInstant, monthOf } from '../../core/instant.ts';
import { formatSkey, formatVkey, generateKey, parseSkey, type SignerKey } from '../../log/key.ts';
import { type KeyChange, openedKeys, signKeyChange } from '../../log/key-change.ts';
import { type Policy, parsePolicy } from '../../log/policy.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { assertClockOf } from '../../store/clock.ts';
import { type KeptLog, openLog, policyFile } from '../../store/kept-log.ts';
import { KEYS } from '../../store/log-keys.ts';
import { readMonth, writeMonth } from '../../store/month-files.ts';
import { CONTENT, type Context, defineCommand } from '../frame/command.ts';

/**
 * Enters who signs for the log from here on, as a statement that the key before signs: without it nobody who knows the log
 * believes the next. `--first` enters the key that signs already; `--lost` a key that takes over where the one before is
 * gone, which nobody can be made to believe: witnesses and readers have to be told by another way.
 */
export const rotateCommand = defineCommand({
  options: {
    first: { type: 'boolean', says: 'option.firstKey' },
    lost: { type: 'boolean', says: 'option.lostKey' },
    content: CONTENT,
  },
  settings: ['TERANG_LOG_KEY', 'TERANG_LOG_NEXT_KEY'],
  async run({ first, lost, content }, { env, now, t }) {
    if (first && lost) throw new ExpectedError(t('log.firstOrLost'));
    const [secret, ...more] = env.TERANG_LOG_KEY?.split(/\s+/).filter((word) => word !== '') ?? [];
    if (secret === undefined) throw new ExpectedError(t('log.noKey'));
    if (more.length > 0) throw new ExpectedError(t('log.oneKey'));
    await assertClockOf(content, now());
    const log = openLog(content);
    if (log === null) throw new ExpectedError(t('log.empty'));
    if (log.policy === null) throw new ExpectedError(t('log.noPolicyHere'));
    const held = { log, policy: parsePolicy(log.policy), key: await parseSkey(secret) };
    const done = { content, now: now(), policyText: log.policy, log };
    if (first) return { text: await enterFirst(held, done, t), exitCode: 0 };
    if (lost) return { text: await enterLost(held, done, t), exitCode: 0 };
    const given = env.TERANG_LOG_NEXT_KEY?.trim();
    const next = given ? await parseSkey(given) : await generateKey(held.key.name, 'note');
    const text = await handOver(held, next, done, t);
    return {
      text: given ? text : `${text}\n\n${t('log.nextKey', { secret: formatSkey(next) })}`,
      exitCode: 0,
    };
  },
});

interface Held {
  readonly log: KeptLog;
  readonly policy: Policy;
  readonly key: SignerKey;
}

interface Place {
  readonly content: string;
  readonly now: IsoInstant;
  readonly policyText: string;
  readonly log: KeptLog;
}

async function enterFirst({ log, policy, key }: Held, place: Place, t: Context['t']): Promise<string> {
  if (log.keys().length > 0) throw new ExpectedError(t('log.firstThere'));
  assertNamed(policy, key, t);
  await enter(place, [await statementOfFirst(key)]);
  return t('log.firstEntered', { key: nameOf(key) });
}

async function handOver(
  { log, policy, key }: Held,
  next: SignerKey,
  place: Place,
  t: Context['t'],
): Promise<string> {
  assertNamed(policy, key, t);
  const known = await openedKeys(log.keys());
  const isKnown = known.some((one) => formatVkey(one.key) === formatVkey(next));
  if (next.name !== key.name || next.type !== 'note' || isKnown || formatVkey(next) === formatVkey(key))
    throw new ExpectedError(t('log.noNextKey', { key: nameOf(next) }));
  const replaced = known.find(({ before, introduced }) => introduced && before?.id === key.id);
  if (replaced !== undefined) throw new ExpectedError(t('log.superseded'));
  const first = known.length === 0 ? [await statementOfFirst(key)] : [];
  const from = log.size + BigInt(first.length) + 1n;
  const change: KeyChange = { course: 'replaces', key: next, before: key, from };
  await enter(place, [...first, await signKeyChange(change, next, key)]);
  const policyText = place.policyText.replace(formatVkey(key), () => formatVkey(next));
  await writePolicy(place.content, policyText);
  return t('log.handedOver', { key: nameOf(key), next: nameOf(next), from: String(from) });
}

async function enterLost({ log, policy, key }: Held, place: Place, t: Context['t']): Promise<string> {
  const line = policy.logs.find((one) => one.key.name === key.name && one.key.id !== key.id);
  const isThere = policy.logs.some((one) => one.key.id === key.id);
  if (line === undefined || isThere) throw new ExpectedError(t('log.notLost', { key: nameOf(key) }));
  const change: KeyChange = { course: 'lost', key, before: line.key, from: log.size + 1n };
  await enter(place, [await signKeyChange(change, key, null)]);
  const old = formatVkey(line.key);
  await writePolicy(
    place.content,
    place.policyText.replace(old, () => `${formatVkey(key)}\nlog ${old}`),
  );
  return t('log.lostEntered', { key: nameOf(line.key), next: nameOf(key) });
}

function statementOfFirst(key: SignerKey): Promise<string> {
  return signKeyChange({ course: 'first', key, before: null, from: 0n }, key, null);
}

function assertNamed(policy: Policy, key: SignerKey, t: Context['t']): void {
  if (policy.logs.some((one) => formatVkey(one.key) === formatVkey(key))) return;
  throw new ExpectedError(t('log.strangeKey', { key: nameOf(key) }));
}

async function enter({ content, now, log }: Place, notes: readonly string[]): Promise<void> {
  const month = monthOf(now);
  const before = readMonth(content, KEYS, month)?.value.keys ?? [];
  const keys = [...before, ...notes.map((note) => ({ note }))];
  await writeMonth(content, KEYS, month, { demo: log.demo, keys }, now);
}

async function writePolicy(content: string, text: string): Promise<void> {
  const file = policyFile(content);
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, text);
}

function nameOf({ name, id }: { readonly name: string; readonly id: string }): string {
  return `${name}+${id}`;
}
