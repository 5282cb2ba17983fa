import { createHmac } from 'node:crypto';
import { clockDoubts, type PeerTime } from '../../core/clock.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { compareInstants, type IsoInstant, monthOf } from '../../core/instant.ts';
import { addMonths } from '../../core/month.ts';
import { SourceError } from '../../postgres/source-error.ts';
import { inTransaction } from '../../postgres/transaction.ts';
import { assertClockOf } from '../../store/clock.ts';
import { exclusively } from '../../store/lock.ts';
import { monthsOf, readMonth, writeMonth } from '../../store/month-files.ts';
import { rootOf } from '../../store/published.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import {
  type AreaResult,
  type AuditFinding,
  type AuditGap,
  INTERNAL_AREAS,
  notKnown,
  type PublicAudit,
  publicAudit,
  SEVERITIES,
} from '../model/audit.ts';
import { type MonthAudits, monthProblem, presentOf } from '../model/month-audits.ts';
import { AUDITS } from '../model/monthly-folders.ts';
import { readAcceptances, withAcceptances } from './acceptances.ts';
import { accessOf } from './access.ts';
import { auditApi } from './api.ts';
import { readCatalog } from './catalog.ts';
import { functionsOf } from './functions.ts';
import { type InternalWay, writeInternalAudit } from './internal.ts';
import { auditPublished } from './published.ts';

export interface AuditCommand {
  readonly contentRoot: string;
  /** The month that was over last; `due`: that one, unless it was audited. */
  readonly month: string | 'due';
  readonly now: IsoInstant;
  /** What this machine's clock says, where the audit is told as of another time; `now` unless given. */
  readonly clock?: IsoInstant;
  /** The platform's database, and a role to take on; every role may read the catalog. */
  readonly databaseUrl: string | undefined;
  readonly databaseRole?: string | undefined;
  /** The address of the public API, up to and including `/v1`. */
  readonly apiUrl: string | undefined;
  /** Makes ids of findings in the database comparable from month to month without telling them. */
  readonly key?: string | undefined;
  readonly internal: InternalWay;
  /** The file of findings that the team lets stand; one that is not there lets none. */
  readonly acceptances?: string | undefined;
  readonly onStep?: (message: string) => void;
}

export interface AuditEnding {
  readonly text: string;
  /** 0 only when every area could be asked and nothing worse than a low finding stands, or when nothing is due. */
  readonly exitCode: 0 | 1;
  /** The public part; null where none was due. */
  readonly audit: PublicAudit | null;
}

/** `npm run audit`, without the process around it: the monthly audit (TPC-16). What it prints may be public. */
export async function auditCommand(command: AuditCommand): Promise<AuditEnding> {
  const { contentRoot, now, clock = now, internal, onStep = () => undefined } = command;
  const isDue = command.month === 'due';
  const month = isDue ? addMonths(monthOf(now), -1) : command.month;
  const problem = monthProblem(month, now);
  if (problem !== null) throw new ExpectedError(problem);
  const known = await auditsOf(contentRoot, month);
  if (isDue && known !== null) {
    const text = `Nothing is due: ${month} was audited at ${known[0].audited_at}. "npm run audit -- ${month}" adds another audit.`;
    return { text, exitCode: 0, audit: null };
  }
  const acceptances = await readAcceptances(command.acceptances, now);
  if ('problem' in acceptances) throw new ExpectedError(acceptances.problem);
  onStep('Reading the catalog of the database');
  const peers: PeerTime[] = [];
  const onTime = (time: PeerTime) => void peers.push(time);
  const { areas: database, advice } = await auditDatabase(command, onTime);
  onStep('Asking the public API');
  const api = await auditApi(command.apiUrl, onTime);
  onStep('Recomputing what was published');
  const published = await auditPublished(contentRoot, month, now, clock);
  const areas = [...database, api, ...published.areas].map((area) =>
    withAcceptances(area, acceptances.accepted),
  );
  // What could not be asked may be there all the same.
  const idle = acceptances.accepted.filter(
    ({ finding }) =>
      areas.every(({ gap }) => gap === null) &&
      !areas.some(({ findings }) => findings.some(({ id }) => id === finding)),
  );
  const before = await auditBefore(contentRoot, month);
  const audit = publicAudit({
    month,
    demo: published.demo,
    audited_at: now,
    areas,
    before,
    refOf: (finding) => refOf(finding, command.key),
  });
  await exclusively(rootOf(contentRoot, AUDITS), { onStep }, async () => {
    await assertClockOf(contentRoot, clock, peers);
    await addPublicAudit(contentRoot, audit);
  });
  await writeInternalAudit({ month, audited_at: now, areas }, internal);
  const text = [
    inWords(month, areas, audit.findings),
    ...advice,
    ...clockDoubts(clock, peers),
    ...(idle.length === 0
      ? []
      : [`${idle.length} accepted, and not found any more: take them out of the file`]),
  ].join('\n');
  return { text, exitCode: areas.every(isQuiet) ? 0 : 1, audit };
}

/** What to do where the database could not be asked; it may be printed anywhere, and names nothing of it. */
const ADVICE: Readonly<Partial<Record<SourceError['failure'], string>>> = {
  'access-denied':
    'The database refused the audit, or the audit the login: give DATABASE_URL the login of the snapshot (DATABASE_ROLE a role to take on), which is no superuser, does not bypass row-level security, and may read the catalog (pg_catalog). It needs no right on any table.',
  'source-unreachable':
    'The database does not answer: look at the host, port and TLS in DATABASE_URL, and whether this machine may connect. Then run the audit again: a further run is a further entry.',
  'connection-lost': 'The connection was cut: run the audit again. A further run is a further entry.',
  timeout: 'The database took too long over its catalog: run the audit again when it is less busy.',
};
const ELSE =
  'The catalog could not be read: `npm run snapshot` with the same settings says more about the database.';

async function auditDatabase(
  { databaseUrl: url, databaseRole: role }: AuditCommand,
  onTime: (time: PeerTime) => void,
): Promise<{ readonly areas: readonly AreaResult[]; readonly advice: readonly string[] }> {
  const none = (reason: string, advice: string) => ({
    areas: INTERNAL_AREAS.map((area) => notKnown(area, reason)),
    advice: [advice],
  });
  if (url === undefined || url === '')
    return none(
      'DATABASE_URL is not set',
      'DATABASE_URL is not set: access and functions of the database were not looked at.',
    );
  try {
    const catalog = await inTransaction({ url, role, onTime }, readCatalog);
    return { areas: [accessOf(catalog), functionsOf(catalog)], advice: [] };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return none(`${error.failure}: ${error.message}`, ADVICE[error.failure] ?? ELSE);
  }
}

function refOf(finding: AuditFinding, key: string | undefined): string | null {
  if (!INTERNAL_AREAS.includes(finding.area)) return finding.id;
  if (key === undefined || key === '') return null;
  return createHmac('sha256', key).update(finding.id).digest('hex').slice(0, 32);
}

/** A low finding, such as a wallet that is not published yet, is told and stays open; it turns no run red each month. Nor does one that the team lets stand. */
function isQuiet({ gap, findings }: AreaResult): boolean {
  return (
    gap === null && findings.every(({ severity, accepted }) => severity === 'low' || accepted !== undefined)
  );
}

const GAPS: Readonly<Record<AuditGap, string>> = {
  'not-asked': 'it could not be asked',
  'no-rows': 'there was nothing to look at',
  'not-told': 'what was seen does not tell',
  'not-recomputable': 'a hash can not be recomputed in any known form',
};

/** Counts alone: a log can be public. */
function inWords(month: string, areas: readonly AreaResult[], findings: PublicAudit['findings']): string {
  const lines = areas.map(({ area, result, gap, checked, findings: own }) => {
    const unknown = gap === null ? '' : GAPS[gap];
    if (result === 'not-known') return `${area}: not known, ${unknown}`;
    return `${area}: ${result}, ${checked} looked at, ${foundIn(own)}${unknown === '' ? '' : `; not all known, ${unknown}`}`;
  });
  const standings = ['new', 'open', 'closed', 'not-known'].map(
    (standing) => `${findings.filter((one) => one.standing === standing).length} ${standing}`,
  );
  const accepted = findings.filter((one) => one.accepted === true).length;
  const counted = [...standings, ...(accepted === 0 ? [] : [`${accepted} of them accepted`])];
  return [`Audit of ${month}: ${counted.join(', ')}`, ...lines].join('\n');
}

/** `2 found (1 high, 1 low)`. */
function foundIn(findings: readonly AuditFinding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return counts.length === 0 ? '0 found' : `${findings.length} found (${counts.join(', ')})`;
}

/** The public part of the present audit of the last month before; null where there is none. @throws AlteredFileError */
async function auditBefore(contentRoot: string, month: string): Promise<PublicAudit | null> {
  const last = monthsOf(contentRoot, AUDITS).findLast((other) => other < month);
  const audits = last === undefined ? null : await auditsOf(contentRoot, last);
  return audits === null ? null : presentOf(audits);
}

/** Every audit of a month, first to last; null where it was never audited. @throws AlteredFileError */
async function auditsOf(contentRoot: string, month: string): Promise<MonthAudits | null> {
  return readMonth(contentRoot, AUDITS, month)?.value ?? null;
}

/** Adds an audit behind those of its month, which are never rewritten. @throws AlteredFileError, and where it is not the latest */
async function addPublicAudit(contentRoot: string, audit: PublicAudit): Promise<void> {
  const known = (await auditsOf(contentRoot, audit.month)) ?? [];
  const last = known.at(-1);
  if (last !== undefined && compareInstants(last.audited_at, audit.audited_at) >= 0)
    throw new AlteredFileError(
      `${audit.month} was audited at ${last.audited_at}, which is not before ${audit.audited_at}: look at the clock.`,
    );
  const all = [...known, audit] as unknown as MonthAudits;
  await writeMonth(contentRoot, AUDITS, audit.month, all, audit.audited_at);
}
