import type { transparency as english } from '../en/transparency.ts';
import type { Translation } from '../message.ts';

export const transparency = {
  'transparency.title': 'Transparansi',
  'transparency.description':
    'Jumlah keseluruhan, angka harian, proporsi, dompet, batch, dan perubahan {{publisher}}, masing-masing dalam CSV dan JSON.',
  'transparency.headline_other': 'Sejak {{month}}, {{n}} batch telah mendistribusikan {{amount}} {{unit}}',
  'transparency.unknown': 'Apa yang telah didistribusikan belum diketahui',
  'transparency.anchors.verified_other': '{{n}} batch tercatat on-chain',
  'transparency.anchors.mismatch_other': '{{n}} transaksi yang dicantumkan tidak membuktikan batch-nya',
  'transparency.anchors.unknown_other': '{{n}} transaksi yang dicantumkan tidak dapat diperiksa',
  'transparency.anchors.notAnchored_other': '{{n}} batch belum dicatat on-chain',
  'transparency.anchors.stray_other': '{{n}} memo treasury menyebut batch yang tidak diterbitkan',
  'transparency.anchors.noStray':
    'Hingga {{when}} tidak ada memo treasury yang menyebut batch yang tidak diterbitkan',
  'transparency.anchors.strayUntold':
    'Pada {{when}} tidak dapat dipastikan apakah ada memo treasury yang menyebut batch yang tidak diterbitkan',
  'transparency.stray':
    'Treasury mencatat hash yang batch-nya tidak diterbitkan, {{when}}: {{hash}}, dalam transaksi {{signature}}',
  'transparency.matches_other': '{{n}} hash cocok',
  'transparency.mismatches_other': '{{n}} tidak cocok',
  'transparency.notRecomputable_other':
    '{{n}} hash tidak dapat dihitung ulang dalam bentuk yang terdokumentasi',
  'transparency.missing_other': '{{n}} batch tanpa hash',
  'altered.distributed':
    'Jumlah semua bagian yang didistribusikan memuat {{amount}} {{unit}} yang diubah setelah diterbitkan, pada {{where}}.',
  'altered.revenue':
    'Pendapatan batch memuat {{amount}} {{unit}} yang diubah setelah diterbitkan, pada {{where}}.',
  'altered.even.distributed':
    'Bagian yang didistribusikan diubah setelah diterbitkan dalam {{where}}; dalam jumlahnya perubahan itu saling meniadakan.',
  'altered.even.revenue':
    'Pendapatan diubah setelah diterbitkan dalam {{where}}; dalam jumlahnya perubahan itu saling meniadakan.',
  'gone.distributed':
    'Jumlah semua bagian yang didistribusikan tidak lagi memuat {{amount}} {{unit}} yang pernah diterbitkan di sini, pada {{where}}: sumbernya tidak lagi menampilkannya.',
  'gone.revenue':
    'Pendapatan batch tidak lagi memuat {{amount}} {{unit}} yang pernah diterbitkan di sini, pada {{where}}: sumbernya tidak lagi menampilkannya.',
  'altered.one': 'batch {{date}}',
  'altered.many': '{{n}} batch',
  'transparency.totals': 'Jumlah keseluruhan sejak awal',
  'totals.figure': 'Angka',
  'totals.transactions': 'Transaksi',
  'totals.amount': 'Jumlah ({{unit}})',
  'totals.total': 'Pendapatan tercatat',
  'totals.verified': 'di antaranya diverifikasi oleh platform',
  'totals.distributed': 'di antaranya didistribusikan',
  'totals.to': 'didistribusikan ke {{part}}',
  'days.title.range': 'Pendapatan harian, {{n}} hari terakhir: {{low}} sampai {{high}} {{unit}}',
  'days.chart':
    'Diagram batang pendapatan harian dari {{from}} sampai {{to}}: terendah {{low}} {{unit}} pada {{lowDay}}, tertinggi {{high}} {{unit}} pada {{highDay}}, seluruhnya {{sum}} {{unit}}. Tabel di bawahnya memuat setiap angka.',
  'days.until': 'Hari penuh dalam UTC, sampai {{day}}.',
  'days.none':
    'Angka 30 hari penuh terakhir belum diketahui di sini. Setiap hari yang sudah diterbitkan ada dalam berkas di bawah.',
  'days.table': 'Tabel {{n}} hari terakhir',
  'days.day': 'Hari (UTC)',
  'days.revenue': 'Pendapatan',
  'days.transactions': 'Transaksi',
  'days.distributed': 'Didistribusikan',
  'days.sum': 'Jumlah {{n}} hari',
  'days.summary': 'Seluruhnya {{sum}} {{unit}}, dari {{transactions}} transaksi. {{until}}',
  'days.gaps': 'Hari tanpa baris data: {{n}}. Dibiarkan kosong, tidak dihitung sebagai nol.',
  'split.current': 'Proporsi distribusi',
  'split.since': 'Berlaku mulai batch pertama setelah {{when}}; sebelumnya {{previous}}.',
  'split.sinceUnknown': 'Berlaku sejauh catatan perubahan menjangkau ke belakang.',
  'split.sinceUndated': 'Ditetapkan pada waktu yang tidak disebut catatan perubahan.',
  'split.sinceFirst': 'Berlaku mulai batch pertama setelah {{when}}; yang sebelumnya belum diketahui.',
  'split.historyUnknown':
    'Sejak kapan berlaku dan apa yang sebelumnya belum diketahui, karena catatan perubahan belum diketahui.',
  'split.history': 'Riwayat dan alasan',
  'wallets.short': 'Dompet',
  'wallets.all': 'Semua dompet dan tautannya',
  'batches.latest': 'Batch terakhir',
  'batches.all': 'Semua batch per bulan',
  'batches.caption': 'Batch distribusi, jumlah dalam {{unit}}',
  'batches.batch': 'Batch',
  'batches.transactions': 'Transaksi',
  'batches.revenue': 'Pendapatan',
  'batches.onchain': 'On-chain',
  'batches.verdict': 'Hash',
  'changes.latest': 'Perubahan pengaturan terakhir',
  'changes.all': 'Seluruh catatan perubahan',
  'data.title': 'Semua data',
  'data.caption': 'Data terbuka: setiap baris yang diterbitkan situs ini',
  'data.dataset': 'Himpunan data',
  'data.rows': 'Baris',
  'data.read': 'Per',
  'data.download': 'Unduh',
  'chain.file.anchors': 'Transaksi on-chain beserta byte-nya, pertama dilihat {{month}}',
  'chain.file.unsettled': 'Transaksi yang jawabannya belum sama dari semua penyedia',
  'chain.file.balances': 'Saldo dompet menurut penyedia',
  'record.file.record': 'Rekaman publik: nilai pertama dan perubahannya',
  'record.file.words': 'Teks yang tersimpan sebagai hash dalam rekaman',
  'data.package': 'Penjelasan kolom (Data Package)',
  'data.checksums': 'Checksum (SHA256SUMS)',
  'findings.title': 'Temuan pemeriksaan',
  'findings.day': 'Hari {{day}} (UTC)',
  'findings.none': 'Pemeriksaan atas data ini tidak menemukan apa pun untuk dilaporkan.',
  'findings.noneOfChecked': 'Yang dapat diperiksa tidak menghasilkan temuan. Tidak semuanya dapat diperiksa:',
  'findings.absent': '{{dataset}}: tidak diperiksa karena belum diketahui ({{reason}}).',
  'findings.stale':
    '{{dataset}}: tidak diperiksa ulang ({{reason}}); yang ditampilkan terakhir dibaca {{when}}.',
  'findings.neverRead': 'belum pernah dibaca',
  'findings.notEvaluated': '{{dataset}}: tidak dapat diperiksa {{checks}}.',
  'findings.notEvaluatedFor':
    '{{dataset}}: tidak dapat diperiksa {{checks}}. Data yang diperlukan tidak terbaca pada saat yang sama: {{missing}}.',
  'check.out-of-bounds': 'apakah setiap baris dapat ditampilkan dan disimpan utuh',
  'check.unreadable-row': 'apakah setiap baris dapat dibaca',
  'check.dated-ahead': 'apakah tanggal setiap baris sudah terjadi',
  'check.changed-after-publication': 'apakah ada yang diubah setelah diterbitkan',
  'check.gone-after-publication': 'apakah sumber masih menampilkan semua yang pernah diterbitkan',
  'check.total-fell': 'apakah ada total yang lebih kecil daripada sebelumnya',
  'check.batch-missing': 'apakah setiap batch yang disebut buku besar memang ada',
  'check.hash-mismatch': 'apakah setiap hash cocok dengan angkanya',
  'check.hash-not-recomputable': 'apakah setiap hash dapat dihitung ulang dalam bentuk yang diketahui',
  'check.hash-missing': 'apakah setiap batch memiliki hash',
  'check.duplicate-distribution': 'apakah ada transaksi yang didistribusikan dua kali untuk bagian yang sama',
  'check.share-rule-broken': 'apakah setiap bagian sesuai dengan proporsinya',
  'check.ledger-differs': 'apakah setiap batch dan buku besarnya menyatakan angka yang sama',
  'check.counted-twice': 'apakah suatu batch menghitung transaksi yang sudah didistribusikan batch lain',
  'check.lookup-differs': 'apakah tiap daftar transaksi terbayar sebanyak hitungan batch-nya',
  'check.totals-differ': 'apakah jumlah keseluruhan, angka harian, dan batch saling sesuai',
  'check.wallet-link': 'apakah setiap tautan penjelajah blok sesuai dengan dompetnya',
  'check.promise-made': 'apakah ada teks publik yang memuat kata yang dilarang kebijakan',
  'check.split-history': 'apakah riwayat proporsi bersambung dari entri ke entri',
  'caveat.undeclared-fields':
    '{{dataset}}: {{n}} isian atau nilai pengaturan tidak ditampilkan, karena tidak pernah dinyatakan terbuka untuk publik.',
  'caveat.same-name':
    '{{dataset}}: {{n}} memakai nama yang juga dipakai dompet lain; angka di belakang nama membedakannya.',
  'caveat.lines-without-batch':
    '{{dataset}}: {{n}} baris log distribusi ({{amount}} {{unit}}) tidak menyebut batch. Baris itu berasal dari masa sebelum ada batch, atau dari batch yang sudah tidak ada, dan tidak dihitung untuk batch mana pun.',
  'caveat.other-parts':
    '{{dataset}}: {{n}} baris log distribusi ({{amount}} {{unit}}) masuk ke bagian selain referal, kas (treasury), dan pembelian kembali (buyback); batch tidak mencatat jumlahnya.',
  'caveat.refunded':
    '{{dataset}}: {{n}} transaksi ({{amount}} {{unit}}) telah dikembalikan; termasuk dalam total pendapatan, tidak termasuk dalam pendapatan terverifikasi.',
  'caveat.rejected':
    '{{dataset}}: {{n}} transaksi ({{amount}} {{unit}}) ditolak; termasuk dalam total pendapatan, tidak termasuk dalam pendapatan terverifikasi.',
  'caveat.other-statuses':
    '{{dataset}}: {{n}} transaksi ({{amount}} {{unit}}) berstatus yang tidak didokumentasikan platform; termasuk dalam total pendapatan, tidak termasuk dalam pendapatan terverifikasi.',
  'caveat.other-types':
    '{{dataset}}: {{n}} transaksi ({{amount}} {{unit}}) berjenis yang tidak didokumentasikan platform; termasuk dalam total.',
  'findings.unknown': 'Belum ada yang diperiksa.',
  'caveat.dated-ahead':
    '{{dataset}}: {{n}} transaksi ({{amount}} {{unit}}) bertanggal di masa depan menurut jam basis data itu sendiri, dan tidak masuk dalam total maupun angka harian mana pun.',
  'finding.out-of-bounds':
    'Satu baris tidak disertakan: tanggal, nilai, atau teks di dalamnya melampaui batas yang dapat ditampilkan dan disimpan utuh. Yang sudah diterbitkan sebelumnya tetap berlaku',
  'finding.unreadable-row':
    'Satu baris kini tidak dapat dibaca: nilai yang seharusnya ada tidak ada, atau jenisnya lain. Baris itu tidak disertakan; yang sudah diterbitkan sebelumnya tetap berlaku. Jika namanya sendiri yang tidak dapat dibaca, baris itu mungkin salah satu yang disebut di sini',
  'finding.dated-ahead':
    'Tanggal satu baris lebih lambat daripada jam basis data itu sendiri, jadi belum mungkin terjadi. Baris itu tidak disertakan; yang sudah diterbitkan sebelumnya tetap berlaku',
  'finding.changed-after-publication': 'Diubah setelah diterbitkan; nilai pertama disimpan dan ditampilkan',
  'finding.gone-after-publication':
    'Pernah diterbitkan di sini, kini tidak lagi ditampilkan sumbernya; yang terakhir diterbitkan tetap tertera',
  'finding.total-fell': 'Lebih kecil daripada snapshot sebelumnya',
  'finding.batch-missing': 'Buku besar menyebut batch yang tidak ada',
  'finding.hash-mismatch': 'Hash tidak cocok dengan angkanya',
  'finding.hash-not-recomputable':
    'Hash tidak dapat dihitung ulang dalam bentuk yang terdokumentasi: bukan kecocokan, bukan pula ketidakcocokan',
  'finding.hash-missing': 'Tidak ada hash yang diterbitkan',
  'finding.duplicate-distribution':
    'Ada transaksi yang didistribusikan lebih dari sekali untuk bagian yang sama',
  'finding.share-rule-broken': 'Bagian-bagiannya menyimpang dari proporsinya melebihi pembulatan',
  'finding.ledger-differs': 'Batch dan buku besarnya menyatakan angka yang berbeda',
  'finding.counted-twice':
    'Batch ini menghitung transaksi yang sudah didistribusikan batch lain: distribusi berjalan dua kali',
  'finding.lookup-differs': 'Daftar transaksi terbayarnya tidak sebanyak yang dihitung batch itu',
  'finding.totals-differ': 'Jumlah keseluruhan dan angka harian tidak saling sesuai',
  'finding.wallet-link': 'Ada tautan penjelajah blok yang tidak sesuai dengan dompetnya',
  'finding.promise-made': 'Ada teks publik yang memuat kata yang dilarang kebijakan',
  'finding.split-history': 'Riwayat proporsi tidak bersambung dari satu entri ke entri berikutnya',
  'finding.more_other': 'dan {{n}} lagi',
} as const satisfies Translation<typeof english>;
