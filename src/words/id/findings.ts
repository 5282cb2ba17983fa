import type { findings as english } from '../en/findings.ts';
import type { Translation } from '../message.ts';

export const findings = {
  'finding.advice.one-of': 'Tulis salah satu dari: {{known}}.',
  'finding.advice.none-yet': 'Belum ada satu pun yang dapat ditulis.',
  'finding.advice.meant': 'Apakah maksud Anda "{{meant}}"? Yang ada: {{known}}.',
  'finding.defect': 'catatan tidak dapat diperiksa: cacat pada program ini ({{name}})',
  'finding.characters.hidden': 'karakter {{character}} tidak terlihat, atau membalik kata di sekitarnya',
  'finding.characters.hidden.instead':
    'Hapus karakter itu; jika tidak terlihat apa pun di sana, ketik ulang katanya.',
  'finding.characters.mixed': '"{{word}}" mencampur huruf Latin dengan huruf mirip dari aksara lain',
  'finding.characters.mixed.instead': 'Ketik ulang seluruh katanya dalam satu aksara.',
  'finding.example':
    'ini kalimat dari contoh dalam {{guide}}, yang menceritakan hal yang tidak pernah terjadi',
  'finding.example.instead':
    'Tulis yang terjadi di sini dengan kalimat Anda sendiri; yang sudah terbit tetap terlihat untuk seterusnya.',
  'finding.unfilled.place': '{{place}} adalah bagian yang masih harus diisi',
  'finding.unfilled.place.instead': 'Tulis isinya tanpa kurung siku, atau hapus kalimatnya.',
  'finding.unfilled.footnote': 'ini tanda catatan kaki yang tidak memiliki teks',
  'finding.unfilled.footnote.instead':
    'Tuliskan isinya dalam teks, di dalam (tanda kurung): umpan dan pesan tidak dapat menampilkan catatan kaki.',
  'finding.beginning.status':
    'pembaruan pertama adalah "{{status}}", padahal belum ada yang disampaikan sebelumnya',
  'finding.beginning.status.instead': 'Awali dengan salah satu dari {{known}}.',
  'finding.beginning.well': 'judulnya menyatakan semua baik, padahal insidennya masih berlangsung',
  'finding.beginning.well.instead':
    'Tulis apa yang terganggu, misalnya "Daily distribution delayed" / "Distribusi harian tertunda".',
  'finding.title.quoted': 'tanda kutip di sekitar {{title}} akan tampil sebagai bagian judul',
  'finding.title.quoted.instead': 'Tulis tanda kutip lurus (") di sekitarnya, atau tanpa tanda kutip.',
  'finding.facts.system': '"{{name}}" bukan sistem yang dikenal',
  'finding.facts.system.instead': '{{advice}}',
  'finding.facts.component': '"{{name}}" bukan komponen {{system}}',
  'finding.facts.component.instead': '{{advice}}',
  'finding.facts.severity': '"{{name}}" bukan tingkat keparahan {{system}}',
  'finding.facts.severity.instead': '{{advice}}',
  'finding.facts.playbook': '"{{name}}" bukan playbook {{system}}',
  'finding.facts.playbook.instead': '{{advice}}',
  'finding.facts.component-twice': 'komponen "{{name}}" ada dua kali',
  'finding.facts.component-twice.instead': 'Pertahankan satu saja.',
  'finding.title.long':
    'judul memuat {{length}} karakter, lebih dari {{most}} karakter yang muat dalam daftar',
  'finding.title.long.instead':
    'Sebutkan dengan singkat apa yang terganggu; selebihnya ditulis dalam pembaruan.',
  'finding.checklist.missing':
    'insiden dengan tingkat keparahan "{{severity}}" tidak dapat dinyatakan teratasi tanpa daftar periksanya',
  'finding.checklist.missing.instead':
    'Untuk mengabarkan sekarang bahwa insiden sudah teratasi, tulis "## Over · …" sebagai pengganti "## Resolved · …". Untuk menutupnya, tambahkan "checklist:" dengan {{parts}}; npm run incident resolve menanyakan semuanya.',
  'finding.checklist.parts':
    'summary, impact, time_to_recover, changes (masing-masing dengan evidence), health_revalidated, rls_revalidated, documents_updated',
  'finding.checklist.needless':
    'insiden dengan tingkat keparahan "{{severity}}" tidak memerlukan daftar periksa, jadi tidak ada yang menyusul untuk menutupnya',
  'finding.checklist.needless.instead': 'Tulis "## Resolved · …" sebagai pengganti "## Over · …".',
  'finding.checklist.early': '"{{field}}" menyebut waktu sebelum insiden dimulai',
  'finding.checklist.early.instead': 'Tulis kapan hal itu diperiksa kembali, setelah perbaikan.',
  'finding.checklist.future': '"{{field}}" ada di masa depan',
  'finding.checklist.future.instead': 'Tulis kapan hal itu diperiksa kembali, setelah perbaikan.',
  'finding.checklist.took':
    '"time_to_recover" adalah {{took}}, tetapi jarak antara "started" dan "resolved" berbeda',
  'finding.checklist.took.instead': 'Perbaiki yang keliru, atau jelaskan dalam ringkasan apa yang dihitung.',
  'finding.times.order':
    'pembaruan {{number}} lebih awal daripada pembaruan {{above}} yang berada di atasnya',
  'finding.times.order.instead': '{{advice}}',
  'finding.times.correct-order': 'Perbaiki waktunya; pembaruan terbaru berada di akhir berkas.',
  'finding.times.other-zone':
    'Yang satu ditulis dengan {{one}}, yang lain dengan {{other}}: tulis selisih zona yang dimaksud (WIB adalah +07:00).',
  'finding.times.update-in-future': 'waktu pembaruan {{number}} ada di masa depan',
  'finding.times.update-in-future.instead': 'Periksa hari, jam, dan selisih zonanya (WIB adalah +07:00).',
  'finding.times.fact-in-future': '"{{field}}" ada di masa depan',
  'finding.times.fact-in-future.instead': 'Periksa hari, jam, dan selisih zonanya (WIB adalah +07:00).',
  'finding.times.started-late': 'insiden dimulai sesudah pembaruan pertamanya ditulis',
  'finding.times.started-late.instead': '{{advice}}',
  'finding.times.correct-started': 'Perbaiki "started" atau waktu pembaruannya.',
  'finding.times.resolved-early': 'insiden teratasi sebelum dimulai',
  'finding.times.resolved-early.instead': 'Perbaiki "resolved" atau "started".',
  'finding.times.still-open': '"resolved" sudah diisi, tetapi pembaruan terakhir menyatakan "{{heading}}"',
  'finding.times.still-open-silent':
    '"resolved" sudah diisi, tetapi tidak ada pembaruan yang menyebut statusnya',
  'finding.times.still-open.instead':
    'Tambahkan pembaruan "## Resolved · …", atau hapus "resolved" selama insiden masih berlangsung.',
  'finding.times.still-open-silent.instead':
    'Tambahkan pembaruan "## Resolved · …", atau hapus "resolved" selama insiden masih berlangsung.',
  'finding.times.resolved-late': 'insiden teratasi sesudah pembaruan yang menyatakannya',
  'finding.times.resolved-late.instead':
    'Tulis pada "resolved" kapan insiden teratasi, dan pada judul kapan Anda menuliskannya.',
  'finding.times.unresolved':
    'pembaruan terakhir menyatakan "{{heading}}", tetapi fakta di bagian atas tidak menyebut kapan insiden teratasi',
  'finding.times.unresolved.instead': '{{advice}}',
  'finding.times.add-line': 'Tambahkan baris: {{line}}',
  'finding.times.add-resolved': 'Tambahkan baris "resolved:" dengan waktu insiden teratasi.',
  'finding.times.add-next': 'Tambahkan baris "next_update_by:" dengan batas waktu pembaruan berikutnya.',
  'finding.times.no-next': 'catatan tidak menyebut kapan pembaruan berikutnya',
  'finding.times.no-next.instead': '{{advice}}',
  'finding.times.next-after-end': 'insiden sudah teratasi, jadi tidak ada pembaruan berikutnya',
  'finding.times.next-after-end.instead': 'Hapus "next_update_by".',
  'finding.times.next-passed':
    'pembaruan berikutnya diumumkan untuk waktu yang tidak sesudah pembaruan terakhir',
  'finding.times.next-passed.instead': 'Tulis paling lambat kapan pembaruan berikutnya disampaikan.',
  'finding.file-date': '"started" menyebut tanggal mulai {{began}}, tetapi nama berkas menyebut {{named}}',
  'finding.file-date.instead': 'Namai berkas {{name}}, atau perbaiki "started".',
  'finding.late.incident': 'catatan pertama ini terbit {{days}} hari setelah insidennya dimulai',
  'finding.late.incident.instead':
    'Perbaiki "started"; atau, jika waktunya memang benar, tambahkan baris: late_reason: { en: "…", id: "…" }, yang menjelaskan kepada publik mengapa baru disampaikan sekarang.',
  'finding.late.maintenance': 'catatan pertama ini terbit {{days}} hari setelah pemeliharaannya selesai',
  'finding.late.maintenance.instead':
    'Perbaiki "starts"; atau, jika waktunya memang benar, tambahkan baris: late_reason: { en: "…", id: "…" }, yang menjelaskan kepada publik mengapa baru disampaikan sekarang.',
  'finding.window':
    'tidak ada jendela pemeliharaan yang dimulai pada waktu ini, jadi tidak ada yang dibatalkan',
  'finding.window.instead': 'Tulis waktu mulai jendela pemeliharaan yang dibatalkan, dengan selisih zonanya.',
  'finding.withdrawn.unsaid':
    '"withdrawn_by" sudah diisi, tetapi tidak ada pembaruan yang menyatakan catatan ini ditarik',
  'finding.withdrawn.unsaid.instead':
    'Tambahkan pembaruan "## Withdrawn · …" yang menyebut alasannya, atau hapus "withdrawn_by".',
  'finding.withdrawn.unpublished': 'catatan ini belum pernah diterbitkan, jadi tidak ada yang dapat ditarik',
  'finding.withdrawn.unpublished.instead': 'Hapus berkasnya: belum ada yang melihatnya di situs.',
  'finding.withdrawn.by-nobody':
    'catatan ditarik, tetapi fakta di bagian atas tidak menyebut siapa yang menariknya',
  'finding.withdrawn.by-nobody.instead':
    'Tambahkan baris: withdrawn_by: { en: "…", id: "…" }, berisi peran yang memutuskannya, bukan nama orang.',
  'finding.withdrawn.goes-on': 'catatan sudah ditarik, tetapi masih diikuti pembaruan "{{status}}"',
  'finding.withdrawn.goes-on.instead':
    'Buat catatan baru untuk yang terjadi sekarang; di sini hanya koreksi yang dapat menyusul.',
  'finding.language.checklist': '"{{field}}" hanya ditulis dalam satu bahasa',
  'finding.language.checklist.instead': 'Tulis { en: "…", id: "…" }, atau tautan saja.',
  'finding.language.title': 'judulnya sama dalam kedua bahasa',
  'finding.language.title.instead': 'Tulis title.id dalam bahasa Indonesia.',
  'finding.language.same':
    'pembaruan {{number}} memuat teks yang sama di bawah "### English" dan "### Indonesia"',
  'finding.language.same.instead':
    'Tulis teks bahasa Inggris di bawah "### English" dan terjemahannya di bawah "### Indonesia".',
  'finding.language.swapped': 'kedua bahasa pada pembaruan {{number}} tertukar',
  'finding.language.swapped.instead': 'Tukarkan judul "### English" dan "### Indonesia".',
  'finding.language.not-en': 'teks pembaruan {{number}} di bawah "### English" bukan bahasa Inggris',
  'finding.language.not-en.instead': 'Tulis dalam bahasa Inggris.',
  'finding.language.not-id': 'teks pembaruan {{number}} di bawah "### Indonesia" bukan bahasa Indonesia',
  'finding.language.not-id.instead': 'Tulis dalam bahasa Indonesia.',
  'finding.numbers':
    'pembaruan {{number}} memuat angka dalam satu bahasa yang tidak ada dalam bahasa lainnya: {{figures}}',
  'finding.numbers.instead': 'Bandingkan kedua teks: waktu atau jumlah harus sama dalam keduanya.',
  'finding.promise':
    '"{{words}}" menjanjikan hasil, keuntungan, atau imbal hasil, yang tidak boleh ada dalam teks publik',
  'finding.promise.instead': '{{advice}}',
  'finding.promise.guarantee':
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Untuk layanan, tulis "objective" / "target". Untuk menyangkal janji, nyatakan dalam satu kalimat: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.name':
    'Sebut sebagaimana namanya dalam data, juga dalam kalimat fakta: "distribution", "revenue", "amount" / "distribusi", "pendapatan", "jumlah". Untuk menyangkal janji, nyatakan dalam satu kalimat: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.happened':
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Untuk menyangkal janji, nyatakan dalam satu kalimat: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.money':
    'Sebutkan hanya yang sudah diperiksa, dan kapan: "The balances in the ledger agree with the wallets at 16:30 WIB." / "Saldo di buku besar cocok dengan dompet pada pukul 16.30 WIB."',
  'finding.promise.next':
    'Sebutkan apa yang sedang dikerjakan dan kapan pembaruan berikutnya: "The next update follows by 18:00 WIB." / "Pembaruan berikutnya menyusul sebelum pukul 18.00 WIB."',
  'finding.promise.recurrence':
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Sebutkan apa yang diubah, bukan apa yang dicegahnya.',
  'finding.secret': 'ini tampak seperti rahasia ({{kind}})',
  'finding.secret.instead':
    'Hapus, dan ganti rahasia itu sendiri: yang pernah masuk ke repositori harus dianggap sudah diketahui.',
  'finding.private-key.instead':
    'Segera hapus, dan pindahkan yang dibukanya ke dompet lain: yang pernah masuk ke repositori harus dianggap sudah diketahui.',
  'finding.private-key.key': 'ini kunci privat',
  'finding.private-key.seed-phrase': 'ini frasa pemulihan',
  'finding.private-key.unnamed':
    'ke-64 karakter ini mungkin kunci privat: tidak ada keterangan sebelumnya yang menyebut apa itu',
  'finding.private-key.unnamed.instead':
    'Jika benar kunci, segera hapus. Jika bukan, sebutkan di depannya apa itu, misalnya "hash" atau "transaksi".',
  'finding.contact.e-mail': 'ini alamat surel',
  'finding.contact.e-mail.instead':
    'Tautkan ke halaman tempat orang dapat menulis kepada Anda; jangan cantumkan alamat perorangan.',
  'finding.contact.identity': 'ini tampak seperti nomor identitas seseorang (NIK)',
  'finding.contact.identity.instead':
    'Hapus: milik siapa nomor itu bukan urusan umum. Untuk jumlah, tulis dengan pemisah ribuan.',
  'finding.contact.account': 'ini tampak seperti nomor rekening bank',
  'finding.contact.account.instead': 'Hapus; sebutkan transaksi atau batch-nya.',
  'finding.contact.telephone': 'ini nomor telepon',
  'finding.contact.telephone.instead':
    'Tautkan ke halaman tempat orang dapat menghubungi Anda; jangan cantumkan nomor perorangan.',
  'finding.wallet': 'ini alamat dompet yang bukan salah satu dompet resmi',
  'finding.wallet.instead':
    'Sebutkan transaksinya, atau hapus alamat itu; alamat resmi ada di halaman dompet.',
  'finding.link.instead':
    'Tulis alamat yang diawali https://, atau alamat situs ini yang diawali /en/ atau /id/.',
  'finding.link.hides': 'tautan "{{url}}" memuat karakter yang menyembunyikan tujuannya',
  'finding.link.unreadable': 'tautan "{{url}}" tidak dapat dibaca sebagai alamat',
  'finding.link.nowhere': 'tautan "{{url}}" tidak menuju halaman mana pun',
  'finding.link.unencrypted': 'tautan "{{url}}" tidak terenkripsi',
  'finding.link.unencrypted.instead': 'Tulis {{meant}}.',
  'finding.link.bare': 'tautan "{{url}}" tidak diawali https://',
  'finding.link.bare.instead': 'Tulis https://{{url}}.',
  'finding.link.missing': 'berkas "{{url}}" tidak ada',
  'finding.link.missing.instead':
    'Letakkan di folder di samping catatan dan tulis jalurnya dari sana, misalnya images/delay.png.',
  'finding.image.space': '"{{url}}" tidak terbaca sebagai gambar karena namanya mengandung spasi',
  'finding.image.space.instead': '{{advice}}',
  'finding.image.rename':
    'Ganti nama berkas di komputer Anda tanpa spasi, unggah lagi, lalu tulis nama itu di sini.',
  'finding.image.rename-to':
    'Ganti nama berkas di komputer Anda menjadi "{{name}}", unggah lagi dengan nama itu, lalu tulis ![isi gambar]({{path}}).',
  'finding.image.address': 'gambar ini merujuk ke alamat yang tertulis di bagian lain catatan',
  'finding.image.address.instead': 'Tulis di sini: ![isi gambar](images/nama.png).',
  'finding.image.svg': 'gambar "{{url}}" berformat SVG, yang dapat memuat program',
  'finding.image.svg.instead':
    'Buka dengan program gambar dan simpan sebagai PNG (tangkapan layar, grafik) atau JPEG (foto), lalu tulis nama itu di sini.',
  'finding.image.other-format':
    'gambar "{{url}}" bukan PNG, JPEG, ataupun WebP; situs ini hanya menampilkan ketiganya',
  'finding.image.other-format.instead':
    'Buka dengan program gambar dan simpan sebagai PNG (tangkapan layar, grafik) atau JPEG (foto), lalu tulis nama itu di sini.',
  'finding.image.large': 'gambar "{{url}}" lebih besar dari 1 MB, terlalu berat untuk ponsel bersinyal lemah',
  'finding.image.large.instead':
    'Potong bagian yang penting saja, atau simpan lebih kecil atau sebagai JPEG.',
  'finding.image.none': 'berkas "{{url}}" tidak memuat gambar, apa pun namanya',
  'finding.image.none.instead':
    'Buka dengan program gambar dan simpan sebagai PNG (tangkapan layar, grafik) atau JPEG (foto).',
  'finding.image.misnamed': 'berkas "{{url}}" bernama {{said}}, tetapi isinya {{is}}',
  'finding.image.misnamed.instead': 'Ganti namanya agar berakhiran {{ending}}, lalu tulis nama itu di sini.',
  'finding.image.damaged': 'gambar "{{url}}" terpotong atau rusak',
  'finding.image.damaged.instead': 'Simpan atau unggah lagi.',
  'finding.image.moves': 'gambar "{{url}}" bergerak, sehingga banyak orang sulit membaca',
  'finding.image.moves.instead': 'Simpan sebagai satu gambar diam.',
  'finding.image.side':
    'gambar "{{url}}" berukuran {{width}} × {{height}} piksel, lebih besar daripada yang dapat ditampilkan ponsel',
  'finding.image.side.instead': 'Simpan lebih kecil: paling banyak {{most}} piksel pada sisi terpanjangnya.',
  'finding.image-metadata': 'berkas "{{url}}" membawa lebih dari sekadar gambarnya: {{carried}}',
  'finding.image-metadata.instead':
    'Hapus data itu: di Windows klik kanan berkasnya, Properties, Details, "Remove Properties and Personal Information"; di Mac seret ke aplikasi gratis ImageOptim; di terminal "exiftool -all= " diikuti nama berkas. Lalu unggah lagi. Jika data itu menunjukkan tempat atau orang, beri tahu juga pengelola repositori ini: git menyimpan unggahan pertama.',
  'finding.carried.EXIF':
    'EXIF, yang dapat menunjukkan di mana, kapan, dan dengan perangkat apa gambar diambil',
  'finding.carried.XMP': 'XMP, yang dapat menunjukkan hal yang sama dan siapa pembuatnya',
  'finding.carried.IPTC': 'IPTC, yang dapat menyebut orang dan tempat',
  'finding.carried.remark': 'teks tersembunyi',
  'finding.carried.rest': 'data di belakang akhir gambar',
  'finding.image-pair':
    'pembaruan {{number}} menampilkan gambar dalam satu bahasa yang tidak ada dalam bahasa lainnya: {{en}} di bawah "### English", {{id}} di bawah "### Indonesia"',
  'finding.image-pair.instead':
    'Tampilkan gambar yang sama di bawah keduanya, dengan teks dalam tiap bahasa: ![isi gambar](images/nama.png).',
  'finding.published-image.exchanged':
    'gambar "{{path}}" sudah dipublikasikan, dan sejak itu berkasnya diganti dengan yang lain',
  'finding.published-image.exchanged.instead':
    'Kembalikan berkas yang pertama. Beri nama lain untuk yang baru, dan tampilkan dalam pembaruan baru "## Correction · …".',
  'finding.published.moved':
    'ini diterbitkan sebagai pembaruan {{was}} dan kini berada sebagai pembaruan {{is}}',
  'finding.published.moved.instead': 'Kembalikan ke tempatnya; pembaruan baru ditambahkan di akhir berkas.',
  'finding.published.gone': 'pembaruan {{number}} sudah diterbitkan dan tidak ada lagi di sini',
  'finding.published.gone.instead':
    'Kembalikan seperti semula, lalu tambahkan pembaruan "## Correction · …" yang menyebut kekeliruannya.',
  'finding.published.altered': 'pembaruan {{number}} berbeda dari yang diterbitkan ({{differences}})',
  'finding.published.altered.instead': '{{advice}}',
  'finding.published.put-back':
    'Kembalikan yang telah diterbitkan: {{said}} - lalu tambahkan pembaruan "## Correction · …" dengan yang benar.',
  'finding.published.put-back-unsaid':
    'Kembalikan seperti semula, lalu tambahkan pembaruan "## Correction · …" dengan yang benar.',
  'finding.difference.status': 'statusnya',
  'finding.difference.time': 'waktunya',
  'finding.difference.en': 'teks bahasa Inggrisnya',
  'finding.difference.id': 'teks bahasa Indonesianya',
  'finding.published.file-gone': 'catatan ini sudah diterbitkan dan berkasnya tidak ada lagi di sini',
  'finding.published.file-gone.instead':
    'Kembalikan berkas dengan namanya; kekeliruannya disampaikan dalam "## Correction" di bagian akhirnya.',
  'finding.published.lost':
    'yang telah diterbitkan dari catatan ini tidak lagi dapat dibaca, jadi teks lain tidak dapat menggantikannya',
  'finding.renamed':
    'ini sudah diterbitkan dalam "{{name}}", yang tidak ada lagi: dengan nama lain, catatan akan terbit dua kali',
  'finding.renamed.instead': 'Kembalikan nama berkas menjadi {{name}}; hal baru ditambahkan di sana.',
  'finding.correction.altered': 'koreksi untuk "{{field}}" sudah diterbitkan dan telah diubah atau dihapus',
  'finding.correction.altered.instead':
    'Kembalikan seperti semula; koreksi berikutnya adalah entri baru di akhir.',
  'finding.correction.gone': '"{{field}}" diterbitkan sebagai "{{was}}" dan kini tidak ada',
  'finding.correction.gone.instead':
    'Kembalikan seperti semula, atau tambahkan baris ini di bawah "corrections:" - {{entry}}',
  'finding.correction.changed': '"{{field}}" diterbitkan sebagai "{{was}}" dan kini "{{is}}"',
  'finding.correction.changed.instead':
    'Kembalikan seperti semula, atau tambahkan baris ini di bawah "corrections:" - {{entry}}',
  'finding.correction.future': 'waktu koreksi ini ada di masa depan',
  'finding.correction.future.instead': 'Tulis kapan Anda mengoreksinya.',
  'finding.correction.unknown': '"{{field}}" bukan fakta yang pernah diterbitkan',
  'finding.correction.unknown.instead': 'Tulis salah satu dari: {{known}}.',
  'finding.correction.otherwise':
    '"{{field}}" tidak diterbitkan sebagai "{{said}}", melainkan sebagai "{{was}}"',
  'finding.correction.otherwise.instead': 'Tulis was: "{{was}}".',
  'finding.correction.unchanged': '"{{field}}" masih "{{was}}", jadi tidak ada yang dikoreksi',
  'finding.correction.unchanged.instead': 'Ubah juga faktanya.',
  'finding.corrected-words.unquoted':
    'koreksi tidak mengutip kata-kata yang keliru di bawah "### {{heading}}", sehingga tidak dapat ditampilkan di sampingnya',
  'finding.corrected-words.unquoted.instead':
    'Jika ada kata-kata pembaruan yang keliru, awali dengan kata-kata itu, disalin dari sana, pada baris yang diawali "> "; lalu baris kosong, dan yang benar.',
  'finding.corrected-words.silent':
    'koreksi mengutip kata-kata di bawah "### {{heading}}", tetapi tidak menyebut yang benar',
  'finding.corrected-words.silent.instead': 'Tulis di bawahnya, setelah satu baris kosong.',
  'finding.corrected-words.not-there':
    'kata-kata yang dikutip koreksi di bawah "### {{heading}}" tidak ada dalam pembaruan mana pun di atasnya',
  'finding.corrected-words.not-there.instead':
    'Salin huruf demi huruf dari pembaruannya; beberapa kata saja sudah cukup.',
  'finding.refused.unreadable':
    'berkas tidak sesuai format catatan, atau menyebut sistem atau tingkat keparahan yang tidak dikenal',
  'finding.refused.replaced':
    'gambar "{{path}}" sudah diterbitkan dan kini berkasnya lain; kembalikan, lalu tampilkan yang lain dengan nama tersendiri dalam pembaruan baru',
  'finding.refused.unusable': 'gambar "{{path}}" tidak ada, atau tidak dapat ditampilkan',
  'finding.refused.update-gone':
    'pembaruan {{number}} tidak ada lagi; kembalikan, lalu sampaikan kekeliruannya dalam "## Correction" baru di akhir',
  'finding.refused.update-altered':
    'pembaruan {{number}} tidak seperti saat diterbitkan; kembalikan, lalu sampaikan kekeliruannya dalam "## Correction" baru di akhir',
} as const satisfies Translation<typeof english>;
