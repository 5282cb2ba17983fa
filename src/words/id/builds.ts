import type { builds as english } from '../en/builds.ts';
import type { Translation } from '../message.ts';

export const builds = {
  'builds.title': 'Dari apa situs ini dibangun',
  'builds.from':
    'Dibangun dari commit {{commit}}, per {{when}}. Commit yang sama per detik yang sama menghasilkan bita yang sama: siapa pun yang memiliki repositori situs ini dapat membangunnya ulang dan membandingkan setiap berkas dengan yang disajikan di sini. Kode dalam commit itu ikut dijalankan: bacalah dahulu, atau pakailah komputer yang tidak berisi hal penting.',
  'builds.not.not-committed':
    'Pembaca tidak dapat membangun ulang situs ini, jadi tidak dapat diperiksa apakah halamannya memang hasil dari kode sumbernya: kontennya tidak ada dalam commit mana pun. Demo membuat konten contoh setiap kali dijalankan.',
  'builds.not.changed':
    'Pembaca tidak dapat membangun ulang situs ini, jadi tidak dapat diperiksa apakah halamannya memang hasil dari kode sumbernya: situs ini dibangun dari berkas yang belum di-commit.',
  'builds.not.no-repository':
    'Pembaca tidak dapat membangun ulang situs ini, jadi tidak dapat diperiksa apakah halamannya memang hasil dari kode sumbernya: situs ini tidak dibangun dalam repositori git.',
  'builds.not.known': 'Tidak diketahui dari apa halaman ini dibangun.',
  'builds.check': 'Bangun ulang dan bandingkan',
  'builds.list':
    '{{list}} memuat SHA-256 setiap berkas hasil bangun ini, kecuali dua: daftar tidak dapat memuat hash-nya sendiri, dan {{statement}} memuat hash daftar itu. Dalam salinan situs ini, sha256sum -c log/build.sha256 membandingkan semua berkas lainnya.',
  'builds.entered': 'Hasil bangun dalam log',
  'builds.enteredWhen':
    'Hasil bangun dicatat dalam log setelah diterbitkan, jadi yang ini baru tercantum pada hasil bangun berikutnya.',
  'builds.none': 'Belum ada hasil bangun yang dicatat.',
  'builds.at': 'Per',
  'builds.commit': 'Commit',
  'builds.files': 'Berkas',
  'builds.hash': 'SHA-256 daftarnya',
  'builds.verifier': 'SHA-256 verify.mjs',
} as const satisfies Translation<typeof english>;
