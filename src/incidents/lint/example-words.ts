/**
 * The sentences of the examples in `content/written/incidents/README.md`, written so that no true note says
 * them.
 */
export const EXAMPLE_PASSAGES: readonly string[] = [
  'Alert: what does not work, and since when. Who looks into this example is said here, and that more of it is said by the same time as in next_update_by.',
  'Informasi: yang tidak berfungsi, dan sejak kapan. Di sini ditulis siapa yang menangani contoh ini, dan bahwa kabar berikutnya paling lambat waktu yang sama dengan next_update_by.',
  'Update: the cause of this example has been found: what it was. Done about it so far: what people did.',
  'Pembaruan: penyebab contoh ini telah ditemukan: penyebabnya. Yang telah dilakukan sejauh ini: tindakannya.',
  'Update: the disturbance of this example is over. Found out by: who looked, and what was seen. The checklist follows.',
  'Pembaruan: gangguan dalam contoh ini telah teratasi. Diketahui dari: siapa yang memeriksa, dan yang terlihat. Daftar periksanya menyusul.',
  'Update: the checklist of this example is complete, and closes it. Changed since then: what was changed.',
  'Pembaruan: daftar periksa contoh ini telah lengkap, dan insidennya ditutup. Yang diubah sejak itu: perubahannya.',
  'Summary of this example: what happened, and why. Learnt from it: what is done otherwise now.',
  'Ringkasan contoh ini: yang terjadi, dan sebabnya. Pelajarannya: yang kini dilakukan dengan cara lain.',
  'The work of this example takes place when, in WIB too. Noticed of it by users: what they will notice.',
  'Pekerjaan dalam contoh ini berlangsung kapan, juga dalam WIB. Yang dirasakan pengguna: yang akan terasa.',
  'What is disturbed, such as: Daily distribution delayed',
  'Yang sedang terganggu, misalnya: Distribusi harian tertunda',
  'Which work, such as: Weekly database maintenance',
  'Pekerjaan apa, misalnya: Pemeliharaan basis data mingguan',
];

/** Words that stand in each of them and in no true note. */
export const EXAMPLE_MARK = /\bthis example\b|\bcontoh ini\b/iu;
