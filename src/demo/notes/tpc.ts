import type { DemoClock, DemoNote } from './note.ts';

const DAY = 24;

/** TPC's invented past: an edge deployment that was rolled back, and a daily run that came late. */
export function tpcNotes(clock: DemoClock): DemoNote[] {
  const edge = 41 * DAY + 5;
  const late = 12 * DAY + 2;
  return [
    {
      folder: 'incidents',
      slug: `${clock.day(edge)}-public-api-errors`,
      facts: {
        title: {
          en: 'TPC: the public API answered with errors',
          id: 'TPC: API publik mengembalikan galat',
        },
        system: 'tpc',
        components: ['api'],
        severity: 'critical',
        playbook: 'edge-5xx',
        started: clock.written(edge),
        next_update_by: clock.written(edge - 1),
      },
      steps: [
        {
          posted: edge - 0.3,
          update: {
            status: 'Investigating',
            at: edge - 0.2,
            en: 'The public API answers with errors since a release a few minutes ago. Distribution is not affected, and what was published before remains available on this site.',
            id: 'API publik mengembalikan galat sejak rilis beberapa menit yang lalu. Distribusi tidak terpengaruh, dan yang telah diterbitkan sebelumnya tetap tersedia di situs ini.',
          },
        },
        {
          posted: edge - 0.6,
          update: {
            status: 'Identified',
            at: edge - 0.5,
            en: 'The release lacks a setting. It is being rolled back.',
            id: 'Rilis itu tidak memuat satu pengaturan. Rilis sedang dikembalikan ke versi sebelumnya.',
          },
        },
        {
          posted: edge - 0.98,
          facts: {
            next_update_by: null,
            resolved: clock.written(edge - 0.85),
            checklist: {
              summary: {
                en: 'A release of the edge functions lacked a setting and was rolled back.',
                id: 'Sebuah rilis edge function tidak memuat satu pengaturan dan dikembalikan ke versi sebelumnya.',
              },
              impact: {
                en: 'The public API did not answer. Figures on this site came from the last snapshot.',
                id: 'API publik tidak menjawab. Angka di situs ini berasal dari pengambilan data terakhir.',
              },
              time_to_recover: 'PT51M',
              changes: [
                {
                  what: {
                    en: 'Rollback to the release before',
                    id: 'Pengembalian ke rilis sebelumnya',
                  },
                  evidence: {
                    en: 'rollback attested by the operator',
                    id: 'pengembalian dinyatakan oleh operator',
                  },
                },
              ],
              health_revalidated: clock.written(edge - 0.9),
              rls_revalidated: clock.written(edge - 0.95),
              documents_updated: [
                { en: 'Operations manual, section B', id: 'Buku panduan operasi, bagian B' },
                { en: 'Release checklist', id: 'Daftar periksa rilis' },
              ],
            },
          },
          update: {
            status: 'Resolved',
            at: edge - 0.95,
            en: 'The release was rolled back and every endpoint answers again. No batch and no figure was touched.',
            id: 'Rilis telah dikembalikan dan setiap endpoint kembali menjawab. Tidak ada batch atau angka yang tersentuh.',
          },
        },
        {
          posted: edge - 2 * DAY,
          update: {
            status: 'Post-mortem',
            at: null,
            en: 'The setting was present in the staging environment and absent in production, so tests before the release did not notice.\n\n- **What went well:** the rollback took less time than the search for the cause.\n- **What did not:** nothing compared the two environments.\n- **What changes:** a release stops when a setting that the code reads is missing.',
            id: 'Pengaturan itu ada di lingkungan staging tetapi tidak ada di produksi, sehingga pengujian sebelum rilis tidak menemukannya.\n\n- **Yang berjalan baik:** pengembalian versi lebih cepat daripada pencarian penyebab.\n- **Yang tidak:** tidak ada yang membandingkan kedua lingkungan.\n- **Yang berubah:** rilis berhenti bila ada pengaturan yang dibaca kode tetapi tidak tersedia.',
          },
        },
      ],
    },
    {
      folder: 'incidents',
      slug: `${clock.day(late)}-daily-distribution-late`,
      facts: {
        title: { en: 'TPC: the daily distribution came late', id: 'TPC: distribusi harian terlambat' },
        system: 'tpc',
        components: ['distribution'],
        severity: 'standard',
        playbook: 'cron-failure',
        started: clock.written(late - 0.5),
        next_update_by: clock.written(late - 3),
      },
      steps: [
        {
          posted: late - 1.1,
          update: {
            status: 'Investigating',
            at: late - 1,
            en: 'The last batch is older than a day: the scheduled run did not start. Nothing was distributed twice, and nothing is lost; the next run takes up what was not distributed.',
            id: 'Batch terakhir sudah lebih dari satu hari: proses terjadwal tidak berjalan. Tidak ada yang didistribusikan dua kali dan tidak ada yang hilang; proses berikutnya mengambil yang belum didistribusikan.',
          },
        },
        {
          posted: late - 3.4,
          facts: { next_update_by: clock.written(late - 6) },
          update: {
            status: 'Identified',
            at: late - 3.3,
            en: 'The scheduler had been stopped by an update of the database. It runs again, and the distribution was started by hand.',
            id: 'Penjadwal terhenti oleh pembaruan basis data. Penjadwal sudah berjalan lagi, dan distribusi dijalankan secara manual.',
          },
        },
        {
          posted: late - 4.8,
          facts: { next_update_by: null, resolved: clock.written(late - 4.7) },
          update: {
            status: 'Resolved',
            at: late - 4.75,
            en: 'The batch of the day is recorded and its hash matches. The schedule is back to its usual time.',
            id: 'Batch hari itu sudah tercatat dan hash-nya cocok. Jadwal kembali ke waktu biasanya.',
          },
        },
        {
          posted: late - 1.5 * DAY,
          facts: {
            started: clock.written(late),
            corrections: [
              {
                at: clock.written(late - 1.5 * DAY),
                field: 'started',
                was: clock.written(late - 0.5),
                reason: {
                  en: 'The schedule was missed half an hour before we noticed it.',
                  id: 'Jadwal sudah terlewat setengah jam sebelum kami menyadarinya.',
                },
              },
            ],
          },
          update: {
            status: 'Correction',
            at: late - 1.5 * DAY,
            en: 'It began half an hour earlier than we had said: when the schedule was missed, not when we noticed. The time it took to resolve is longer by as much.',
            id: 'Insiden ini bermula setengah jam lebih awal dari yang kami sampaikan: sejak jadwal terlewat, bukan sejak kami menyadarinya. Waktu penyelesaiannya pun lebih lama sebanyak itu.',
          },
        },
      ],
    },
  ];
}
