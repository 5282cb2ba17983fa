import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sha256Hex } from '../core/canonical.ts';
import { addRun, readHistory } from '../status/run/history.ts';
import type { Sample } from '../status/sample.ts';
import { toAnswers } from '../status/status-run.ts';
import { systemSchema } from '../systems/system.ts';
import { type Context, defineCommand, type Ending, type Given } from './frame/command.ts';

const CADENCE = 15 * 60_000;
const RUNS_A_YEAR = (365 * 24 * 60 * 60_000) / CADENCE;
const LIMIT = 50_000_000;

const OPTIONS = {
  days: { type: 'string', says: 'option.days', like: '30', default: '30' },
  checks: { type: 'string', says: 'option.checks', like: '60', default: '60' },
  systems: { type: 'string', says: 'option.systems', like: '5', default: '5' },
} as const;

/** What a year of checks adds to a repository: a commit a run, every 15 minutes, packed by `git gc`. */
export const measureGrowth = defineCommand({ options: OPTIONS, run: measure });

async function measure(given: Given<typeof OPTIONS>, { step }: Context): Promise<Ending> {
  const [days, checks, systems] = [Number(given.days), Number(given.checks), Number(given.systems)];
  const repository = await mkdtemp(path.join(tmpdir(), 'terang-growth-'));
  const run = promisify(execFile);
  const git = async (...args: string[]) => {
    const identity = ['-c', 'user.name=measure', '-c', 'user.email=measure@localhost', '-c', 'gc.auto=0'];
    return (await run('git', ['-C', repository, ...identity, ...args])).stdout;
  };

  // The same figures at each call: a small generator, and answers as they are in life (Park and Miller, 1988).
  let state = 20_260_101;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

  const words = { en: 'Check', id: 'Pemeriksaan' };
  const described = Array.from({ length: systems }, (_, index) => {
    const own = Array.from({ length: checks }, (_, check) => check).filter(
      (check) => check % systems === index,
    );
    const system = systemSchema.parse({
      id: `system-${index}`,
      name: words,
      summary: words,
      components: Array.from({ length: 5 }, (_, part) => ({ id: `component-${part}`, name: words })),
      checks: own.map((check) => ({
        id: `question-${check}`,
        component: `component-${check % 5}`,
        name: words,
        asks: words,
        kind: 'http',
        request: { url: 'https://localhost/' },
        expect: { only: 'reachability' },
      })),
    });
    return { system, sha256: sha256Hex(JSON.stringify(system)) };
  });

  /** Four in six measure a latency, one a count that seldom changes, one a number that always does; one in 200 fails. */
  function sampleOf(check: number, runNumber: number): Sample {
    if (random() < 0.005) return { outcome: 'down', reason: 'timed-out' };
    const ms = Math.max(1, Math.round((40 + ((check * 37) % 300)) * Math.exp(0.25 * normal())));
    if (check % 6 === 4) return { outcome: 'up', ms, value: String(random() < 0.1 ? 1 : 0) };
    if (check % 6 === 5) return { outcome: 'up', ms, value: String(21_000_000 + runNumber * 450 + check) };
    return check % 2 === 0 ? { outcome: 'up', ms, value: String(ms) } : { outcome: 'up', ms };
  }

  try {
    await git('init', '--quiet');
    const root = path.join(repository, 'content', 'generated', 'status');
    const runs = Math.round((days * 86_400_000) / CADENCE);
    const start = Date.UTC(2026, 0, 1, 0, 7);
    for (let number = 0; number < runs; number += 1) {
      // CI comes late by up to four minutes.
      const instant = start + number * CADENCE + Math.floor(random() * 240) * 1000;
      const at = `${new Date(instant).toISOString().slice(0, 19)}Z`;
      const states = described.map(({ system, sha256 }) => [
        system.id,
        { definition_sha256: sha256, details: {}, events: [] },
      ]);
      const samples = described.map(({ system }) => [
        system.id,
        toAnswers(
          Object.fromEntries(system.checks.map(({ id }) => [id, sampleOf(Number(id.split('-')[1]), number)])),
        ),
      ]);
      await addRun(await readHistory(root), {
        run: { at, systems: Object.fromEntries(samples) },
        asked: described,
        systems: described.map(({ system }) => system.id),
        state: { demo: false, observed_at: at, offline: false, systems: Object.fromEntries(states) },
      });
      await git('add', '--all');
      await git('commit', '--quiet', '--message', `Checks ${at}`);
      if (number % 96 === 0) step(`Day ${number / 96 + 1} of ${days}`);
    }
    step('Packing');
    await git('gc', '--quiet');
    const counted = await git('count-objects', '-v');
    const packed = Number(/size-pack: (\d+)/.exec(counted)?.[1]) * 1024;
    const year = (packed / runs) * RUNS_A_YEAR;
    const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
    const text =
      `${runs} runs of ${checks} checks in ${systems} systems: ${megabytes(packed)} packed with its index, ` +
      `${Math.round(packed / runs)} bytes a run. A year (${RUNS_A_YEAR} runs): ${megabytes(year)}.`;
    return { text, exitCode: year < LIMIT ? 0 : 1 };
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
}
