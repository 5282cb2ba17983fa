import type { statements as english } from '../en/statements.ts';
import type { Translation } from '../message.ts';

export const statements = {
  'statement.checksums': 'setiap berkas di data/ sama dengan yang disebut data/SHA256SUMS',
  'statement.tables': 'setiap CSV berisi sama dengan JSON-nya',
  'statement.hashes':
    'setiap hash batch sesuai dengan yang dinyatakan situs ini, dihitung ulang dari angkanya',
  'statement.sums': 'total adalah jumlah semua hari, dan tiap bagian adalah jumlah semua batch',
  'statement.signature': 'log menandatangani checkpoint-nya',
  'statement.cosignatures': 'riwayat ini sudah dilihat oleh saksi sebanyak yang diminta kebijakan',
  'statement.key': 'tanda tangan siapa yang dipercaya ditentukan oleh kebijakan yang Anda bawa',
  'statement.entries':
    'setiap entri log sesuai bentuknya, tidak ada yang bertanggal sebelum entri di depannya, dan tidak ada yang berulang padahal hanya boleh sekali',
  'statement.tree': 'entri-entri menghasilkan akar yang ditandatangani',
  'statement.tiles': 'tile sama dengan yang dihasilkan entri-entrinya',
  'statement.records': 'setiap rekaman memiliki hash yang dimuat entrinya',
  'statement.rows': 'tabel berisi sama dengan hasil rekaman-rekamannya, baris demi baris',
  'statement.manifests':
    'pembacaan terakhir setiap folder tercatat di log dengan manifesnya, serta total, hari, dan waktu semua tabel sesuai dengan yang diikatnya',
  'statement.changes':
    'setiap baris yang sudah ditandatangani masih seperti saat ditandatangani, atau diubah oleh rekaman yang ditandatangani',
  'statement.split': 'setiap pembagian adalah setelan yang terekam, atau perubahannya yang terekam',
  'statement.days': 'hari-hari pemeriksaan sama dengan berkas yang diikat pemeriksaan terakhirnya di log',
  'statement.reports':
    'setiap laporan sama seperti saat dicatat di log, beserta pengesahannya, dan tabel hasil menyatakan hal yang sama',
  'statement.proofs':
    'setiap bukti menuntun dari entrinya ke checkpoint bertanda tangan dari riwayat ini juga',
  'statement.lists':
    'setiap daftar transaksi terbayar memiliki hash yang dimuat rekamannya, dan berkas pencarian menyatakan hal yang sama',
  'statement.archives':
    'setiap berkas arsip sama dengan yang disebut checksum-nya, dan log menyebut checksum itu',
  'statement.transactions':
    'yang dinyatakan situs tentang transaksi tiap batch sesuai dengan byte transaksi yang tercatat di log',
  'statement.evidence': 'berkas temuan on-chain sama dengan yang diikat pembacaan terakhirnya di log',
  'statement.figures': 'angka-angka menghasilkan hash batch',
  'statement.record': 'rekaman memiliki hash yang dimuat entri',
  'statement.inclusion': 'entri ada di log checkpoint ini',
  'statement.wire':
    'byte transaksi sama dengan yang tercatat di log, dan ditandatangani oleh pihak yang disebut di dalamnya',
  'statement.memo': 'memo transaksi berisi hash batch ini dan tidak berisi apa pun selain itu',
  'statement.treasury':
    'transaksi ditandatangani oleh dompet yang saat itu terdaftar sebagai dompet treasury',
  'statement.landed':
    'transaksi masuk ke blok jaringan utama, berhasil, dan tidak lebih awal daripada batch-nya',
  'statement.growth':
    'checkpoint-checkpoint ini berasal dari satu riwayat: yang kemudian memuat semua yang diwakili yang sebelumnya',
  'statement.history': 'checkpoint ini adalah bagian dari riwayat yang kini disajikan situs',
  'reason.nothing': 'tidak ada yang dapat dibandingkan',
  'reason.unreachable': 'tidak dapat dibaca',
  'reason.too-large': 'lebih besar daripada berkas semacam ini pada umumnya, dan tidak dibaca sampai akhir',
  'reason.no-site': 'tidak ada apa pun dari situs semacam ini di alamat ini',
  'reason.never-read': 'tabel ini belum pernah dibaca',
  'reason.other-time': 'tabel ini dan total dibaca pada waktu yang berbeda',
  'reason.unsigned':
    'lebih baru daripada checkpoint terakhir yang bertanda tangan, jadi belum ditandatangani',
  'reason.no-log': 'tidak ada log yang bertanda tangan',
  'reason.unsigned-change':
    'diubah oleh baris rekaman yang tidak ditandatangani siapa pun, yang dapat ditambahkan oleh siapa saja',
  'reason.older-form': 'tabel ini berasal dari masa sebelum kolom ini ada',
  'reason.open-day': 'hari itu belum selesai; jawaban mentah yang menjadi dasar angkanya tidak disajikan',
  'reason.no-policy': 'tidak ada kebijakan yang menentukan tanda tangan siapa yang dipercaya',
  'reason.own-keys':
    'kunci yang dipakai datang bersama hal yang dijaminnya; bawalah kebijakan dari tempat lain',
  'reason.strange-key': 'ditandatangani dengan kunci yang tidak diperkenalkan oleh kunci sebelumnya',
  'reason.unnamed-key':
    'ditandatangani dengan kunci yang tidak disebut kebijakan ini, dan tidak ada kunci di dalamnya yang mengarah ke kunci itu',
  'reason.no-witness': 'kebijakan tidak meminta saksi; yang sudah melihat',
  'reason.too-few': 'lebih sedikit daripada yang diminta kebijakan; yang sudah melihat',
  'reason.no-entry': 'entrinya tidak disertakan',
  'reason.no-record': 'rekamannya tidak disertakan',
  'reason.no-proof': 'buktinya tidak disertakan',
  'reason.no-hash': 'tidak memiliki hash',
  'reason.no-form': 'hash-nya tidak cocok dengan bentuk terdokumentasi mana pun',
  'reason.no-anchor': 'byte transaksinya tidak disertakan',
  'reason.no-wallets': 'daftar dompet tidak disertakan',
  'reason.no-treasury': 'saat itu tidak ada dompet treasury yang terdaftar',
  'reason.late-list': 'daftar dompet masuk ke log lebih lambat daripada waktu pembacaan yang dinyatakannya',
  'reason.no-block-time': 'waktu pembuatan bloknya tidak diketahui',
  'reason.inner': 'menurut penyedia yang ditanyai, panggilan yang memuat memo itu dibuat oleh program lain',
  'reason.word': 'menurut penyedia yang ditanyai; tidak dapat dihitung ulang di sini',
  'reason.no-growth':
    'tidak ada bukti yang menghubungkan keduanya; di situsnya sendiri, masing-masing dapat dibandingkan dengan log yang sekarang',
  'reason.other-log': 'keduanya berasal dari log yang berbeda',
  'reason.from-disk':
    'halaman ini dibuka dari disk dan tidak dapat mengambil apa pun: buka di situsnya, atau tambahkan checkpoint yang lebih baru beserta bukti bahwa log bertambah dari yang ini (old N, hash-hashnya, satu baris kosong, checkpoint)',
  'reason.preimage': 'bandingkan hash batch dengan SHA-256 ini',
  'statement.rebuild': 'situs ini sama, bita demi bita, dengan yang dihasilkan commit yang disebutnya',
  'reason.no-statement': 'situs ini tidak menyebut dari apa ia dibangun',
  'reason.no-repository':
    'situs ini tidak dibangun dalam repositori git, jadi pihak lain tidak dapat membangunnya ulang',
  'reason.not-committed':
    'kontennya tidak ada dalam commit mana pun, seperti konten demo, jadi pihak lain tidak dapat membangunnya ulang',
  'reason.changed':
    'situs ini dibangun dari berkas yang belum di-commit, jadi pihak lain tidak dapat membangunnya ulang',
  'reason.moved-on': 'situs diterbitkan ulang setiap kali berkasnya dibaca',
  'reason.no-commit': 'repositori tidak memiliki commit yang disebutnya',
  'reason.install-failed': 'paket yang disebut berkas lock-nya tidak dapat dipasang',
  'reason.build-failed': 'commit itu tidak dapat dibangun di sini',
  'reason.other-node':
    'hasilnya berbeda, dan situs ini dibangun dengan versi Node yang lain daripada di sini',
  'reason.unread': 'sebagian berkas tidak dapat dibaca',
  'rebuild.other': '{{file}}: isinya lain',
  'rebuild.missing': '{{file}}: tidak ada di situs',
  'rebuild.added': '{{file}}: commit itu tidak menghasilkan berkas ini',
  'rebuild.where': 'Yang dapat dibangun ulang hanyalah situs atau foldernya: sebutkan alamat atau folder.',
  'judged.right': 'benar',
  'judged.wrong': 'SALAH',
  'judged.unknown': 'tidak diketahui',
  'judged.policyMissing': 'Berkas {{file}} tidak ada.',
  'judged.which': 'Sebutkan yang diverifikasi: npm run verify -- <alamat, folder, atau berkas>',
  'judged.noPlace': 'Tidak ada apa-apa di {{place}}.',
} as const satisfies Translation<typeof english>;
