import type { archive as english } from '../en/archive.ts';
import type { Translation } from '../message.ts';

export const archive = {
  'archive.title': 'Arsip',
  'archive.description':
    'Setiap bulan {{publisher}} yang telah ditutup sebagai berkas terkompresi dengan checksum, dan cara memeriksanya tanpa kami.',
  'archive.headline_other': '{{n}} bulan yang telah ditutup tersimpan dalam arsip',
  'archive.none': 'Belum ada bulan yang diarsipkan',
  'archive.intro':
    'Setelah sebuah bulan berakhir, angka hariannya, batch, perubahan, dan jawaban mentah pemeriksaannya ditulis satu kali dan tidak diubah lagi. Berkas yang diubah tidak lagi cocok dengan checksum-nya.',
  'archive.file': 'Berkas',
  'archive.rows': 'Baris',
  'archive.size': 'Ukuran',
  'archive.bytes_other': '{{n}} bita',
  'archive.checksum': 'SHA-256',
  'archive.caption': 'Berkas {{month}}',
  'archive.sums': 'SHA-256 dari daftar checksum: {{hash}}',
  'archive.restore.none': 'Belum ada uji pemulihan arsip yang tercatat.',
  'archive.restore.passed':
    'Uji pemulihan terakhir, untuk {{month}}, lolos {{when}}: setelah dimuat ke Postgres kosong, arsip menghasilkan total dan hash yang sama.',
  'archive.restore.failed':
    'Uji pemulihan terakhir, untuk {{month}}, gagal {{when}}: yang dipulihkan tidak sama dengan yang dinyatakan arsip.',
  'archive.readAt': 'Angkanya terakhir dibaca {{when}}.',
  'archive.samplesSummary_other': 'Jawaban mentah pemeriksaan: {{n}} hari',
  'archive.pruned':
    'Dipangkas pada {{day}}, setelah lebih dari {{months}} bulan: berkas data bulan ini telah dihapus dan tidak dapat diperiksa lagi di sini. Checksum-nya tetap ada, sehingga salinan yang disimpan orang lain masih dapat diperiksa.',
  'archive.verify.title': 'Cara memeriksa arsip',
  'archive.verify.body':
    'Ambil setiap berkas sebuah bulan yang disebut dalam daftar, lalu bandingkan dengan checksum-nya; tidak perlu akun maupun alat milik kami. README setiap bulan menunjukkan cara menghitung ulang setiap hash batch dan setiap hash jawaban mentah.',
  'archive.verify.whole':
    'Program situs ini memeriksa hal yang sama langsung di alamatnya, beserta setiap jumlah dan cacah baris:',
  'archive.kept': 'Sebuah bulan disimpan sekurang-kurangnya {{months}} bulan setelah berakhir.',
  'archive.limits':
    'Arsip menunjukkan apa yang telah diterbitkan situs ini ketika bulan itu ditutup. Arsip tidak menunjukkan bahwa angkanya benar; perubahan setelahnya tercatat dalam rekaman publik.',
  'archive.link': 'Arsip bulan yang telah ditutup',
  'archive.table.metrics': 'Angka harian bulan ini',
  'archive.table.batches': 'Batch distribusi bulan ini',
  'archive.table.changelog': 'Perubahan pengaturan bulan ini',
  'archive.table.status-days': 'Angka harian setiap komponen yang diperiksa',
  'archive.samples': 'Jawaban mentah pemeriksaan pada {{day}}',
  'archive.packageTitle': '{{publisher}} Transparency v1.0, arsip {{month}}',
  'archive.readme.what':
    'Apa yang telah diterbitkan situs ini untuk {{month}} (UTC) ketika bulan itu ditutup. Berkas ditulis satu kali dan tidak pernah diubah.',
  'archive.readme.files': 'Berkas',
  'archive.readme.columns':
    'CSV mengikuti RFC 4180 dalam UTF-8 dengan kolom yang sama seperti unduhan di situs; JSON memuat baris yang sama, satu per baris. datapackage.json menjelaskan setiap kolom dalam kedua bahasa. Jumlah adalah desimal persis, dan waktu ditulis seperti basis data menulisnya dalam UTC. Teks tulisan orang yang dapat dijalankan oleh lembar kerja diberi apostrof di depannya dalam CSV.',
  'archive.readme.metrics':
    'metrics adalah angka harian bulan ini. Jumlahnya, dan jumlah semua hari yang diterbitkan sampai akhir bulan ini, adalah:',
  'archive.readme.figure': 'Angka',
  'archive.readme.month': 'Bulan ini',
  'archive.readme.sinceBeginning': 'Sejak awal',
  'archive.readme.asOf': 'Dibaca sampai:',
  'archive.readme.never': 'belum pernah ada pemeriksaan',
  'archive.readme.check': 'Periksa sendiri',
  'archive.readme.sums': 'Setiap berkas terhadap checksum-nya (di macOS: shasum -a 256 -c SHA256SUMS):',
  'archive.readme.look': 'Melihat sebuah tabel (di macOS: gzip -dc sebagai ganti zcat):',
  'archive.readme.hashes':
    'Hitung ulang hash setiap batch dari masukan hash-nya. Yang tidak cocok akan dicetak; kolom hash_verdict menyatakan batch mana saja yang demikian:',
  'archive.readme.samples':
    'Hitung ulang hash jawaban mentah setiap hari. Angka harian dalam status-days memuatnya sebagai raw_sha256. Yang tidak memiliki angka akan dicetak:',
  'archive.readme.noSamples': 'Tidak ada pemeriksaan pada bulan ini: tidak ada jawaban mentah.',
  'archive.readme.restore':
    'Dengan program situs ini: npm run archive -- --verify <folder ini atau alamatnya> memeriksa semuanya, termasuk cacah baris dan jumlah; npm run restore-test -- <folder ini> memuatnya ke Postgres yang kosong dan menghitung ulang dengan SQL.',
  'archive.readme.limits':
    'Kecocokan hash tidak menunjukkan bahwa sebuah angka benar: basis data yang sama membuat keduanya. Perubahan angka setelahnya tercatat dalam rekaman publik situs, bukan di sini.',
} as const satisfies Translation<typeof english>;
