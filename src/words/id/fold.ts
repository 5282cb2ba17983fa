import type { fold as english } from '../en/fold.ts';
import type { Translation } from '../message.ts';

export const fold = {
  'fold.damaged': '{{folder}}: {{what}}',
  'fold.no-log':
    'Belum ada satu pun dari konten ini yang tercatat di log. Jika berasal dari versi sebelum ada log, jalankan "npm run log -- enter" satu kali, lalu commit.',
  'fold.head': '{{folder}}: isi head.json bukan hasil dari entrinya ({{what}})',
  'fold.entry': '{{folder}}: entri {{what}}',
  'fold.twice': '{{folder}}: {{what}} tercatat dua kali, padahal hanya boleh sekali',
  'fold.ahead': '{{folder}}: {{what}} berada di masa depan dari prosesnya, atau dari jam mesin ini',
  'fold.world': '{{folder}}: {{what}} rekaan sedangkan log tidak, atau sebaliknya',
  'fold.not-entered':
    '{{folder}}: {{what}} ada dalam konten, tetapi tidak tercatat di log. Jika sebuah proses terhenti di tengah jalan, proses berikutnya akan mencatatnya, atau jalankan "npm run log -- enter".',
  'fold.altered': '{{folder}}: {{what}} berbeda dari yang tercatat di log',
  'fold.gone': '{{folder}}: {{what}} tercatat di log, tetapi tidak ada lagi dalam konten',
  'fold.order': '{{folder}}: urutan {{what}} berbeda dari saat dicatat',
  'fold.row': '{{folder}}: {{what}} tidak sama dengan catatannya',
  'fold.words': '{{folder}}: kata-kata {{what}} bukan yang tercatat, atau hilang',
  'fold.day': '{{folder}}: angka {{what}} bukan hasil dari sampel mentahnya',
} satisfies Translation<typeof english>;
