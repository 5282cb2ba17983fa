import { addDays, compareInstants, dayOf } from '../../../core/instant.ts';
import type { SystemNow } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { foreignPiece, type Segment, timePiece } from '../segment.ts';
import { DAYS } from './system-rows.ts';

/** Deployments, rollbacks and rotations as the operator attests them: dots on the line of days, and a list. */
export interface Events {
  readonly label: string;
  readonly dots: readonly { readonly kind: string; readonly x: number; readonly title: string }[];
  readonly entries: readonly { readonly when: readonly Segment[]; readonly what: readonly Segment[] }[];
}

/** Null while nothing was ever attested. */
export function eventsOf(reader: Reader, { manifest }: StatusPublication, now: SystemNow): Events | null {
  const { t, rich, format, language } = reader;
  const events = manifest?.systems[now.system.id]?.events ?? [];
  if (manifest === null || events.length === 0) return null;
  const end = Date.parse(manifest.observed_at);
  const first = addDays(dayOf(manifest.observed_at), 1 - DAYS);
  const start = Date.parse(`${first}T00:00:00Z`);
  const componentName = (id: string) =>
    now.system.components.find((component) => component.id === id)?.name[language] ?? id;
  const newest = events.toSorted((a, b) => compareInstants(b.at, a.at));
  return {
    label: t('events.chart', {
      n: format.count(newest.filter(({ at }) => Date.parse(at) >= start).length),
      from: format.day(first),
      to: format.day(dayOf(manifest.observed_at)),
    }),
    dots: newest
      .filter(({ at }) => Date.parse(at) >= start && Date.parse(at) <= end)
      .map(({ at, kind, component, subject }) => ({
        kind,
        x: Math.round(((Date.parse(at) - start) / (end - start)) * 10_000) / 100,
        title: `${format.time(at).first}: ${t('events.line', {
          kind: t(`events.${kind}`),
          component: componentName(component),
          subject,
        })}`,
      })),
    entries: newest.map(({ at, kind, component, subject }) => ({
      when: [timePiece(reader, at)],
      what: rich('events.line', {
        kind: t(`events.${kind}`),
        component: componentName(component),
        subject: foreignPiece(reader, subject),
      }),
    })),
  };
}
