/** What the rules say of the images of a note: each sentence in English, and the same in Indonesian. */
export const IMAGE_SENTENCES: readonly (readonly [en: string, id: string])[] = [
  [
    'this image names an address that stands elsewhere in the note',
    'gambar ini merujuk ke alamat yang tertulis di bagian lain catatan',
  ],
  ['Write it here: ![what it shows](images/name.png).', 'Tulis di sini: ![isi gambar](images/nama.png).'],
  [
    '"{}" is not read as an image, since its name has a space',
    '"{}" tidak terbaca sebagai gambar karena namanya mengandung spasi',
  ],
  [
    'Rename the file on your computer, without spaces, upload it again, and write that name here.',
    'Ganti nama berkas di komputer Anda tanpa spasi, unggah lagi, lalu tulis nama itu di sini.',
  ],
  [
    'Rename the file on your computer to "{}", upload it again under that name, and write ![what it shows]({}).',
    'Ganti nama berkas di komputer Anda menjadi "{}", unggah lagi dengan nama itu, lalu tulis ![isi gambar]({}).',
  ],
  [
    'the image "{}" has a name that can not be used: rename it on your computer to "{}", upload it again under that name, and write ![what it shows]({})',
    'nama gambar "{}" tidak dapat dipakai: ganti namanya di komputer Anda menjadi "{}", unggah lagi dengan nama itu, lalu tulis ![isi gambar]({})',
  ],
  [
    'this image lies on a server of GitHub, where the site can not keep it: save it to your computer, open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in small letters with hyphens; then write here ![what it shows](images/the-name.png)',
    'gambar ini berada di server GitHub, sehingga tidak dapat disimpan oleh situs: simpan ke komputer Anda, buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  ],
  [
    'an image is not written with <img>: open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in small letters with hyphens; then write here ![what it shows](images/the-name.png)',
    'gambar tidak ditulis dengan <img>: buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  ],
  [
    'this image has no address: its upload had not ended when the note was saved. Take it out; to show an image, open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in small letters with hyphens; then write here ![what it shows](images/the-name.png)',
    'gambar ini tidak memiliki alamat: unggahannya belum selesai saat catatan disimpan. Hapus; untuk menampilkan gambar, buka folder content/written/incidents/images (atau maintenance/images), Add file, Upload files, dengan nama huruf kecil dan tanda hubung; lalu tulis di sini ![isi gambar](images/nama-berkas.png)',
  ],
  [
    'the image "{}" is an SVG, which can hold programs',
    'gambar "{}" berformat SVG, yang dapat memuat program',
  ],
  [
    'the image "{}" is neither PNG nor JPEG nor WebP; this site shows these alone',
    'gambar "{}" bukan PNG, JPEG, ataupun WebP; situs ini hanya menampilkan ketiganya',
  ],
  [
    'Open it in a program for images and save it as PNG (a screenshot, a chart) or JPEG (a photograph), then write that name here.',
    'Buka dengan program gambar dan simpan sebagai PNG (tangkapan layar, grafik) atau JPEG (foto), lalu tulis nama itu di sini.',
  ],
  [
    'Open it in a program for images and save it as PNG (a screenshot, a chart) or JPEG (a photograph).',
    'Buka dengan program gambar dan simpan sebagai PNG (tangkapan layar, grafik) atau JPEG (foto).',
  ],
  [
    'the image "{}" is larger than 1 MB, too much for a telephone with a weak signal',
    'gambar "{}" lebih besar dari 1 MB, terlalu berat untuk ponsel bersinyal lemah',
  ],
  [
    'Cut out the part that matters, or save it smaller or as JPEG.',
    'Potong bagian yang penting saja, atau simpan lebih kecil atau sebagai JPEG.',
  ],
  [
    'the file "{}" holds no image, whatever its name says',
    'berkas "{}" tidak memuat gambar, apa pun namanya',
  ],
  ['the file "{}" is called a {} and holds a {}', 'berkas "{}" bernama {}, tetapi isinya {}'],
  [
    'Rename it so that it ends in {}, and write that name here.',
    'Ganti namanya agar berakhiran {}, lalu tulis nama itu di sini.',
  ],
  ['the image "{}" is cut off or damaged', 'gambar "{}" terpotong atau rusak'],
  ['Save or upload it again.', 'Simpan atau unggah lagi.'],
  [
    'the image "{}" moves, which keeps many people from reading',
    'gambar "{}" bergerak, sehingga banyak orang sulit membaca',
  ],
  ['Save one still picture of it.', 'Simpan sebagai satu gambar diam.'],
  [
    'the image "{}" is {} × {} pixels, more than a telephone can show',
    'gambar "{}" berukuran {} × {} piksel, lebih besar daripada yang dapat ditampilkan ponsel',
  ],
  [
    'Save it smaller: at most {} pixels on its longer side.',
    'Simpan lebih kecil: paling banyak {} piksel pada sisi terpanjangnya.',
  ],
  ['the file "{}" carries more than the picture: {}', 'berkas "{}" membawa lebih dari sekadar gambarnya: {}'],
  [
    'Take that out: on Windows right-click the file, Properties, Details, "Remove Properties and Personal Information"; ' +
      'on a Mac drop it onto the free app ImageOptim; in a terminal "exiftool -all= " and the name of the file. Then upload ' +
      'it again. If it showed a place or a person, also tell whoever looks after this repository: git keeps the first upload.',
    'Hapus data itu: di Windows klik kanan berkasnya, Properties, Details, "Remove Properties and Personal Information"; ' +
      'di Mac seret ke aplikasi gratis ImageOptim; di terminal "exiftool -all= " diikuti nama berkas. Lalu unggah lagi. ' +
      'Jika data itu menunjukkan tempat atau orang, beri tahu juga pengelola repositori ini: git menyimpan unggahan pertama.',
  ],
  [
    'update {} shows images in one language that the other does not have: {} under "### English", {} under "### Indonesia"',
    'pembaruan {} menampilkan gambar dalam satu bahasa yang tidak ada dalam bahasa lainnya: {} di bawah "### English", {} di bawah "### Indonesia"',
  ],
  [
    'Show the same image under both, with a text in each language: ![what it shows](images/name.png).',
    'Tampilkan gambar yang sama di bawah keduanya, dengan teks dalam tiap bahasa: ![isi gambar](images/nama.png).',
  ],
  [
    'the image "{}" was published, and its file was exchanged for another since',
    'gambar "{}" sudah dipublikasikan, dan sejak itu berkasnya diganti dengan yang lain',
  ],
  [
    'Put the first file back. Give the new one a name of its own, and show it in a new update "## Correction · …".',
    'Kembalikan berkas yang pertama. Beri nama lain untuk yang baru, dan tampilkan dalam pembaruan baru "## Correction · …".',
  ],
];
