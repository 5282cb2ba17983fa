import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { LEFT_OUT } from '../ledger/finding.ts';
import { exclusively } from '../store/lock.ts';
import { readPublishingSystem } from '../systems/system-file.ts';
import type { OpenSource } from './reading.ts';
import { formatReport } from './report.ts';
import { type RunReport, takeSnapshot } from './run.ts';

export interface SnapshotCommand {
  readonly contentRoot: string;
  readonly systemId: string;
  readonly open: OpenSource;
  readonly now: () => IsoInstant;
  /** Milliseconds to wait for another run that writes to the same folder. */
  readonly patience?: number;
  readonly onStep?: (message: string) => void;
}

/** How a command ends: what the operator reads, and the exit code (0 only when every row was read anew and let in). */
export interface Ending {
  readonly text: string;
  readonly exitCode: 0 | 1;
  readonly report: RunReport;
}

/** `npm run snapshot`, without the process around it: one run under the lock, its ending in words. @throws ExpectedError */
export async function snapshotCommand(command: SnapshotCommand): Promise<Ending> {
  const { contentRoot, systemId, open, now, patience, onStep = () => undefined } = command;
  const folder = path.join(contentRoot, 'generated', systemId);
  const newSalt = () => randomBytes(16).toString('hex');
  const system = await readPublishingSystem(contentRoot, systemId);
  const report = await exclusively(folder, { patience, onStep }, () =>
    takeSnapshot(open, { folder, contentRoot, system, now: now(), newSalt, onStep }),
  );
  const whole =
    report.failures.size === 0 &&
    report.unfounded.length === 0 &&
    !report.judgement.raised.some(({ guard }) => (LEFT_OUT as readonly string[]).includes(guard));
  return { text: formatReport(report), exitCode: whole ? 0 : 1, report };
}
