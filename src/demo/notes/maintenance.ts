import type { DemoClock, DemoNote } from './note.ts';

const DAY = 24;
const HOUR_MS = 3_600_000;

/** COI-08, the four recurring ones; a single window ahead for TPC, and one that is over. */
export function maintenanceNotes(clock: DemoClock): DemoNote[] {
  const sunday = weekday(clock, 0, '02:00');
  const monday = weekday(clock, 1, '10:00');
  const recurring = { folder: 'maintenance', zone: 'UTC' } as const;
  const ahead = -3 * DAY;
  const past = 20 * DAY;
  return [
    coinscious(recurring.folder, {
      slug: 'coinscious-database-weekly',
      title: {
        en: 'COINSCIOUS: weekly database maintenance',
        id: 'COINSCIOUS: pemeliharaan mingguan basis data',
      },
      components: ['database'],
      starts: sunday(80),
      lasts: 'PT1H',
      rule: 'FREQ=WEEKLY;BYDAY=SU',
      en: 'The database is tidied once a week. The console stays open; queries can be slower meanwhile.',
      id: 'Basis data dirapikan sekali seminggu. Konsol tetap terbuka; kueri dapat lebih lambat selama itu.',
      later: {
        posted: 4 * DAY,
        facts: {
          cancelled: [sunday(-8)],
          corrections: [
            {
              at: clock.written(4 * DAY),
              field: 'cancelled',
              was: '',
              reason: {
                en: 'The window would have fallen together with a release.',
                id: 'Jadwal itu akan bersamaan dengan sebuah rilis.',
              },
            },
          ],
        },
        update: {
          status: 'Scheduled',
          at: 4 * DAY + 0.1,
          en: 'One of the coming windows does not take place, so that it does not fall together with a release.',
          id: 'Salah satu jadwal mendatang ditiadakan agar tidak bersamaan dengan sebuah rilis.',
        },
      },
    }),
    coinscious(recurring.folder, {
      slug: 'coinscious-security-updates',
      title: { en: 'COINSCIOUS: security updates', id: 'COINSCIOUS: pembaruan keamanan' },
      components: ['console', 'indexer', 'api'],
      starts: monday(80),
      lasts: 'PT1H',
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      en: 'Security updates are installed, one service after the other.',
      id: 'Pembaruan keamanan dipasang, satu layanan demi satu layanan.',
    }),
    coinscious(recurring.folder, {
      slug: 'coinscious-security-audit',
      title: { en: 'COINSCIOUS: monthly security audit', id: 'COINSCIOUS: audit keamanan bulanan' },
      components: ['contracts', 'api'],
      starts: nthWeekday(clock, 1, '13:00'),
      lasts: 'PT2H',
      rule: 'FREQ=MONTHLY;BYDAY=1MO',
      en: 'Roles, keys and access are gone through. Services answer as usual.',
      id: 'Peran, kunci, dan akses diperiksa. Layanan tetap menjawab seperti biasa.',
    }),
    coinscious(recurring.folder, {
      slug: 'coinscious-performance-review',
      title: { en: 'COINSCIOUS: monthly performance review', id: 'COINSCIOUS: tinjauan kinerja bulanan' },
      components: ['api', 'database'],
      starts: nthWeekday(clock, 5, '10:00'),
      lasts: 'PT1H',
      rule: 'FREQ=MONTHLY;BYDAY=1FR',
      en: 'Slow queries are measured under load. Answers can take longer meanwhile.',
      id: 'Kueri yang lambat diukur dalam beban. Jawaban dapat lebih lama selama itu.',
    }),
    {
      folder: 'maintenance',
      slug: 'tpc-database-upgrade',
      facts: {
        title: { en: 'TPC: upgrade of the database', id: 'TPC: peningkatan versi basis data' },
        system: 'tpc',
        components: ['api', 'distribution'],
        starts: hour(clock, ahead, 15),
        lasts: 'PT2H',
      },
      steps: [
        {
          posted: 2.5 * DAY,
          update: {
            status: 'Scheduled',
            at: 2.5 * DAY + 0.2,
            en: 'The database is upgraded. The public API does not answer meanwhile; the distribution of the day runs before. What is published on this site stays available.',
            id: 'Versi basis data ditingkatkan. Selama itu API publik tidak menjawab; distribusi hari itu berjalan sebelumnya. Yang telah diterbitkan di situs ini tetap tersedia.',
          },
        },
      ],
    },
    {
      folder: 'maintenance',
      slug: 'commit-to-ship-new-provider',
      facts: {
        title: {
          en: 'Commit To Ship: change of the RPC provider',
          id: 'Commit To Ship: penggantian penyedia RPC',
        },
        system: 'commit-to-ship',
        components: ['solana-rpc'],
        starts: hour(clock, past, 3),
        lasts: 'PT3H',
      },
      steps: [
        {
          posted: past + 4 * DAY,
          update: {
            status: 'Scheduled',
            at: past + 4 * DAY + 0.2,
            en: 'Requests to Solana move to another provider. Releases from escrow wait until it is done.',
            id: 'Permintaan ke Solana dipindahkan ke penyedia lain. Pencairan dari escrow menunggu sampai selesai.',
          },
        },
        {
          posted: past - 2 * DAY,
          update: {
            status: 'Completed',
            at: past - 2 * DAY + 0.2,
            en: 'The new provider answers; what was waiting has been released.',
            id: 'Penyedia baru sudah menjawab; yang tertunda telah dicairkan.',
          },
        },
      ],
    },
  ];
}

interface Recurring {
  readonly slug: string;
  readonly title: { readonly en: string; readonly id: string };
  readonly components: readonly string[];
  readonly starts: string;
  readonly lasts: string;
  readonly rule: string;
  readonly en: string;
  readonly id: string;
  readonly later?: DemoNote['steps'][number];
}

/** The runbook names no zone: UTC, said to be our assumption. */
function coinscious(folder: 'maintenance', given: Recurring): DemoNote {
  const { slug, title, components, starts, lasts, rule, en, id, later } = given;
  const posted = 85 * DAY;
  return {
    folder,
    slug,
    facts: { title, system: 'coinscious', components, starts, lasts, recurs: { rule, zone: 'UTC' } },
    steps: [
      {
        posted,
        update: {
          status: 'Scheduled',
          at: posted + 0.2,
          en: `${en} No time zone is set for this; we take it to be UTC.`,
          id: `${id} Zona waktunya tidak ditetapkan; kami menganggapnya UTC.`,
        },
      },
      ...(later === undefined ? [] : [later]),
    ],
  };
}

const written = (instant: number) =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} +00:00`;

/** The first day of the week `day` (0 is Sunday) that comes `daysAgo` days before the present, or after. */
function weekday({ now }: DemoClock, day: number, time: string): (daysAgo: number) => string {
  return (daysAgo) => {
    const from = new Date(now.getTime() - daysAgo * DAY * HOUR_MS);
    const midnight = Date.parse(`${from.toISOString().slice(0, 10)}T${time}:00Z`);
    return written(midnight + ((day - from.getUTCDay() + 7) % 7) * DAY * HOUR_MS);
  };
}

/** The first such day of the month before the month before this one. */
function nthWeekday({ now }: DemoClock, day: number, time: string): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1));
  const offset = (day - first.getUTCDay() + 7) % 7;
  return written(Date.parse(`${first.toISOString().slice(0, 10)}T${time}:00Z`) + offset * DAY * HOUR_MS);
}

/** A full hour (UTC) on the day that lies so many hours before the present. */
function hour(clock: DemoClock, hoursAgo: number, at: number): string {
  const day = clock.instant(hoursAgo).toISOString().slice(0, 10);
  return written(Date.parse(`${day}T${String(at).padStart(2, '0')}:00:00Z`));
}
