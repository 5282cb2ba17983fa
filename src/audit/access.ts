import { type AreaResult, type AuditFinding, areaOf } from '../domain/audit.ts';
import { type Catalog, TPC_TABLES } from './catalog.ts';
import type { Holds } from './condition.ts';

const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'];
const OPEN_ROLES = ['public', 'anon', 'authenticated'];
/** It holds whose transaction it was. */
const PRIVATE = 'tpc_transactions';

/** Row-level security, policies and rights on the five tables (TPC-16). */
export function accessOf({ tables, policies, grants }: Catalog): AreaResult {
  const findings: AuditFinding[] = [];
  const find = (severity: AuditFinding['severity'], id: string, detail: string) =>
    void findings.push({ id, area: 'access', severity, detail });
  for (const names of TPC_TABLES)
    if (!tables.some(({ name }) => (names as readonly string[]).includes(name)))
      find('high', `table-absent:${names[0]}`, `none of ${names.join(', ')} is there`);
  for (const { name, secured, forced, owner_is_bound } of tables) {
    if (!secured) find('high', `rls-off:${name}`, 'row-level security is not enabled');
    else if (!forced && owner_is_bound)
      find('medium', `rls-not-forced:${name}`, 'its owner can log in, and passes by its policies');
  }
  for (const policy of policies) {
    const { table, name, command, roles } = policy;
    const holds = writesHold(policy);
    if (holds === 'not-known')
      find(
        'low',
        `policy-not-judged:${table}`,
        `policy ${name} names what the audit's role may not: whether it always holds is not known`,
      );
    if (holds === 'always')
      find(
        'high',
        `policy-wildcard:${table}`,
        `policy ${name} lets ${roles.join(', ')} ${command} without a condition`,
      );
    const openRead =
      command === 'SELECT' && policy.using === 'always' && roles.some((role) => OPEN_ROLES.includes(role));
    if (openRead && table === PRIVATE)
      find('medium', `policy-open-read:${table}`, `policy ${name} shows every row to ${roles.join(', ')}`);
  }
  for (const [key, list] of Map.groupBy(
    grants.filter(({ privilege }) => WRITES.includes(privilege)),
    ({ table, grantee }) => `grant-write:${table}:${grantee}`,
  ))
    find('high', key, `${list[0]?.grantee} may ${list.map(({ privilege }) => privilege).join(', ')}`);
  return areaOf('access', tables.length + policies.length + grants.length, once(findings));
}

/** Functions that run with their owner's rights, and who may call what writes (TPC-16). */
export function functionsOf({ functions }: Catalog): AreaResult {
  const findings = functions.flatMap(({ name, definer, writes, search_path, callers }): AuditFinding[] => {
    const found: AuditFinding[] = [];
    if (definer && search_path === '')
      found.push({
        id: `definer-search-path:${name}`,
        area: 'functions',
        severity: 'high',
        detail: 'runs with the rights of its owner, and whoever calls it chooses where it looks for tables',
      });
    if (callers.length > 0 && (definer || writes))
      found.push({
        id: `open-function:${name}`,
        area: 'functions',
        severity: 'high',
        detail: `may be called by ${callers.join(', ')}`,
      });
    return found;
  });
  return areaOf('functions', functions.length, findings);
}

/** Whether a policy lets everything be written: the most open of its conditions. One that has none lets nothing. */
function writesHold({ permissive, command, using, checks }: Catalog['policies'][number]): Holds {
  if (!permissive || command === 'SELECT') return 'not-always';
  // What a policy does not check is checked by what it shows.
  const conditions = { INSERT: [checks], DELETE: [using], UPDATE: [checks ?? using, using] };
  const held = conditions[command === 'ALL' ? 'UPDATE' : command];
  return (['always', 'not-known'] as const).find((one) => held.includes(one)) ?? 'not-always';
}

/** One finding an id: two policies of the same fault on a table are one thing to put right. */
function once(findings: readonly AuditFinding[]): AuditFinding[] {
  return [...Map.groupBy(findings, ({ id }) => id).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, detail: [first, ...rest].map(({ detail }) => detail).join('; ') }],
  );
}
