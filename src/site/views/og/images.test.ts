import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/language.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import { NO_NOTES, type NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { SystemNow } from '../../../status/present.ts';
import { NO_STATUS, type StatusPublication } from '../../../status/status-publication.ts';
import { STATES, type State } from '../../../systems/component.ts';
import type { IncidentStatus } from '../../../systems/incident-status.ts';
import { systemSchema } from '../../../systems/system.ts';
import { hashedBatch, NOTHING_PUBLISHED, published } from '../../../testing/publication.ts';
import { readerFor } from '../../../testing/site.ts';
import { batchMonthImage } from './batches-image.ts';
import { altOf, type PreviewImage } from './image.ts';
import { previewImages } from './images.ts';
import { incidentImage } from './incident-image.ts';
import { homeImage, systemImage } from './status-image.ts';

const [english, indonesian] = [readerFor('en'), readerFor('id')];
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

const system = systemSchema.parse({
  id: 'voucher',
  name: { en: 'Vouchers', id: 'Voucher' },
  summary: { en: 'Redeems', id: 'Menukar' },
  components: [{ id: 'api', name: { en: 'API', id: 'API' } }],
});
const HELD = { observed_at: '2026-01-26T07:05:00Z', valid_until: '2026-01-26T07:27:30Z' };
const now = (state: State, held: Partial<SystemNow> = HELD) =>
  ({ system, state, components: [], ...held }) as SystemNow;
const status = (demo: boolean, ...systems: SystemNow[]): StatusPublication => ({
  ...NO_STATUS,
  manifest: { demo, observed_at: HELD.observed_at } as StatusPublication['manifest'],
  systems,
});

const incident = (state: IncidentStatus, over: Partial<Incident> = {}): Incident => ({
  kind: 'incident',
  slug: '2026-01-26-late',
  title: { en: 'Redemption late', id: 'Penukaran terlambat' },
  system: 'voucher',
  components: ['api'],
  severity: 'P1',
  impact: 'major',
  playbook: null,
  started: '2026-01-26T07:00:00Z',
  resolved: null,
  next_update_by: null,
  corrections: [],
  late_reason: null,
  withdrawn_by: null,
  checklist: null,
  updates: [{ number: 1, status: state, at: '2026-01-26T07:05:00Z', text: { en: 'a', id: 'b' } }],
  ...over,
});
const noted: NotesPublication = {
  ...NO_NOTES,
  incidents: [
    {
      note: incident('resolved'),
      images: [],
      posted_at: '2026-01-26T07:06:00Z',
      updates_posted: new Map(),
      changes: [],
      refused: null,
      gone: null,
    },
  ],
};

describe('a system says its state by word and shape, and its time in words', () => {
  test.each<[State, string, string, string]>([
    ['operational', 'up', 'Operational', 'Berjalan normal'],
    ['under_maintenance', 'degraded', 'Under maintenance', 'Dalam pemeliharaan'],
    ['unknown', 'unknown', 'Not known', 'Tidak diketahui'],
    ['degraded_performance', 'degraded', 'Degraded performance', 'Kinerja menurun'],
    ['partial_outage', 'down', 'Partial outage', 'Gangguan sebagian'],
    ['major_outage', 'down', 'Major outage', 'Gangguan besar'],
  ])('%s', (state, shape, en, id) => {
    const seen = now(state);
    const images = [english, indonesian].map((reader) => systemImage(reader, status(false, seen), seen));
    expect(images.map((image) => image.state)).toEqual([
      { shape, word: en },
      { shape, word: id },
    ]);
    expect(images.map(({ time }) => plain(time))).toEqual([
      'as of 26 Jan 2026, 14:05 WIB / 07:05 UTC',
      'per 26 Jan 2026, 14.05 WIB / 07.05 UTC',
    ]);
  });

  test('what was never checked is unknown, whatever it is said to be', () => {
    const never = now('operational', { observed_at: null, valid_until: null });
    for (const image of [systemImage(english, status(false, never), never), homeImage(english, NO_STATUS)]) {
      expect(image.state).toEqual({ shape: 'unknown', word: 'Not known yet' });
      expect(image.time).toBe('never checked');
    }
    expect(homeImage(english, status(false, never)).rows).toEqual([
      { shape: 'unknown', word: 'Not known yet', name: 'Vouchers' },
    ]);
  });

  test('the home page has the oldest of their times, and the disc for none but the operational', () => {
    const old = now('major_outage', { ...HELD, observed_at: '2026-01-25T17:30:00Z' });
    const image = homeImage(indonesian, status(false, ...STATES.map((state) => now(state)), old));
    expect(plain(image.time)).toBe('per 26 Jan 2026, 00.30 WIB / 25 Jan, 17.30 UTC');
    expect(image.rows).toEqual([]); // Seven are too many to be read: the sentence tells.
    const six = homeImage(english, status(false, ...STATES.map((state) => now(state))));
    expect(six.rows.filter(({ shape }) => shape === 'up').map(({ word }) => word)).toEqual(['Operational']);
  });
});

describe('a month of batches', () => {
  const month = (over: object = {}) =>
    published({ batches: [hashedBatch(), { ...hashedBatch({ id: 'b' }), ...over }] });

  test('leads with what was distributed, exactly, and with what is wrong before what is right', () => {
    const publication = month({ treasury_sum: '600.000001' });
    const image = batchMonthImage(indonesian, publication, '2026-01');
    expect(image.figure).toMatchObject({ whole: '2.000', fraction: ',000001' });
    expect(image.rows.map(({ shape, word }) => [shape, word])).toEqual([
      ['unequal', '1 hash tidak cocok'],
      ['equal', '1 hash cocok'],
    ]);
    expect(image.state).toBeNull();
  });

  test('does not change with a snapshot that brought nothing new to it', () => {
    const before = month();
    const after = { ...before, manifest: { ...before.manifest, observed_at: '2026-01-27T00:00:00Z' } };
    expect(batchMonthImage(english, after as typeof before, '2026-01')).toEqual(
      batchMonthImage(english, before, '2026-01'),
    );
  });
});

describe('an incident', () => {
  const shown = (one: Incident, reader = english) =>
    incidentImage(reader, { incident: one, system, demo: false, posted_at: '2026-01-26T07:06:00Z' });

  test('says its status as people stated it, and when; what is over has no green disc', () => {
    expect(shown(incident('monitoring')).state).toEqual({ shape: 'down', word: 'Monitoring' });
    expect(shown(incident('investigating', { impact: 'minor' })).state?.shape).toBe('degraded');
    expect(shown(incident('resolved'), indonesian).state).toEqual({ shape: 'closed', word: 'Teratasi' });
    expect(plain(shown(incident('identified')).time)).toBe(
      'Started 26 Jan 2026, 14:00 WIB · as stated 26 Jan 2026, 14:05 WIB / 07:05 UTC',
    );
  });

  test('without an update in its words it is being investigated, since when it was posted', () => {
    const image = shown(incident('investigating', { updates: [] }));
    expect(image.state?.word).toBe('Investigating');
    expect(plain(image.time)).toContain('14:06 WIB');
  });

  test('a system that is no longer described is called by its id', () => {
    const image = incidentImage(english, {
      incident: incident('resolved'),
      system: null,
      demo: true,
      posted_at: '2026-01-26T07:06:00Z',
    });
    expect(image.kicker).toBe('voucher · Incident · P1');
    expect(image.demo).toEqual(['DEMO – invented figures', 'DATA CONTOH – angka rekaan']);
  });
});

test('while the data is the demo’s every image says so in both languages, its own first, and so does its alt text', () => {
  const seen = now('operational');
  for (const reader of [english, indonesian]) {
    const images = previewImages(
      reader,
      published({ batches: [hashedBatch()] }, { demo: true }),
      status(true, seen),
      noted,
    );
    expect(images.map(({ address }) => address)).toEqual([
      `${reader.language}/home`,
      `${reader.language}/status/voucher`,
      `${reader.language}/transparency/batches/2026/01`,
      `${reader.language}/incidents/2026-01-26-late`,
    ]);
    for (const { image } of images) {
      expect(image.demo).toHaveLength(LANGUAGES.length);
      expect(image.demo[0]).toContain(reader.language === 'en' ? 'DEMO' : 'DATA CONTOH');
      for (const notice of image.demo) expect(altOf(image)).toContain(notice);
    }
  }
  const real: PreviewImage[] = previewImages(english, NOTHING_PUBLISHED, status(false, seen), noted).map(
    ({ image }) => image,
  );
  expect(real.flatMap(({ demo }) => demo)).toEqual([]);
});

test('the alt text says what the image shows', () => {
  const seen = now('partial_outage');
  expect(altOf(systemImage(english, status(false, seen), seen))).toBe(
    'Status. Vouchers. Partial outage. as of 26 Jan 2026, 14:05 WIB / 07:05 UTC',
  );
});
