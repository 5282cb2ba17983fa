import { stringify } from 'yaml';
import { ExpectedError } from '../core/expected-error.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import { tryDatasets } from '../snapshot/one.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { readSystems } from '../status/run/command.ts';
import { askOne } from '../status/run/one.ts';
import type { Check } from '../systems/check/check.ts';
import { publishedDatasets } from '../systems/system.ts';
import { listSystems, readPublishingSystem, type SystemFile, sqlIn } from '../systems/system-file.ts';
import { hintOf } from './frame/arguments.ts';
import { CONTENT, type Context, defineCommand, type Ending } from './frame/command.ts';

/** Something that can be asked, by `system/kind/name`; without the kind, or with the name alone, where that is enough. */
interface Askable {
  readonly address: string;
  readonly names: readonly string[];
  readonly ask: (json: boolean) => Promise<Ending>;
}

/**
 * Asks one question now, shows its answer and keeps nothing. Ends as the run that asks it: with 0 for a dataset that
 * would be published whole and a check that was answered, whatever it says; else with 1.
 */
export const tryCommand = defineCommand({
  examples: ['batches', 'tpc/check/batch-hashes --json'],
  words: 1,
  options: { content: CONTENT, json: { type: 'boolean', says: 'option.json' } },
  settings: ['DATABASE_URL', 'DATABASE_ROLE', 'TERANG_CANARIES', 'env:NAME'],
  async run({ content, json, words: [name] }, context) {
    const { t } = context;
    const { files, problems } = await readSystems(content, await listSystems(content));
    const all = files.flatMap((file) => askablesOf(content, file, context));
    const known = [...problems, ...all.map(({ address }) => `  ${address}`)].join('\n');
    if (name === undefined) throw new ExpectedError(t('try.which', { known }));
    const meant = all.filter(({ names }) => names.includes(name));
    const [only, ...others] = meant;
    if (only === undefined) {
      const hint = hintOf(name, [...new Set(all.flatMap(({ address }) => address.split('/').slice(2)))], t);
      throw new ExpectedError(t('try.unknown', { name, hint, known }));
    }
    if (others.length > 0)
      throw new ExpectedError(
        t('try.several', { name, known: meant.map(({ address }) => `  ${address}`).join('\n') }),
      );
    return only.ask(json);
  },
});

function askablesOf(content: string, file: SystemFile, context: Context): Askable[] {
  const { id } = file.system;
  return [
    ...publishedDatasets(file.system).map((name) => ({
      ...called(id, 'dataset', name),
      ask: (json: boolean) => tryDataset({ content, id, name }, json, context),
    })),
    ...file.system.checks.map((check) => ({
      ...called(id, 'check', check.id),
      ask: (json: boolean) => tryCheck({ content, file, check }, json, context),
    })),
  ];
}

function called(system: string, kind: 'dataset' | 'check', name: string) {
  const address = `${system}/${kind}/${name}`;
  return { address, names: [address, `${kind}/${name}`, `${system}/${name}`, name] };
}

async function tryDataset(
  { content, id, name }: { readonly content: string; readonly id: string; readonly name: DatasetName },
  json: boolean,
  { env, now, step, t }: Context,
): Promise<Ending> {
  if (id !== 'tpc') throw new ExpectedError(t('snapshot.noSource', { system: id }));
  const url = env.DATABASE_URL ?? '';
  if (url === '') throw new ExpectedError(t('snapshot.noDatabase'));
  const tried = await tryDatasets((work) => withPostgres({ url, role: env.DATABASE_ROLE }, work), [name], {
    contentRoot: content,
    system: await readPublishingSystem(content, id),
    now: now(),
    onStep: step,
  });
  const found = tried.get(name);
  if (found === undefined) throw new Error(`${name} was not asked`);
  const exitCode = found.isWhole ? 0 : 1;
  const { lines, isWhole: _, ...said } = found;
  if (json)
    return { text: JSON.stringify({ kind: 'dataset', system: id, name, ...said }, null, 1), exitCode };
  const columns = Object.entries(found.columns).map(([column, type]) => `${column} ${type}`);
  const text = [
    found.rows === null
      ? t('try.notRead', { system: id, name, ms: String(found.ms) })
      : t('try.rows', { system: id, name, rows: String(found.rows), ms: String(found.ms) }),
    ...(found.place === null ? [] : [t('try.place', { place: found.place })]),
    ...(columns.length === 0 ? [] : [t('try.columns', { columns: columns.join(', ') })]),
    ...(found.rowsMayBeHidden ? [t('try.hidden')] : []),
    ...(lines.length === 0 ? [] : [t('try.first', { shown: String(lines.length) })]),
    ...lines.map((line) => `  ${line}`),
    ...found.findings.map(({ guard, text: why }) => t('try.flag', { guard, why })),
    ...(found.notEvaluated.length === 0
      ? []
      : [t('try.notEvaluated', { guards: found.notEvaluated.join(', ') })]),
    ...(found.failure === null ? [] : [t('try.refused', { why: found.failure.text })]),
    t('try.nothingWritten'),
  ];
  return { text: text.join('\n'), exitCode };
}

async function tryCheck(
  { content, file, check }: { readonly content: string; readonly file: SystemFile; readonly check: Check },
  json: boolean,
  { env, now, step, t, languages: [language] }: Context,
): Promise<Ending> {
  // Its settings stay names: what they hold is nobody's to see.
  const { name: _, asks, id, ...question } = check;
  const sql = Object.fromEntries(
    [question].flatMap((asked) => {
      const files = 'file' in asked ? [asked.file, 'out_of' in asked ? (asked.out_of ?? []) : []].flat() : [];
      return files.map((one) => [one, sqlIn(file.folder)(one)]);
    }),
  );
  const began = performance.now();
  const { answer, offline } = await askOne(content, file, check, { settings: env, now, onStep: step });
  const ms = Math.round(performance.now() - began);
  const { sample, detail = null, told = null } = answer;
  const exitCode = sample.outcome === 'unknown' ? 1 : 0;
  const { system } = file;
  if (json) {
    const said = { kind: 'check', system: system.id, name: id, question, sql, offline, ...sample };
    return { text: JSON.stringify({ ...said, detail, told, ms }, null, 1), exitCode };
  }
  const { outcome, reason, ...figures } = sample;
  const why = [reason === undefined ? [] : t(`reason.${reason}`), told ?? []].flat();
  const text = [
    t('try.asks', { system: system.id, name: id, asks: asks[language] }),
    indented(stringify(question)),
    ...Object.entries(sql).map(([one, statement]) => `  ${one}:\n${indented(indented(statement ?? ''))}`),
    t('try.answer', { answer: JSON.stringify({ ...figures, ...(detail === null ? {} : { detail }) }) }),
    t('try.verdict', { outcome: t(`outcome.${outcome}`), why: why.map((part) => `: ${part}`).join('') }),
    t('try.took', { ms: String(ms) }),
    t('try.nothingWritten'),
  ];
  return { text: text.join('\n'), exitCode };
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '  ');
}
