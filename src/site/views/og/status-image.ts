import { compareInstants } from '../../../core/instant.ts';
import { NO_NOTES } from '../../../incidents/model/notes-publication.ts';
import type { SystemNow } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { overallSentence } from '../status/overall.ts';
import { capital, stateMark } from '../status/state-mark.ts';
import { systemRows } from '../status/system-rows.ts';
import { brandOf, demoBand, type Marked, type PreviewImage, timeWords } from './image.ts';

/** As many as can be read at the size of a preview; of more, the sentence alone tells. */
const ROWS = 6;

/** The home page: the state of all systems in one sentence, and each by word and shape. */
export function homeImage(reader: Reader, status: StatusPublication): PreviewImage {
  const { systems } = status;
  const seen = systems.flatMap(({ observed_at }) => observed_at ?? []).toSorted(compareInstants);
  return {
    ...frame(reader, status),
    kicker: reader.t('og.status'),
    titles: [overallSentence(reader, systems), reader.t('og.status')],
    state: seen.length > 0 ? null : { shape: 'unknown', word: capital(reader.t('state.notYet')) },
    bars: null,
    rows:
      systems.length > ROWS
        ? []
        : systems.map((now) => ({ ...marked(reader, now), name: name(reader, now) })),
    time: timeWords(reader, 'og.asOf', seen[0], 'og.never'),
  };
}

/** The page of one system: its state, the days behind it and the availability that they add up to. */
export function systemImage(reader: Reader, status: StatusPublication, now: SystemNow): PreviewImage {
  const row = systemRows(reader, status, NO_NOTES).find(({ id }) => id === now.system.id);
  const days = row?.bars?.bars ?? [];
  return {
    ...frame(reader, status),
    kicker: reader.t('og.status'),
    titles: [name(reader, now), now.system.id],
    state: marked(reader, now),
    bars:
      row?.bars == null
        ? null
        : {
            height: row.bars.height,
            days: days.map(({ kind, x, width, y, height, gap }) => ({ kind, x, width, y, height, gap })),
            caption: `${row.uptime.interval} ${reader.t('og.available', { days: row.uptime.days })}`,
          },
    rows: [],
    time: timeWords(reader, 'og.asOf', now.observed_at, 'og.never'),
  };
}

function frame(reader: Reader, { manifest }: StatusPublication) {
  return {
    language: reader.language,
    brand: brandOf(reader),
    demo: demoBand(reader, manifest?.demo === true),
    figure: null,
    note: reader.t('og.now'),
  };
}

/** What was never seen is unknown, whatever it is said to be. */
function marked(reader: Reader, now: SystemNow): Marked {
  const { shape, word } = stateMark(reader, now.state, now);
  return { shape, word };
}

function name({ language }: Reader, { system }: SystemNow): string {
  return system.name[language];
}
