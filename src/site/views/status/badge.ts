import { LANGUAGES, type Language } from '../../../core/language.ts';
import type { Site } from '../../../core/site.ts';
import type { Held } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { State } from '../../../systems/component.ts';
import { DEMO_NOTICE } from '../../../words/demo-notice.ts';
import { readerFor } from '../../../words/reader.ts';
import { translator } from '../../../words/translator.ts';
import { capital, type StateShape, stateMark } from './state-mark.ts';

/** A picture or JSON that others embed: it can not expire by itself, so its words carry the time it held at. */
export interface Badge {
  readonly system: string;
  /** Null for the system as a whole. */
  readonly component: string | null;
  readonly label: Record<Language, string>;
  readonly words: Record<Language, string>;
  /** What the server shows in its place once its time is over; null where it is unknown already. */
  readonly aged: Record<Language, string> | null;
  readonly state: State;
  readonly shape: StateShape;
  readonly held: Held;
  readonly demo: boolean;
}

/** Grounds on which white can be read. */
export const BADGE_COLORS: Record<StateShape, string> = {
  up: '#1b7f4b',
  degraded: '#8a5200',
  down: '#b3261e',
  unknown: '#55616c',
};

/** Said by a server whose clock stands before the data: since when, it can not know. */
export const NOT_KNOWN = {
  en: capital(translator('en').t('state.unknown')),
  id: capital(translator('id').t('state.unknown')),
};

/** A badge for every system and for every component. */
export function badges(site: Site, { systems, manifest }: StatusPublication): Badge[] {
  const demo = manifest?.demo === true;
  return systems.flatMap((now) => {
    const badge = (component: string | null, name: Record<Language, string>, state: State, held: Held) =>
      badgeOf(site, { system: now.system.id, component, label: name, state, held, demo });
    return [
      badge(null, now.system.name, now.state, now),
      ...now.components.map((one) => badge(one.component.id, one.component.name, one.state, one)),
    ];
  });
}

function badgeOf(site: Site, about: Omit<Badge, 'words' | 'aged' | 'shape'>): Badge {
  const { held, state } = about;
  const inBoth = (say: (language: Language) => string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as Record<Language, string>;
  const marked = (language: Language) => stateMark(readerFor(language, site), state, held);
  const { shape } = marked('en');
  return {
    ...about,
    shape,
    words: inBoth((language) => {
      const { t, format } = readerFor(language, site);
      if (held.observed_at === null) return t('state.notYet');
      const when = t('state.at', { when: format.stamp(held.observed_at) });
      return `${t(`state.${state}`)} ${when}`;
    }),
    aged:
      marked('en').until === null
        ? null
        : inBoth((language) => `${marked(language).aged.word} ${marked(language).aged.since}`),
  };
}

/**
 * The form that badge services read, with our own fields beside it. `past` is what takes the place of the fields
 * it names once `valid_until` is over, `clock_wrong` that of a time before `observed_at`: a server that knows the
 * time does so (`site/server/ageing.ts`).
 */
export function badgeJson(badge: Badge): string {
  const { label, words, aged, state, shape, held, demo } = badge;
  const unknown = { color: BADGE_COLORS.unknown, state: 'unknown' satisfies State };
  const document = {
    schemaVersion: 1,
    label: demo ? `DEMO ${label.en}` : label.en,
    message: words.en,
    color: BADGE_COLORS[shape],
    ...(demo ? { demo: DEMO_NOTICE } : {}),
    state,
    names: label,
    words,
    observed_at: held.observed_at,
    valid_until: held.valid_until,
    past: aged === null ? null : { ...unknown, message: aged.en, words: aged },
    clock_wrong: aged === null ? null : { ...unknown, message: NOT_KNOWN.en, words: NOT_KNOWN },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
