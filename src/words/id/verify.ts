import type { verify as english } from '../en/verify.ts';
import type { Translation } from '../message.ts';

export const verify = {
  'verify.title': 'Verifikasi',
  'verify.description':
    'Cara menghitung ulang setiap hash dan setiap jumlah {{publisher}} dengan alat yang bukan milik kami.',
  'verify.headline': 'Periksa sendiri: satu berkas, satu skrip, tanpa alat milik kami',
  'verify.intro':
    'Berkas data memuat angka yang kini ditampilkan halaman-halaman ini; bila nilai pertamanya lain, rekaman publik memuatnya. Terminal dengan Python atau sha256sum sudah cukup; tanpa akun, tanpa pustaka, tanpa perlu memercayai hitungan situs ini.',
  'verify.file.title': 'Semuanya, dengan satu berkas',
  'verify.file.body':
    '{{file}} hanya memerlukan Node, dan berupa satu berkas polos yang dapat dibaca sebelum dijalankan. Yang dibacanya data, log, dan arsip, bukan halamannya: untuk itu, npm run verify -- --rebuild membangun situs ini kembali. Berkas ini menghitung ulang setiap hash batch dan setiap jumlah, membandingkan setiap CSV dengan JSON-nya dan keduanya dengan log, log dengan tanda tangannya dan tanda tangan para saksinya, serta setiap arsip dengan checksum-nya. Di macOS, pakai shasum -a 256 -c sebagai ganti sha256sum -c.',
  'verify.file.ends':
    'Untuk setiap pernyataan disebutkan apakah benar, salah, atau tidak diketahui, dan berakhir dengan 0, 1, atau 2 sesuai hasilnya; yang tidak dapat dihitung ulang siapa pun, seperti pernyataan pihak lain, disebutkan tetapi tidak ikut menentukan. Tanda tangan siapa yang dipercaya diambil dari situs ini kecuali Anda memberinya kebijakan yang Anda peroleh dari tempat lain (--policy): sampai saat itu hal ini disebut tidak diketahui. Salinan berkas yang disimpan pihak lain, atau kode sumbernya di repositori situs ini, lebih berharga daripada yang diambil dari sini.',
  'verify.file.log':
    'Pemeriksa yang datang dari situs yang dicurigai tidak membuktikan apa pun dengan sendirinya: siapa pun yang mengubah situsnya dapat pula mengubah pemeriksa itu beserta hash di halaman ini. Setiap hasil bangun yang terbit dicatat dalam log bersama hash pemeriksanya: bandingkan jawaban sha256sum verify.mjs dengan {{log}}, yang juga dipegang saksi dan salinan cermin.',
  'verify.file.logLink': 'hasil bangun dalam log',
  'verify.file.shell':
    'Untuk satu bukti, seperti berkas yang ditawarkan halaman batch dan laporan, {{file}} hanya memerlukan shell POSIX dan OpenSSL 3: sh verify.sh proof.json policy.',
  'verify.one.title': 'Satu batch, satu baris',
  'verify.one.body':
    'Halaman setiap batch memuat baris seperti ini. Jawabannya harus sama dengan hash yang diterbitkan, {{hash}}.',
  'verify.one.none':
    'Halaman setiap batch memuat baris untuk ditempelkan, begitu ada batch dengan hash yang cocok.',
  'verify.all.title': 'Semua batch sekaligus',
  'verify.all.body':
    'Simpan skrip ini sebagai verify.py; ambil {{file}} ke folder yang sama, lalu jalankan, seperti baris-baris di bawah skrip. Skrip ini menyusun tiap masukan hash dari angkanya, menghitung hash-nya, lalu membandingkannya dengan hash yang diterbitkan dan dengan putusan yang dinyatakan situs ini. Skrip ini mencoba bentuk-bentuk terdokumentasi serta setiap zona waktu dan gaya tanggal yang disebut kolom hash_form; apakah hash yang tidak cocok dengan satu pun di antaranya memang salah, atau hanya dibuat dalam bentuk yang tidak diketahui, tidak dapat diketahui skrip: dasar putusan situs ini tertera di halaman batch-nya.',
  'verify.all.saved':
    'Peramban menyimpan berkas ini sebagai {{saved}}, karena angkanya contoh. Perintah di halaman ini dan daftar checksum menyebutnya {{name}}, sama seperti alamatnya: ganti nama berkas yang disimpan peramban.',
  'verify.all.run':
    'Skrip berakhir dengan hitungannya, dan dengan kode keluar 0 hanya bila sesuai dengan setiap putusan.',
  'verify.all.expect':
    'Menurut data yang ditampilkan halaman ini, hasilnya harus: {{match}} match, {{mismatch}} mismatch, {{missing}} missing, {{notRecomputable}} not-recomputable.',
  'verify.sums.title': 'Jumlah keseluruhan',
  'verify.sums.body':
    'Setiap jumlah dalam metrics.csv adalah jumlah satu kolom daily.csv, dan setiap bagian yang didistribusikan adalah jumlah satu kolom batches.csv, keduanya sampai desimal terakhir.',
  'verify.record.title': 'Yang pertama kali diterbitkan',
  'verify.record.body':
    'Setiap baris {{record}} adalah satu entri dengan waktu terlihatnya: "first" memuat nilai pertama sebuah baris data, "change" nilai sebelum dan sesudahnya, "gone" bahwa baris itu hilang; bandingkan baris "first" sebuah batch dengan barisnya di batches.csv. Teks tulisan orang tercatat di sana sebagai SHA-256 dari garam dan teksnya, keduanya ada di {{words}}.',
  'verify.files.title': 'Berkasnya sendiri',
  'verify.files.body': 'Ambil semua berkas dan bandingkan dengan checksum yang diterbitkan.',
  'verify.csv.title': 'Membaca berkas CSV',
  'verify.csv.body':
    'RFC 4180, UTF-8, baris diakhiri CR LF. Jumlah dan cacah adalah desimal persis dengan titik, waktu ditulis seperti basis data menulisnya dalam UTC. Dalam teks tulisan orang, apostrof ditaruh di depan bagian yang akan dijalankan oleh lembar kerja: di depan = + - @ (termasuk bentuk lebar penuh) di awal teks, di awal baris, dan setelah titik koma atau tab, serta di depan tab atau akhir baris di awal teks; kolom yang di-hash atau berisi angka tidak pernah disentuh. Teks beberapa baris adalah satu kolom dalam tanda kutip. Kolom yang null dibiarkan kosong; teks kosong ditulis sebagai dua tanda kutip.',
  'limits.title': 'Yang tidak dibuktikan situs ini',
  'limits.same':
    'Basis data yang menyatakan angka juga membuat hash-nya. Siapa pun yang dapat mengubah keduanya dapat membuatnya cocok; kecocokan hanya menunjukkan bahwa tidak ada yang mengubah salah satunya saja.',
  'limits.record':
    'Rekaman publik menunjukkan perubahan setelah entri pertamanya, {{when}}. Perubahan sebelum itu tidak dapat ditunjukkannya.',
  'limits.recordNone':
    'Rekaman publik menunjukkan perubahan setelah entri pertamanya. Saat ini belum ada entri.',
  'limits.paid':
    'Bahwa sebuah batch menyatakan distribusi tidak menunjukkan bahwa seseorang menerimanya. Memo on-chain menunjukkan bahwa dompet treasury menandatangani sebuah hash, bukan bahwa ia membayar seseorang: transfer kepada orang tidak diperiksa di sini.',
  'limits.rows':
    'Transaksi satuan adalah milik orang-orang dan tidak diterbitkan, sehingga jumlahnya diambil sebagaimana dinyatakan basis data.',
  'limits.site':
    'Checksum berasal dari situs yang sama dengan berkasnya. Bandingkan dengan salinan yang disimpan pihak lain.',
} as const satisfies Translation<typeof english>;
