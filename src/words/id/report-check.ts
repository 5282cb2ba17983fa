import type { reportCheck as english } from '../en/report-check.ts';
import type { Translation } from '../message.ts';

export const reportCheck = {
  'routine.asks': 'Pertanyaan: {{question}}',
  'routine.toCheck': 'Pemeriksaan ini di halaman sistemnya: {{check}}',
  'routine.target': 'Target: {{limit}}.',
  'routine.downWhen': 'Gagal bila {{limit}}.',
  'routine.passesWhen': 'Lolos bila angkanya {{limit}}.',
  'routine.answer.no-rows': 'Lolos bila tidak ada satu baris pun.',
  'routine.answer.some-rows': 'Lolos bila ada barisnya.',
  'routine.without': 'Lolos bila hal berikut tidak ditemukan: {{flags}}.',
  'routine.computation': 'Perhitungan: {{name}}.',
  'routine.queryOf': 'Kueri untuk {{item}}',
  'dataset.reports': 'Laporan {{month}}, masing-masing dengan buktinya',
  'reports.json': 'Laporan {{month}}, JSON Lines',
  'verify.reports.title': 'Cara memeriksa sebuah laporan',
  'verify.reports.where':
    'Setiap laporan adalah satu baris dalam reports-<yyyy-mm>.jsonl, menurut bulan jatuh temponya: hasil setiap butir publik, buktinya, dan SHA-256 dari bahannya. Halaman rutinitasnya memuat apa yang ditanyakan setiap butir, beserta kuerinya bila ada, dan batas yang dipakai untuk menilai jawabannya.',
  'verify.reports.recompute':
    'Yang dapat dihitung ulang: butir mengenai batch, pembagian, dan catatan perubahan, dari berkas di sini; butir mengenai jawaban pemeriksaan, dari jawaban mentah setiap hari, yang SHA-256-nya tercantum dalam status-days.csv dan berkasnya tersimpan dalam arsip bulan itu setelah bulan itu ditutup.',
  'verify.reports.compare':
    'Yang hanya dapat dibandingkan: jawaban basis data, layanan, atau blockchain pada saat itu. Masa lalu tidak dapat ditanyai lagi. Jawaban yang tercantum dalam laporan menunjukkan apa yang dicatat, bukan bahwa isinya benar; pengesahan sebuah butir adalah pernyataan pemegang peran itu.',
  'verify.reports.hashes':
    'SHA-256 rutinitas dan manifes pada "Bahan laporan ini" adalah SHA-256 berkas dalam repositori situs ini pada commit yang menambahkan laporan itu. Manifes berubah setiap kali situs diperbarui, sehingga tidak ada berkas di sini yang kini memiliki SHA-256 tersebut. "SHA-256 dari daftar SHA-256 berkasnya" pada sebuah dataset dihitung dari SHA-256 setiap berkas kontennya, menurut urutan dalam manifes, dipisahkan line feed dan tanpa line feed di akhir. Dalam salinan repositori, pada commit tersebut:',
} as const satisfies Translation<typeof english>;
