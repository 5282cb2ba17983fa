/** Something that the changelog speaks of from time to time. */
export interface Topic {
  key: string;
  /** How often it comes up, against the others. */
  weight: number;
  /** Values that it moves between, or the name of its n-th value where it only counts up. */
  values: readonly string[] | ((n: number) => string);
  /** Sober, and true whichever value comes next. */
  reasons: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    key: 'maintenance_window',
    weight: 14,
    values: [
      'Sunday 18:00–18:30 UTC',
      'Sunday 19:00–19:45 UTC',
      'Saturday 20:00–21:00 UTC',
      'Wednesday 19:00–19:20 UTC',
      'Thursday 20:30–21:00 UTC',
    ],
    reasons: [
      'Database update; batches are not affected',
      'Window moved so that it does not overlap with the scheduled batch',
      'Pemeliharaan terjadwal untuk pembaruan basis data',
      'Jadwal pemeliharaan disesuaikan dengan hari libur nasional',
    ],
  },
  {
    key: 'documentation',
    weight: 12,
    values: (n) => `revision ${n}`,
    reasons: [
      'Added the steps to recompute a batch hash with standard tools',
      'Corrected the description of "period", which said local time and is UTC',
      'Wording reviewed, no change of content',
      'Penjelasan kolom CSV dilengkapi',
      'Contoh verifikasi ditambahkan',
    ],
  },
  {
    key: 'fee_threshold',
    weight: 9,
    values: ['0.250000 TPC', '0.300000 TPC', '0.350000 TPC', '0.500000 TPC'],
    reasons: [
      'Network fee threshold set to the level seen during the last 30 days',
      'Threshold reviewed together with the payment team',
      'Ambang biaya jaringan disesuaikan setelah peninjauan bulanan',
    ],
  },
  {
    key: 'wallet_rotation',
    weight: 4,
    values: (n) => `signer set ${n}`,
    reasons: [
      'Planned rotation of the signing keys; the public addresses stay the same',
      'Rotasi kunci terjadwal, alamat publik tidak berubah',
    ],
  },
  {
    key: 'rate_limit',
    weight: 7,
    values: ['60 requests a minute', '90 requests a minute', '120 requests a minute'],
    reasons: [
      'Public API limit adjusted after a load test',
      'Limit set per address, as described in the API documentation',
      'Batas permintaan API disesuaikan dengan kapasitas saat ini',
    ],
  },
  {
    key: 'cache_lifetime',
    weight: 6,
    values: ['60 seconds', '120 seconds', '300 seconds'],
    reasons: [
      'Tried for one week; the measurements are in the operations report',
      'Masa simpan cache disesuaikan',
    ],
  },
  {
    key: 'api_release',
    weight: 9,
    values: (n) => `v1.0.${n}`,
    reasons: [
      'Dependencies updated, the shape of the answers is unchanged',
      'Clearer text for refused parameters',
      'Pembaruan keamanan pustaka, tanpa perubahan format',
    ],
  },
  {
    key: 'verification_timeout',
    weight: 6,
    values: ['+15 minutes', '+30 minutes', '+45 minutes'],
    reasons: [
      'Time allowed for a payment to be confirmed before it is checked by hand',
      'Waktu tunggu konfirmasi pembayaran disesuaikan',
    ],
  },
  {
    key: 'backup_schedule',
    weight: 4,
    values: ['daily 20:00 UTC', 'daily 21:30 UTC', 'every 12 hours'],
    reasons: ['Backup moved out of the busy hours', 'Jadwal pencadangan dipindahkan ke luar jam sibuk'],
  },
  {
    key: 'restore_test',
    weight: 7,
    values: (n) => `test ${n} completed`,
    reasons: [
      'Restore test from the latest backup, all row counts equal',
      'Uji pemulihan dari cadangan terakhir',
    ],
  },
  {
    key: 'rpc_provider',
    weight: 6,
    values: ['provider A first, B second', 'provider B first, A second', 'provider A first, C second'],
    reasons: [
      'Order of the network providers changed after slow answers',
      'Penyedia RPC utama diganti sementara karena respons lambat',
    ],
  },
  {
    key: 'status_page_text',
    weight: 8,
    values: (n) => `version ${n}`,
    reasons: [
      'Indonesian and English texts brought into line',
      'Teks bahasa Indonesia diperbaiki, isi tidak berubah',
    ],
  },
  {
    key: 'monitoring_interval',
    weight: 5,
    values: ['every 5 minutes', 'every 10 minutes', 'every 15 minutes'],
    reasons: ['Interval of the public checks changed', 'Interval pemeriksaan publik diubah'],
  },
  {
    key: 'operator_rota',
    weight: 8,
    values: ['two operators', 'two operators, one on call', 'three operators'],
    reasons: ['Rota reviewed for the coming month', 'Jadwal operator untuk bulan berikutnya'],
  },
  {
    key: 'data_dictionary',
    weight: 5,
    values: (n) => `edition ${n}`,
    reasons: [
      'Column list aligned with the API',
      'Units written beside every amount',
      'Daftar kolom disamakan dengan dokumentasi API',
    ],
  },
  {
    key: 'contact_address',
    weight: 1,
    values: ['form on the transparency page', 'transparency@tpc.example'],
    reasons: ['Contact for questions about published data', 'Kontak untuk pertanyaan tentang data publik'],
  },
  {
    key: 'log_retention',
    weight: 1,
    values: ['90 days', '180 days', '365 days'],
    reasons: [
      'Retention of access logs changed after the privacy review',
      'Masa simpan log akses disesuaikan setelah tinjauan privasi',
    ],
  },
];
