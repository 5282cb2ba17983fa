/** What the rules say of the images of a note: each sentence in English, and the same in Indonesian. */
export const IMAGE_SENTENCES: readonly (readonly [en: string, id: string])[] = [
  [
    'this image names an address that stands elsewhere in the note',
    'gambar ini merujuk ke alamat yang tertulis di bagian lain catatan',
  ],
  ['Write it here: ![what it shows](images/name.png).', 'Tulis di sini: ![isi gambar](images/nama.png).'],
  ['the name of the image "{}" ends in capital letters', 'nama gambar "{}" berakhiran huruf kapital'],
  [
    'Rename the file so that it ends in .png, .jpg or .webp, and write that name here.',
    'Ganti nama berkas agar berakhiran .png, .jpg, atau .webp, lalu tulis nama itu di sini.',
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
