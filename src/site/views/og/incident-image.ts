import type { IsoInstant } from '../../../core/instant.ts';
import { type Incident, isOpen, statusOf } from '../../../incidents/model/incident.ts';
import type { System } from '../../../systems/system.ts';
import type { Reader } from '../../../words/reader.ts';
import { brandOf, demoBand, type ImageShape, type PreviewImage, timeWords } from './image.ts';

export interface IncidentPreview {
  readonly incident: Incident;
  /** Null when the note's system is no longer described: then its id is its name. */
  readonly system: Pick<System, 'name' | 'severities'> | null;
  readonly demo: boolean;
  /** When publishing first saw the note; stands in where its updates name no time. */
  readonly posted_at: IsoInstant;
}

/** An incident as people last stated it, and when they did: the state of the checks is another question. */
export function incidentImage(
  reader: Reader,
  { incident, system, demo, posted_at }: IncidentPreview,
): PreviewImage {
  const { t, format, language } = reader;
  const status = statusOf(incident);
  const other = language === 'en' ? 'id' : 'en';
  const severity = system?.severities.find(({ id }) => id === incident.severity)?.name[language];
  const about = [system?.name[language] ?? incident.system, t('og.incident'), severity ?? incident.severity];
  return {
    language,
    brand: brandOf(reader),
    demo: demoBand(reader, demo),
    kicker: about.join(' · '),
    titles: [incident.title[language], incident.title[other], t('og.elsewhere')],
    figure: null,
    state: { shape: shapeOf(incident), word: t(`og.incident.${status}`) },
    bars: null,
    rows: [],
    time: `${t('og.started', { when: format.time(incident.started).first })} · ${timeWords(reader, 'og.stated', statedAt(incident) ?? posted_at)}`,
    note: t('og.now'),
  };
}

/** When its newest update with a time was written. */
function statedAt({ updates }: Incident): IsoInstant | null {
  return updates.flatMap(({ at }) => at ?? []).at(-1) ?? null;
}

/** Never the disc of "operational": that it is over is what people wrote, not what checks saw. */
function shapeOf(incident: Incident): ImageShape {
  if (!isOpen(incident)) return 'closed';
  switch (incident.impact) {
    case 'none':
    case 'minor':
      return 'degraded';
    case 'major':
    case 'critical':
      return 'down';
    default:
      return incident.impact satisfies never;
  }
}
