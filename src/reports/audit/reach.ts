import type { Catalog, DatabaseFunction, Policy, Relation } from './catalog.ts';
import { bodyOf, conditionsOf, type Deed, deedOf } from './source-text.ts';

/** Where the site's figures come from: each dataset under the names that the runbook and the field give its place. */
export const PLACES_OF_FIGURES = [
  ['tpc_transactions'],
  ['tpc_distribution_logs'],
  ['tpc_distribution_batches'],
  ['tpc_changelog', 'tpc_settings_changelog', 'tpc_public_settings_changelog'],
  ['tpc_public_wallets', 'official_wallets', 'app_settings', 'tpc_public_settings'],
  ['tpc_distribution_settings', 'app_settings', 'tpc_public_settings'],
] as const;

/** A function with what its text says that it does, and everything that it calls does. */
export interface Acting {
  readonly fn: DatabaseFunction;
  readonly deed: Deed;
  /** Itself, and every function that it calls, however far. */
  readonly chain: readonly string[];
  readonly writes: ReadonlySet<string>;
  readonly consults: ReadonlySet<string>;
  readonly opaque: boolean;
  readonly asksWho: boolean;
}

/** What matters of a database: its money, what decides on that, and what stands between. */
export interface Reach {
  readonly catalog: Catalog;
  /** Tables and views that must not be written by just anyone: figures, settings, what feeds and what decides them. */
  readonly guarded: ReadonlySet<string>;
  /** Of these the ones whose rows the site shows. */
  readonly figures: ReadonlySet<string>;
  readonly functions: readonly Acting[];
  /** What policies and functions look into before they let somebody through: `table.column`, and who trusts it. */
  readonly trusted: ReadonlyMap<string, readonly string[]>;
}

/** Follows dependencies from the places of the figures, whatever anything is called. */
export function reachOf(catalog: Catalog): Reach {
  const { relations, policies } = catalog;
  const functions = actingOf(catalog);
  const byName = new Map(relations.map((relation) => [relation.name, relation]));
  const byId = new Map(functions.map((acting) => [acting.fn.id, acting]));
  const figures = new Set<string>();
  const add = (name: string) => {
    const relation = byName.get(name);
    if (relation === undefined || figures.has(name)) return;
    figures.add(name);
    for (const base of relation.made_of) add(base);
  };
  for (const name of PLACES_OF_FIGURES.flat()) add(name);

  const guarded = new Set(figures);
  const trusted = new Map<string, string[]>();
  let before = -1;
  while (before !== guarded.size + trusted.size) {
    before = guarded.size + trusted.size;
    // A view of what is guarded is a way to it.
    for (const { name, made_of } of relations)
      if (made_of.some((base) => guarded.has(base))) guarded.add(name);
    // What is written to a table with a trigger is written on by its function.
    for (const { name, triggers } of relations)
      if (triggers.some((id) => meets(byId.get(id)?.writes ?? [], guarded))) guarded.add(name);
    const trust = (who: string, columns: readonly string[]) => {
      for (const column of columns) {
        guarded.add(tableOf(column));
        const known = trusted.get(column) ?? [];
        if (!known.includes(who)) trusted.set(column, [...known, who]);
      }
    };
    for (const acting of functions)
      if (!acting.fn.is_trigger && acting.asksWho && meets(acting.writes, guarded))
        trust(`function ${acting.fn.name}`, consultedBy(acting, functions, relations));
    for (const policy of policies.filter(({ table }) => guarded.has(table))) {
      const called = policy.calls.flatMap((id) => byId.get(id) ?? []);
      trust(`policy ${policy.name} of ${policy.table}`, [
        ...policy.looks_into.filter((name) => byName.has(tableOf(name)) && !byName.has(name)),
        ...called.flatMap((acting) => consultedBy(acting, functions, relations)),
      ]);
    }
  }
  return { catalog, guarded, figures, functions, trusted };
}

/** `public` tables are named by themselves, others with their schema: the last part is the column. */
export function tableOf(column: string): string {
  return column.split('.').slice(0, -1).join('.');
}

function meets(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}

function actingOf({ functions, relations }: Catalog): Acting[] {
  const names = relations.map(({ name }) => name);
  const called = [...new Set(functions.map((fn) => fn.called))];
  const deeds = functions.map((fn) => ({ fn, deed: deedOf(fn, names, called) }));
  const reached = (from: string): string[] => {
    const seen = new Set([from]);
    for (const name of seen)
      for (const { fn, deed } of deeds) if (fn.called === name) for (const next of deed.calls) seen.add(next);
    return [...seen];
  };
  return deeds.map(({ fn, deed }) => {
    const chain = reached(fn.called);
    const all = deeds.filter(
      (one) => one.fn === fn || (chain.includes(one.fn.called) && one.fn.called !== fn.called),
    );
    // A condition that calls a function which asks who it is (`IF NOT is_admin() THEN`) asks that too.
    const askers = all.filter((one) => one.fn !== fn && one.deed.namesWho).map((one) => one.fn.called);
    const asksWho =
      deed.asksWho ||
      conditionsOf(bodyOf(fn.definition)).some((condition) =>
        askers.some((name) => new RegExp(`\\b${name.split('.').at(-1)}\\s*\\(`, 'i').test(condition)),
      );
    return {
      fn,
      deed,
      chain,
      writes: new Set(all.flatMap((one) => [...one.deed.writes])),
      consults: new Set(all.flatMap((one) => [...one.deed.consults])),
      opaque: all.some((one) => one.deed.opaque),
      asksWho,
    };
  });
}

/** The columns of other tables that a function, or one that it calls, names while it asks who calls. */
function consultedBy(acting: Acting, functions: readonly Acting[], relations: readonly Relation[]): string[] {
  const all = functions.filter((one) => one === acting || acting.chain.includes(one.fn.called));
  return all
    .filter(({ deed }) => deed.namesWho)
    .flatMap(({ deed }) =>
      relations
        .filter(({ name, is_view }) => !is_view && deed.consults.has(name) && !acting.writes.has(name))
        .flatMap(({ name, columns }) =>
          columns
            .filter((column) => deed.words.has(column.toLowerCase()))
            .map((column) => `${name}.${column}`),
        ),
    );
}

/** Whether a policy's condition lets every row through, none that an open role asks for, or some. */
export function opening(
  policy: Policy,
  catalog: Catalog,
  part: 'using' | 'checks',
): 'always' | 'some' | 'closed' | 'not-known' {
  const holds = policy[part];
  const depends = policy.own_columns.length > 0 || policy.looks_into.length > 0;
  if (holds === 'always') return 'always';
  if (!depends && asksForClosedRole(policy, catalog)) return 'closed';
  // Named by what the audit's role may not: without an alternative it rests on what it looks at all the same.
  if (holds === 'not-known') return depends && !/\bOR\b/i.test(policy.text) ? 'some' : 'not-known';
  return depends || policy.calls.length > 0 || /\bcurrent_|\bsession_user/i.test(policy.text)
    ? 'some'
    : 'closed';
}

/** The condition names a role that nobody from outside can be, such as `auth.role() = 'service_role'`. */
function asksForClosedRole({ text }: Policy, { roles }: Catalog): boolean {
  if (/\bOR\b|<>|!=|\bNOT\b/i.test(text)) return false;
  const literals = [...text.matchAll(/= ?'((?:[^']|'')*)'/g)].map(([, literal]) => literal);
  return (
    literals.length > 0 &&
    literals.every((literal) => roles.some(({ name, open }) => name === literal && !open))
  );
}
