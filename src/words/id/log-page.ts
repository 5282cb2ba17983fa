import type { logPage as english } from '../en/log-page.ts';
import type { Translation } from '../message.ts';

export const logPage = {
  'logPage.title': 'Log',
  'logPage.description':
    'Semua yang pernah diterbitkan situs ini tercatat dalam satu daftar yang barisnya hanya bertambah.',
  'logPage.headline_other': 'Log: {{n}} entri',
  'logPage.none': 'Belum ada entri dalam log',
  'logPage.what':
    'Log adalah daftar yang barisnya hanya bertambah: semua yang diterbitkan di sini mendapat satu baris berisi waktu dan hash-nya, dan satu nilai, yaitu akar (root), mewakili semuanya. Siapa pun yang menyimpan akar sebelumnya dapat membuktikan bahwa daftar ini masih berawal dengan isi yang sama; bila ada baris yang diubah atau dibuang, pembuktian itu mustahil.',
  'logPage.unsigned':
    'Log ini tidak ditandatangani: pengelolanya tidak memasang kunci. Penulisan ulang hanya dapat dibuktikan oleh mereka yang menyimpan salinannya.',
  'logPage.seen_other': '{{n}} saksi telah melihat riwayat ini, yang terakhir {{when}}.',
  'logPage.seenBefore':
    'Tidak diketahui apakah pihak lain masih melihat riwayat ini: terlalu sedikit saksi yang menandatanganinya sejak {{when}}.',
  'logPage.tooFew':
    'Tidak diketahui apakah pihak lain melihat riwayat ini: dari saksi yang disebut dalam kebijakan situs ini, terlalu sedikit yang menandatanganinya.',
  'logPage.noWitness':
    'Tidak diketahui apakah pihak lain melihat riwayat ini: kebijakan situs ini tidak menyebut saksi. Yang dilihat sebuah peramban dapat dibuktikannya sendiri (di bawah).',
  'logPage.waiting_other': '{{n}} entri lagi menunggu tanda tangan.',
  'logPage.size': 'Jumlah entri',
  'logPage.root': 'Akar (SHA-256)',
  'logPage.last': 'Entri terakhir',
  'logPage.signer': 'Ditandatangani oleh',
  'logPage.witnesses': 'Saksi',
  'logPage.witness': 'Saksi',
  'logPage.key': 'Kunci',
  'logPage.seenAt': 'Melihat riwayat ini',
  'logPage.notSeen': 'tidak diketahui',
  'logPage.notSeenSince': 'tidak diketahui sejak {{when}}; terakhir melihat {{last}}',
  'logPage.promise':
    'Tanda tangan saksi berlaku 24 jam. Siapa saksinya dan berapa yang dibutuhkan tertulis dalam kebijakan; bahwa mereka tidak saling bergantung tidak dapat dibuktikan oleh berkas apa pun.',
  'logPage.keys': 'Kunci',
  'logPage.keys.body':
    'Kunci mana yang menandatangani log ini tercatat dalam log itu sendiri. Saksi, salinan cermin, dan pemverifikasi mengikuti kunci baru dengan sendirinya bila kunci sebelumnya menandatangani serah terimanya. Untuk kunci lain, tidak seorang pun dapat memastikan pemiliknya dari log ini saja: tanyakan kepada pengelola melalui jalur lain, bukan lewat situs ini.',
  'logPage.keys.signs': 'Menandatangani',
  'logPage.keys.entry': 'Entri',
  'logPage.keys.by': 'Diperkenalkan oleh',
  'logPage.keys.first': 'Tidak ada: ini kunci pertama',
  'logPage.keys.introduced': '{{key}}, dengan tanda tangannya',
  'logPage.keys.afterLost':
    'Tidak ada: pengelola menyatakan {{key}} hilang. Tidak diketahui apakah itu benar.',
  'logPage.keys.unsigned':
    'Tidak ada: kunci ini mengaku menggantikan {{key}}, yang tidak menandatanganinya. Pemiliknya tidak diketahui.',
  'logPage.keys.now': 'Sekarang',
  'logPage.keys.replaced': 'Tidak lagi: digantikan {{key}}',
  'logPage.keys.lost': 'Tidak lagi: hilang, menurut entri {{index}}',
  'logPage.keys.silent': 'Sekarang tidak',
  'logPage.roots': 'Akar log di rantai Solana',
  'logPage.roots.body':
    'Pengelola mencatat akar log ini di rantai Solana sebagai memo, ditandatangani oleh dompet yang terdaftar sebagai dompet treasury. Setiap akar dibandingkan dengan akar yang dihasilkan entri-entri di sini pada jumlah yang sama. Bahwa transaksinya tercatat on-chain, dan sejak kapan, adalah keterangan para penyedia yang ditanyai.',
  'logPage.roots.alarm':
    'ALARM: ada akar on-chain yang berbeda dari akar log ini pada jumlah entri yang sama. Bisa jadi log ini telah ditulis ulang, atau memonya memang salah sejak awal. Transaksinya tercantum di bawah; siapa pun dapat mencarinya.',
  'logPage.roots.verdict': 'Dibandingkan dengan log ini',
  'logPage.roots.right': 'akarnya sama',
  'logPage.roots.wrong': 'akarnya berbeda',
  'logPage.roots.longer': 'tidak diketahui: log di sini belum mencapai jumlah itu',
  'logPage.roots.other': 'tidak diketahui: akar itu milik log lain, {{origin}}',
  'logPage.roots.nameless':
    'tidak diketahui: log ini tidak ditandatangani, jadi tidak ada nama untuk dibandingkan',
  'mirrors.title': 'Salinan cermin',
  'mirrors.what':
    'Salinan cermin adalah salinan utuh log ini yang disusun pihak lain dari entri-entrinya lalu disajikannya. Siapa pun yang di sini diperlihatkan riwayat yang berbeda dari yang dilihat orang lain dapat mengetahuinya di sana.',
  'mirrors.none':
    'Tidak diketahui apakah ada yang menyimpan salinan utuh log ini: situs ini tidak menyebut salinan cermin.',
  'mirrors.notAsked': 'Tidak diketahui: belum ditanya sebelum halaman ini dibuat.',
  'mirrors.asOf': 'Saat situs ini dibuat, {{when}}: {{what}}',
  'mirrors.aged': 'Tidak diketahui sejak {{until}}; terakhir ditanya {{when}}.',
  'mirrors.same': 'Sama dengan di sini: {{size}} entri, akar {{root}}.',
  'mirrors.behind':
    'Tertinggal, dan bagian dari riwayat ini: {{size}} entrinya adalah yang pertama dari {{here}} entri di sini, seperti dibuktikan oleh hash.',
  'mirrors.ahead':
    'Lebih maju: {{here}} entri di sini adalah yang pertama dari {{size}} entrinya, seperti dibuktikan oleh hash. Yang Anda lihat di sini adalah keadaan yang lebih lama.',
  'mirrors.fork':
    'ALARM: isinya riwayat LAIN, yang juga ditandatangani log ini: {{size}} entri dengan akar {{root}}; di sini {{here}} entri dengan akar {{rootHere}}. Log ini telah ditulis ulang. Simpan kedua checkpoint dan tunjukkan kepada orang lain.',
  'mirrors.silent': 'Tidak menjawab: tidak dapat dipastikan.',
  'mirrors.untold': 'Jawabannya bukan salinan log ini ({{fault}}): tidak dapat dipastikan.',
  'mirrors.own':
    'Yang ditampilkan situs ini sendiri tentang log-nya tidak dapat dibaca ({{fault}}): tidak dapat dipastikan.',
  'mirrors.asking': 'Sedang bertanya …',
  'mirrors.ask': 'Biarkan peramban ini bertanya kepada salinan cermin',
  'mirrors.told':
    'Pengelola salinan cermin lalu melihat alamat internet asal Anda, seperti halnya setiap situs yang Anda kunjungi. Selama tombol ini tidak ditekan, halaman ini tidak bertanya kepada siapa pun.',
  'logPage.latest': 'Entri terbaru',
  'logPage.index': 'Nomor',
  'logPage.kind': 'Jenis',
  'logPage.id': 'Perihal',
  'logPage.time': 'Dicatat',
  'logPage.hash': 'Hash catatannya',
  'logPage.check': 'Periksa dengan alat yang bukan milik kami',
  'logPage.check.signature': 'Siapa penandatangannya: OpenSSL',
  'logPage.check.signature.body':
    'Checkpoint adalah teks dengan tanda tangan di bawahnya. Baris-baris ini memeriksa tanda tangan log; jawabannya harus "Signature Verified Successfully".',
  'logPage.check.whole': 'Seluruh log: Go',
  'logPage.check.whole.body':
    'Kode basis data checksum milik Go mengambil semua entri, menyusun pohonnya, dan membandingkan akarnya dengan akar yang ditandatangani. Simpan program ini sebagai check.go; di Debian diperlukan paket golang-go dan golang-golang-x-mod-dev.',
  'logPage.check.own':
    'Siapa pun yang mengambil berkas log ke sebuah folder dapat pula menyuruh proyek ini menyusun semuanya kembali: npm run log -- fsck <folder> <kebijakan>. Menjadi saksi atau membuat salinan cermin cukup dengan satu perintah.',
  'logPage.files': 'Berkas',
  'logPage.checkpoint': 'checkpoint',
  'logPage.policy': 'kebijakan',
  'logPage.link': 'Log semua yang diterbitkan di sini, dan siapa yang telah melihatnya',
  'browser.title': 'Peramban Anda sebagai saksi',
  'browser.how':
    'Dengan JavaScript, peramban ini menyimpan checkpoint yang dilihatnya di sini (satu kilobita, di perangkat ini, tidak dikirim ke siapa pun) dan pada kunjungan berikutnya membuktikan bahwa isinya masih menjadi bagian riwayat ini.',
  'browser.first':
    'Mulai sekarang peramban ini mengingat yang dilihatnya: {{now}} entri, dengan tanda tangan yang sah. Pada kunjungan berikutnya peramban membuktikan bahwa semuanya masih menjadi bagian riwayat ini.',
  'browser.same': 'Yang Anda lihat pada {{when}} sama dengan riwayat ini: {{now}} entri.',
  'browser.grown':
    'Yang Anda lihat pada {{when}}, {{before}} entri, masih menjadi bagian riwayat ini, yang kini berisi {{now}} entri.',
  'browser.fork':
    'ALARM: yang Anda lihat pada {{when}} bukan bagian riwayat ini. Log ini telah ditulis ulang. Kedua checkpoint di bawah ditandatangani oleh log itu sendiri; keduanya bersama-sama menjadi buktinya. Simpan dan tunjukkan kepada orang lain.',
  'browser.rollback':
    'ALARM: pada {{when}} Anda melihat {{before}} entri, kini hanya ada {{now}}. Penyebabnya bisa jadi salinan lama di perjalanan; bila satu jam lagi masih begini, ada entri yang dibuang.',
  'browser.strange':
    'ALARM: checkpoint ini tidak ditandatangani dengan kunci yang Anda lihat pada {{when}}. Bila pengelola tidak mengumumkan kunci baru, ini bukan log yang Anda lihat.',
  'browser.introduced':
    'Checkpoint ini ditandatangani dengan kunci yang tidak diperkenalkan oleh kunci sebelumnya: tidak dapat dipastikan apakah ini log yang Anda lihat sebelumnya. Log ini menyatakan kunci lamanya hilang; tanyakan kunci yang baru kepada pengelola melalui jalur lain, bukan lewat situs ini.',
  'browser.untold':
    'Kali ini tidak dapat diperiksa apakah yang Anda lihat sebelumnya masih menjadi bagian riwayat ini: tidak diketahui ({{fault}}).',
  'browser.proof': 'Kedua checkpoint',
  'browser.forget': 'Lupakan yang dilihat peramban ini, dan mulai dari awal',
  'drill.title': 'Latihan pemalsuan',
  'drill.description': 'Log demo ini yang sengaja dipalsukan, dan apa kata setiap pemeriksa.',
  'drill.headline': 'Sengaja dipalsukan: apa kata setiap pemeriksa',
  'drill.intro':
    'Pemeriksa yang belum pernah terlihat berkata tidak sulit dipercaya; begitu pula yang selalu berkata tidak. Saat demo ini dibuat, {{when}}, salinan log-nya ({{n}} entri) dipalsukan, dan setiap pemeriksa benar-benar dijalankan pada setiap salinan. Semua kecuali fsck telah melihat log yang jujur sebelumnya.',
  'drill.altered': 'Entri yang ditulis ulang adalah nomor {{index}} ({{kind}} {{id}}): hash-nya diganti.',
  'drill.lesson':
    'Dua baris perlu dilihat lebih teliti. Riwayat yang ditulis ulang lalu ditandatangani lagi dengan kunci yang benar tidak bertentangan dengan dirinya sendiri: fsck, yang hanya melihat log itu, tidak menemukan kesalahan. Hanya mereka yang pernah melihatnya yang tahu; karena itu pihak lain harus memegangnya. Dan siapa pun yang hanya membandingkan checkpoint tidak melihat entri yang tidak lagi cocok: itu perlu pemeriksa yang membaca semuanya.',
  'drill.what': 'Yang dilakukan pada salinan',
  'drill.verifier.fsck': 'fsck',
  'drill.verifier.witness': 'Saksi',
  'drill.verifier.mirror': 'Salinan cermin',
  'drill.verifier.browser': 'Peramban pembaca',
  'drill.rewrite.none': 'Tidak ada: log yang jujur',
  'drill.rewrite.resigned':
    'Satu entri ditulis ulang, semua tile disusun kembali, ditandatangani dengan kunci yang benar',
  'drill.rewrite.cut': 'Entri-entri terakhir dibuang, ditandatangani dengan kunci yang benar',
  'drill.rewrite.unsigned': 'Satu entri ditulis ulang, tanda tangan lama dibiarkan',
  'drill.rewrite.stranger': 'Satu entri ditulis ulang, ditandatangani dengan kunci lain yang namanya sama',
  'drill.says.yes': 'tidak menemukan kesalahan',
  'drill.says.no': 'ALARM: {{what}}',
  'drill.says.untold': 'tidak diketahui: {{what}}',
  'drill.link': 'Latihan pemalsuan: apa kata setiap pemeriksa tentang log yang dipalsukan',
} as const satisfies Translation<typeof english>;
