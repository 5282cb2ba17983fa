import { type AreaResult, type AuditFinding, areaOf, partOf } from '../model/audit.ts';
import type { Catalog } from './catalog.ts';
import { type Acting, type Reach, reachOf } from './reach.ts';

/**
 * Functions that run with their owner's rights, and what whoever may call them can write by that (TPC-16). One that
 * runs with its caller's rights adds nothing to them, and one that only reads is meant to be read.
 */
export function functionsOf(catalog: Catalog, reach: Reach = reachOf(catalog)): AreaResult {
  const touching = reach.functions.filter(
    ({ writes, consults }) => meets(writes, reach.guarded) || meets(consults, reach.guarded),
  );
  const opaque = reach.functions.filter(
    (one) => one.fn.definer && one.fn.callers.length > 0 && one.opaque && !touching.includes(one),
  );
  const looked = [...touching, ...opaque];
  const findings = looked.flatMap((acting) => findingsOf(acting, reach));
  const area = areaOf('functions', looked.length, findings);
  const untold = findings.filter(({ id }) => id.startsWith('function-not-judged:'));
  return untold.length === 0 ? area : partOf(area, untold.map(({ detail }) => detail).join('; '), 'not-told');
}

function findingsOf({ fn, writes, opaque, asksWho, deed }: Acting, { guarded }: Reach): AuditFinding[] {
  if (!fn.definer) return [];
  const found: AuditFinding[] = [];
  const find = (severity: AuditFinding['severity'], fault: string, detail: string) =>
    void found.push({ id: `${fault}:${fn.name}`, area: 'functions', severity, detail });
  if (fn.search_path === '')
    find(
      'high',
      'definer-search-path',
      'runs with the rights of its owner, and whoever calls it chooses where it looks for tables',
    );
  if (fn.callers.length === 0) return found;
  const who = `may be called by ${fn.callers.join(', ')}`;
  const written = [...writes].filter((name) => guarded.has(name));
  if (written.length > 0 && !asksWho && !deed.namesWho)
    find('high', 'open-function', `${who}, asks nobody who it is, and writes ${written.join(', ')}`);
  else if (written.length > 0 && !asksWho)
    find(
      'low',
      'function-not-judged',
      `${fn.name} ${who} and writes ${written.join(', ')}: it names who calls, and whether that holds anybody back its text does not tell`,
    );
  else if (written.length === 0 && opaque)
    find(
      'low',
      'function-not-judged',
      `${fn.name} ${who}, and makes its statements while it runs: what it writes its text does not tell`,
    );
  return found;
}

function meets(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}
