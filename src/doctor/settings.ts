import path from 'node:path';
import { readYaml } from '../core/yaml.ts';
import { filesIn, textAt } from '../store/disk.ts';
import { settingsPrefix } from '../systems/check/setting-use.ts';
import { settingsIn } from '../systems/check/text.ts';
import type { SystemFile } from '../systems/system-file.ts';
import { type Line, line } from './line.ts';

type Settings = Readonly<Record<string, string | undefined>>;

/** Settings by the part of the schedule that asks with them. */
export interface NamedSettings {
  readonly check: readonly string[];
  readonly chain: readonly string[];
  readonly report: readonly string[];
}

/** The settings that the files of systems name, routines too: each once, in order. */
export function namedSettings(files: readonly SystemFile[]): NamedSettings {
  const routines = files.flatMap(({ folder }) => routinesIn(folder));
  const asked = routines.flatMap((routine) => routine.items?.flatMap(({ ask }) => ask?.check ?? []) ?? []);
  const checks = files.flatMap(({ system }) => system.checks);
  // A check that a routine asks by its name is asked with what that check names.
  const byRoutine = checks.filter(({ id }) => asked.includes(id));
  return {
    check: named(checks),
    chain: named(files.map(({ system }) => system.transparency?.anchors ?? null)),
    report: named([routines, byRoutine]),
  };
}

/** What of a routine's file is looked at, whatever else is in it: its own run says what is wrong there. */
interface Routine {
  readonly items?: readonly { readonly ask?: { readonly check?: string } }[];
}

function routinesIn(folder: string): Routine[] {
  const routines = path.join(folder, 'routines');
  return filesIn(routines)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readYaml(textAt(path.join(routines, name)) ?? '').value ?? {}) as Routine[];
}

function named(value: unknown): string[] {
  return [...new Set(settingsIn(JSON.stringify(value)))].toSorted();
}

/** What files ask for and is not set, and what is set under a system's prefix and asked by nobody. */
export function settingLines(files: readonly SystemFile[], settings: Settings): Line[] {
  const asked = namedSettings(files);
  const all = [...new Set(Object.values(asked).flat() as string[])];
  const prefixes = files.map(({ system }) => settingsPrefix(system));
  const missing = all.filter((name) => (settings[name] ?? '') === '').toSorted();
  const idle = Object.keys(settings)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)) && !all.includes(name))
    .toSorted();
  const lines = [
    ...missing.map((name) => {
      const by = Object.entries(asked).filter(([, names]) => names.includes(name));
      return line('todo', 'doctor.setting.missing', { name, by: by.map(([part]) => part).join(', ') });
    }),
    ...idle.map((name) => line('todo', 'doctor.setting.idle', { name })),
  ];
  return lines.length > 0 ? lines : [line('ok', 'doctor.setting.all', { asked: String(all.length) })];
}
