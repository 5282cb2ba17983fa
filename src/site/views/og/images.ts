import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import { isDemo, type Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Page } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import { batchMonths } from '../batch-months.ts';
import { batchMonthImage } from './batches-image.ts';
import type { PreviewImage } from './image.ts';
import { incidentImage } from './incident-image.ts';
import { homeImage, systemImage } from './status-image.ts';

/** An image and where it stands below `/og/`, without `.png`: `en/status/tpc`. */
export interface Preview {
  readonly address: string;
  readonly image: PreviewImage;
}

/** The preview images of a language: the home page, each system, each month of batches, each incident. */
export function previewImages(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
): Preview[] {
  const { paths, language } = reader;
  const at = (page: Page, image: PreviewImage): Preview => ({
    address: paths.image(language, page).slice(`${paths.root}og/`.length, -'.png'.length),
    image,
  });
  return [
    ...(reader.offers('status') ? [at({ name: 'home' }, homeImage(reader, status))] : []),
    ...status.systems.map((now) =>
      at({ name: 'system', id: now.system.id }, systemImage(reader, status, now)),
    ),
    ...batchMonths(publication).map((month) =>
      at({ name: 'batch-month', month }, batchMonthImage(reader, publication, month)),
    ),
    ...notes.incidents.map(({ note: incident, posted_at }) =>
      at(
        { name: 'incident', slug: incident.slug },
        incidentImage(reader, {
          incident,
          posted_at,
          system: status.systems.find(({ system }) => system.id === incident.system)?.system ?? null,
          demo: notes.demo || isDemo(publication),
        }),
      ),
    ),
  ];
}
