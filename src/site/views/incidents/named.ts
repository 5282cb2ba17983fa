import type { StatusPublication } from '../../../status/status-publication.ts';
import type { System } from '../../../systems/system.ts';
import type { Reader } from '../../../words/reader.ts';

/** What a note is about, in words: a system and its components, or their ids where no file describes them any more. */
export interface Subject {
  readonly system: System | null;
  readonly name: string;
  readonly href: string | null;
  readonly components: string;
}

export function subjectOf(
  { language, format, paths }: Reader,
  { systems }: Pick<StatusPublication, 'systems'>,
  about: { readonly system: string; readonly components: readonly string[] },
): Subject {
  const system = systems.find((one) => one.system.id === about.system)?.system ?? null;
  const names = about.components.map(
    (id) => system?.components.find((component) => component.id === id)?.name[language] ?? id,
  );
  return {
    system,
    name: system?.name[language] ?? about.system,
    href: system === null ? null : paths.page(language, { name: 'system', id: system.id }),
    components: format.list(names),
  };
}
