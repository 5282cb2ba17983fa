import pLimit from 'p-limit';
import { type Rights, rightsOf } from '../postgres/rights.ts';
import { SourceError } from '../postgres/source-error.ts';
import type { SystemFile } from '../systems/system-file.ts';
import { type Line, line } from './line.ts';

type Settings = Readonly<Record<string, string | undefined>>;

/** A login and the role that it takes on, by the name of the setting: its address is nobody's to see. */
interface Login {
  readonly setting: string;
  readonly url: string;
  readonly role: string;
}

const AT_ONCE = 4;

/** What each login that the settings name could do in its database beyond reading. */
export async function rightsLines(files: readonly SystemFile[], settings: Settings): Promise<Line[]> {
  const slot = pLimit(AT_ONCE);
  const asked = loginsOf(files, settings).map((login) => slot(() => linesOf(login)));
  return (await Promise.all(asked)).flat();
}

function loginsOf(files: readonly SystemFile[], settings: Settings): Login[] {
  const named = files.flatMap(({ system }) =>
    system.checks.flatMap((check) =>
      'database' in check ? [{ setting: check.database.slice('env:'.length), role: check.role ?? '' }] : [],
    ),
  );
  const publishes = files.some(({ system }) => system.transparency !== undefined);
  const own = publishes ? [{ setting: 'DATABASE_URL', role: settings.DATABASE_ROLE ?? '' }] : [];
  const all = new Map([...own, ...named].map((one) => [`${one.setting} ${one.role}`, one]));
  return [...all.values()].flatMap((one) => {
    const url = settings[one.setting] ?? '';
    return url === '' ? [] : [{ ...one, url }];
  });
}

async function linesOf({ setting, url, role }: Login): Promise<Line[]> {
  const who = role === '' ? setting : `${setting} (${role})`;
  try {
    const found = tooWide(who, await rightsOf({ url, role }));
    return found.length > 0 ? found : [line('ok', 'doctor.rights.ok', { who })];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const why = error.message.replaceAll('DATABASE_URL', setting);
    if (error.failure === 'access-denied') return [line('todo', 'doctor.rights.denied', { who, why })];
    return [line('untold', 'doctor.rights.untold', { who, why })];
  }
}

function tooWide(who: string, { superuser, bypassRls, administers, writable }: Rights): Line[] {
  // A superuser may do everything else too.
  if (superuser) return [line('todo', 'doctor.rights.superuser', { who })];
  return [
    ...(bypassRls ? [line('todo', 'doctor.rights.bypass', { who })] : []),
    ...(administers ? [line('todo', 'doctor.rights.administers', { who })] : []),
    ...(writable.length > 0
      ? [line('todo', 'doctor.rights.writes', { who, tables: writable.join(', ') })]
      : []),
  ];
}
