/** What is said of the form of a note: each sentence in English, and the same in Indonesian. `{}` is a value. */
export const FORM_SENTENCES: readonly (readonly [en: string, id: string])[] = [
  [
    'Correct this place; a whole note to copy is in content/written/incidents/README.md.',
    'Perbaiki bagian ini; contoh catatan lengkap ada di content/written/incidents/README.md.',
  ],
  [
    'the name of the file must be the date and a few words in small letters with hyphens, ending in .md',
    'nama berkas harus berupa tanggal dan beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md',
  ],
  [
    'the name of the file must be a few words in small letters with hyphens, ending in .md',
    'nama berkas harus berupa beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md',
  ],
  [
    'the name of the file must be the date and a few words in small letters with hyphens, ending in .md: rename it to {}',
    'nama berkas harus berupa tanggal dan beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md: ganti namanya menjadi {}',
  ],
  [
    'the name of the file must be a few words in small letters with hyphens, ending in .md: rename it to {}',
    'nama berkas harus berupa beberapa kata dengan huruf kecil dan tanda hubung, berakhiran .md: ganti namanya menjadi {}',
  ],
  [
    'this is an incident, as its facts say, but it stands in the folder of maintenance: move it to content/written/incidents',
    'ini catatan insiden, seperti terlihat dari faktanya, tetapi berada di folder pemeliharaan: pindahkan ke content/written/incidents',
  ],
  [
    'this is a maintenance, as its facts say, but it stands in the folder of incidents: move it to content/written/maintenance',
    'ini catatan pemeliharaan, seperti terlihat dari faktanya, tetapi berada di folder insiden: pindahkan ke content/written/maintenance',
  ],
  [
    'nothing reads "{}": notes stand directly in {}, and in no other folder',
    '"{}" tidak dibaca: catatan disimpan langsung di {}, bukan di folder lain',
  ],
  [
    'Move it to {}. On GitHub: the pencil, then put the cursor before its name, delete the folders with the backspace key and type {}.',
    'Pindahkan ke {}. Di GitHub: klik ikon pensil, letakkan kursor di depan namanya, hapus folder-foldernya dengan tombol Backspace, lalu ketik {}.',
  ],
  ['nothing reads "{}": there is no folder "{}" here', '"{}" tidak dibaca: tidak ada folder "{}" di sini'],
  ['Move it to {}.', 'Pindahkan ke {}.'],
  [
    'nothing reads "{}": of a system there are {}, in small letters, ending in .yaml or .sql',
    '"{}" tidak dibaca: untuk sebuah sistem ada {}, dengan huruf kecil dan berakhiran .yaml atau .sql',
  ],
  [
    'Give it the name of the one that is meant, or take it out.',
    'Beri nama sesuai berkas yang dimaksud, atau hapus.',
  ],
  ['nothing reads "{}"', '"{}" tidak dibaca'],
  [
    'Move it to where it belongs ({}), or take it out.',
    'Pindahkan ke tempat yang semestinya ({}), atau hapus.',
  ],
  [
    'the text can not be read as Markdown: lists, quotations or links stand too deep within each other; write it plainer',
    'teks tidak dapat dibaca sebagai Markdown: daftar, kutipan, atau tautan bertingkat terlalu dalam; tulislah lebih sederhana',
  ],
  [
    'the text can not be read as Markdown: one paragraph holds more than 1,000 marks such as * _ [ ]; divide it by empty lines',
    'teks tidak dapat dibaca sebagai Markdown: satu paragraf memuat lebih dari 1.000 tanda seperti * _ [ ]; pisahkan dengan baris kosong',
  ],
  [
    'the text can not be read as Markdown: it holds more than 5,000 lines of lists or quotations; shorten it, or link to what is long',
    'teks tidak dapat dibaca sebagai Markdown: memuat lebih dari 5.000 baris daftar atau kutipan; persingkat, atau tautkan bagian yang panjang',
  ],
  [
    'the file is not saved as UTF-8 text. Save it again as "UTF-8" (in the editor: Save as, Encoding)',
    'berkas tidak disimpan sebagai teks UTF-8. Simpan kembali sebagai "UTF-8" (di editor: Save as, Encoding)',
  ],
  [
    'the file is larger than 200 KB; a note is text: shorten it, or link to what is long',
    'berkas lebih besar dari 200 KB; catatan adalah teks: persingkat, atau tautkan bagian yang panjang',
  ],
  [
    '"{}" is read as HTML, which a note may not contain: write it without < and >, or as code between `backticks`',
    '"{}" terbaca sebagai HTML, yang tidak boleh ada dalam catatan: tulis tanpa < dan >, atau sebagai kode di antara `tanda ini`',
  ],
  [
    'a heading stands inside a list or a quotation: move it to the start of its line, outside of them',
    'sebuah judul berada di dalam daftar atau kutipan: pindahkan ke awal barisnya, di luar daftar atau kutipan itu',
  ],
  [
    'the image "{}" must be a file beside the note: write ![what it shows]({})',
    'gambar "{}" harus berupa berkas di samping catatan: tulis ![isi gambar]({})',
  ],
  [
    'the image "{}" has no text for those who can not see it: write ![what it shows]({})',
    'gambar "{}" tidak memiliki teks bagi yang tidak dapat melihatnya: tulis ![isi gambar]({})',
  ],
  [
    '"{}" is a footnote, which feeds and messages can not show: write what it says into the text, in (brackets)',
    '"{}" adalah catatan kaki, yang tidak dapat ditampilkan oleh umpan dan pesan: tuliskan isinya dalam teks, di dalam (tanda kurung)',
  ],
  [
    '"{}" is not a time zone that is known: write Asia/Jakarta',
    '"{}" bukan zona waktu yang dikenal: tulis Asia/Jakarta',
  ],
  [
    '"{}" comes more often than once a day: write FREQ=DAILY, or FREQ=WEEKLY;BYDAY=SU',
    '"{}" berulang lebih dari sekali sehari: tulis FREQ=DAILY atau FREQ=WEEKLY;BYDAY=SU',
  ],
  [
    '"{}" states hours or minutes: leave them out, "starts" says when; another hour of the day is a note of its own',
    '"{}" menyebut jam atau menit: hapus bagian itu, waktunya sudah disebut "starts"; jam lain pada hari yang sama ditulis sebagai catatan tersendiri',
  ],
  [
    '"{}" is not a rule that can be read: write FREQ=WEEKLY;BYDAY=SU',
    '"{}" bukan aturan yang dapat dibaca: tulis FREQ=WEEKLY;BYDAY=SU',
  ],
  [
    '"{}" is followed by no window of the rule: write an earlier start',
    '"{}" tidak diikuti jendela apa pun menurut aturannya: tulis awal yang lebih dini',
  ],
  [
    '"{}" is not a time at which the rule begins a window: write {}',
    '"{}" bukan waktu yang memulai jendela menurut aturannya: tulis {}',
  ],
  [
    '"{}" is the second of two times that the clock in {} shows alike: write the first',
    '"{}" adalah yang kedua dari dua waktu yang ditunjukkan sama oleh jam di {}: tulis yang pertama',
  ],
  [
    '"{}" is longer than the time until the next window begins: write how long one window lasts',
    '"{}" lebih lama daripada jarak ke jendela pemeliharaan berikutnya: tulis lamanya satu jendela',
  ],
  [
    'a tab stands where only spaces may: replace it with two spaces',
    'ada tab di tempat yang hanya boleh diisi spasi: ganti dengan dua spasi',
  ],
  [
    'this field stands here twice: keep one of them',
    'isian ini ada dua kali di sini: pertahankan salah satu',
  ],
  [
    'a text that begins with * or & must stand in "quotation marks"',
    'teks yang diawali * atau & harus berada dalam "tanda kutip"',
  ],
  [
    'something was opened here and not closed: look for a missing } ] or quotation mark',
    'ada yang dibuka di sini dan belum ditutup: cari } ] atau tanda kutip yang kurang',
  ],
  [
    'the facts can not be read from here on. A text with a colon, a comma or a quotation mark must stand in "quotation marks"; each { needs its } and each [ its ]; fields begin at the start of their line',
    'fakta tidak dapat dibaca mulai dari sini. Teks dengan titik dua, koma, atau tanda kutip harus berada dalam "tanda kutip"; setiap { memerlukan } dan setiap [ memerlukan ]; isian dimulai di awal barisnya',
  ],
  [
    'the facts at the top have no end: after the last of them comes a line with three hyphens, "---"',
    'fakta di bagian atas belum ditutup: setelah fakta terakhir ada baris dengan tiga tanda hubung, "---"',
  ],
  [
    'the first line is a long dash, which a word processor makes of hyphens: write three hyphens, "---", there and behind the facts',
    'baris pertama berupa tanda pisah panjang, yang dibuat pengolah kata dari tanda hubung: tulis tiga tanda hubung, "---", di sana dan setelah fakta',
  ],
  [
    'the facts at the top are missing: the first line of the file is "---", then title, system and so on, then "---" again',
    'fakta di bagian atas tidak ada: baris pertama berkas adalah "---", lalu title, system, dan seterusnya, lalu "---" lagi',
  ],
  [
    'the facts can not be read: each line is a field, a colon and its value',
    'fakta tidak dapat dibaca: setiap baris berisi nama isian, titik dua, dan nilainya',
  ],
  ['"{}" is not a field here; the fields are {}', '"{}" bukan isian di sini; isian yang ada adalah {}'],
  [
    '"{}" is not a field here; a text with a comma must stand in "quotation marks"',
    '"{}" bukan isian di sini; teks dengan koma harus berada dalam "tanda kutip"',
  ],
  ['"{}" is empty', '"{}" kosong'],
  ['"{}" is missing', '"{}" tidak ada'],
  ['"{}" is not as expected ({})', '"{}" tidak seperti yang diharapkan ({})'],
  ['"{}" must be text; put it in "quotation marks"', '"{}" harus berupa teks; letakkan dalam "tanda kutip"'],
  ['"{}" must be a list, in [square brackets]', '"{}" harus berupa daftar, dalam [kurung siku]'],
  ['"{}" must have fields of its own', '"{}" harus memiliki isian sendiri'],
  [
    '"{}" is no status: a heading with ## begins with {}, such as {}',
    '"{}" bukan status: judul dengan ## diawali salah satu dari {}, misalnya {}',
  ],
  [
    '"{}" is no status: statuses are written in English, so write "{}"',
    '"{}" bukan status: status ditulis dalam bahasa Inggris, jadi tulis "{}"',
  ],
  [
    'the heading "{}" has a place that is still to be filled in: write what belongs there, without the square brackets',
    'judul "{}" masih memuat bagian yang harus diisi: tulis isinya tanpa kurung siku',
  ],
  ['the heading "{}" says no time: write it as {}', 'judul "{}" tidak menyebut waktu: tulis sebagai {}'],
  [
    '"{}" is of a year that nobody can mean: write one between {} and {}',
    '"{}" menyebut tahun yang tidak mungkin dimaksud: tulis tahun antara {} dan {}',
  ],
  [
    '"{}" is a time that does not exist: look at the day, the hour and the offset',
    '"{}" adalah waktu yang tidak ada: periksa hari, jam, dan selisih zonanya',
  ],
  [
    '"{}" does not say in which zone: write "{}" (WIB is +07:00, UTC is Z)',
    '"{}" tidak menyebut zona waktunya: tulis "{}" (WIB adalah +07:00, UTC adalah Z)',
  ],
  [
    '"{}" is not a time that can be read: write it as {} ({} is {})',
    '"{}" bukan waktu yang dapat dibaca: tulis sebagai {} ({} adalah {})',
  ],
  [
    '"{}" is not a time that can be read: write it as {}',
    '"{}" bukan waktu yang dapat dibaca: tulis sebagai {}',
  ],
  ['"{}" must have three #: write "{}"', '"{}" harus memakai tiga #: tulis "{}"'],
  [
    '"{}" is no language: write "### English" or "### Indonesia"; a heading inside the text has ####',
    '"{}" bukan bahasa: tulis "### English" atau "### Indonesia"; judul di dalam teks memakai ####',
  ],
  ['"{}" stands twice in this update', '"{}" ada dua kali dalam pembaruan ini'],
  [
    'nothing is written under "{}": write the text there',
    'tidak ada tulisan di bawah "{}": tulis teksnya di sana',
  ],
  [
    '"{}" is missing here: write the same text in that language under it',
    '"{}" tidak ada di sini: tulis teks yang sama dalam bahasa itu di bawahnya',
  ],
  [
    'a heading with one # has no place in a note: its title stands in the facts at the top',
    'judul dengan satu # tidak dipakai dalam catatan: judul catatan ada pada fakta di bagian atas',
  ],
  [
    'this text belongs to no language. Every text stands under "### English" or "### Indonesia", which stand under a "##" with status and time',
    'teks ini tidak termasuk bahasa mana pun. Setiap teks berada di bawah "### English" atau "### Indonesia", di bawah "##" dengan status dan waktu',
  ],
  [
    'the note has no update: it tells nobody anything',
    'catatan ini belum memuat pembaruan: tidak ada yang disampaikan',
  ],
  ['Append "{}" with both languages below it.', 'Tambahkan "{}" dengan kedua bahasa di bawahnya.'],
];
