import type { DemoClock, DemoNote } from './note.ts';

const DAY = 24;

/** Other invented incidents that are over: a long lag, a listener that stood still, a pooler that did not answer. */
export function pastNotes(clock: DemoClock): DemoNote[] {
  const lag = 9 * DAY + 4;
  const listener = 33 * DAY + 3;
  const pooler = 70 * DAY + 8;
  return [
    {
      folder: 'incidents',
      slug: `${clock.day(lag)}-coinscious-indexer-two-days-behind`,
      facts: {
        title: {
          en: 'COINSCIOUS: the indexer was behind for almost two days',
          id: 'COINSCIOUS: indexer tertinggal hampir dua hari',
        },
        system: 'coinscious',
        components: ['indexer'],
        severity: 'high',
        playbook: 'indexer-stalled',
        started: clock.written(lag),
        next_update_by: clock.written(lag - 6),
      },
      steps: [
        {
          posted: lag - 1.6,
          update: {
            status: 'Investigating',
            at: lag - 1.4,
            en: 'The indexer falls further behind the chain from hour to hour. What it shows is right, and old.',
            id: 'Indexer makin tertinggal dari blockchain dari jam ke jam. Yang ditampilkannya benar, tetapi sudah lama.',
          },
        },
        {
          posted: lag - 9.2,
          facts: { next_update_by: clock.written(lag - 20) },
          update: {
            status: 'Identified',
            at: lag - 9,
            en: 'A wave of small transfers fills the queue faster than it is read. More readers are being added.',
            id: 'Gelombang transfer kecil mengisi antrean lebih cepat daripada pembacaannya. Pembaca tambahan sedang dipasang.',
          },
        },
        {
          posted: lag - 19.5,
          facts: { next_update_by: clock.written(lag - 48) },
          update: {
            status: 'Monitoring',
            at: lag - 19.2,
            en: 'With more readers the queue becomes shorter.',
            id: 'Dengan pembaca tambahan, antrean makin pendek.',
          },
        },
        {
          posted: lag - 46.5,
          facts: { next_update_by: null, resolved: clock.written(lag - 46) },
          update: {
            status: 'Resolved',
            at: lag - 46.2,
            en: 'The indexer has caught up. Every event of those days was read; none is missing.',
            id: 'Indexer sudah menyusul. Setiap peristiwa pada hari-hari itu telah dibaca; tidak ada yang terlewat.',
          },
        },
        {
          posted: 5 * DAY,
          update: {
            status: 'Post-mortem',
            at: null,
            en: 'The number of readers was fixed, and chosen for an ordinary day.\n\n- **Cause:** a queue that grows faster than one reader can follow.\n- **What we did not see:** the alert looked at the lag alone, not at its growth.\n- **What changes:** readers are added by the length of the queue, and the alert looks at its growth as well.',
            id: 'Jumlah pembaca bersifat tetap dan dipilih untuk hari biasa.\n\n- **Penyebab:** antrean tumbuh lebih cepat daripada yang dapat diikuti satu pembaca.\n- **Yang tidak kami lihat:** peringatan hanya memperhatikan ketertinggalan, bukan pertumbuhannya.\n- **Yang berubah:** pembaca ditambah menurut panjang antrean, dan peringatan memperhatikan pertumbuhannya juga.',
          },
        },
      ],
    },
    {
      folder: 'incidents',
      slug: `${clock.day(listener)}-voucher-listener-stood-still`,
      facts: {
        title: {
          en: 'Vouchers: orders waited because the listener stood still',
          id: 'Voucher: pesanan tertahan karena listener berhenti',
        },
        system: 'voucher',
        components: ['listener'],
        severity: 'high',
        playbook: 'listener-down',
        started: clock.written(listener),
        next_update_by: clock.written(listener - 1),
      },
      steps: [
        {
          posted: listener - 0.5,
          update: {
            status: 'Investigating',
            at: listener - 0.35,
            en: 'The listener does not answer, so paid orders stay unconfirmed for now. Please deliver only what is shown as valid.',
            id: 'Listener tidak menjawab, sehingga pesanan yang sudah dibayar untuk sementara belum terkonfirmasi. Harap serahkan hanya pesanan yang tampil sebagai sah.',
          },
        },
        {
          posted: listener - 1.3,
          facts: { next_update_by: clock.written(listener - 3) },
          update: {
            status: 'Monitoring',
            at: listener - 1.2,
            en: 'The listener was restarted from the last saved block and reads what it missed.',
            id: 'Listener dijalankan ulang dari blok terakhir yang tersimpan dan membaca yang terlewat.',
          },
        },
        {
          posted: listener - 2.1,
          facts: { next_update_by: null, resolved: clock.written(listener - 1.9) },
          update: {
            status: 'Resolved',
            at: listener - 2,
            en: 'Every order that was waiting is confirmed. No payment was lost.',
            id: 'Semua pesanan yang tertahan sudah terkonfirmasi. Tidak ada pembayaran yang hilang.',
          },
        },
        {
          // Somebody changed what had been said, a week later: refused, and what was published stands.
          posted: listener - 7 * DAY,
          edit: (text) => text.replace('No payment was lost.', 'Nobody was affected.'),
        },
      ],
    },
    {
      folder: 'incidents',
      slug: `${clock.day(pooler)}-commit-to-ship-database-unreachable`,
      facts: {
        title: {
          en: 'Commit To Ship: the database did not answer',
          id: 'Commit To Ship: basis data tidak menjawab',
        },
        system: 'commit-to-ship',
        components: ['api', 'database'],
        severity: 'high',
        playbook: 'database-outage',
        started: clock.written(pooler),
        next_update_by: clock.written(pooler - 1.5),
      },
      steps: [
        {
          posted: pooler - 0.45,
          update: {
            status: 'Investigating',
            at: pooler - 0.3,
            en: 'The application does not reach its database. Escrowed funds are on the chain and are not affected.',
            id: 'Aplikasi tidak dapat terhubung ke basis data. Dana dalam escrow berada di blockchain dan tidak terpengaruh.',
          },
        },
        {
          posted: pooler - 1.1,
          facts: { next_update_by: null, resolved: clock.written(pooler - 0.8) },
          update: {
            status: 'Resolved',
            at: pooler - 1,
            en: 'The pooler had run out of connections. It was restarted with a higher limit, and the application answers.',
            id: 'Pooler kehabisan koneksi. Pooler dijalankan ulang dengan batas yang lebih tinggi, dan aplikasi kembali menjawab.',
          },
        },
      ],
    },
  ];
}
