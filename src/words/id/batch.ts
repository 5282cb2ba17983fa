import type { batch as english } from '../en/batch.ts';
import type { Translation } from '../message.ts';

export const batch = {
  'batches.title': 'Batch distribusi',
  'batches.description': 'Setiap batch distribusi TPC per bulan, dengan angkanya dan apakah hash-nya cocok.',
  'batches.headline_other': '{{n}} batch; hash cocok pada {{matches}} di antaranya',
  'batches.unknown': 'Batch distribusi belum diketahui',
  'batches.none': 'Belum ada batch yang didistribusikan',
  'batches.months': 'Bulan dihitung dalam UTC, seperti pada berkasnya.',
  'batches.month': 'Bulan',
  'batches.byMonth': 'Per bulan',
  'batches.count': 'Batch',
  'batches.matches': 'Hash cocok',
  'batches.mismatches': 'Tidak cocok',
  'batches.missing': 'Tanpa hash',
  'batches.notRecomputable': 'Tidak dapat dihitung ulang',
  'month.title': 'Batch {{month}}',
  'month.description': 'Batch distribusi {{month}}: angka dan kecocokan hash.',
  'month.sum': 'Jumlah bulan ini',
  'month.gone':
    '{{batch}}: pernah diterbitkan di sini, kini tidak lagi ditampilkan sumbernya, terlihat {{when}}. Tidak termasuk dalam jumlah di halaman ini.',
  'month.earlier': 'Sebelumnya: {{month}}',
  'month.later': 'Berikutnya: {{month}}',
  'batch.title': 'Batch {{date}}',
  'batch.description': 'Angka, masukan hash, hash, dan bukti batch distribusi {{id}}.',
  'batch.headline.gone': 'Batch {{date}}: pernah diterbitkan di sini, kini tidak lagi ditampilkan sumbernya',
  'batch.headline.unread': 'Batch {{date}}: yang ada di sumbernya kini tidak dapat dibaca',
  'batch.unread':
    'Saat dibaca {{when}}, yang ada di sumber tentang batch ini tidak dapat dibaca, atau tidak dapat ditampilkan utuh: batch ini ada, tetapi isinya sekarang tidak diketahui. Yang tertera di sini adalah yang terakhir diterbitkan.',
  'batch.gone':
    'Sumber tidak lagi menampilkan batch ini, terlihat {{when}}. Yang tertera di sini adalah yang terakhir diterbitkan.',
  'batch.headline.match': 'Batch {{date}}: hash cocok dengan angkanya',
  'batch.headline.mismatch': 'Batch {{date}}: hash tidak cocok dengan angkanya',
  'batch.headline.not-recomputable':
    'Batch {{date}}: hash tidak dapat dihitung ulang dalam bentuk yang terdokumentasi',
  'batch.headline.missing': 'Batch {{date}}: tidak ada hash yang diterbitkan',
  'batch.altered':
    'Angka, hash, atau bukti batch ini diubah setelah diterbitkan di sini. Kedua nilai ditampilkan; nilai pertama tidak pernah ditimpa.',
  'batch.figures': 'Angka',
  'batch.field': 'Kolom',
  'batch.first': 'Nilai pertama',
  'batch.present': 'Nilai sekarang',
  'batch.valueHead': 'Nilai',
  'record.changes': 'Perubahan yang terlihat setelah diterbitkan',
  'record.seen': 'Terlihat {{when}}',
  'record.gone': 'Tidak lagi ditampilkan sumbernya, terlihat {{when}}',
  'record.removal': 'Alasan menurut pengelola ({{role}}, diputuskan {{when}}): {{reason}}',
  'record.reread':
    'Situs ini membacanya dari tempat lain sejak {{when}}: dari itu saja tidak dapat diketahui apakah platform mengubah yang berbeda',
  'record.unread':
    'Tidak ada di tempat yang dibaca situs ini sejak {{when}}; platform mungkin masih memilikinya',
  'record.before': 'sebelum',
  'record.after': 'sesudah',
  'record.withheld': 'teks tidak ditampilkan; hash bergaramnya tetap ada dalam rekaman',
  'batch.firstSeen': 'Pertama diterbitkan di sini {{when}}.',
  'batch.hash': 'Hash',
  'batch.hashInput': 'Masukan hash',
  'batch.hashPublished': 'Hash yang diterbitkan',
  'batch.hashComputed': 'SHA-256 dari masukan hash',
  'batch.form.postgres-utc': 'Masukan hash cocok dalam bentuk yang ditulis Postgres dalam UTC.',
  'batch.form.api-iso':
    'Masukan hash cocok dalam bentuk API (waktu ISO dengan +00:00), bukan bentuk yang ditulis Postgres.',
  'batch.form.iso-milliseconds':
    'Masukan hash cocok dengan waktu yang dipotong sampai milidetik, seperti dalam dokumentasi, bukan bentuk yang ditulis Postgres.',
  'batch.form.session':
    'Masukan hash cocok sebagaimana ditulis Postgres dalam sesi dengan zona waktu {{zone}} dan gaya tanggal {{style}}: waktunya sama, hanya penulisannya berbeda.',
  'batch.form.none':
    'Dalam semua bentuk yang terdokumentasi atau dinyatakan, angka ini tidak menghasilkan hash yang diterbitkan, dan bentuk yang dipakai saat hash dibuat tidak diketahui: ini bukan kecocokan, bukan pula ketidakcocokan. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.no-hash':
    'Yang diterbitkan sebagai hash bukan SHA-256 dalam digit heksadesimal huruf kecil. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.example':
    'Hash yang diterbitkan adalah SHA-256 dari kata "test", sebuah contoh dalam dokumentasi. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.other-batch':
    'Hash yang diterbitkan adalah milik batch lain, dan cocok dengan batch itu. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.earlier-figures':
    'Hash yang diterbitkan adalah hash dari angka yang dulu diterbitkan di sini dan kemudian diubah. Masukan hash di bawah disusun dari angka sekarang, dalam bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.kept':
    'Angka yang dicakup hash diubah setelah diterbitkan, sedangkan hash-nya tetap; hash itu bukan hash dari angka sekarang dalam bentuk mana pun yang diketahui. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.ground.no-form':
    'Operator menyatakan semua sesi tempat hash dibuat. Batch lain cocok; angka ini tidak menghasilkan hash yang diterbitkan dalam satu pun bentuk itu. Masukan hash di bawah adalah bentuk yang ditulis Postgres dalam UTC.',
  'batch.form.missing': 'Tidak ada pembandingnya. Masukan hash di bawah adalah teks yang seharusnya di-hash.',
  'batch.check': 'Periksa sendiri',
  'batch.check.how.match':
    'Tempelkan baris ini ke terminal. Tidak ada yang diperlukan dari situs ini, dan jawabannya harus sama dengan hash yang diterbitkan.',
  'batch.check.how.mismatch':
    'Tempelkan baris ini ke terminal. Tidak ada yang diperlukan dari situs ini. Jawabannya harus sama dengan SHA-256 di atas, yang bukan hash yang diterbitkan.',
  'batch.check.how.not-recomputable':
    'Tempelkan baris ini ke terminal. Tidak ada yang diperlukan dari situs ini. Jawabannya harus sama dengan SHA-256 di atas, yang bukan hash yang diterbitkan; hash itu dibuat dalam bentuk yang tidak diketahui di sini.',
  'batch.check.how.missing':
    'Tempelkan baris ini ke terminal. Tidak ada yang diperlukan dari situs ini. Jawabannya harus sama dengan SHA-256 di atas; tidak ada hash yang diterbitkan sebagai pembandingnya.',
  'batch.check.first': 'Dengan angka yang pertama kali diterbitkan di sini',
  'batch.check.first.matches':
    'Angka yang pertama kali diterbitkan cocok dengan hash yang diterbitkan, {{digest}}; angka sekarang tidak. Baris ini menunjukkannya:',
  'batch.check.first.replaced':
    'Angka yang pertama kali diterbitkan cocok dengan hash yang pertama kali diterbitkan, {{digest}}; keduanya kemudian diubah. Baris ini menunjukkannya:',
  'batch.check.first.other':
    'Jawaban baris ini harus {{digest}}; hash yang pertama kali diterbitkan maupun yang sekarang bukan itu.',
  'batch.check.own': 'Lebih baik lagi: ketik sendiri angka di atas menurut urutannya, dipisahkan tanda |.',
  'batch.ledger': 'Dibandingkan dengan buku besar',
  'batch.ledger.caption': 'Yang dinyatakan batch dan jumlah baris buku besarnya',
  'batch.ledger.batch': 'Batch',
  'batch.ledger.ledger': 'Buku besar',
  'batch.ledger.difference': 'Selisih',
  'batch.ledger.tolerance': 'Toleransi pembulatan',
  'batch.ledger.finding': 'Temuan',
  'batch.ledger.equal': 'sama',
  'batch.ledger.rounding': 'pembulatan',
  'batch.ledger.different': 'berbeda',
  'batch.ledger.absent': 'Jumlah buku besar batch ini belum diketahui.',
  'batch.ledger.duplicates_other':
    '{{n}} transaksi didistribusikan lebih dari sekali untuk bagian yang sama.',
  'batch.ledger.noDuplicates': 'Tidak ada transaksi yang didistribusikan dua kali untuk bagian yang sama.',
  'batch.share': 'Dibandingkan dengan proporsi yang berlaku saat itu',
  'batch.share.caption': 'Tiap bagian dibandingkan dengan pendapatan dikali proporsinya',
  'batch.share.part': 'Bagian',
  'batch.share.percent': 'Proporsi',
  'batch.share.actual': 'Didistribusikan',
  'batch.share.expected': 'Pendapatan × proporsi',
  'batch.share.difference': 'Selisih',
  'batch.share.sum': 'Semua bagian',
  'batch.share.holds':
    'Setiap selisih berada dalam toleransi pembulatan, {{tolerance}} (0,0000015 × {{n}} transaksi).',
  'batch.share.broken':
    'Ada selisih yang melampaui toleransi pembulatan, {{tolerance}} (0,0000015 × {{n}} transaksi).',
  'batch.share.unknown': 'Proporsi yang berlaku saat itu belum diketahui.',
  'batch.onchain': 'Transaksi on-chain',
  'batch.limits': 'Yang tidak dibuktikan halaman ini',
  'batch.bar.broken':
    'Bagian-bagiannya tidak mengikuti proporsi yang berlaku saat itu, {{split}}: jumlahnya {{sum}}, sedangkan pendapatannya {{revenue}}. Persentase di sini dihitung dari pendapatan dan dibulatkan.',
  'field.id': 'Id batch',
  'field.created_at': 'Dibuat',
  'field.period_start': 'Periode dari',
  'field.period_end': 'Periode sampai',
  'field.tx_count': 'Transaksi',
  'field.revenue_sum': 'Pendapatan',
  'field.referral_sum': 'Referal',
  'field.treasury_sum': 'Kas (treasury)',
  'field.buyback_sum': 'Pembelian kembali (buyback)',
  'field.public_hash': 'Hash yang diterbitkan',
  'field.onchain_tx': 'Transaksi on-chain',
  'field.note': 'Catatan',
} as const satisfies Translation<typeof english>;
