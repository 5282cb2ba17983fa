import type { fold as english } from '../en/fold.ts';
import type { Translation } from '../message.ts';

export const fold = {
  'fold.damaged': '{{folder}}: {{what}}',
  'fold.more': '{{first}} dan {{n}} lainnya',
  'fold.all': 'Semuanya satu per satu: npm run log -- check --json',
  'fold.no-log':
    'Belum ada satu pun dari konten ini yang tercatat di log. Jika berasal dari versi sebelum ada log, jalankan "npm run log -- enter" satu kali, lalu commit.',
  'fold.head': '{{folder}}: isi head.json bukan hasil dari entrinya ({{what}})',
  'fold.entry': '{{folder}}: entri {{what}}',
  'fold.twice': '{{folder}}: tercatat dua kali, padahal hanya boleh sekali: {{what}}',
  'fold.ahead': '{{folder}}: berada di masa depan dari prosesnya, atau dari jam mesin ini: {{what}}',
  'fold.behind':
    '{{folder}}: bertanggal lebih awal daripada isinya, atau daripada proses sebelumnya: {{what}}',
  'fold.early':
    '{{folder}}: dinyatakan sudah dihapus, padahal masih harus disimpan, atau bukan berkas data arsipnya: {{what}}',
  'fold.world': '{{folder}}: rekaan sedangkan log tidak, atau sebaliknya: {{what}}',
  'fold.not-entered':
    '{{folder}}: ada dalam konten, tetapi tidak tercatat di log: {{what}}. Jika sebuah proses terhenti di tengah jalan, proses berikutnya akan mencatatnya, atau jalankan "npm run log -- enter".',
  'fold.altered': '{{folder}}: berbeda dari yang tercatat di log: {{what}}',
  'fold.gone': '{{folder}}: tercatat di log, tetapi tidak ada lagi dalam konten: {{what}}',
  'fold.order': '{{folder}}: urutannya berbeda dari saat dicatat: {{what}}',
  'fold.row': '{{folder}}: tidak sama dengan catatannya: {{what}}',
  'fold.words': '{{folder}}: kata-katanya hilang, atau bukan yang tercatat: {{what}}',
  'fold.takedown':
    '{{folder}}: teks yang hilang tanpa catatan penurunan, atau yang masih ada meskipun sudah diturunkan: {{what}}',
  'fold.day': '{{folder}}: angkanya bukan hasil dari sampel mentahnya: {{what}}',
  'fold.manifest':
    '{{folder}}: manifes menyatakan hal yang bukan hasil dari berkas, baris, dan catatannya: {{what}}',
  'fold.place': '{{folder}}: baris yang tercantum dua kali, atau di berkas yang bukan tempatnya: {{what}}',
  'fold.validity':
    '{{folder}}: dinyatakan berlaku lebih lama daripada yang tertulis di berkas sistemnya: {{what}}. Jika jangka itu baru dipersingkat, proses berikutnya akan menyatakannya kembali.',
} satisfies Translation<typeof english>;
