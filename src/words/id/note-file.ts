import type { noteFile as english } from '../en/note-file.ts';
import type { Translation } from '../message.ts';

export const noteFile = {
  'finding.form.instead':
    'Perbaiki bagian ini; contoh catatan lengkap ada di content/written/incidents/README.md.',
  'finding.part.update': 'pembaruan {{number}}',
  'finding.part.passage': 'pembaruan {{number}}, {{heading}}',
  'finding.file.not-utf8':
    'berkas tidak disimpan sebagai teks UTF-8. Simpan kembali sebagai "UTF-8" (di editor: Save as, Encoding)',
  'finding.file.large':
    'berkas lebih besar dari 200 KB; catatan adalah teks: persingkat, atau tautkan bagian yang panjang',
  'finding.file.deep':
    'teks tidak dapat dibaca sebagai Markdown: daftar, kutipan, atau tautan bertingkat terlalu dalam; tulislah lebih sederhana',
  'finding.file.marks':
    'teks tidak dapat dibaca sebagai Markdown: satu paragraf memuat lebih dari 1.000 tanda seperti * _ [ ]; pisahkan dengan baris kosong',
  'finding.file.long':
    'teks tidak dapat dibaca sebagai Markdown: memuat lebih dari 5.000 baris daftar atau kutipan; persingkat, atau tautkan bagian yang panjang',
  'finding.name.incident':
    'nama berkas harus berupa tanggal dan beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md',
  'finding.name.incident-meant':
    'nama berkas harus berupa tanggal dan beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md: ganti namanya menjadi {{meant}}',
  'finding.name.maintenance':
    'nama berkas harus berupa beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md',
  'finding.name.maintenance-meant':
    'nama berkas harus berupa beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md: ganti namanya menjadi {{meant}}',
  'finding.name.no-markdown':
    'catatan adalah berkas Markdown, berakhiran .md: yang ditulis dengan pengolah kata tidak dapat dibaca di sini',
  'finding.name.no-markdown.instead':
    'Salin formulir dari content/written/incidents/README.md ke berkas baru di sana, lalu tulis teksnya di dalamnya; atau jalankan "npm run incident -- new".',
  'finding.kind.incident':
    'ini catatan insiden, seperti terlihat dari faktanya, tetapi berada di folder pemeliharaan: pindahkan ke content/written/incidents',
  'finding.kind.maintenance':
    'ini catatan pemeliharaan, seperti terlihat dari faktanya, tetapi berada di folder insiden: pindahkan ke content/written/maintenance',
  'finding.place.note':
    '"{{file}}" tidak dibaca: catatan disimpan langsung di {{folder}}, bukan di folder lain',
  'finding.place.note.instead':
    'Pindahkan ke {{target}}. Di GitHub: klik ikon pensil, letakkan kursor di depan namanya, hapus folder-foldernya dengan tombol Backspace, lalu ketik {{typed}}.',
  'finding.place.outside': '"{{file}}" tidak dibaca: catatan disimpan langsung di {{folder}}',
  'finding.place.outside.instead': 'Pindahkan ke {{target}}.',
  'finding.place.folder': '"{{file}}" tidak dibaca: tidak ada folder "{{folder}}" di sini',
  'finding.place.folder.instead': 'Pindahkan ke {{target}}.',
  'finding.place.system':
    '"{{file}}" tidak dibaca: untuk sebuah sistem ada {{known}}, dengan huruf kecil dan berakhiran .yaml atau .sql',
  'finding.place.system.instead': 'Beri nama sesuai berkas yang dimaksud, atau hapus.',
  'finding.place.unread': '"{{file}}" tidak dibaca',
  'finding.place.unread.instead': 'Pindahkan ke tempat yang semestinya ({{known}}), atau hapus.',
  'finding.content.html':
    '"{{html}}" terbaca sebagai HTML, yang tidak boleh ada dalam catatan: tulis tanpa < dan >, atau sebagai kode di antara `tanda ini`',
  'finding.content.nested-heading':
    'sebuah judul berada di dalam daftar atau kutipan: pindahkan ke awal barisnya, di luar daftar atau kutipan itu',
  'finding.content.footnote':
    '"{{mark}}" adalah catatan kaki, yang tidak dapat ditampilkan oleh umpan dan pesan: tuliskan isinya dalam teks, di dalam (tanda kurung)',
  'finding.content.image-elsewhere':
    'gambar "{{url}}" harus berupa berkas di samping catatan: tulis ![isi gambar](images/name.png)',
  'finding.content.image-silent':
    'gambar "{{url}}" tidak memiliki teks bagi yang tidak dapat melihatnya: tulis ![isi gambar]({{url}})',
  'finding.content.image-name':
    'nama gambar "{{url}}" tidak dapat dipakai: ganti namanya di komputer Anda menjadi "{{name}}", unggah lagi dengan nama itu, lalu tulis ![isi gambar]({{path}})',
  'finding.content.image-on-github':
    'gambar ini berada di server GitHub, sehingga tidak dapat disimpan oleh situs: simpan ke komputer Anda, buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  'finding.content.image-tag':
    'gambar tidak ditulis dengan <img>: buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  'finding.content.image-uploading':
    'gambar ini tidak memiliki alamat: unggahannya belum selesai saat catatan disimpan. Hapus; untuk menampilkan gambar, buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  'finding.facts.missing':
    'fakta di bagian atas tidak ada: baris pertama berkas adalah "---", lalu title, system, dan seterusnya, lalu "---" lagi',
  'finding.facts.open':
    'fakta di bagian atas belum ditutup: setelah fakta terakhir ada baris dengan tiga tanda hubung, "---"',
  'finding.facts.long-dash':
    'baris pertama berupa tanda pisah panjang, yang dibuat pengolah kata dari tanda hubung: tulis tiga tanda hubung, "---", di sana dan setelah fakta',
  'finding.facts.unreadable':
    'fakta tidak dapat dibaca: setiap baris berisi nama isian, titik dua, dan nilainya',
  'finding.facts.unreadable-from':
    'fakta tidak dapat dibaca mulai dari sini. Teks dengan titik dua, koma, atau tanda kutip harus berada dalam "tanda kutip"; setiap { memerlukan } dan setiap [ memerlukan ]; isian dimulai di awal barisnya',
  'finding.field.unknown': '"{{name}}" bukan isian di sini; isian yang ada adalah {{known}}',
  'finding.field.unknown-inside':
    '"{{name}}" bukan isian di sini; teks dengan koma harus berada dalam "tanda kutip". Tulis seperti ini: {{example}}',
  'finding.field.missing': '"{{name}}" tidak ada. Tulis seperti ini: {{example}}',
  'finding.field.empty': '"{{name}}" kosong. Tulis seperti ini: {{example}}',
  'finding.field.text':
    '"{{name}}" harus berupa teks; letakkan dalam "tanda kutip". Tulis seperti ini: {{example}}',
  'finding.field.list': '"{{name}}" harus berupa daftar, dalam [kurung siku]. Tulis seperti ini: {{example}}',
  'finding.field.fields': '"{{name}}" harus memiliki isian sendiri. Tulis seperti ini: {{example}}',
  'finding.field.unfit':
    '"{{name}}" tidak seperti yang diharapkan ({{wrong}}). Tulis seperti ini: {{example}}',
  'finding.example.time': '{{field}}: TTTT-BB-HH jj:mm +07:00',
  'finding.example.times': '{{field}}: [TTTT-BB-HH jj:mm +07:00]',
  'finding.example.corrections':
    'corrections: [{ at: TTTT-BB-HH jj:mm +07:00, field: started, was: "TTTT-BB-HH jj:mm +07:00", reason: { en: "…", id: "…" } }]',
  'finding.example.checklist':
    'checklist: { summary: { en: "…", id: "…" }, impact: { en: "…", id: "…" }, time_to_recover: PT2H, changes: [{ what: { en: "…", id: "…" }, evidence: "https://…" }], health_revalidated: TTTT-BB-HH jj:mm +07:00, rls_revalidated: TTTT-BB-HH jj:mm +07:00, documents_updated: [{ en: "…", id: "…" }] }',
  'finding.recurs.zone': '"{{zone}}" bukan zona waktu yang dikenal: tulis Asia/Jakarta',
  'finding.recurs.often':
    '"{{rule}}" berulang lebih dari sekali sehari: tulis FREQ=DAILY atau FREQ=WEEKLY;BYDAY=SU',
  'finding.recurs.hours':
    '"{{rule}}" menyebut jam atau menit: hapus bagian itu, waktunya sudah disebut "starts"; jam lain pada hari yang sama ditulis sebagai catatan tersendiri',
  'finding.recurs.unreadable': '"{{rule}}" bukan aturan yang dapat dibaca: tulis FREQ=WEEKLY;BYDAY=SU',
  'finding.recurs.no-window':
    '"{{starts}}" tidak diikuti jendela apa pun menurut aturannya: tulis awal yang lebih dini',
  'finding.recurs.not-a-start':
    '"{{starts}}" bukan waktu yang memulai jendela menurut aturannya: tulis {{first}}',
  'finding.recurs.second-of-two':
    '"{{starts}}" adalah yang kedua dari dua waktu yang ditunjukkan sama oleh jam di {{zone}}: tulis yang pertama',
  'finding.recurs.overlap':
    '"{{lasts}}" lebih lama daripada jarak ke jendela pemeliharaan berikutnya: tulis lamanya satu jendela',
  'finding.heading.status':
    '"{{words}}" bukan status: judul dengan ## diawali salah satu dari {{known}}, misalnya "## {{first}} · TTTT-BB-HH jj:mm +07:00"',
  'finding.heading.status-in-english':
    '"{{words}}" bukan status: status ditulis dalam bahasa Inggris, jadi tulis "## {{status}} · {{time}}"',
  'finding.heading.unfilled':
    'judul "{{heading}}" masih memuat bagian yang harus diisi: tulis isinya tanpa kurung siku',
  'finding.heading.no-time':
    'judul "{{heading}}" tidak menyebut waktu: tulis sebagai "## {{first}} · TTTT-BB-HH jj:mm +07:00"',
  'finding.section.level': '"{{heading}}" harus memakai tiga #: tulis "### {{words}}"',
  'finding.section.language':
    '"### {{words}}" bukan bahasa: tulis "### English" atau "### Indonesia"; judul di dalam teks memakai ####',
  'finding.section.twice': '"### {{words}}" ada dua kali dalam pembaruan ini',
  'finding.section.empty': 'tidak ada tulisan di bawah "### {{words}}": tulis teksnya di sana',
  'finding.section.missing':
    '"### {{heading}}" tidak ada di sini: tulis teks yang sama dalam bahasa itu di bawahnya',
  'finding.section.title':
    'judul dengan satu # tidak dipakai dalam catatan: judul catatan ada pada fakta di bagian atas',
  'finding.section.stray':
    'teks ini tidak termasuk bahasa mana pun. Setiap teks berada di bawah "### English" atau "### Indonesia", di bawah "##" dengan status dan waktu',
  'finding.update.none': 'catatan ini belum memuat pembaruan: tidak ada yang disampaikan',
  'finding.update.none.instead':
    'Tambahkan "## {{first}} · TTTT-BB-HH jj:mm +07:00" dengan kedua bahasa di bawahnya.',
} as const satisfies Translation<typeof english>;
