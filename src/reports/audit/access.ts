import { type AreaResult, type AuditFinding, areaOf, partOf } from '../model/audit.ts';
import type { Catalog, Policy, Relation } from './catalog.ts';
import { opening, PLACES_OF_FIGURES, type Reach, reachOf, tableOf } from './reach.ts';

type Severity = AuditFinding['severity'];
type Grant = Catalog['grants'][number];

const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'];

/** Who can write figures, settings and people's rights, directly or by a chain of rights (TPC-16). */
export function accessOf(catalog: Catalog, reach: Reach = reachOf(catalog)): AreaResult {
  const findings: AuditFinding[] = [];
  const find = (severity: Severity, id: string, detail: string) =>
    void findings.push({ id, area: 'access', severity, detail });
  const { relations, policies, grants, roles } = catalog;
  for (const names of PLACES_OF_FIGURES)
    if (!relations.some(({ name }) => (names as readonly string[]).includes(name)))
      find(
        'high',
        `table-absent:${names[0]}`,
        `none of ${names.join(', ')} is there, neither table nor view`,
      );
  for (const { name, open, unbound } of roles)
    if (open && unbound)
      find('high', `role-reached:${name}`, 'a web role can take it on, and no policy holds it');

  const guarded = relations.filter(({ name }) => reach.guarded.has(name));
  const inside = {
    policies: policies.filter(({ table }) => reach.guarded.has(table)),
    grants: grants.filter(({ table }) => reach.guarded.has(table)),
  };
  for (const relation of guarded) {
    const own = inside.grants.filter(({ table }) => table === relation.name);
    securityOf(relation, reach.figures.has(relation.name), own, find);
    for (const [grantee, list] of Map.groupBy(own, (grant) => grant.grantee))
      writingBy(grantee, relation, list, { ...reach, policies: inside.policies }, find);
  }
  for (const policy of inside.policies) policyFindings(policy, reach, inside.grants, find);
  chainsOf(reach, inside.grants, find);
  const looked = guarded.length + inside.policies.length + inside.grants.length;
  const untold = findings.filter(({ id }) => id.includes('-not-judged:'));
  const area = areaOf('access', looked, once(findings));
  return untold.length === 0 ? area : partOf(area, untold.map(({ detail }) => detail).join('; '), 'not-told');
}

function securityOf(relation: Relation, isFigure: boolean, grants: readonly Grant[], find: Find): void {
  const { name, is_view, secured, forced, owner_is_bound } = relation;
  if (is_view) return;
  const reached = [...new Set(grants.map(({ grantee }) => grantee))];
  if (!secured && (isFigure || reached.length > 0))
    find(
      reached.length > 0 ? 'high' : 'medium',
      `rls-off:${name}`,
      `row-level security is not enabled${reached.length > 0 ? `, and ${reached.join(', ')} may name the table` : ''}`,
    );
  else if (secured && !forced && owner_is_bound)
    find('medium', `rls-not-forced:${name}`, 'its owner can log in, and passes by its policies');
}

/** What an open role may write in a table: in effect, or held back by policies alone. */
function writingBy(
  grantee: string,
  relation: Relation,
  grants: readonly Grant[],
  { catalog, figures, policies }: Reach & { readonly policies: readonly Policy[] },
  find: Find,
): void {
  const held = grants.filter(({ privilege }) => WRITES.includes(privilege));
  if (held.length === 0) return;
  const privileges = [...new Set(held.map(({ privilege }) => privilege))];
  const id = `grant-write:${relation.name}:${grantee}`;
  // A view is written with the rights of its owner, unless it is told to ask with those of whoever writes.
  if (relation.is_view) {
    if (relation.updatable && !relation.invoker)
      find(
        'high',
        id,
        `${grantee} may ${privileges.join(', ')} through this view, with the rights of its owner`,
      );
    return;
  }
  const own = policies.filter((policy) => policy.table === relation.name && isFor(policy, grantee));
  const effective = privileges.filter(
    (privilege) =>
      !relation.secured ||
      own.some((policy) => policy.permissive && writeOf(policy, privilege, catalog) === 'always'),
  );
  const some = privileges.filter((privilege) =>
    own.some(
      (policy) => policy.permissive && writeOf(policy, privilege, catalog) === 'some' && isUnguarded(policy),
    ),
  );
  const told = (list: readonly string[]) => `${grantee} may ${list.join(', ')}`;
  if (effective.length > 0) find('high', id, told(effective));
  else if (some.length > 0) {
    // That people write rows of their own is meant, but for figures; what of these others trust is a chain (below).
    if (!figures.has(relation.name)) return;
    find(
      some.every((privilege) => privilege === 'INSERT') ? 'low' : 'medium',
      `write-own:${relation.name}:${grantee}`,
      `${told(some)} rows that meet a condition on the rows themselves`,
    );
  } else
    find(
      'low',
      id,
      `${told(privileges)}, and nothing but the lack of a policy keeps it from that (TRUNCATE: nothing)`,
    );
}

function policyFindings(policy: Policy, { catalog }: Reach, grants: readonly Grant[], find: Find): void {
  const { table, name, command, roles, permissive, for_unbound } = policy;
  // A policy for roles that no policy holds lets nobody in.
  if (!permissive || for_unbound) return;
  const own = grants.filter((grant) => grant.table === table && isFor(policy, grant.grantee));
  const writes =
    command === 'ALL' ? ['INSERT', 'UPDATE', 'DELETE'] : [command].filter((one) => one !== 'SELECT');
  const opened = writes.map((privilege) => writeOf(policy, privilege, catalog));
  if (opened.includes('always'))
    find(
      own.some(({ privilege }) => writes.includes(privilege)) ? 'high' : 'medium',
      `policy-wildcard:${table}`,
      `policy ${name} lets ${roles.join(', ')} ${command} without a condition`,
    );
  else if (opened.includes('not-known'))
    find(
      'low',
      `policy-not-judged:${table}`,
      `policy ${name} names what the audit's role may not: whether it always holds is not known`,
    );
  const reads = command === 'SELECT' && policy.for_open && opening(policy, catalog, 'using') === 'always';
  const relation = catalog.relations.find((one) => one.name === table);
  if (!reads || relation === undefined || relation.read_by_us.length === 0) return;
  // What the site's own role may not read is private; of a table that it reads whole or not at all nothing is known.
  const hidden = relation.columns.filter((column) => !relation.read_by_us.includes(column));
  const shown = own.filter(
    ({ privilege, column }) => privilege === 'SELECT' && (column === null || hidden.includes(column)),
  );
  if (hidden.length > 0)
    find(
      shown.length > 0 ? 'medium' : 'low',
      `policy-open-read:${table}`,
      `policy ${name} shows every row to ${roles.join(', ')}, and ${hidden.join(', ')} with it where the right is given`,
    );
}

/** A column that rights rest on, and that whoever it speaks of can write: the first link of a chain. */
function chainsOf({ catalog, trusted }: Reach, grants: readonly Grant[], find: Find): void {
  for (const [column, trusters] of trusted) {
    const table = tableOf(column);
    const field = column.slice(table.length + 1);
    const relation = catalog.relations.find(({ name }) => name === table);
    if (relation === undefined || relation.is_view) continue;
    const own = grants.filter((grant) => grant.table === table && (grant.column ?? field) === field);
    const links = own
      .filter(({ privilege }) => privilege === 'INSERT' || privilege === 'UPDATE')
      .flatMap(({ grantee, privilege }) => linkOf(relation, field, { grantee, privilege }, catalog));
    if (links.length === 0) continue;
    const kept = keeper(relation, field, catalog);
    const told = [...new Set(links)].join(', ');
    if (kept === null)
      find('high', `chain:${column}`, `${told} ${column}, which is trusted by ${trusters.join(', ')}`);
    else
      find(
        'low',
        `chain-not-judged:${column}`,
        `${told} ${column}, which is trusted by ${trusters.join(', ')}; ${kept} may refuse it, which its text alone does not tell`,
      );
  }
}

function linkOf(
  { name: table, secured }: Relation,
  field: string,
  { grantee, privilege }: { readonly grantee: string; readonly privilege: string },
  catalog: Catalog,
): string[] {
  if (!secured) return [`${grantee} may ${privilege}`];
  return catalog.policies
    .filter((policy) => policy.table === table && policy.permissive && isFor(policy, grantee))
    .filter((policy) => {
      const opened = writeOf(policy, privilege, catalog);
      // A condition on the column itself, or on another table, holds the value and not only whose row it is.
      return (
        opened === 'always' ||
        (opened === 'some' && isUnguarded(policy) && !policy.own_columns.includes(field))
      );
    })
    .map((policy) => `${grantee} may by policy ${policy.name} ${privilege}`);
}

/** What else may refuse a value: a restrictive policy, or a trigger before the write that names the column. */
function keeper(
  { name: table, triggers_before }: Relation,
  field: string,
  { policies, functions }: Catalog,
): string | null {
  const restrictive = policies.find((policy) => policy.table === table && !policy.permissive);
  if (restrictive !== undefined) return `policy ${restrictive.name}`;
  const trigger = functions.find(
    ({ id, definition }) =>
      triggers_before.includes(id) && new RegExp(`\\b${field}\\b`, 'i').test(definition),
  );
  return trigger === undefined ? null : `trigger function ${trigger.name}`;
}

/** Which rows a policy lets be written: the most open of its conditions; one that has none lets nothing. */
function writeOf(policy: Policy, privilege: string, catalog: Catalog) {
  if (policy.command !== 'ALL' && policy.command !== privilege) return 'closed';
  const conditions = {
    INSERT: [policy.checks === null && policy.command === 'ALL' ? 'using' : 'checks'],
    UPDATE: policy.checks === null ? ['using'] : ['using', 'checks'],
    DELETE: ['using'],
  }[privilege] as ('using' | 'checks')[] | undefined;
  const opened = (conditions ?? []).map((part) =>
    policy[part] === null ? 'closed' : opening(policy, catalog, part),
  );
  return (['always', 'not-known', 'some'] as const).find((one) => opened.includes(one)) ?? 'closed';
}

/** It looks at the rows alone: whoever they speak of passes. */
function isUnguarded({ looks_into }: Policy): boolean {
  return looks_into.length === 0;
}

function isFor({ roles }: Policy, grantee: string): boolean {
  return roles.includes('PUBLIC') || grantee === 'PUBLIC' || roles.includes(grantee);
}

type Find = (severity: Severity, id: string, detail: string) => void;

/** One finding an id: two policies of the same fault on a table are one thing to put right. */
function once(findings: readonly AuditFinding[]): AuditFinding[] {
  const order: readonly Severity[] = ['high', 'medium', 'low'];
  return [...Map.groupBy(findings, ({ id }) => id).values()].flatMap((list) => {
    const [first] = list.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    return first === undefined ? [] : [{ ...first, detail: list.map(({ detail }) => detail).join('; ') }];
  });
}
