import type { inLog as english } from '../en/in-log.ts';
import type { Translation } from '../message.ts';

export const inLog = {
  'inLog.title': 'Di dalam log',
  'inLog.entered': 'Entri {{index}} dalam log sejak {{when}}, bertanda tangan.',
  'inLog.later_other': '{{n}} entri sesudahnya: yang berubah atau ditambahkan sejak itu.',
  'inLog.absent':
    'Belum ada apa pun tentang ini dalam log yang bertanda tangan. Apakah isinya ditulis ulang sejak diterbitkan tidak dapat dibuktikan dengan halaman ini saja.',
  'inLog.bundle': 'Bukti sebagai berkas',
  'inLog.here': 'Verifikasi di peramban ini',
  'inLog.code':
    'Dicetak dalam satu halaman, ini menjadi sertifikat: kodenya memuat rekaman batch sebagaimana pertama kali dicatat, entrinya, dan seluruh bukti beserta tanda tangannya. Pembaca kode QR mana pun menampilkan teksnya; halaman verifikasi dan verify.mjs memverifikasinya tanpa memerlukan jawaban situs ini.',
  'inLog.code.one': 'Sertifikat saja, untuk dicetak dalam satu halaman',
  'inLog.code.alt': 'Kode QR yang memuat bukti batch ini',
  'inLog.keep':
    'Berkas ini memuat rekaman, entrinya, dan bukti bahwa entri itu ada dalam log, beserta tanda tangannya: dapat diverifikasi tanpa internet selama Anda menyimpannya, apa pun yang terjadi pada situs ini. Dengan shell dan OpenSSL:',
  'tool.title': 'Di peramban ini',
  'tool.body':
    'Tempelkan atau pilih yang Anda miliki: berkas bukti, teks kode QR sertifikat, .tlog-proof, satu atau dua checkpoint, entri, rekaman, satu baris batches.csv dengan baris judulnya, atau masukan hash. Checkpoint yang Anda simpan, sendiri atau di dalam bukti, dibandingkan dengan log yang kini disajikan situs ini lewat tile-nya. Tidak ada yang keluar dari perangkat Anda. Ini juga berjalan dari salinan halaman ini yang disimpan, yang tidak dapat mengambil apa pun.',
  'tool.noScript':
    'Ini memerlukan JavaScript, yang dimatikan atau tidak berjalan. Perintah di halaman ini melakukan hal yang sama tanpa peramban.',
  'tool.what': 'Yang diverifikasi',
  'tool.file': 'Atau berkas (dapat dijatuhkan di sini)',
  'tool.policy': 'Tanda tangan siapa yang dipercaya (c2sp.org/tlog-policy)',
  'tool.policyOwn':
    'Ini yang disebut situs ini sendiri. Taruh di sini kebijakan yang Anda peroleh dari tempat lain: sampai saat itu, kunci siapa ini tidak diketahui.',
  'tool.verify': 'Verifikasi',
  'tool.none': 'Ini tidak dapat dibaca di sini: {{what}}',
  'tool.empty': 'Belum ada yang diverifikasi: tempelkan bukti atau pilih berkas.',
  'tool.unsupported':
    'Peramban ini tidak dapat memverifikasi tanda tangan Ed25519; apa pun yang bergantung padanya tidak diketahui. Peramban yang lebih baru dapat.',
} as const satisfies Translation<typeof english>;
