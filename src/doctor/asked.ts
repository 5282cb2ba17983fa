import type { PeerTime } from '../core/clock.ts';
import { ExpectedError } from '../core/expected-error.ts';
import type { IsoInstant } from '../core/instant.ts';
import { type TriedDataset, tryDatasets } from '../snapshot/one.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import type { Answer } from '../status/ask/answer.ts';
import { canariesIn } from '../status/run/canary.ts';
import { toAsk } from '../status/run/command.ts';
import { askAll } from '../status/run/run.ts';
import { publishedDatasets } from '../systems/system.ts';
import type { SystemFile } from '../systems/system-file.ts';
import { type Line, line } from './line.ts';

interface Asking {
  readonly contentRoot: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly now: () => IsoInstant;
  readonly onStep: (message: string) => void;
}

/** What was heard, and what those who answered say of the time. */
export interface Heard {
  readonly lines: readonly Line[];
  readonly peers: readonly PeerTime[];
}

/** What a run of the checks would say of each. */
export async function checkLines(files: readonly SystemFile[], asking: Asking): Promise<Heard> {
  const { contentRoot, settings, now, onStep } = asking;
  const { systems, peers, offline } = await askAll({
    settings,
    now,
    onStep,
    canaries: canariesIn(settings.TERANG_CANARIES),
    systems: files.map((file) => toAsk(contentRoot, file)),
  });
  const lines = [...systems].flatMap(([system, answers]) =>
    [...answers].map(([check, answer]) => lineOf({ system, name: check }, answer)),
  );
  return { lines: [...(offline ? [line('untold', 'doctor.check.offline')] : []), ...lines], peers };
}

function lineOf(who: { system: string; name: string }, { sample, told }: Answer): Line {
  const { outcome, reason } = sample;
  if (outcome !== 'unknown') return line('ok', 'doctor.check.answered', { ...who, outcome });
  const why = [reason, told].filter((part) => part !== undefined).join(': ');
  // A setting that is not there is the operator's to set; any other silence may be anybody's.
  const state = reason === 'missing-setting' ? 'todo' : 'untold';
  return line(state, 'doctor.check.unknown', { ...who, why });
}

/** What a snapshot would say of each dataset. */
export async function datasetLines({ system }: SystemFile, asking: Asking): Promise<Heard> {
  const { contentRoot, settings, now, onStep } = asking;
  const { transparency } = system;
  if (transparency === undefined) return { lines: [], peers: [] };
  if (system.id !== 'tpc')
    return { lines: [line('todo', 'doctor.dataset.noSource', { system: system.id })], peers: [] };
  const url = settings.DATABASE_URL ?? '';
  if (url === '') return { lines: [line('todo', 'doctor.dataset.noDatabase')], peers: [] };
  const peers: PeerTime[] = [];
  const options = { url, role: settings.DATABASE_ROLE, onTime: (time: PeerTime) => void peers.push(time) };
  try {
    const tried = await tryDatasets((work) => withPostgres(options, work), publishedDatasets(system), {
      contentRoot,
      system: { ...system, transparency },
      now: now(),
      onStep,
    });
    return { lines: [...tried].map(([name, one]) => datasetLine({ system: system.id, name }, one)), peers };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { lines: [line('todo', 'doctor.dataset.content', { why: error.message })], peers };
  }
}

/** What of a source that did not answer may be over the next time. */
const SILENT: readonly string[] = ['source-unreachable', 'connection-lost', 'timeout', 'source-error'];

function datasetLine(who: { system: string; name: string }, found: TriedDataset): Line {
  const { failure, findings, rows, isWhole } = found;
  if (failure !== null) {
    const state = SILENT.includes(failure.reason) ? 'untold' : 'todo';
    return line(state, 'doctor.dataset.refused', { ...who, why: failure.text });
  }
  const flags = findings.map(({ guard }) => guard).join(', ');
  const values = { ...who, rows: String(rows), flags };
  if (flags === '') return line('ok', 'doctor.dataset.whole', values);
  return line(isWhole ? 'ok' : 'todo', 'doctor.dataset.flagged', values);
}
