import { DATASET_NAMES } from '../../ledger/dataset.ts';
import { ABSENT, type DatasetState, type Manifest } from '../../ledger/manifest.ts';
import type { Published } from '../../store/published.ts';
import type { Since } from '../../store/since.ts';
import type { News } from './news.ts';

/** What a system's snapshot says now, held against the one committed last. */
export function snapshotNews(
  { manifest: now, folder: { name: system } }: Published<Manifest> & { readonly manifest: Manifest },
  since: Since<Manifest> | null,
): News {
  const before = since?.was;
  const told = DATASET_NAMES.flatMap((name) => {
    const line = turn(before?.datasets[name] ?? ABSENT, now.datasets[name]);
    return line === null ? [] : [{ name, line }];
  });
  const stale = DATASET_NAMES.filter((name) => now.datasets[name].state === 'stale');
  const changed = told.filter(({ name }) => !stale.includes(name)).map(({ name }) => name);
  const short = [
    stale.length === 0 ? '' : `${stale.join(', ')} stale`,
    changed.length === 0 ? '' : `${changed.join(', ')} changed`,
  ].filter((part) => part !== '');
  return {
    noun: 'Snapshot',
    at: now.observed_at,
    short: `${system}: ${short.join(', ') || 'nothing changed'}`,
    lines: told.map(({ name, line }) => `${system}, ${name}: ${line}`),
  };
}

/** What became of a dataset between two manifests; null when it has the same files in the same state. */
function turn(before: DatasetState, now: DatasetState): string | null {
  if (now.state === 'stale')
    return `stale (${now.reason ?? 'not published any more'}), ${now.rows} rows stand as they were`;
  if (now.state === 'absent') return before.state === 'absent' ? null : 'no longer published';
  const back = before.state === 'stale' ? 'current again, ' : '';
  if (before.state === 'absent') return `${now.rows} rows, the first`;
  if (before.rows !== now.rows) return `${back}${before.rows} → ${now.rows} rows`;
  const names = ({ files }: DatasetState) => files.map((file) => file.path).join(' ');
  if (names(before) !== names(now)) return `${back}${now.rows} rows, other values`;
  return back === '' ? null : `${back}${now.rows} rows`;
}
