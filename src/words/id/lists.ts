import type { lists as english } from '../en/lists.ts';
import type { Translation } from '../message.ts';

export const lists = {
  'wallets.title': 'Dompet',
  'wallets.description':
    'Dompet publik {{publisher}}, dengan alamatnya dan apakah tiap tautan penjelajah blok sesuai.',
  'wallets.headline_other': '{{n}} dompet publik, {{published}} dengan alamat yang diterbitkan',
  'wallets.headlineChanged_other':
    '{{n}} dompet publik, {{published}} dengan alamat yang diterbitkan; diubah atau hilang setelah diterbitkan: {{changed}}',
  'wallets.headlineGone_other':
    '{{n}} dompet publik menurut pembacaan terakhir; sebagian besar yang pernah diterbitkan tidak ada lagi di sumbernya',
  'wallets.headlineUntold_other':
    '{{n}} dompet publik, {{published}} dengan alamat yang diterbitkan; tidak dapat dipastikan apakah ada yang diubah',
  'wallets.unknown': 'Dompet belum diketahui',
  'wallets.intro':
    'Setiap tautan dibaca sebagai teks: harus menuju solscan.io, menyebut jaringan yang sama dengan tautan lain, dan memuat alamat dompet itu sendiri. Tautannya tidak dibuka: saldo yang ditampilkan di sini berasal dari node jaringan, bukan dari penjelajah blok.',
  'wallets.notPublished': 'Alamat tidak diterbitkan',
  'wallets.stated': 'Yang dicantumkan sebagai gantinya:',
  'wallets.linkOk': 'Tautan sesuai dengan alamatnya',
  'wallets.open': 'Buka di penjelajah blok',
  'wallets.linkStated': 'Tautan sebagaimana dicantumkan:',
  'wallets.balance': 'Berisi {{amount}} SOL, {{when}} (slot {{slot}})',
  'wallets.balanceOne': 'Menurut satu penyedia {{amount}} SOL, {{when}} (slot {{slot}})',
  'wallets.balanceUnknown': 'Saldo: tidak ada penyedia yang menyebutkan isinya',
  'wallets.noLink': 'Tautan penjelajah blok tidak dicantumkan',
  'wallets.problem.not-solscan': 'Tautan tidak menuju solscan.io',
  'wallets.problem.other-address': 'Tautan memuat alamat lain',
  'wallets.problem.other-network': 'Tautan menyebut jaringan yang berbeda dari tautan dompet lain',
  'changelog.title': 'Catatan perubahan',
  'changelog.description':
    'Setiap perubahan pengaturan {{publisher}} yang bersifat publik, dengan alasannya, sebagaimana ditulis.',
  'changelog.headline_other': '{{n}} perubahan pengaturan, sebagaimana ditulis pembuatnya',
  'changelog.unknown': 'Perubahan pengaturan belum diketahui',
  'changelog.none': 'Belum ada perubahan pengaturan yang dicatat',
  'changelog.month': 'Perubahan {{month}}',
  'changelog.monthDescription': 'Perubahan pengaturan {{publisher}} pada {{month}}.',
  'changelog.months': 'Per bulan (UTC)',
  'changelog.monthHead': 'Bulan',
  'changelog.count': 'Perubahan',
  'changelog.latest': 'Yang terakhir',
  'changelog.from': 'sebelum',
  'changelog.to': 'sesudah',
  'changelog.reason': 'alasan',
  'changelog.noReason': 'alasan tidak dicantumkan',
  'changelog.empty': '(kosong)',
  'changelog.hostile':
    'Inilah yang ditulis orang, bukan kata-kata kami. Karakter yang tidak terlihat atau mengubah arah baca ditampilkan dengan kodenya, misalnya U+202E.',
  'split.title': 'Riwayat proporsi distribusi',
  'split.description':
    'Bagaimana proporsi distribusi {{publisher}} diatur, sejak kapan, dan dengan alasan apa yang dicantumkan.',
  'split.headline': 'Proporsi distribusi: {{split}}',
  'split.unknown': 'Proporsi distribusi belum diketahui',
  'split.intro':
    'Perubahan berlaku mulai batch pertama yang dibuat sesudahnya. Riwayat ini dibaca dari catatan perubahan.',
  'split.from': 'Sejak',
  'split.first': 'Sejak awal catatan perubahan',
  'split.undated': 'Ditetapkan pada waktu yang tidak disebut catatan perubahan',
  'split.sinceNotKnown': 'Sejak kapan belum diketahui',
  'split.now': 'berlaku saat terakhir dibaca',
  'split.notKnown':
    'Proporsi distribusi yang berlaku saat itu belum diketahui, sehingga tidak ada batch dari masa itu yang diukur dengannya.',
  'split.notThroughout':
    'Proporsi ini diubah sekali lagi tanpa entri dalam catatan perubahan, pada waktu yang tidak dicatat: batch sejak saat itu tidak diukur dengannya.',
  'split.gap.unreadable':
    'Entri catatan perubahan {{entry}} mengubah proporsi, tetapi nilainya tidak dapat dibaca.',
  'split.gap.does-not-follow':
    'Entri catatan perubahan {{entry}} berangkat dari proporsi yang berbeda dengan proporsi sebelumnya.',
  'split.gap.current': 'Proporsi sekarang bukan proporsi terakhir dalam catatan perubahan.',
} as const satisfies Translation<typeof english>;
