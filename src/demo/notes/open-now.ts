import { lagChart } from './lag-chart.ts';
import type { DemoClock, DemoNote } from './note.ts';

const DAY = 24;

/** What still goes on: the indexer that lags now, and a guard whose note says resolved while the check fails. */
export function openNow(clock: DemoClock): DemoNote[] {
  const guard = 6 * DAY + 4;
  return [
    {
      folder: 'incidents',
      slug: `${clock.day(4.9)}-coinscious-indexer-behind`,
      facts: {
        title: {
          en: 'COINSCIOUS: the indexer is behind the chain',
          id: 'COINSCIOUS: indexer tertinggal dari blockchain',
        },
        system: 'coinscious',
        components: ['indexer'],
        severity: 'medium',
        playbook: 'indexer-stalled',
        started: clock.written(4.9),
        next_update_by: clock.written(2.9),
      },
      steps: [
        {
          posted: 4.55,
          update: {
            status: 'Investigating',
            at: 4.7,
            en: 'The indexer reads blocks later than usual, so balances and transfers appear with a delay. Transactions on the chain itself are not affected. The team is looking for the cause.',
            id: 'Indexer membaca blok lebih lambat dari biasanya, sehingga saldo dan transfer tampil terlambat. Transaksi di blockchain sendiri tidak terpengaruh. Tim sedang mencari penyebabnya.',
          },
        },
        {
          posted: 3.05,
          facts: { next_update_by: clock.written(1.2) },
          images: { 'images/indexer-lag.png': lagChart },
          update: {
            status: 'Identified',
            at: 3.2,
            en: 'A query on the table of events is slow since the last release. The indexer keeps working and does not lose events; it catches up as fast as this query allows.\n\n![Bars that rise in 90 minutes from 3 to 44 blocks behind, past the target of 10](images/indexer-lag.png)',
            id: 'Sebuah kueri pada tabel peristiwa menjadi lambat sejak rilis terakhir. Indexer tetap bekerja dan tidak kehilangan peristiwa; ketertinggalannya dikejar secepat yang dimungkinkan kueri ini.\n\n![Batang yang dalam 90 menit naik dari 3 menjadi 44 blok tertinggal, melewati target 10](images/indexer-lag.png)',
          },
        },
        {
          posted: 1.4,
          facts: { next_update_by: clock.written(-1.5) },
          update: {
            status: 'Monitoring',
            at: 1.5,
            en: 'A new index on that table is in place. The lag goes down slowly; we watch it until it has been within its target for a while.',
            id: 'Indeks baru pada tabel itu sudah dipasang. Ketertinggalan berkurang perlahan; kami memantaunya sampai berada dalam target selama beberapa waktu.',
          },
        },
      ],
    },
    {
      folder: 'incidents',
      slug: `${clock.day(guard)}-event-guard-lets-calls-through`,
      facts: {
        title: {
          en: 'Events: calls without an event were let through',
          id: 'Event: panggilan tanpa event tidak ditolak',
        },
        system: 'event-api',
        components: ['api'],
        severity: 'P1',
        playbook: 'p1-access-leak',
        started: clock.written(guard),
        next_update_by: clock.written(guard - 3),
      },
      steps: [
        {
          posted: guard - 0.75,
          update: {
            status: 'Investigating',
            at: guard - 0.6,
            en: 'Since the last release the API answers a call that names no event, which it should refuse. We are finding out what such a call could see.',
            id: 'Sejak rilis terakhir, API menjawab panggilan yang tidak menyebut event, padahal seharusnya menolaknya. Kami sedang mencari tahu apa yang dapat terlihat oleh panggilan seperti itu.',
          },
        },
        {
          posted: guard - 2.4,
          facts: { next_update_by: clock.written(guard - 8) },
          update: {
            status: 'Identified',
            at: guard - 2.5,
            en: 'The guard is missing on one route. That route lists public events only; row-level security held, and no registration could be read.',
            id: 'Penjaga (guard) tidak terpasang pada satu rute. Rute itu hanya memuat event publik; row-level security tetap bekerja, dan tidak ada pendaftaran yang dapat dibaca.',
          },
        },
        {
          posted: guard - 7.9,
          facts: {
            next_update_by: null,
            resolved: clock.written(guard - 8),
            checklist: {
              summary: {
                en: 'One route of the API answered calls that named no event.',
                id: 'Satu rute API menjawab panggilan yang tidak menyebut event.',
              },
              impact: {
                en: 'Public events could be listed without naming one. No registration was readable.',
                id: 'Event publik dapat ditampilkan tanpa menyebut salah satunya. Tidak ada pendaftaran yang terbaca.',
              },
              time_to_recover: 'PT8H',
              changes: [
                {
                  what: {
                    en: 'The guard is applied to every route',
                    id: 'Penjaga (guard) dipasang pada setiap rute',
                  },
                  evidence: {
                    en: 'release of the API, change log entry for the guard',
                    id: 'rilis API, entri catatan perubahan untuk penjaga',
                  },
                },
              ],
              health_revalidated: clock.written(guard - 7.9),
              rls_revalidated: clock.written(guard - 7.9),
              documents_updated: [
                {
                  en: 'Operations manual, section on the guard',
                  id: 'Buku panduan operasi, bagian tentang penjaga',
                },
              ],
            },
          },
          update: {
            status: 'Resolved',
            at: guard - 8,
            en: 'A release that applies the guard to every route is out. Calls that name no event are refused again.',
            id: 'Rilis yang memasang penjaga pada setiap rute sudah diterbitkan. Panggilan yang tidak menyebut event kembali ditolak.',
          },
        },
      ],
    },
  ];
}
