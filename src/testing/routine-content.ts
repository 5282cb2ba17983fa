import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { ReportCommand } from '../reports/command.ts';
import { createContent, runChecks } from './check-run.ts';
import { json, startPeer } from './peer.ts';

const words = { en: 'Name', id: 'Nama' };

/** A routine as its file describes it, at nine in the morning unless told; the words are as they come. */
export function routineOf(given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'morning',
    name: words,
    due: { rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', zone: 'UTC' },
    items: [
      { id: 'answers', name: words, check: 'http' },
      { id: 'logs-read', name: words, manual: { role: 'operator', words } },
    ],
    ...given,
  };
}

export interface RoutineContent {
  readonly root: string;
  readonly scratch: string;
  /** Writes a routine of the system "sample", below the content or another folder. */
  readonly write: (given?: Readonly<Record<string, unknown>>, folder?: string) => Promise<void>;
  /** Asks the one check of the system at an instant. */
  readonly checkAt: (now: string) => Promise<void>;
  readonly command: (now: string, more?: Partial<ReportCommand>) => ReportCommand;
}

/** A content root with the system "sample" of one check that answers, and a scratch folder; gone with the test. */
export async function createRoutineContent(): Promise<RoutineContent> {
  const peer = await startPeer((_, response) => json(response, {}));
  const root = await createContent([{ kind: 'http', request: { url: 'env:SAMPLE_URL' } }]);
  const scratch = await mkdtemp(path.join(tmpdir(), 'terang-scratch-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  const system = path.join(root, 'written', 'systems', 'sample');
  return {
    root,
    scratch,
    write: async (given, folder = system) => {
      const routine = routineOf(given);
      await mkdir(path.join(folder, 'routines'), { recursive: true });
      await writeFile(path.join(folder, 'routines', `${routine.id}.yaml`), stringify(routine));
    },
    checkAt: async (now) => {
      await runChecks(root, { settings: { SAMPLE_URL: peer.url }, now: () => now });
    },
    command: (now, more) => ({
      contentRoot: root,
      scratch,
      settings: {},
      now: () => now,
      publicMachine: false,
      ...more,
    }),
  };
}
