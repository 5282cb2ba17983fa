import type { columns as english } from '../en/columns.ts';
import type { Translation } from '../message.ts';

export const columns = {
  'column.batches.id': 'Id batch (UUID).',
  'column.batches.created_at': 'Kapan batch dibuat, UTC, seperti ditulis Postgres.',
  'column.batches.period_start': 'Awal periode, UTC; kosong bila tidak dicantumkan batch.',
  'column.batches.period_end': 'Akhir periode, UTC; kosong bila tidak dicantumkan batch.',
  'column.batches.tx_count': 'Banyaknya transaksi dalam batch.',
  'column.batches.revenue_sum': 'Pendapatan dari transaksi tersebut.',
  'column.batches.referral_sum': 'Bagian yang didistribusikan ke referal.',
  'column.batches.treasury_sum': 'Bagian yang didistribusikan ke kas (treasury).',
  'column.batches.buyback_sum': 'Bagian yang didistribusikan ke pembelian kembali (buyback).',
  'column.batches.public_hash':
    'Hash sebagaimana dicantumkan platform; teks bebas, diamankan untuk lembar kerja; kosong bila tidak ada.',
  'column.batches.onchain_tx':
    'Transaksi on-chain sebagaimana dicantumkan platform, belum diperiksa; teks bebas, diamankan untuk lembar kerja.',
  'column.batches.note': 'Catatan dari platform; teks bebas, diamankan untuk lembar kerja.',
  'column.batches.hash_input':
    'Teks yang SHA-256-nya dibandingkan dengan public_hash; disusun situs ini dari kolom sebelumnya.',
  'column.batches.hash_verdict':
    'match (cocok), mismatch (tidak cocok), missing (tanpa hash), atau not-recomputable bila tidak ada bentuk yang diketahui yang menghasilkan hash itu dan tidak ada dasar untuk menyatakannya salah; dihitung situs ini.',
  'column.batches.hash_form':
    'Bentuk yang cocok: bentuk terdokumentasi dengan namanya, atau zona waktu dan gaya tanggal sesi basis data yang dinyatakan; kosong bila tidak ada yang cocok.',
  'column.batches.onchain_state':
    'Apakah transaksi yang dicantumkan membuktikan batch: verified, not-anchored, mismatch, atau unknown; dihitung oleh situs ini.',
  'column.batches.onchain_reason':
    'Aturan yang dilanggar transaksi itu, atau mengapa tidak dapat diperiksa; kosong bila tidak ada.',
  'column.metrics.total_revenue': 'Pendapatan semua transaksi.',
  'column.metrics.verified_revenue': 'Pendapatan transaksi yang telah diverifikasi platform.',
  'column.metrics.distributed_revenue': 'Pendapatan transaksi yang telah didistribusikan.',
  'column.metrics.tx_total': 'Banyaknya transaksi.',
  'column.metrics.tx_verified': 'Banyaknya transaksi yang telah diverifikasi platform.',
  'column.metrics.tx_distributed': 'Banyaknya transaksi yang telah didistribusikan.',
  'column.metrics.referral': 'Jumlah keseluruhan yang didistribusikan ke referal.',
  'column.metrics.treasury': 'Jumlah keseluruhan yang didistribusikan ke kas (treasury).',
  'column.metrics.buyback': 'Jumlah keseluruhan yang didistribusikan ke pembelian kembali (buyback).',
  'column.daily.day': 'Hari dalam UTC.',
  'column.daily.revenue': 'Pendapatan transaksi yang dibuat hari itu.',
  'column.daily.tx_count': 'Banyaknya transaksi yang dibuat hari itu.',
  'column.daily.verified_revenue': 'Pendapatan transaksi yang diverifikasi hari itu.',
  'column.daily.tx_verified': 'Banyaknya transaksi yang diverifikasi hari itu.',
  'column.daily.distributed_revenue': 'Pendapatan batch yang dibuat hari itu.',
  'column.daily.tx_distributed': 'Banyaknya transaksi dalam batch yang dibuat hari itu.',
  'column.daily.referral': 'Didistribusikan ke referal dalam batch yang dibuat hari itu.',
  'column.daily.treasury': 'Didistribusikan ke kas (treasury) dalam batch yang dibuat hari itu.',
  'column.daily.buyback': 'Didistribusikan ke pembelian kembali (buyback) dalam batch yang dibuat hari itu.',
  'column.split.referral': 'Proporsi referal dalam persen.',
  'column.split.treasury': 'Proporsi kas (treasury) dalam persen.',
  'column.split.buyback': 'Proporsi pembelian kembali (buyback) dalam persen.',
  'column.split.platform':
    'Proporsi yang tetap di platform dalam persen; kosong bila ketiga bagian sudah mencakup seluruhnya.',
  'column.split.since': 'Kapan proporsi ini ditetapkan, UTC; kosong bila tidak disebut catatan perubahan.',
  'column.split.reason': 'Alasan sebagaimana ditulis; teks bebas, diamankan untuk lembar kerja.',
  'column.wallets.name': 'Nama dompet; teks bebas, diamankan untuk lembar kerja.',
  'column.wallets.address': 'Alamat sebagaimana dicantumkan; teks bebas, diamankan untuk lembar kerja.',
  'column.wallets.type': 'Jenis sebagaimana dicantumkan; teks bebas, diamankan untuk lembar kerja.',
  'column.wallets.explorer_url':
    'Tautan penjelajah blok sebagaimana dicantumkan; teks bebas, diamankan untuk lembar kerja.',
  'column.wallets.state':
    'published (diterbitkan), atau not-published bila alamat kosong atau hanya pengisi tempat; dihitung situs ini.',
  'column.wallets.link':
    'Apakah tautan sesuai dengan alamatnya: ok, problem, atau none bila tautan tidak dicantumkan atau alamat tidak diterbitkan; dihitung situs ini.',
  'column.wallets.problems': 'Yang tidak sesuai, sebagai kode yang dipisahkan spasi; dihitung situs ini.',
  'column.changelog.id':
    'Id entri, disusun dari waktu dan kuncinya; teks bebas, diamankan untuk lembar kerja.',
  'column.changelog.created_at': 'Kapan pengaturan diubah, UTC, seperti ditulis Postgres.',
  'column.changelog.key': 'Pengaturan yang diubah; teks bebas, diamankan untuk lembar kerja.',
  'column.changelog.old_value': 'Nilai sebelum; teks bebas, diamankan untuk lembar kerja.',
  'column.changelog.new_value': 'Nilai sesudah; teks bebas, diamankan untuk lembar kerja.',
  'column.changelog.reason': 'Alasan sebagaimana ditulis; teks bebas, diamankan untuk lembar kerja.',
  'column.ledger.batch_id': 'Id batch.',
  'column.ledger.tx_counted': 'Banyaknya transaksi batch itu dalam buku besar.',
  'column.ledger.amount_sum': 'Jumlah nilainya.',
  'column.ledger.referral_sum': 'Jumlah yang tercatat didistribusikan ke referal.',
  'column.ledger.treasury_sum': 'Jumlah yang tercatat didistribusikan ke kas (treasury).',
  'column.ledger.buyback_sum': 'Jumlah yang tercatat didistribusikan ke pembelian kembali (buyback).',
  'column.ledger.duplicates': 'Banyaknya pasangan transaksi dan bagian yang muncul lebih dari sekali.',
  'column.ledger.referral_lines': 'Banyaknya baris catatan distribusi untuk referal.',
  'column.ledger.treasury_lines': 'Banyaknya baris catatan distribusi untuk kas (treasury).',
  'column.ledger.buyback_lines': 'Banyaknya baris catatan distribusi untuk pembelian kembali (buyback).',
  'column.ledger.tx_count_difference':
    'Batch dikurangi buku besar, transaksi; dihitung situs ini, kosong bila tidak ada batch itu.',
  'column.ledger.tx_count_tolerance':
    'Selisih terbesar yang dapat timbul dari pembulatan saja, transaksi: 0.',
  'column.ledger.revenue_difference':
    'Batch dikurangi buku besar, pendapatan; dihitung situs ini, kosong bila tidak ada batch itu.',
  'column.ledger.revenue_tolerance':
    'Selisih terbesar yang dapat timbul dari pembulatan saja, pendapatan: sepersejuta, untuk jumlah yang pernah dihitung dengan bilangan titik kambang.',
  'column.ledger.referral_difference':
    'Batch dikurangi buku besar, referal; dihitung situs ini, kosong bila tidak ada batch itu.',
  'column.ledger.referral_tolerance':
    'Selisih terbesar yang dapat timbul dari pembulatan saja, referal: 0,0000005 kali banyaknya baris.',
  'column.ledger.treasury_difference':
    'Batch dikurangi buku besar, kas (treasury); dihitung situs ini, kosong bila tidak ada batch itu.',
  'column.ledger.treasury_tolerance':
    'Selisih terbesar yang dapat timbul dari pembulatan saja, kas (treasury): 0,0000005 kali banyaknya baris.',
  'column.ledger.buyback_difference':
    'Batch dikurangi buku besar, pembelian kembali (buyback); dihitung situs ini, kosong bila tidak ada batch itu.',
  'column.ledger.buyback_tolerance':
    'Selisih terbesar yang dapat timbul dari pembulatan saja, pembelian kembali (buyback): 0,0000005 kali banyaknya baris.',
  'column.status-days.day': 'Hari menurut UTC; hari terakhir belum selesai.',
  'column.status-days.system': 'Id sistem.',
  'column.status-days.component': 'Id komponen.',
  'column.status-days.length':
    'Detik pada hari itu yang dicakup angkanya; kurang dari 86400 untuk hari yang belum selesai.',
  'column.status-days.up': 'Detik yang diketahui berjalan normal.',
  'column.status-days.degraded': 'Detik yang diketahui menurun; dihitung tersedia.',
  'column.status-days.down': 'Detik yang diketahui terganggu.',
  'column.status-days.unknown': 'Detik yang belum diketahui keadaannya.',
  'column.status-days.degraded_unknown':
    'Dari detik yang belum diketahui, yang saat itu pemeriksaan lain diketahui menurun; kosong bila tidak ada.',
  'column.status-days.p50': 'Median latensi jawaban hari itu dalam md; kosong bila tidak ada.',
  'column.status-days.p95': 'Persentil ke-95 latensi dalam md; kosong bila tidak ada.',
  'column.status-days.raw_sha256': 'SHA-256 jawaban mentah hari itu yang menjadi dasar angka ini.',
  'column.report-results.system': 'Id sistem.',
  'column.report-results.routine': 'Id rutinitas.',
  'column.report-results.due_at': 'Waktu jadwalnya, UTC; untuk rutinitas tanpa jadwal, waktu pelaksanaannya.',
  'column.report-results.kept':
    'on-time (tepat waktu), late (terlambat), atau missed (terlewat); untold bila log mencatatnya lebih lambat daripada waktu pelaksanaan yang disebutnya.',
  'column.report-results.logged_at':
    'Sejak kapan log mencatatnya, UTC, bila lebih lambat daripada waktu pelaksanaan yang disebutnya; selain itu kosong.',
  'column.report-results.ran_at': 'Waktu pelaksanaannya, UTC; kosong jika terlewat.',
  'column.report-results.item': 'Id butir; kosong jika pelaksanaannya terlewat.',
  'column.report-results.result':
    'passed (lolos), failed (gagal), not-known (belum diketahui), atau manual; kosong jika pelaksanaannya terlewat.',
  'column.report-results.reason': 'Kode alasan kegagalan atau ketidaktahuan; selain itu kosong.',
  'column.report-results.sign_off':
    'Untuk butir manual: signed (dengan kunci yang dikenal), signed-then (demikian saat pertama kali terlihat, kuncinya kemudian dicabut), key-only (dengan kunci yang dikenal, saat peran dan waktu belum diperiksa), atau claimed (tanpa tanda tangan seperti itu); kosong jika belum disahkan.',
  'column.report-results.sign_off_role':
    'Peran yang mengesahkannya; teks bebas, diamankan untuk lembar kerja.',
  'column.report-results.sign_off_at': 'Waktu pengesahannya, UTC.',
  'column.report-results.internal': 'Banyaknya butir internal laporan ini yang tidak ditampilkan.',
} as const satisfies Translation<typeof english>;
