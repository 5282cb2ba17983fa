import type { paid as english } from '../en/paid.ts';
import type { Translation } from '../message.ts';

export const paid = {
  'paid.title': 'Apakah saya sudah dibayar?',
  'paid.description':
    'Cari dengan id-nya apakah suatu transaksi ada dalam batch yang diterbitkan. Id tidak keluar dari perangkat Anda.',
  'paid.headline': 'Apakah saya sudah dibayar? Cari transaksi dengan id-nya',
  'paid.intro':
    'Masukkan id transaksi seperti yang diberikan platform kepada Anda. Peramban Anda menghitung hash-nya dan mencocokkannya dengan daftar yang diterbitkan; id tetap berada di perangkat Anda.',
  'paid.form': 'Cari transaksi',
  'paid.id': 'Id transaksi',
  'paid.idHint': 'Misalnya 0f8fad5b-d9cb-469f-a165-70867728950e',
  'paid.look': 'Cari',
  'paid.looking': 'Sedang mencari …',
  'paid.noScript':
    'Formulir ini memerlukan JavaScript, yang dimatikan atau tidak berjalan. Tanpa JavaScript: pakai perintah di bagian “Dengan alat Anda sendiri”.',
  'paid.listed':
    'Tercantum: platform menyatakan telah mendistribusikan transaksi ini dalam batch {{when}}. Menurut data yang diterbitkan {{observed}}. Apakah uangnya sudah diterima, tidak dapat ditunjukkan oleh daftar mana pun.',
  'paid.listedUndated':
    'Tercantum: platform menyatakan telah mendistribusikan transaksi ini dalam sebuah batch yang selebihnya tidak ditampilkannya. Menurut data yang diterbitkan {{observed}}. Apakah uangnya sudah diterima, tidak dapat ditunjukkan oleh daftar mana pun.',
  'paid.notListed':
    'Tidak tercantum dalam apa pun yang diterbitkan hingga {{observed}}. Itu tidak berarti Anda belum dibayar: transaksinya mungkin masuk ke batch berikutnya, atau dikenal dengan id lain. Salah ketik juga menghasilkan jawaban ini.',
  'paid.outOfDate':
    'Tidak dapat dipastikan: tidak tercantum hingga {{observed}}, dan sejak {{until}} kelengkapan daftarnya tidak lagi dapat dipastikan.',
  'paid.clockWrong':
    'Tidak dapat dipastikan: tidak tercantum hingga {{observed}}, tetapi waktu itu berada di masa depan menurut jam perangkat ini. Salah satu dari kedua jam itu keliru.',
  'paid.incomplete':
    'Tidak dapat dipastikan: tidak tercantum hingga {{observed}}, tetapi setidaknya ada satu daftar yang isinya tidak sebanyak hitungan transaksi batch-nya.',
  'paid.noId':
    'Tidak dapat dipastikan: ini bukan id. Id terdiri atas 32 digit 0 sampai f dalam lima kelompok, dan kelompok ketiganya diawali angka 4. Tidak ada yang diminta dari situs.',
  'paid.notLoaded': 'Tidak dapat dipastikan: daftarnya gagal dimuat. Coba lagi nanti.',
  'paid.damaged': 'Tidak dapat dipastikan: yang termuat bukan daftar yang utuh. Coba lagi nanti.',
  'paid.noHash':
    'Tidak dapat dipastikan: peramban ini tidak menghitung SHA-256 di halaman ini. Melalui https bisa.',
  'paid.toBatch': 'Batch-nya',
  'paid.toList': 'Daftar lengkapnya',
  'paid.toProof': 'Bukti sebagai berkas',
  'paid.unproven':
    'Daftarnya belum ada dalam log yang bertanda tangan, jadi belum ada bukti bahwa isinya tidak berubah.',
  'paid.check': 'Periksa buktinya di sini',
  'paid.checkTells': 'Ini dan tautan-tautannya memberi tahu host batch mana yang Anda tanyakan.',
  'paid.inList': 'hash itu ada dalam daftar batch',
  'paid.listHash': 'daftar itu memiliki hash yang disebut rekamannya dalam log',
  'paid.others.title': 'Apa yang diketahui pihak lain dari pencarian',
  'paid.others.host':
    'Host situs ini mengetahui dua digit pertama hash, sebagaimana ia mengetahui alamat Anda dan waktu setiap permintaan; bukan id-nya dan bukan sisa hash-nya. Masing-masing dari 256 berkas memuat sekitar {{n}} transaksi, dan semuanya berukuran sama.',
  'paid.others.knows':
    'Siapa pun yang mengetahui id transaksi Anda dapat mencarinya seperti Anda. Jangan memasukkan id ke situs lain untuk dihitung hash-nya.',
  'paid.others.guess':
    'Id bersifat acak (UUID versi 4, 122 bit acak); id jenis lain tidak diterima di sini. Tidak ada yang dapat mencoba semuanya, jadi hash tidak memberi tahu apa pun kepada yang tidak mengetahui id-nya.',
  'paid.others.chance':
    'Dari setiap hash disimpan {{digits}} dari 64 digit. Di antara {{n}} yang tercantum di sini, id yang tidak ada dalam batch mana pun kebetulan cocok sekali dalam {{odds}} pencarian.',
  'paid.tools.title': 'Dengan alat Anda sendiri',
  'paid.tools.body':
    'Isikan id Anda pada baris pertama; hash dihitung di mesin Anda dan hanya dua digit pertamanya yang dikirim. Baris yang muncul menyebutkan hash, batch, waktu batch, dan entri daftarnya dalam log.',
  'paid.tools.list':
    'Daftar suatu batch berisi hash yang terurut, satu per baris. SHA-256-nya adalah hashes_sha256 dalam rekaman yang dimuat buktinya, dan tx_listed adalah jumlah barisnya:',
  'paid.short_other': 'Daftar {{n}} batch tidak memuat transaksi sebanyak yang dihitung batch-nya:',
} as const satisfies Translation<typeof english>;
