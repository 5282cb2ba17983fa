import { askAll, type RunOptions } from '../status/run/run.ts';
import type { System } from '../systems/system.ts';
import { type GivenCheck, nothingPublished, systemOf } from './checks.ts';

/** A check of an address that answers within two seconds. */
export const http = (id: string, url: string, more: Readonly<Record<string, unknown>> = {}): GivenCheck => ({
  kind: 'http',
  id,
  request: { url },
  timeout: 'PT2S',
  ...more,
});
/** A run over one system, and what each of its checks came to. */
export const run = async (
  checks: readonly GivenCheck[],
  { system, ...given }: Partial<RunOptions> & { system?: Partial<System> } = {},
) => {
  const asked = systemOf(checks, system);
  const answers = await askAll({
    systems: [{ system: asked, sqlFile: async () => 'SELECT 1', published: nothingPublished }],
    settings: {},
    now: () => '2026-01-26T12:00:00Z',
    canaries: [],
    ...given,
  });
  const samples = [...(answers.systems.get('sample') ?? [])].map(([id, { sample }]) => [
    id,
    sample.reason ?? sample.outcome,
  ]);
  return {
    offline: answers.offline,
    samples: Object.fromEntries(samples) as Record<string, string>,
    answers,
  };
};
