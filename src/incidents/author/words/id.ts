import type { Phrases } from './phrases.ts';

/** Indonesian. A phrase that is missing, or one too many, does not compile. */
export const id: Phrases = {
  'ask.system': 'Sistem yang mana?',
  'ask.playbook': 'Playbook yang mana?',
  'ask.severity': 'Seberapa berat?',
  'ask.components': 'Komponen mana yang terdampak?',
  'ask.title-en': 'Judul dalam bahasa Inggris',
  'ask.title-id': 'Judul dalam bahasa Indonesia',
  'ask.started': (zone) => `Kapan mulai terjadi? (menurut waktu ${zone}, atau dengan selisih zonanya)`,
  'ask.starts': (zone) => `Kapan dimulai? (menurut waktu ${zone}, atau dengan selisih zonanya)`,
  'ask.lasts': 'Berapa lama? (misalnya "2 jam" atau PT2H)',
  'ask.text-en': 'Apa yang dikerjakan, dan apa yang akan dirasakan pengguna? (bahasa Inggris)',
  'ask.text-id': 'Apa yang dikerjakan, dan apa yang akan dirasakan pengguna? (bahasa Indonesia)',
  'ask.rule': 'Berulang menurut aturan apa? (misalnya FREQ=WEEKLY;BYDAY=SU)',
  'ask.message': 'Pesan yang mana?',
  'ask.incident': 'Insiden yang mana?',
  'ask.note': 'Insiden atau pemeliharaan yang mana?',
  'ask.status': 'Apa statusnya sekarang?',
  'ask.true': (sentence) => `Apakah ini benar sekarang? "${sentence}"`,
  'ask.place-en': (sentence) => `Apa isi […]? (bahasa Inggris; kosongkan bila belum diketahui) "${sentence}"`,
  'ask.place-id': (sentence) =>
    `Apa isi […]? (bahasa Indonesia; kosongkan bila belum diketahui) "${sentence}"`,
  'choice.none': 'Tidak satu pun',
  'choice.yes': 'Ya, sampaikan',
  'choice.no': 'Tidak, hilangkan',
  'choice.later': 'Belum diketahui: biarkan tandanya […]',
  keys: {
    navigate: 'pindah',
    select: 'pilih',
    all: 'semua',
    invert: 'balikkan pilihan',
    submit: 'lanjut',
  },
  statuses: {
    investigating: 'Investigating (sedang diselidiki)',
    identified: 'Identified (penyebab ditemukan)',
    monitoring: 'Monitoring (sedang dipantau)',
    scheduled: 'Scheduled (dijadwalkan)',
    in_progress: 'In progress (sedang berlangsung)',
    verifying: 'Verifying (sedang diverifikasi)',
    completed: 'Completed (selesai)',
    over: 'Over (teratasi, daftar periksa menyusul)',
    correction: 'Correction (koreksi atas yang sudah terbit)',
    withdrawn: 'Withdrawn (ditarik karena terbit keliru)',
  },

  'answer.missing': (flag, asks) => `--${flag} belum diisi: ${asks}`,
  'answer.empty': (flag, asks) => `--${flag} kosong: ${asks}`,
  'answer.unknown': (flag, answer) => `--${flag}: "${answer}" tidak dikenal di sini`,
  'answer.one-of': (known) => `; salah satu dari ${known}`,
  'answer.newest': (known) => `; yang terbaru adalah ${known}`,
  'answer.nearest': (known) => `; apakah maksudnya "${known}"?`,
  'answer.choose': 'Mohon pilih setidaknya satu.',
  'answer.write': 'Mohon diisi.',
  'answer.both-languages': (missing) => `--${missing} belum diisi: kedua bahasa menyampaikan hal yang sama`,
  'answer.zone': (zone) => `--zone: "${zone}" bukan zona waktu; tulis Asia/Jakarta, Asia/Makassar, atau UTC`,
  'answer.language': (language) => `--lang: "${language}" bukan bahasa perintah ini; tulis en atau id`,

  'option.unknown': (option) => `${option} tidak dikenal di sini`,
  'option.known': (known) => `; jawaban yang diterima: ${known}`,
  'option.without-value': (option) => `${option} tidak diikuti jawabannya`,
  'word.too-many': (word) => `kata "${word}" berlebih: teks yang memuat spasi ditulis dalam "tanda kutip"`,

  'time.future': (time) => `${time} belum terjadi (di masa depan)`,
  'time.impossible': (time) => `"${time}" tidak ada: periksa tanggal dan jamnya`,
  'time.skipped': (time, zone) =>
    `"${time}" tidak ada, atau terjadi dua kali, di ${zone} karena perubahan jam: tulis dengan selisih zonanya`,
  'time.earlier': (last) => `--at: pembaruan sebelumnya bertanggal ${last}; waktunya harus sesudah itu`,
  'rule.unreadable': (rule) => `"${rule}" bukan aturan yang dapat dibaca: tulis FREQ=WEEKLY;BYDAY=SU`,
  'lasts.unreadable': (text) => `"${text}" bukan lama waktu: tulis "2 jam", "90 menit", atau PT2H`,

  'note.none': (slug) => `Tidak ada catatan "${slug}"`,
  'note.none-yet': 'belum ada satu pun',
  'note.there': (file) => `${file} sudah ada: tidak ada yang ditulis.`,
  'note.changed': (file) => `${file} diubah sementara itu: tidak ada yang ditulis. Coba lagi.`,
  'note.correct-first': 'Perbaiki catatannya lebih dahulu: tidak ada yang ditulis.',
  'note.nothing': 'Tidak ada yang ditulis.',
  'note.two': (slug) =>
    `Ada insiden dan pemeliharaan bernama "${slug}": tulis incidents/${slug} atau maintenance/${slug}`,
  'note.no-system': (file, system) => `${file}: tidak ada sistem "${system}" yang dapat dibaca`,
  'note.resolved': (slug) =>
    `${slug} sudah teratasi: tulis koreksi (--status correction), atau mulai insiden baru (new)`,
  'note.withdrawn': (slug) => `${slug} sudah ditarik: buat catatan baru (new, maintenance)`,
  'note.not-resolved': (slug) => `${slug} belum teratasi: tutup dahulu dengan resolve`,
  'note.not-begun': (time, heading) =>
    `--status: jendela pertamanya dimulai ${time}; perubahan sebelum itu disampaikan sebagai ${heading}`,

  'checks.never':
    'Belum pernah ada pemeriksaan yang berjalan: kalimat yang bergantung pada pemeriksaan tidak ditawarkan.',
  'checks.unreadable':
    'Hasil pemeriksaan tidak dapat dibaca: kalimat yang bergantung pada pemeriksaan tidak ditawarkan.',

  'told.written': (file) => `Ditulis: ${file}`,
  'told.failing': (checks) => `gagal: ${checks}`,
  'told.unknown': (checks) => `tidak diketahui: ${checks}`,
  'told.held-back': (sentence) => `tidak ditawarkan: "${sentence}"`,
  'told.complete': 'Semua sudah terisi. Bacalah kedua bahasa sekali lagi.',
  'told.places':
    'Masih perlu diisi (ganti […] dengan isinya; jika sebuah kalimat diawali […], hapus […] bila kalimatnya\n' +
    'benar, atau hapus seluruh kalimatnya bila tidak benar):',
  'told.then': (command) => `Selanjutnya: ${command}`,
  'told.problems': 'Berkas-berkas ini tidak dapat dipakai sebelum diperbaiki:',
  'drafts.prepared': (file, playbook) => `Draf disiapkan, tidak diterbitkan: ${file} (${playbook})`,
  'drafts.none': 'Tidak ada gejala baru: tidak ada draf yang disiapkan.',
  'drafts.next': (folder) => `Bacalah, isi bagian yang ditandai, lalu pindahkan ke ${folder}.`,

  'usage.ask': 'Apa yang akan ditulis?',
  'usage.unknown': (command) => `"${command}" tidak dikenal`,
  'usage.line': 'npm run incident -- <perintah>',
  'usage.answers': (answers) => `Jawaban: ${answers}`,
  'usage.end':
    'Jawaban yang belum diberikan akan ditanyakan. --help di belakang perintah menyebutkan jawabannya.\n' +
    '--lang en atau id memilih bahasa pertanyaan, --zone memilih zona waktu (Asia/Jakarta).',
  does: {
    new: 'catatan pertama sebuah insiden: --system tpc --playbook cron-failure',
    update: 'pembaruan untuk insiden atau pemeliharaan: <slug> --status identified',
    resolve: 'pembaruan terakhir, setelah insiden teratasi: <slug>',
    postmortem: 'apa yang terjadi dan pelajaran yang diambil: <slug>',
    maintenance:
      'catatan pekerjaan terencana: --system tpc --components api --starts "2026-02-01 01:00" --lasts "2 jam"',
    message: 'pesan publik dalam dua bahasa: --system tpc --message normal-operations',
    drafts: 'menyiapkan draf untuk hal yang terlihat oleh pemeriksaan',
  },
};
