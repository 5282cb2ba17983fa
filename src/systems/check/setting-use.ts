import { type Explanation, explain } from '../../core/explain.ts';
import type { Fault } from '../../core/fault.ts';
import type { Check } from './check.ts';
import { addressSchema, databaseSchema, settingKind, settingsIn } from './text.ts';

/** The settings of the machine that one system may name. */
interface SettingsOwner {
  readonly id: string;
  readonly settings_prefix?: string | undefined;
}

type Place = 'address' | 'database' | 'header' | 'other';
interface Text {
  readonly path: readonly (string | number)[];
  readonly place: Place;
  readonly text: string;
}

/** What the machine itself, its hosts and this project keep their own settings under. */
const KEPT = new Set(
  `ACT ACTIONS APP AWS AZURE BASE CI CLOUDFLARE DATABASE DOCKER GCP GH GIT GITHUB GITLAB GOOGLE HOME HOST HTTP HTTPS INPUT
   KUBERNETES LC LD LOGNAME NODE NPM OLDPWD PATH PG PORT POSTGRES PWD RESTORE RUNNER SECRET SECRETS SHELL SITE SSH STATE
   SUDO SUPABASE TEMP TERANG TEST TMP TOKEN USER VAULT XDG`.split(/\s+/),
);
/** Headers that a secret is meant for. */
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|apikey|api-key|x-[a-z-]*(token|key))$/i;

/** What the names of a system's settings begin with: what its file declares, or its id in capitals. */
export function settingsPrefix({ id, settings_prefix }: SettingsOwner): string {
  return `${settings_prefix ?? id.toUpperCase().replaceAll('-', '_')}_`;
}

/** Why a system may not have this prefix; null where it may. */
export function prefixProblem(owner: SettingsOwner): Fault | null {
  const [first = ''] = settingsPrefix(owner).split('_');
  if (!KEPT.has(first)) return null;
  return { code: 'expected.other-prefix', values: { first } };
}

/** The settings that a system may be given: those of its own prefix, and no other's. */
export function ownSettings(
  owner: SettingsOwner,
  settings: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const prefix = settingsPrefix(owner);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name.startsWith(prefix)));
}

/** What is wrong with the settings that a check names. */
export function checkSettingFaults(check: Check, owner: SettingsOwner): Explanation[] {
  return faultsOf(textsOf(check), owner);
}

/** The same of addresses that are asked for something else than a check. */
export function addressSettingFaults(addresses: readonly string[], owner: SettingsOwner): Explanation[] {
  const texts = addresses.map((text, index): Text => ({ path: [index], place: 'address', text }));
  return faultsOf(texts, owner);
}

/** What is wrong with the settings that a routine's question names: `database`, `api` and the like, each whole. */
export function questionSettingFaults(
  question: Readonly<Record<string, unknown>>,
  owner: SettingsOwner,
): Explanation[] {
  const texts = Object.entries(question).flatMap(([field, text]): Text[] =>
    typeof text === 'string' && (field === 'database' || settingsIn(text).length > 0)
      ? [{ path: [field], place: field === 'database' ? 'database' : 'address', text }]
      : [],
  );
  const misshapen = texts.flatMap(({ path, place, text }) => {
    const { error } = (place === 'database' ? databaseSchema : addressSchema).safeParse(text);
    return (error?.issues ?? []).flatMap((issue) => explain(issue, text, path));
  });
  return [...misshapen, ...faultsOf(texts, owner)];
}

function faultsOf(texts: readonly Text[], owner: SettingsOwner): Explanation[] {
  const prefix = settingsPrefix(owner);
  const stranger = texts.find(({ place, text }) => place === 'address' && !isTrusted(text));
  return texts.flatMap(({ path, place, text }) =>
    settingsIn(text).flatMap((name): Explanation[] => {
      const fault =
        strayed(name, prefix) ??
        misplaced(name, place, String(path.at(-1))) ??
        (stranger !== undefined && (place === 'header' || place === 'other')
          ? ({ code: 'setting.stranger', values: { name, field: stranger.path.join('.'), prefix } } as const)
          : null);
      return fault === null ? [] : [{ path, ...fault }];
    }),
  );
}

function strayed(name: string, prefix: string): Fault | null {
  return name.startsWith(prefix) ? null : { code: 'setting.strayed', values: { name, prefix } };
}

/** A secret stands where secrets belong, and nowhere else. */
function misplaced(name: string, place: Place, field: string): Fault | null {
  const kind = settingKind(name);
  if (kind === 'database' && place !== 'database') return { code: 'setting.database', values: { name } };
  if (kind === 'secret' && !(place === 'header' && SECRET_HEADER.test(field)))
    return { code: 'setting.secret', values: { name } };
  return kind !== 'database' && place === 'database'
    ? { code: 'setting.no-database', values: { name } }
    : null;
}

/** What is asked there is named by a setting, or is this machine. */
function isTrusted(address: string): boolean {
  return /^env:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(address);
}

/** Every text of a check in which settings are filled in. */
function textsOf(check: Check): Text[] {
  switch (check.kind) {
    case 'http': {
      const { request, expect } = check;
      return [
        { path: ['request', 'url'], place: 'address', text: request.url },
        ...headersOf(request.headers, ['request', 'headers']),
        ...(request.body === undefined ? [] : deep(request.body, ['request', 'body'])),
        ...(expect.cors === undefined ? [] : deep(expect.cors.origin, ['expect', 'cors', 'origin'])),
      ];
    }
    case 'attested':
      return [{ path: ['url'], place: 'address', text: check.url }, ...headersOf(check.headers, ['headers'])];
    case 'tls':
      return [{ path: ['address'], place: 'address', text: check.address }];
    case 'sql':
      return [{ path: ['database'], place: 'database', text: check.database }];
    case 'reconciliation':
      return [
        { path: ['database'], place: 'database', text: check.database },
        ...endpointsOf(check.endpoints),
        ...headersOf(check.headers, ['headers']),
      ];
    case 'jsonrpc':
      return [
        ...endpointsOf(check.endpoints),
        ...(typeof check.measure === 'object' && 'lag_against' in check.measure
          ? [
              {
                path: ['measure', 'lag_against'],
                place: 'address' as const,
                text: check.measure.lag_against,
              },
            ]
          : []),
        ...headersOf(check.headers, ['headers']),
        ...deep(check.params, ['params']),
      ];
    case 'dataset':
    case 'derived':
      return [];
  }
}

function endpointsOf(endpoints: readonly string[]): Text[] {
  return endpoints.map((text, index) => ({ path: ['endpoints', index], place: 'address', text }));
}

function headersOf(headers: Readonly<Record<string, string>>, path: readonly string[]): Text[] {
  return Object.entries(headers).map(([name, text]) => ({ path: [...path, name], place: 'header', text }));
}

/** The texts of a JSON value, however deep. */
function deep(value: unknown, path: readonly (string | number)[]): Text[] {
  if (typeof value === 'string') return [{ path, place: 'other', text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, item]) => deep(item, [...path, key]));
}
