/** What the rules say of the texts and the links of a note: each sentence in English, and the same in Indonesian. */
export const TEXT_SENTENCES: readonly (readonly [en: string, id: string])[] = [
  [
    'these are the words of the example in {}, which tells of something that never was',
    'ini kalimat dari contoh dalam {}, yang menceritakan hal yang tidak pernah terjadi',
  ],
  [
    'Write what happened here, in words of your own; what is published stays to be seen for ever.',
    'Tulis yang terjadi di sini dengan kalimat Anda sendiri; yang sudah terbit tetap terlihat untuk seterusnya.',
  ],
  [
    'the correction does not quote under "{}" which words were wrong, so it can not be shown beside them',
    'koreksi tidak mengutip kata-kata yang keliru di bawah "{}", sehingga tidak dapat ditampilkan di sampingnya',
  ],
  [
    'If words of an update were wrong, begin with them, copied from there, in a line that begins with "> "; then an empty line, and what is right.',
    'Jika ada kata-kata pembaruan yang keliru, awali dengan kata-kata itu, disalin dari sana, pada baris yang diawali "> "; lalu baris kosong, dan yang benar.',
  ],
  [
    'the correction quotes words under "{}", and does not say what is right',
    'koreksi mengutip kata-kata di bawah "{}", tetapi tidak menyebut yang benar',
  ],
  ['Write it below them, after an empty line.', 'Tulis di bawahnya, setelah satu baris kosong.'],
  [
    'the words that the correction quotes under "{}" stand in no update above it',
    'kata-kata yang dikutip koreksi di bawah "{}" tidak ada dalam pembaruan mana pun di atasnya',
  ],
  [
    'Copy them letter for letter from the update; a few words of it are enough.',
    'Salin huruf demi huruf dari pembaruannya; beberapa kata saja sudah cukup.',
  ],
  ['the title is the same in both languages', 'judulnya sama dalam kedua bahasa'],
  ['Write title.id in Indonesian.', 'Tulis title.id dalam bahasa Indonesia.'],
  [
    'update {} has the same text under "### English" and "### Indonesia"',
    'pembaruan {} memuat teks yang sama di bawah "### English" dan "### Indonesia"',
  ],
  [
    'Write the English text under "### English" and its translation under "### Indonesia".',
    'Tulis teks bahasa Inggris di bawah "### English" dan terjemahannya di bawah "### Indonesia".',
  ],
  ['the two languages of update {} are swapped', 'kedua bahasa pada pembaruan {} tertukar'],
  [
    'Exchange the headings "### English" and "### Indonesia".',
    'Tukarkan judul "### English" dan "### Indonesia".',
  ],
  [
    'the text of update {} under "### English" is not English',
    'teks pembaruan {} di bawah "### English" bukan bahasa Inggris',
  ],
  [
    'the text of update {} under "### Indonesia" is not Indonesian',
    'teks pembaruan {} di bawah "### Indonesia" bukan bahasa Indonesia',
  ],
  ['Write it in English.', 'Tulis dalam bahasa Inggris.'],
  ['Write it in Indonesian.', 'Tulis dalam bahasa Indonesia.'],
  [
    'update {} has figures in one language that the other does not have: {}',
    'pembaruan {} memuat angka dalam satu bahasa yang tidak ada dalam bahasa lainnya: {}',
  ],
  [
    'Compare both texts: a time or an amount must be the same in both.',
    'Bandingkan kedua teks: waktu atau jumlah harus sama dalam keduanya.',
  ],
  ['{} is a place that is still to be filled in', '{} adalah bagian yang masih harus diisi'],
  [
    'Write what belongs there, without the square brackets, or take the sentence out.',
    'Tulis isinya tanpa kurung siku, atau hapus kalimatnya.',
  ],
  ['this is the mark of a footnote that has no text', 'ini tanda catatan kaki yang tidak memiliki teks'],
  [
    'Write what it says into the text, in (brackets): feeds and messages can not show footnotes.',
    'Tuliskan isinya dalam teks, di dalam (tanda kurung): umpan dan pesan tidak dapat menampilkan catatan kaki.',
  ],

  [
    '"{}" promises a result, a profit or a return, which no public text may do',
    '"{}" menjanjikan hasil, keuntungan, atau imbal hasil, yang tidak boleh ada dalam teks publik',
  ],
  [
    'Say what happened and what is being done. To deny a promise, say so in one sentence: {}',
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Untuk menyangkal janji, nyatakan dalam satu kalimat: {}',
  ],
  [
    'Say what happened and what is being done. Of a service, write "objective" / "target". To deny a promise, say so in one sentence: {}',
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Untuk layanan, tulis "objective" / "target". Untuk menyangkal janji, nyatakan dalam satu kalimat: {}',
  ],
  [
    'Say what happened and what is being done. Say what was changed, not what it prevents.',
    'Sampaikan apa yang terjadi dan apa yang sedang dikerjakan. Sebutkan apa yang diubah, bukan apa yang dicegahnya.',
  ],
  [
    'Call it what it is in the data, even in a plain fact: {}. To deny a promise, say so in one sentence: {}',
    'Sebut sebagaimana namanya dalam data, juga dalam kalimat fakta: {}. Untuk menyangkal janji, nyatakan dalam satu kalimat: {}',
  ],
  ['Say only what was checked, and when: {}', 'Sebutkan hanya yang sudah diperiksa, dan kapan: {}'],
  [
    'Say what is being done and when the next update comes: {}',
    'Sebutkan apa yang sedang dikerjakan dan kapan pembaruan berikutnya: {}',
  ],
  [
    'the character {} can not be seen, or turns the words around it',
    'karakter {} tidak terlihat, atau membalik kata di sekitarnya',
  ],
  [
    'Delete it; if nothing is to be seen there, write the word anew.',
    'Hapus karakter itu; jika tidak terlihat apa pun di sana, ketik ulang katanya.',
  ],
  [
    '"{}" mixes Latin letters with those of another script that look alike',
    '"{}" mencampur huruf Latin dengan huruf mirip dari aksara lain',
  ],
  ['Write the whole word anew, in one script.', 'Ketik ulang seluruh katanya dalam satu aksara.'],
  [
    'the first update is "{}", but nothing was told before it',
    'pembaruan pertama adalah "{}", padahal belum ada yang disampaikan sebelumnya',
  ],
  ['Begin with {}.', 'Awali dengan salah satu dari {}.'],
  [
    'the title says that all is well, and the incident is open',
    'judulnya menyatakan semua baik, padahal insidennya masih berlangsung',
  ],
  ['Write what is disturbed, such as {}.', 'Tulis apa yang terganggu, misalnya {}.'],
  ['this looks like a secret ({})', 'ini tampak seperti rahasia ({})'],
  [
    'Take it out, and replace the secret itself: what was once committed is known.',
    'Hapus, dan ganti rahasia itu sendiri: yang pernah masuk ke repositori sudah diketahui.',
  ],

  ['this is a private key', 'ini kunci privat'],
  ['this is a seed phrase', 'ini frasa pemulihan'],
  [
    'Take it out at once, and move what it opens to another wallet: what was committed is known.',
    'Segera hapus, dan pindahkan yang dibukanya ke dompet lain: yang pernah masuk ke repositori sudah diketahui.',
  ],
  [
    'these 64 characters may be a private key: nothing before them says what they are',
    'ke-64 karakter ini mungkin kunci privat: tidak ada keterangan sebelumnya yang menyebut apa itu',
  ],
  [
    'If it is one, take it out at once. Otherwise say what it is, such as {}, before it.',
    'Jika benar kunci, segera hapus. Jika bukan, sebutkan di depannya apa itu, misalnya {}.',
  ],
  [
    'this looks like the identity number of a person (NIK)',
    'ini tampak seperti nomor identitas seseorang (NIK)',
  ],
  [
    "Take it out: whose it is, is nobody's business. Of an amount, write its separators.",
    'Hapus: milik siapa nomor itu bukan urusan umum. Untuk jumlah, tulis dengan pemisah ribuan.',
  ],
  ['this looks like the number of a bank account', 'ini tampak seperti nomor rekening bank'],
  ['Take it out; name the transaction or the batch instead.', 'Hapus; sebutkan transaksi atau batch-nya.'],
  ['this is an e-mail address', 'ini alamat surel'],
  [
    'Link to the page where people can write to you; leave out addresses of persons.',
    'Tautkan ke halaman tempat orang dapat menulis kepada Anda; jangan cantumkan alamat perorangan.',
  ],
  ['this is a telephone number', 'ini nomor telepon'],
  [
    'Link to the page where people can reach you; leave out numbers of persons.',
    'Tautkan ke halaman tempat orang dapat menghubungi Anda; jangan cantumkan nomor perorangan.',
  ],
  [
    'this is the address of a wallet that is not one of the official ones',
    'ini alamat dompet yang bukan salah satu dompet resmi',
  ],
  [
    'Name the transaction instead, or leave it out; official addresses stand on the page of wallets.',
    'Sebutkan transaksinya, atau hapus alamat itu; alamat resmi ada di halaman dompet.',
  ],

  [
    'the link "{}" holds a character that hides where it leads',
    'tautan "{}" memuat karakter yang menyembunyikan tujuannya',
  ],
  ['the link "{}" can not be read as an address', 'tautan "{}" tidak dapat dibaca sebagai alamat'],
  ['the link "{}" is not encrypted', 'tautan "{}" tidak terenkripsi'],
  ['the link "{}" does not begin with https://', 'tautan "{}" tidak diawali https://'],
  ['the link "{}" leads to no page', 'tautan "{}" tidak menuju halaman mana pun'],
  [
    'Write an address that begins with https://, or one of this site that begins with /en/ or /id/.',
    'Tulis alamat yang diawali https://, atau alamat situs ini yang diawali /en/ atau /id/.',
  ],
  ['the file "{}" is not there', 'berkas "{}" tidak ada'],
  [
    'Put it into the folder beside the note and write its path from there, such as {}.',
    'Letakkan di folder di samping catatan dan tulis jalurnya dari sana, misalnya {}.',
  ],
  ['Write was: "{}".', 'Tulis was: "{}".'],
  ['Write ….', 'Tulis ….'],
  ['Write https://{}.', 'Tulis https://{}.'],
];
