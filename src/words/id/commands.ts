import type { commands as english } from '../en/commands.ts';
import type { Translation } from '../message.ts';

export const commands = {
  'frame.usage': 'npm run terang -- <perintah> [opsi]      atau singkatnya: npm run <perintah> -- [opsi]',
  'frame.command': '<perintah> [opsi]',
  'frame.more': '--help di belakang perintah menyebutkan opsinya. --lang en atau id memilih bahasanya.',
  'frame.options': 'Opsi',
  'frame.settings': 'Pengaturan (variabel lingkungan)',
  'frame.commandMissing': 'Perintah yang mana?',
  'frame.unknown': '"{{word}}" tidak dikenal',
  'frame.unknownOption': '{{option}} tidak dikenal di sini',
  'frame.nearest': '; apakah maksudnya "{{known}}"?',
  'frame.oneOf': '; salah satu dari {{known}}',
  'frame.noValue': '{{option}} tidak memerlukan isi',
  'frame.valueMissing': '{{option}} tidak diikuti isinya',
  'frame.tooManyWords': 'kata "{{word}}" berlebih: teks yang memuat spasi ditulis dalam "tanda kutip"',
  'frame.list': '{{command}} menampilkan semuanya.',
  'frame.npm': 'yang ini dijalankan npm sendiri: {{command}}',
  'frame.noLanguage': '"{{language}}" bukan bahasa yang dipakai di sini: tulis salah satu dari {{known}}',
  'frame.oneLanguage': '--lang: perintah ini memakai satu bahasa saja: tulis en atau id',
  'frame.fault': 'Ini kesalahan pada program. Mohon laporkan beserta baris-baris berikut:',
  'frame.stopped': 'Dihentikan oleh {{signal}} sebelum selesai. Yang terakhir diterbitkan tetap berlaku.',

  'task.publish': 'Menerbitkan yang benar',
  'task.tell': 'Memberi tahu publik',
  'task.verify': 'Memeriksa yang telah diterbitkan',
  'task.operate': 'Mengoperasikan',
  'task.develop': 'Mengembangkan',

  'command.snapshot': 'membaca data sebuah platform dari basis datanya dan menerbitkannya',
  'command.check': 'menjalankan setiap pemeriksaan setiap sistem satu kali',
  'command.chain':
    'menanyakan transaksi batch, memo treasury, dan saldo dompet kepada dua penyedia Solana (TPC-09)',
  'command.report':
    'menjalankan satu rutinitas runbook, atau semua yang jatuh tempo, dan menyimpan laporannya',
  'command.serve': 'menyajikan situs yang sudah dibangun, sampai dihentikan',
  'command.build': 'membangun situs ke dist, setelah memeriksa tipenya',
  'command.build:site': 'membangun situs ke dist',
  'command.incident': 'menulis catatan insiden dan pemeliharaan dalam kedua bahasa',
  'command.incident.new': 'catatan pertama sebuah insiden',
  'command.incident.update': 'pembaruan untuk insiden atau pemeliharaan',
  'command.incident.resolve': 'pembaruan terakhir, setelah insiden teratasi',
  'command.incident.postmortem': 'apa yang terjadi dan pelajaran yang diambil',
  'command.incident.maintenance': 'catatan pekerjaan terencana',
  'command.incident.message': 'pesan publik dalam dua bahasa',
  'command.incident.drafts': 'menyiapkan draf untuk hal yang terlihat oleh pemeriksaan',
  'command.lint:content':
    'menyebutkan apa yang menahan sebuah catatan untuk terbit, dan apa yang perlu ditulis',
  'command.notes': 'menerbitkan catatan yang lolos pemeriksaan tulisan',
  'command.audit': 'mengaudit satu bulan: akses, fungsi, API, hash, dompet (TPC-16)',
  'command.archive': 'mengarsipkan bulan yang sudah ditutup, memeriksa arsip, atau merampingkannya',
  'command.restore-test': 'memulihkan arsip ke Postgres yang kosong dan membandingkan jumlah dan hash',
  'command.check:record': 'menyebutkan apakah catatan yang terbit hanya bertambah sejak sebuah commit',
  'command.doctor':
    'memeriksa pengaturan, hak, jam, workflow, dan situs yang tayang, lalu menyebut yang perlu dikerjakan',
  'command.try':
    'mengajukan satu pertanyaan sekarang – tentang dataset atau pemeriksaan –, menampilkan jawabannya dan tidak menyimpan apa pun',
  'command.verify':
    'memverifikasi sebuah situs, foldernya, atau bukti yang disimpan: angka, tabel, hash, log, arsip',
  'command.log':
    'mencocokkan konten dengan log, mencatat yang belum ada, menandatanganinya, atau membuat ulang log yang disajikan',
  'command.log.fsck': 'membuat ulang log yang disajikan dari entrinya dan menyebut yang berbeda',
  'command.log.key': 'membuat sepasang kunci untuk sebuah log',
  'command.log.rotate':
    'mencatat kunci yang menandatangani log mulai sekarang, ditandatangani oleh kunci sebelumnya',
  'command.log.takedown':
    'menurunkan teks yang pernah terbit dari sebuah baris; log menyebut masing-masing beserta alasannya',
  'command.log.sign':
    'menandatangani log yang sudah didorong (push), meminta saksi, lalu mendorong checkpoint-nya',
  'command.log.check': 'mencocokkan konten dengan log dan menyebut semua yang tidak sama',
  'command.log.enter': 'mencatat yang ada dalam konten tetapi belum ada di log',
  'command.witness':
    'menyaksikan log sebuah situs: memeriksa bahwa log hanya bertambah, lalu ikut menandatanganinya',
  'command.mirror': 'menyimpan salinan log sebuah situs, disusun kembali dari entrinya',
  'command.gate':
    'menyatakan apakah yang ada di sini boleh diterbitkan: log adalah kelanjutan dari semua yang sudah dilihat pihak lain',
  'command.built': 'menyimpan dari apa hasil bangun terakhir dibuat, dan mencatat hash berkasnya di log',
  'command.published': 'menandai commit ini sebagai yang sedang tayang, pada cabang yang hanya bergerak maju',
  'command.scheduled': 'menjalankan yang dijadwalkan, atau satu bagiannya',
  'command.commit:content': 'membuat commit dari yang diterbitkan, dan tidak yang lain',
  'command.start': 'membuat demo dan menyajikannya',
  'command.schemas': 'menulis JSON Schema untuk berkas yang ditulis orang',
  'command.map': 'membuat peta di src/README.md dari aturan tentang impor',
  'command.measure:growth': 'mengukur berapa yang ditambahkan pemeriksaan setahun pada repositori',
  'command.measure:notes': 'mengukur berapa lama banyak insiden diproses',
  'command.bench': 'mengukur biaya log yang besar: penambahan, bukti, verifikasi, pertumbuhan',
  'command.test': 'menjalankan semua pengujian dan pemeriksaan',
  'command.test:unit': 'menjalankan pengujian tanpa proses, port, atau basis data',
  'command.test:db': 'menjalankan pengujian dengan Postgres sungguhan',
  'command.test:site': 'menjalankan pengujian dengan situs demo dan peramban',
  'command.format': 'merapikan kode',
  'command.lint:workflows': 'memeriksa alur kerja GitHub',

  'option.help': 'menampilkan ini',
  'option.lang': 'bahasa yang dipakai: en atau id; both untuk daftar temuan',
  'option.content': 'folder konten',
  'option.system': 'sistem yang dibaca',
  'option.systemAsked': 'satu sistem yang diperiksa; semuanya bila tidak disebut',
  'option.dueReports': 'setiap rutinitas yang jatuh tempo: tepat waktu, terlambat, atau terlewat',
  'option.atReport': 'seperti pada waktu itu: ditampilkan, tidak disimpan',
  'option.encryptTo': 'menulis laporan internal terenkripsi untuk kunci tim ini',
  'option.push': 'mendorong (push) cabang yang sedang aktif, diulang bila didahului yang lain',
  'option.remote': 'remote tujuan push',
  'option.base': 'commit pembanding',
  'option.baseOnly':
    'tidak menerbitkan apa pun: hanya memeriksa apakah catatan bertambah saja sejak commit ini',
  'option.dueArchives': 'setiap bulan yang telah lewat dan belum diarsipkan',
  'option.verify': 'memeriksa sebuah arsip: folder atau alamat',
  'option.policy':
    'tanda tangan siapa yang dipercaya (c2sp.org/tlog-policy), dari tempat lain daripada yang diverifikasi',
  'option.site': 'alamat situs yang tayang; log ini harus merupakan kelanjutan dari log di sana',
  'option.historyAt': 'membandingkan bukti yang disimpan dengan riwayat yang kini disajikan situs ini',
  'option.published': 'commit yang terakhir diterbitkan',
  'option.takedownBy': 'peran yang memutuskannya',
  'option.takedownDecided': 'kapan diputuskan; sekarang, bila tidak disebut',
  'option.takedownReason': 'alasannya, untuk pembaca',
  'option.firstKey': 'mencatat kunci yang sudah menandatangani, bila log belum menyebut satu pun',
  'option.lostKey':
    'mencatat kunci pengganti kunci yang hilang: tidak ada yang dapat memastikan kebenarannya',
  'option.people': 'menolak perubahan dengan tangan atas yang ditulis mesin',
  'option.rebuild':
    'membangun ulang commit yang disebut situs dan membandingkan setiap berkas; kodenya dijalankan',
  'option.repository': 'repositori git yang memiliki commit itu: alamat atau folder',
  'option.statement': 'pernyataan hasil bangun tentang dirinya',
  'option.json': 'menuliskannya sebagai JSON',
  'option.prune': 'menghapus berkas data bulan lama; checksum-nya tetap ada',
  'option.yesPrune': 'memastikan penghapusan itu',
  'option.dropSamples': 'menghapus data mentah harian yang sudah ada dalam arsip bulan ini',
  'option.dueAudit': 'bulan yang terakhir lewat, kecuali sudah diaudit',
  'option.dueRestore': 'tidak mempermasalahkan bila belum ada yang dapat diuji',
  'option.result': 'menulis hasilnya juga ke berkas ini',
  'option.dist': 'folder hasil bangun',
  'option.buildOnly': 'berhenti setelah situs dibangun',
  'option.days': 'berapa hari yang dibuat',
  'option.checks': 'berapa banyak pemeriksaan',
  'option.systems': 'dalam berapa sistem',
  'option.notes': 'berapa banyak insiden',
  'option.updates': 'berapa pembaruan untuk masing-masing',
  'option.note.system': 'sistem yang dimaksud',
  'option.note.playbook': 'playbook yang kata-katanya dipakai, atau none',
  'option.note.severity': 'seberapa berat',
  'option.note.components': 'komponen yang terdampak, dipisahkan koma',
  'option.note.started': 'kapan mulai terjadi',
  'option.note.over': 'kapan berakhir',
  'option.note.next-update': 'paling lambat kapan kabar berikutnya diberikan',
  'option.note.starts': 'kapan dimulai',
  'option.note.lasts': 'berapa lama',
  'option.note.rule': 'aturan berulangnya',
  'option.note.title-en': 'judul dalam bahasa Inggris',
  'option.note.title-id': 'judul dalam bahasa Indonesia',
  'option.note.text-en': 'isinya dalam bahasa Inggris',
  'option.note.text-id': 'isinya dalam bahasa Indonesia',
  'option.note.status': 'statusnya sekarang',
  'option.note.at': 'kapan itu terjadi; sekarang bila tidak disebut',
  'option.note.message': 'pesan yang mana',
  'option.note.zone': 'zona waktu untuk menulis waktu; zona situs jika tidak disebut',
  'option.note.drafts': 'folder draf',
  'option.witnessFolder': 'tempat menyimpan yang telah dilihat',
  'option.standstill': 'berapa lama boleh tidak bertambah',

  'setting.TERANG_CONTENT': 'sama dengan --content',
  'setting.TERANG_LANG': 'sama dengan --lang',
  'setting.TERANG_DRAFTS': 'sama dengan --drafts',
  'setting.TERANG_AGE_RECIPIENT': 'kunci tim (age): yang bersifat internal ditulis terenkripsi untuknya',
  'setting.TERANG_INTERNAL': 'folder internal tim, satu folder per sistem',
  'setting.TERANG_CANARIES': 'alamat, dipisahkan koma: bila tidak satu pun menjawab, mesin ini sedang luring',
  'setting.TERANG_PUBLISHED':
    'folder konten yang menunjukkan apa yang telah terbit, misalnya dari cabang utama',
  'setting.TERANG_AUDIT_KEY':
    'rahasia yang membuat temuan di basis data dapat dibandingkan tanpa menyebutnya',
  'setting.TERANG_LOG_NEXT_KEY': 'kunci yang mengambil alih; tanpa ini, kunci baru dibuat',
  'setting.TERANG_LOG_KEY':
    'kunci rahasia log; dua kunci, dipisahkan spasi, selama yang satu menggantikan yang lain',
  'setting.TERANG_SITE': 'sama dengan --site',
  'setting.TERANG_WITNESS_KEY': 'kunci rahasia saksi, seperti yang dibuat "witness key <nama>"',
  'setting.DATABASE_URL': 'alamat postgres:// dengan akun yang hanya dapat membaca',
  'setting.DATABASE_ROLE': 'peran yang dipakai sebelum membaca',
  'setting.RESTORE_DATABASE_URL': 'basis data kosong; bila tidak ada, dipakai Postgres yang disertakan',
  'setting.TPC_API_URL': 'API publik, sampai dengan /public/v1',
  'setting.PORT': 'port yang dipakai (4321)',
  'setting.HOST': 'alamat yang dipakai (127.0.0.1)',
  'setting.BASE_PATH': 'jalur tempat situs dibangun (/)',
  'setting.env:NAME': 'yang disebut env:NAME dalam berkas sistem',

  'failed.snapshot': 'Tidak ada yang dibaca atau ditulis: log langkah ini menyebutkan sebabnya.',
  'failed.check':
    'Tidak ada pemeriksaan yang dijalankan, atau hasilnya tidak dapat disimpan: log langkah ini menyebutkan sebabnya.',
  'failed.chain':
    'Blockchain tidak ditanyai, atau tidak ada yang dapat disimpan: log langkah ini menyebutkan sebabnya.',
  'failed.report':
    'Sebuah berkas keliru, atau hasilnya tidak dapat disimpan: log langkah ini menyebutkan yang mana.',
  'failed.notes':
    'Tidak ada catatan yang diperiksa, atau hasilnya tidak dapat disimpan: log langkah ini menyebutkan sebabnya.',
  'failed.commit': 'Git gagal: log langkah ini menyebutkan sebabnya.',
  'failed.archive': 'Tidak ada yang diarsipkan atau diperiksa: log langkah ini menyebutkan sebabnya.',
  'failed.audit': 'Audit tidak dijalankan: log langkah ini menyebutkan sebabnya.',
  'failed.restore': 'Arsip tidak dipulihkan: log langkah ini menyebutkan sebabnya.',

  'snapshot.noSource': 'Tidak ada sumber untuk sistem "{{system}}"; yang ada untuk tpc.',
  'snapshot.noDatabase':
    'DATABASE_URL belum diatur. Berikan alamat postgres:// dengan akun yang hanya dapat membaca (lihat README).',
  'notes.which':
    'Pilih salah satu: --push menerbitkan, --base hanya memeriksa apakah catatan hanya bertambah.',
  'chain.which':
    'Tanpa kata tambahan, penyedia ditanyai; atau: npm run chain -- memo <checkpoint>, yang menampilkan teks log untuk dicatat di blockchain.',
  'chain.noCheckpoint': 'Tidak ada checkpoint {{file}}.',
  'chain.noProviders':
    'system.yaml tidak menyebut penyedia (transparency.anchors): tidak ada yang ditanyai, dan transaksi tetap "belum diperiksa".',
  'chain.missing': 'Belum diatur: {{names}}. Tidak ada yang ditanyai, dan transaksi tetap "belum diperiksa".',
  'chain.asked':
    'Transaksi yang ditanyakan: {{asked}}; dijawab sama oleh semua penyedia: {{agreed}}. Belum diketahui: {{doubts}}. Saldo {{wallets}} dompet.',
  'chain.noDoubt': 'tidak ada',
  'report.which': 'Sebutkan yang mana: npm run report -- <sistem> <rutinitas>, atau --due saja.',
  'audit.which': 'Sebutkan satu bulan: npm run audit -- 2026-10, atau --due saja.',
  'archive.which':
    'Sebutkan satu hal: sebuah bulan (2026-10), --due, --verify, --prune, atau --drop-samples.',
  'record.grew': 'Catatan yang terbit hanya bertambah sejak {{base}}.',
  'log.noPolicy': 'Tidak ada berkas kebijakan {{file}}.',
  'log.which': 'Sebutkan: npm run log -- fsck <folder log> <berkas kebijakan>',
  'log.keyOfWhat':
    'Sebutkan untuk log mana: npm run log -- key <asal>, yaitu alamat situsnya tanpa https://, yang tidak pernah berubah.',
  'log.noOrigin': '"{{origin}}" tidak dapat menjadi asal sebuah log: tanpa spasi, tanpa tanda tambah.',
  'log.key':
    'Rahasia, simpan di TERANG_LOG_KEY dan tidak di tempat lain:\n{{secret}}\n\nPublik, satu baris di content/written/log/policy:\n{{line}}',
  'log.noKey':
    'TERANG_LOG_KEY belum diatur: tidak ada yang ditandatangani. "npm run log -- key <asal>" membuatnya.',
  'log.empty': 'Belum ada yang dicatat di log: tidak ada yang perlu ditandatangani.',
  'log.noPolicyHere':
    'content/written/log/policy tidak ada: tidak seorang pun dapat tahu milik siapa tanda tangan ini, jadi tidak ada yang ditandatangani.',
  'log.strangeKey':
    'Kebijakan (content/written/log/policy) tidak menyebut {{key}}: tidak ada yang ditandatangani.',
  'log.superseded':
    'Menurut log ini, kunci lain sudah menggantikan kunci ini: isikan kunci penggantinya di TERANG_LOG_KEY. Tidak ada yang ditandatangani.',
  'log.oneKey': 'TERANG_LOG_KEY berisi beberapa kunci: sebutkan hanya yang sekarang menandatangani.',
  'log.firstOrLost': 'Pilih --first atau --lost: kunci pertama tidak menggantikan kunci mana pun.',
  'log.firstThere': 'Log ini sudah menyebut kunci pertamanya.',
  'log.firstEntered':
    '{{key}} tercatat sebagai kunci pertama log ini. Commit dan push; checkpoint berikutnya mengikatnya.',
  'log.noNextKey':
    '{{key}} tidak dapat mengambil alih: kunci itu milik log lain, atau sudah pernah menandatangani log ini. Tidak ada yang dicatat.',
  'log.handedOver':
    '{{next}} mengambil alih dari {{key}}, yang menandatangani pernyataan itu, untuk pohon dengan {{from}} entri atau lebih. Ini sudah dicatat, dan kebijakan menyebutnya. Sebelum push: isikan kedua kunci di TERANG_LOG_KEY, yang lama lebih dulu; setelah semua saksi ikut menandatangani, sisakan hanya yang baru. Beri tahu saksi yang tidak membaca log.',
  'log.nextKey': 'Rahasia, hanya untuk TERANG_LOG_KEY dan tidak di tempat lain:\n{{secret}}',
  'log.notLost':
    'Kebijakan harus menyebut kunci yang hilang, dan belum menyebut {{key}} yang akan menggantikannya. Tidak ada yang dicatat.',
  'log.lostEntered':
    '{{next}} tercatat sebagai pengganti {{key}} yang hilang. Siapa pun yang mengenal log ini tidak dapat memastikan apakah itu benar: beri tahu para saksi dan pembaca lewat jalur selain situs ini. Kebijakan menyebut keduanya; hapus baris yang lama setelah ini diterbitkan.',
  'takedown.which':
    'Sebutkan barisnya, atau pembaruan dari catatannya: npm run log -- takedown <sistem> <dataset> "<baris>", atau takedown notes incident <catatan>/<nomor>.',
  'takedown.noDataset': '{{dataset}} bukan dataset.',
  'takedown.noRole': 'Sebutkan siapa yang memutuskan: --by dengan salah satu dari {{roles}}.',
  'takedown.noReason': 'Sebutkan alasannya dalam kedua bahasa: --reason-en dan --reason-id.',
  'takedown.noTime':
    '--decided "{{given}}" bukan waktu dengan selisih zonanya, misalnya 2026-01-05 16:30 +07:00.',
  'takedown.noSystem': '{{system}} belum menerbitkan apa pun.',
  'takedown.nothing': 'Tidak ada teks tulisan orang yang terbit dari {{row}}. Tidak ada yang diturunkan.',
  'takedown.written':
    'Isi {{file}} berbeda dari yang diterbitkan: hapus teksnya dengan tangan dan tulis {{en}} dan {{id}} sebagai gantinya.',
  'takedown.done_other':
    '{{count}} teks dari {{row}} diturunkan dan dicatat. Teks itu masih ada dalam riwayat git dan arsip: bila harus, hapus juga di sana.',
  'log.twoOrigins': 'Kuncinya milik lebih dari satu log: tidak ada yang ditandatangani.',
  'log.notPushed':
    'Belum semua yang ada di sini didorong ke {{remote}}. Hanya yang sudah didorong yang ditandatangani: jalankan dulu npm run commit:content -- --push.',
  'log.notCommitted':
    'Log tidak sama dengan yang sudah didorong, dan tidak ada yang ditandatangani:\n{{files}}',
  'log.unfit':
    'Yang sudah didorong tidak sama dengan yang tercatat di lognya dan tidak akan lolos gerbang: tidak ada yang ditandatangani. npm run log -- check menyebutkan hal yang sama.',
  'log.late':
    'Pihak lain mendorong lebih dahulu {{rounds}} kali. Tidak ada yang ditandatangani; proses berikutnya akan menandatangani.',
  'log.inGit': 'repositori ini',
  'log.siteSilent':
    '{{url}} tidak dapat dibaca: apakah log ini kelanjutan dari yang tayang tidak diketahui, dan tidak ada yang ditandatangani.',
  'log.otherOrigin':
    'Yang ditandatangani di {{where}} adalah log lain, {{origin}}: tidak ada yang ditandatangani.',
  'log.shrunk':
    '{{size}} entri sudah ditandatangani di {{where}}, sedangkan di sini ada {{here}}. Ada entri yang hilang: tidak ada yang ditandatangani.',
  'log.forked':
    '{{size}} entri pertama bukan yang ditandatangani di {{where}}. Riwayat ditulis ulang: tidak ada yang ditandatangani.',
  'log.notPublished': 'Tanda tangan ini sama sekali tidak diterbitkan.',
  'log.signed': '{{origin}}: {{size}} entri ditandatangani dan didorong. Dilihat oleh {{witnesses}}.',
  'log.witness.unreachable': '{{witness}} tidak menjawab.',
  'log.witness.unknown': '{{witness}} (belum) mengenal log ini.',
  'log.witness.key': '{{witness}} mengenal log ini dengan kunci lain.',
  'log.witness.ahead': '{{witness}} sudah melihat lebih banyak entri daripada yang ada di sini.',
  'log.witness.fork': '{{witness}} sudah melihat riwayat lain dari log ini.',
  'log.witness.answer': 'Jawaban {{witness}} bukan tanda tangan saksi atas ini.',
  'log.witness.time':
    '{{witness}} ikut menandatangani dengan waktu ketika ini belum mungkin dilihatnya: tidak dihitung.',
  'log.witness.too-large':
    '{{witness}} menjawab lebih panjang daripada jawaban apa pun; jawabannya tidak dibaca sampai habis.',
  'failed.built': 'Tidak ada hasil bangun yang dicatat: log langkah ini menyebut alasannya.',
  'failed.gate': 'Tidak ada yang boleh diterbitkan: log langkah ini menyebut alasannya.',
  'failed.sign': 'Tidak ada yang ditandatangani: log langkah ini menyebut alasannya.',
  'log.entered_other': '{{count}} entri ditambahkan ke log.',
  'log.nothingEntered': 'Semua yang ada dalam konten sudah tercatat di log.',
  'log.holds': 'Konten sama dengan yang tercatat di log.',
  'log.faults': '{{origin}}: {{faults}} dari yang disajikan bukan hasil dari {{size}} entrinya.',
  'log.whole':
    '{{origin}}: {{size}} entri, dan setiap ubin serta akarnya adalah hasil dari entri itu. Dilihat oleh {{witnesses}}.',
  'log.notSeen': 'Saksi yang melihatnya belum cukup: apakah pihak lain memegangnya tidak diketahui.',
  'log.noWitness': 'tidak satu pun saksi dalam kebijakan',
  'witness.which':
    'Sebutkan situsnya: npm run witness -- https://transparency.example; atau "serve" agar log itu sendiri yang meminta; atau, untuk kunci baru, "key <nama>".',
  'witness.noKey': 'TERANG_WITNESS_KEY belum dipasang. "npm run witness -- key <nama>" membuatnya.',
  'witness.noDuration': '--standstill: "{{given}}" bukan lama waktu seperti PT24H.',
  'witness.noAddress': '"{{given}}" bukan alamat situs.',
  'witness.made':
    'Rahasianya, untuk TERANG_WITNESS_KEY dan tidak untuk siapa pun:\n{{secret}}\n\nUntuk kebijakan (C2SP tlog-policy) siapa pun yang memeriksa tanda tangannya:\nwitness {{name}} {{key}}',
  'witness.serving':
    'Menjawab di {{address}} untuk log {{origin}}. Untuk kebijakan situsnya, dengan alamat yang dapat dijangkau pihak lain:\n{{line}}',
  'witness.noPolicy':
    'Belum diketahui log mana yang dilayani saksi ini: simpan kebijakan situsnya (log/policy) di {{file}}, atau lihat situs itu sekali: npm run witness -- https://transparency.example',
  'witness.first':
    '{{origin}}: pertama kali dilihat dengan {{size}} entri, dan ikut ditandatangani: {{file}}',
  'witness.same': '{{origin}}: {{size}} entri yang sama seperti sebelumnya, ditandatangani lagi: {{file}}',
  'witness.grown':
    '{{origin}}: bertambah dari {{before}} menjadi {{size}} entri, semua entri sebelumnya masih ada. Ikut ditandatangani: {{file}}',
  'witness.stood':
    'TERHENTI: tidak ada yang ditambahkan sejak {{since}}: tetap {{size}} entri, akar {{root}}. Tidak diketahui apakah log ini masih dijalankan. Yang perlu dilakukan: tanyakan sebabnya kepada pengelola; selama tidak ada yang ditambahkan, jangan menganggap isi situs itu keadaan terkini.',
  'witness.fork':
    'ALARM: {{origin}} menulis ulang riwayatnya. Log ini menandatangani dua checkpoint yang saling bertentangan: {{before}} entri dengan akar {{rootBefore}}, dan {{size}} entri dengan akar {{root}}. Tidak ada yang ikut ditandatangani. Yang perlu dilakukan: simpan folder ini, umumkan history.jsonl dan {{file}}, yang bersama-sama menjadi bukti untuk selamanya, lalu beri tahu pengelola dan semua yang mengandalkan log ini.',
  'witness.rollback':
    'ALARM: {{origin}} menampilkan {{size}} entri dengan akar {{root}}, padahal sebelumnya {{before}} dengan akar {{rootBefore}}. Tidak ada yang ikut ditandatangani; yang ditampilkan disimpan di {{file}}. Yang perlu dilakukan: lihat lagi satu jam kemudian, karena penyebabnya bisa jadi salinan lama di perjalanan. Bila tetap begini, ada entri yang dibuang: umumkan history.jsonl dan berkas itu, lalu beri tahu pengelola.',
  'witness.strange':
    'ALARM: yang disajikan tidak ditandatangani dengan kunci yang pertama kali dilihat saksi ini ({{reason}}). Tidak ada yang ikut ditandatangani. Yang perlu dilakukan: tanyakan kepada pengelola lewat jalur lain apakah kuncinya diganti; baru setelah itu ganti berkas "policy" dalam folder ini.',
  'witness.untold': 'Tidak diketahui: {{reason}}. Tidak ada yang ikut ditandatangani.',
  'mirror.which':
    'Sebutkan situs dan tujuannya: npm run mirror -- https://transparency.example <folder>; atau "serve <folder>"; atau, untuk pengelola situs, "compare".',
  'mirror.noCopy':
    '{{folder}} tidak memuat salinan log. Jalankan dahulu: npm run mirror -- https://transparency.example {{folder}}',
  'mirror.serving': '{{folder}} disajikan di {{address}}',
  'mirror.none':
    'Situs ini tidak menyebut salinan cermin (written/log/mirrors.yaml): tidak ada yang perlu ditanya.',
  'mirror.unsigned':
    'Log di sini tidak ditandatangani: isi salinan cermin tidak dapat dibandingkan dengannya.',
  'mirror.first':
    '{{origin}}: semua {{size}} entri sama dengan yang ditandatangani, dan disimpan di {{folder}}.',
  'mirror.same': '{{origin}}: {{folder}} sudah memuat semua {{size}} entri.',
  'mirror.grown':
    '{{origin}}: bertambah dari {{before}} menjadi {{size}} entri, semuanya sama dengan yang ditandatangani, dan disimpan di {{folder}}.',
  'mirror.fork':
    'ALARM: {{origin}} menulis ulang riwayatnya. Log ini menandatangani dua checkpoint yang saling bertentangan: {{before}} entri dengan akar {{rootBefore}}, yang ada dalam {{folder}}, dan {{size}} entri dengan akar {{root}}. Salinan dibiarkan seperti semula. Yang perlu dilakukan: simpan dan tetap sajikan salinan ini, simpan pula checkpoint yang kini ditampilkan situs itu, lalu beri tahu pengelola dan semua yang mengandalkan log ini.',
  'mirror.rollback':
    'ALARM: {{origin}} menampilkan {{size}} entri dengan akar {{root}}, padahal {{folder}} memuat {{before}} entri yang ditandatanganinya, dengan akar {{rootBefore}}. Salinan dibiarkan seperti semula. Yang perlu dilakukan: lihat lagi satu jam kemudian, karena penyebabnya bisa jadi salinan lama di perjalanan. Bila tetap begini, ada entri yang dibuang: tetap sajikan salinan ini, lalu beri tahu pengelola.',
  'mirror.mended':
    'Yang rusak adalah simpanan di {{folder}}, bukan yang disajikan situs: {{files}}. Sudah diperbaiki dan kembali sama dengan yang ditandatangani. Yang perlu dilakukan: periksa cakramnya.',
  'mirror.untold': 'Tidak diketahui: {{reason}}. Salinan dibiarkan seperti semula.',
  'commit.nothing': 'Tidak ada yang berubah: tidak ada yang perlu di-commit.',
  'commit.lost':
    'Proses lain menerbitkan {{folders}} dan mendorongnya (push) lebih dahulu. Milik merekalah yang berlaku; yang ditulis di sini ditarik kembali: jalankan lagi.',
  'serve.at': 'Disajikan di {{address}}',
  'serve.portTaken': 'Port {{port}} sudah dipakai. Atur PORT ke yang lain.',
  'serve.noPort': 'PORT adalah "{{text}}"; seharusnya angka dari 0 sampai 65535.',
  'start.at': 'Terang (data demo) ada di {{address}}',
  'start.built': 'Selesai dibangun: dist/client adalah seluruh situs statis',
  'map.made': 'Peta di {{file}} sudah sesuai.',
  'gate.same': '{{where}}: {{size}} entri yang sama.',
  'gate.grown': '{{where}}: {{size}} entri, dan log ini dimulai dengan entri itu.',
  'gate.shrunk': '{{where}} memiliki {{size}} entri; di sini entri {{entry}} dan yang sesudahnya hilang.',
  'gate.forked':
    '{{where}} memiliki riwayat lain dengan {{size}} entri: entri {{entry}} adalah yang pertama berbeda.',
  'gate.other': '{{where}} memiliki riwayat lain dengan {{size}} entri.',
  'gate.altered': 'Yang ada di {{where}} bukan hasil dari log ini: {{what}}',
  'gate.read':
    'Dari {{all}} berkas, {{files}} dibandingkan bita demi bita ({{bytes}} bita); setelah {{rounds}} kali berjalan, semuanya sudah dibandingkan.',
  'gate.unproven':
    'Yang diperlihatkan {{where}} tidak membuktikan apa pun, jadi apa yang sudah dilihatnya tidak diketahui: {{what}}',
  'gate.nothing': '{{where}} (belum) memiliki log.',
  'gate.silent': '{{where}} tidak dapat ditanyai: apa yang sudah dilihatnya tidak diketahui.',
  'gate.byHand': '{{file}} ditulis mesin: tidak seorang pun mengubahnya dengan tangan.',
  'gate.unowned':
    'Tidak ada yang dimintai tinjauan atas {{places}}: .github/CODEOWNERS masih menyebut pemilik yang tidak ada. Isilah dengan pemilik Anda.',
  'gate.shut': 'Tidak ada dari ini yang boleh diterbitkan.',
  'gate.policy':
    'Kebijakannya bukan kebijakan {{where}}, yang para saksinya juga ditanyai. Apakah memang ini keputusan Anda?\n{{what}}',
  'gate.open': 'Ini boleh diterbitkan.',
  'gate.unheld':
    'TIDAK DIBANDINGKAN: tidak ada yang pernah diterbitkan sebelumnya untuk dijadikan pembanding, jadi apakah ini kelanjutannya tidak diketahui. Isinya sesuai dengan lognya. Untuk penerbitan pertama memang hanya itu yang bisa dikatakan; selain itu, beri --site atau --base.',
  'built.entered': 'Dicatat: {{commit}} per {{at}}, {{files}} berkas, sha256 {{sha256}}.',
  'built.known': 'Hasil bangun ini sudah dicatat: {{commit}} per {{at}}.',
  'built.none': '{{file}} tidak menyebut dari apa situs dibangun. Jalankan "npm run build:site" dahulu.',
  'built.untold': '{{file}}: {{reason}}. Tidak ada yang dicatat.',
  'built.list': '{{file}} bukan daftar yang dinyatakan hasil bangun. Tidak ada yang dicatat.',
  'published.marked': '{{commit}} adalah kepala {{branch}} di {{remote}}.',
  'published.would': 'Dengan --push, {{commit}} menjadi kepala {{branch}} di {{remote}}.',
  'site.notOffered': 'Situs ini tidak menawarkan "{{section}}": tidak ada yang perlu dilakukan.',
  'scheduled.unsigned':
    'TERANG_LOG_KEY belum diatur: log tidak ditandatangani, dan halaman-halaman menyatakannya.',
  'scheduled.noPart': '"{{part}}" bukan bagian dari jadwal: yang ada ialah {{known}}.',
  'scheduled.noPrefixes':
    'Sistem tidak dapat didaftar, jadi tidak ada bagian yang diberi pengaturannya: {{reason}}',
  'scheduled.hung': '{{part}} dihentikan: tidak menjawab dalam {{minutes}} menit.',
  'scheduled.failed': '{{part}} berakhir dengan kode keluar {{code}}.',
  'try.which': 'Yang mana? Yang dapat ditanyakan:\n{{known}}',
  'try.unknown': '"{{name}}" tidak dikenal{{hint}}. Yang dapat ditanyakan:\n{{known}}',
  'try.several': '"{{name}}" bisa berarti lebih dari satu. Tuliskan yang mana:\n{{known}}',
  'try.rows': '{{system}}, {{name}}: {{rows}} baris, dibaca dan dinilai dalam {{ms}} ms',
  'try.notRead': '{{system}}, {{name}}: tidak terbaca ({{ms}} ms)',
  'try.place': 'Dibaca dari {{place}}',
  'try.columns': 'Kolom yang diminta, dengan tipe yang harus dimilikinya: {{columns}}',
  'try.hidden': 'Row-level security mungkin menyembunyikan baris dari peran ini.',
  'try.first': '{{shown}} yang pertama, seperti yang akan diterbitkan:',
  'try.flag': 'Akan diterbitkan dengan tanda, {{guard}}:\n  {{why}}',
  'try.notEvaluated': 'Tidak dinilai, karena dibandingkan dengan yang tidak dibaca kali ini: {{guards}}',
  'try.refused': 'Tidak akan diterbitkan: {{why}}',
  'try.asks': '{{system}}, {{name}}: {{asks}}',
  'try.answer': 'Jawaban: {{answer}}',
  'try.verdict': 'Hasil: {{outcome}}{{why}}',
  'try.took': 'Ditanyakan dan dijawab dalam {{ms}} ms.',
  'try.nothingWritten': 'Tidak ada yang ditulis.',
} as const satisfies Translation<typeof english>;
