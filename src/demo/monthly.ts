import { randomBytes } from 'node:crypto';
import { archiveCommand } from '../archive/command.ts';
import { restoreCommand } from '../archive/restore-command.ts';
import { compareInstants, type IsoInstant, monthOf } from '../core/instant.ts';
import { addMonths } from '../core/month.ts';
import { withClient } from '../postgres/client.ts';
import { auditCommand } from '../reports/audit/command.ts';
import { readSite } from '../systems/site-file.ts';
import { openDemoDatabase } from './database.ts';
import { listen } from './world/listen.ts';
import { API_BASE, readPublicLedger, tpcPlatform } from './world/tpc.ts';

/** How many of the latest closed months are audited, archived and restored. */
const MONTHS = 2;
/** Milliseconds in which the demo's API answers. */
const DELAY = 5;

export interface DemoMonths {
  readonly contentRoot: string;
  readonly now: IsoInstant;
  readonly onStep: (message: string) => void;
}

/**
 * Audits the latest closed months against the demo's ledger and its API on loopback, each as of the first of the month
 * after it, as archive.yml would have done then.
 *
 * @throws Error when an area could not be asked, or more was found than the wallet that is not published yet
 */
export async function auditClosedMonths(options: DemoMonths & { readonly url: string }): Promise<void> {
  const { contentRoot, now, url, onStep } = options;
  const api = await listen(
    tpcPlatform(await ledgerOf(url), () => new Date(now)),
    DELAY,
  );
  // Whose only use is that the ids of findings are the same from one month to the next.
  const key = randomBytes(16).toString('hex');
  try {
    for (const month of closedMonths(now)) {
      onStep(`Auditing ${month}`);
      const { text, exitCode } = await auditCommand({
        contentRoot,
        month,
        now: firstAfter(month, '02:41:00', now),
        clock: now,
        databaseUrl: url,
        databaseRole: 'tpc_reader',
        apiUrl: `${api.url}${API_BASE}`,
        key,
        internal: { kind: 'nowhere' },
      });
      if (exitCode !== 0) throw new Error(text);
    }
  } finally {
    await api.close();
  }
}

/** Archives the latest closed months, and restores each into an embedded Postgres of its own. @throws Error */
export async function archiveClosedMonths({ contentRoot, now, onStep }: DemoMonths): Promise<void> {
  const database = await openDemoDatabase();
  // Emptied after each month: to start another takes longer than all the rest.
  const close = () => withClient(database.url, (client) => client.query('DROP SCHEMA archive CASCADE'));
  try {
    for (const month of closedMonths(now)) {
      const { text, exitCode } = await archiveCommand(
        { task: 'make', month },
        { contentRoot, site: () => readSite(contentRoot), now, onStep },
      );
      if (exitCode !== 0) throw new Error(text);
      const restored = await restoreCommand({
        contentRoot,
        due: false,
        now: firstAfter(month, '02:50:00', now),
        clock: now,
        open: async () => ({ url: database.url, close: async () => void (await close()) }),
        onStep,
      });
      if (restored.exitCode !== 0) throw new Error(restored.text);
    }
  } finally {
    await database.close();
  }
}

function closedMonths(now: IsoInstant): string[] {
  return Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(now), index - MONTHS));
}

/** A time on the first day after a month, or now where that is still to come. */
function firstAfter(month: string, time: string, now: IsoInstant): IsoInstant {
  const then = `${addMonths(month, 1)}-01T${time}Z`;
  return compareInstants(then, now) > 0 ? now : then;
}

function ledgerOf(url: string) {
  return withClient(url, async (client) => {
    await client.query("SET timezone = 'UTC'");
    return readPublicLedger(client);
  });
}
