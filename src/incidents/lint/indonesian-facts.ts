/** What the rules say of facts, times and what was published: each sentence in English, and the same in Indonesian. */
export const FACT_SENTENCES: readonly (readonly [en: string, id: string])[] = [
  ['"{}" is no system', '"{}" bukan sistem yang dikenal'],
  ['"{}" is no component of {}', '"{}" bukan komponen {}'],
  ['"{}" is no severity of {}', '"{}" bukan tingkat keparahan {}'],
  ['"{}" is no playbook of {}', '"{}" bukan playbook {}'],
  ['Did you mean "{}"? There are: {}.', 'Apakah maksud Anda "{}"? Yang ada: {}.'],
  ['Write one of: (there is none yet).', 'Belum ada satu pun yang dapat ditulis.'],
  ['Write one of: {}.', 'Tulis salah satu dari: {}.'],
  ['the component "{}" stands twice', 'komponen "{}" ada dua kali'],
  ['Keep it once.', 'Pertahankan satu saja.'],
  [
    'the title has {} characters, more than the {} that fit into a list',
    'judul memuat {} karakter, lebih dari {} karakter yang muat dalam daftar',
  ],
  [
    'Say in a few words what is disturbed; the rest belongs into the update.',
    'Sebutkan dengan singkat apa yang terganggu; selebihnya ditulis dalam pembaruan.',
  ],

  [
    'update {} is earlier than update {}, which stands above it',
    'pembaruan {} lebih awal daripada pembaruan {} yang berada di atasnya',
  ],
  [
    'Correct the time; the newest update stands at the end of the file.',
    'Perbaiki waktunya; pembaruan terbaru berada di akhir berkas.',
  ],
  [
    'One of them is written with {}, the other with {}: write the offset that was meant (WIB is +07:00).',
    'Yang satu ditulis dengan {}, yang lain dengan {}: tulis selisih zona yang dimaksud (WIB adalah +07:00).',
  ],
  ['it started after its first update was written', 'insiden dimulai sesudah pembaruan pertamanya ditulis'],
  ['Correct "started" or the update’s time.', 'Perbaiki "started" atau waktu pembaruannya.'],
  ['it was resolved before it started', 'insiden teratasi sebelum dimulai'],
  ['Correct "resolved" or "started".', 'Perbaiki "resolved" atau "started".'],
  [
    '"resolved" is set, but the last update says "{}"',
    '"resolved" sudah diisi, tetapi pembaruan terakhir menyatakan "{}"',
  ],
  [
    'Append an update "{}", or take "resolved" out while it goes on.',
    'Tambahkan pembaruan "{}", atau hapus "resolved" selama insiden masih berlangsung.',
  ],
  [
    'it was resolved later than the update that says so',
    'insiden teratasi sesudah pembaruan yang menyatakannya',
  ],
  [
    'Write in "resolved" when it was over, in the heading when you write that.',
    'Tulis pada "resolved" kapan insiden teratasi, dan pada judul kapan Anda menuliskannya.',
  ],
  [
    'the last update says "{}", but the facts at the top do not say when it was over',
    'pembaruan terakhir menyatakan "{}", tetapi fakta di bagian atas tidak menyebut kapan insiden teratasi',
  ],
  [
    'Add the line: withdrawn_by: {}, with the role that decided it and not the name of a person.',
    'Tambahkan baris: withdrawn_by: {}, berisi peran yang memutuskannya, bukan nama orang.',
  ],
  ['Add the line: {}', 'Tambahkan baris: {}'],
  [
    'Add a line "resolved:" with the time when it was over.',
    'Tambahkan baris "resolved:" dengan waktu insiden teratasi.',
  ],
  [
    'Add a line "next_update_by:" with the time by which the next one comes.',
    'Tambahkan baris "next_update_by:" dengan batas waktu pembaruan berikutnya.',
  ],
  [
    'this first note comes {} days after the maintenance was over',
    'catatan pertama ini terbit {} hari setelah pemeliharaannya selesai',
  ],
  [
    'this first note comes {} days after the incident began',
    'catatan pertama ini terbit {} hari setelah insidennya dimulai',
  ],
  [
    'Correct "{}"; or, if the time is right, add the line: late_reason: {}, which tells the public why it is told only now.',
    'Perbaiki "{}"; atau, jika waktunya memang benar, tambahkan baris: late_reason: {}, yang menjelaskan kepada publik mengapa baru disampaikan sekarang.',
  ],
  [
    '"withdrawn_by" is set, but no update says that the note is withdrawn',
    '"withdrawn_by" sudah diisi, tetapi tidak ada pembaruan yang menyatakan catatan ini ditarik',
  ],
  [
    'Append an update "{}" that says why, or take "withdrawn_by" out.',
    'Tambahkan pembaruan "{}" yang menyebut alasannya, atau hapus "withdrawn_by".',
  ],
  [
    'this note was never published, so there is nothing to withdraw',
    'catatan ini belum pernah diterbitkan, jadi tidak ada yang dapat ditarik',
  ],
  [
    'Delete the file: nobody has seen it on the site.',
    'Hapus berkasnya: belum ada yang melihatnya di situs.',
  ],
  [
    'it is withdrawn, but the facts at the top do not say by whom',
    'catatan ditarik, tetapi fakta di bagian atas tidak menyebut siapa yang menariknya',
  ],
  [
    'the note was withdrawn, and an update "{}" follows',
    'catatan sudah ditarik, tetapi masih diikuti pembaruan "{}"',
  ],
  [
    'Begin a new note for what happens now; only a correction can follow here.',
    'Buat catatan baru untuk yang terjadi sekarang; di sini hanya koreksi yang dapat menyusul.',
  ],
  ['it does not say when the next update comes', 'catatan tidak menyebut kapan pembaruan berikutnya'],
  ['it is over, so no next update is due', 'insiden sudah teratasi, jadi tidak ada pembaruan berikutnya'],
  ['Take "{}" out.', 'Hapus "{}".'],
  [
    'the next update is announced for a time that is not after the last one',
    'pembaruan berikutnya diumumkan untuk waktu yang tidak sesudah pembaruan terakhir',
  ],
  [
    'Write when the next update comes at the latest.',
    'Tulis paling lambat kapan pembaruan berikutnya disampaikan.',
  ],
  ['the time of update {} is in the future', 'waktu pembaruan {} ada di masa depan'],
  ['"{}" is in the future', '"{}" ada di masa depan'],
  [
    'Look at the day, the hour and the offset (WIB is +07:00).',
    'Periksa hari, jam, dan selisih zonanya (WIB adalah +07:00).',
  ],
  [
    '"started" says that it began on {}, but the name of the file says {}',
    '"started" menyebut tanggal mulai {}, tetapi nama berkas menyebut {}',
  ],
  ['Name the file {}, or correct "started".', 'Namai berkas {}, atau perbaiki "started".'],
  [
    'no window begins at this time, so none is called off',
    'tidak ada jendela pemeliharaan yang dimulai pada waktu ini, jadi tidak ada yang dibatalkan',
  ],
  [
    'Write the time at which the window would have begun, with its offset.',
    'Tulis waktu mulai jendela pemeliharaan yang dibatalkan, dengan selisih zonanya.',
  ],

  [
    'an incident of severity "{}" can not be called resolved without its checklist',
    'insiden dengan tingkat keparahan "{}" tidak dapat dinyatakan teratasi tanpa daftar periksanya',
  ],
  [
    'To tell the public now that it is over, write "{}" in place of "{}". To close it, add "checklist:" with {}; npm run incident resolve asks for each of them.',
    'Untuk mengabarkan sekarang bahwa insiden sudah teratasi, tulis "{}" sebagai pengganti "{}". Untuk menutupnya, tambahkan "checklist:" dengan {}; npm run incident resolve menanyakan semuanya.',
  ],
  [
    'an incident of severity "{}" needs no checklist, so nothing follows that would close it',
    'insiden dengan tingkat keparahan "{}" tidak memerlukan daftar periksa, jadi tidak ada yang menyusul untuk menutupnya',
  ],
  ['Write "{}" in place of "{}".', 'Tulis "{}" sebagai pengganti "{}".'],
  ['"{}" is before the incident started', '"{}" menyebut waktu sebelum insiden dimulai'],
  [
    'Write when it was verified anew, after the repair.',
    'Tulis kapan hal itu diperiksa kembali, setelah perbaikan.',
  ],
  [
    '"time_to_recover" is {}, but between "started" and "resolved" is another time',
    '"time_to_recover" adalah {}, tetapi jarak antara "started" dan "resolved" berbeda',
  ],
  [
    'Correct the one that is wrong, or say in the summary what is counted.',
    'Perbaiki yang keliru, atau jelaskan dalam ringkasan apa yang dihitung.',
  ],

  [
    'this was published as update {} and stands now as update {}',
    'ini diterbitkan sebagai pembaruan {} dan kini berada sebagai pembaruan {}',
  ],
  [
    'Put it back where it was; a new update is appended at the end of the file.',
    'Kembalikan ke tempatnya; pembaruan baru ditambahkan di akhir berkas.',
  ],
  [
    'update {} was published and is no longer here',
    'pembaruan {} sudah diterbitkan dan tidak ada lagi di sini',
  ],
  [
    'Put it back as it was, and append an update "{}" that says what was wrong.',
    'Kembalikan seperti semula, lalu tambahkan pembaruan "{}" yang menyebut kekeliruannya.',
  ],
  [
    'this was published in "{}", which is no longer there: under another name it would be published twice',
    'ini sudah diterbitkan dalam "{}", yang tidak ada lagi: dengan nama lain, catatan akan terbit dua kali',
  ],
  [
    'Name the file {} again; what is new is appended there.',
    'Kembalikan nama berkas menjadi {}; hal baru ditambahkan di sana.',
  ],
  ['update {} was published otherwise ({})', 'pembaruan {} diterbitkan berbeda ({})'],
  [
    'Put back what was published: {} - and append an update "{}" with what is right.',
    'Kembalikan yang telah diterbitkan: {} - lalu tambahkan pembaruan "{}" dengan yang benar.',
  ],
  [
    'Put it back as it was, and append an update "{}" with what is right.',
    'Kembalikan seperti semula, lalu tambahkan pembaruan "{}" dengan yang benar.',
  ],
  [
    'this note was published and its file is no longer here',
    'catatan ini sudah diterbitkan dan berkasnya tidak ada lagi di sini',
  ],
  [
    'Put the file back under its name; what was wrong is said in a "{}" at its end.',
    'Kembalikan berkas dengan namanya; kekeliruannya disampaikan dalam "{}" di bagian akhirnya.',
  ],
  [
    'the correction of "{}" was published and was changed or taken out',
    'koreksi untuk "{}" sudah diterbitkan dan telah diubah atau dihapus',
  ],
  [
    'Put it back as it was; a further correction is a further entry at the end.',
    'Kembalikan seperti semula; koreksi berikutnya adalah entri baru di akhir.',
  ],
  ['"{}" was published as "{}" and is gone', '"{}" diterbitkan sebagai "{}" dan kini tidak ada'],
  ['"{}" was published as "{}" and is now "{}"', '"{}" diterbitkan sebagai "{}" dan kini "{}"'],
  [
    'Put it back, or add under "corrections:" the line - {}',
    'Kembalikan seperti semula, atau tambahkan baris ini di bawah "corrections:" - {}',
  ],
  ['the time of this correction is in the future', 'waktu koreksi ini ada di masa depan'],
  ['Write when you correct it.', 'Tulis kapan Anda mengoreksinya.'],
  ['"{}" is no fact that was published', '"{}" bukan fakta yang pernah diterbitkan'],
  [
    '"{}" was not published as "{}" but as "{}"',
    '"{}" tidak diterbitkan sebagai "{}", melainkan sebagai "{}"',
  ],
  ['"{}" is still "{}", so nothing is corrected', '"{}" masih "{}", jadi tidak ada yang dikoreksi'],
  ['Change the fact as well.', 'Ubah juga faktanya.'],

  [
    'the note can not be read as one, or names a system or a severity that is not known',
    'berkas tidak sesuai format catatan, atau menyebut sistem atau tingkat keparahan yang tidak dikenal',
  ],
  [
    'what was published of this note can no longer be read, so no other text can take its place',
    'yang telah diterbitkan dari catatan ini tidak lagi dapat dibaca, jadi teks lain tidak dapat menggantikannya',
  ],
  [
    'update {} is no longer there; put it back, and say what was wrong in a new "## Correction" at the end',
    'pembaruan {} tidak ada lagi; kembalikan, lalu sampaikan kekeliruannya dalam "## Correction" baru di akhir',
  ],
  [
    'update {} is not as it was published; put it back, and say what was wrong in a new "## Correction" at the end',
    'pembaruan {} tidak seperti saat diterbitkan; kembalikan, lalu sampaikan kekeliruannya dalam "## Correction" baru di akhir',
  ],
  ['"{}" stands in one language only', '"{}" hanya ditulis dalam satu bahasa'],
  ['Write { en: "…", id: "…" }, or a link alone.', 'Tulis { en: "…", id: "…" }, atau tautan saja.'],
  [
    'the note could not be looked through: a defect of this program ({})',
    'catatan tidak dapat diperiksa: cacat pada program ini ({})',
  ],
];
