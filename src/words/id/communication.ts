import type { communication as english } from '../en/communication.ts';
import type { Translation } from '../message.ts';

export const communication = {
  'disagree.silent_other':
    'Data dan pernyataan kami tidak sejalan: {{n}} pemeriksaan {{component}} ({{system}}) gagal {{since}}, dan tidak ada insiden terbuka yang menyebutkannya.',
  'disagree.resolved-while-failing':
    'Data dan pernyataan kami tidak sejalan: “{{title}}” dinyatakan teratasi {{when}}, padahal masih ada pemeriksaan yang gagal: {{checks}}.',
  'disagree.update-overdue':
    'Terlambat: pembaruan berikutnya untuk “{{title}}” seharusnya terbit paling lambat {{when}}.',
  'disagree.silent-too-long':
    'Tanpa kabar: “{{title}}” masih terbuka, dan menurut aturan tingkat keparahannya pembaruan sudah ditunggu sejak {{when}}.',
  'disagree.checklist-overdue':
    'Daftar periksa untuk “{{title}}”, yang sudah teratasi, seharusnya terbit paling lambat {{when}} dan belum ada.',
  'disagree.open-too-long':
    'Terbuka terlalu lama: menurut aturan tingkat keparahannya, “{{title}}” seharusnya selesai paling lambat {{when}}.',
  'communication.title': 'Seberapa baik kami memberi tahu Anda',
  'communication.objective': 'Sasaran',
  'communication.value': 'Sejauh ini',
  'communication.target': 'Target',
  'communication.first': 'Waktu sampai catatan pertama',
  'communication.first.value': 'median {{median}}, terlama {{longest}}; {{n}} insiden',
  'communication.noTarget': 'tidak ditetapkan untuk semua sistem',
  'communication.cadence': 'Pembaruan yang terbit sesuai waktu yang diumumkan',
  'communication.kept': '{{share}}: {{n}} dari {{total}}',
  'communication.documented': 'Gangguan yang terlihat oleh pemeriksaan dan terdokumentasi sebagai insiden',
  'communication.all': '100%',
  'communication.noneAnnounced': 'belum diketahui: belum ada pembaruan yang diumumkan waktunya',
  'communication.noNote': 'belum diketahui: belum ada insiden yang terdokumentasi',
  'communication.noneTold':
    'tidak diketahui: tidak ada insiden yang tercatat di log sejak waktu terbit yang disebutnya',
  'communication.untold_other':
    '{{n}} insiden tidak dihitung: log mencatatnya lebih lambat daripada waktu terbit yang disebutnya',
  'communication.noOutage': 'pemeriksaan tidak melihat gangguan selama {{days}} hari',
  'communication.noChecks': 'belum diketahui: belum pernah ada pemeriksaan',
  'communication.unknownDays_other': '{{n}} hari komponen sama sekali belum diketahui',
  'communication.how': 'Cara menghitungnya',
  'communication.formula.first':
    'Waktu sampai catatan pertama: dari waktu mulai yang disebut catatan sampai penerbitan pertama kali melihat catatan itu.',
  'communication.formula.cadence':
    'Pembaruan yang diumumkan: setiap batas waktu yang diumumkan sebuah catatan untuk pembaruan berikutnya dihitung sekali; batas itu terpenuhi bila pembaruan lain terbit sebelumnya, dan baru dihitung setelah waktunya lewat.',
  'communication.formula.documented':
    'Gangguan: hari dalam UTC ketika suatu komponen terganggu sedikitnya {{minutes}} menit (peredamannya: {{n}} jawaban berturut-turut); hari-hari yang berurutan dihitung satu. Suatu gangguan terdokumentasi bila ada insiden sistem itu yang menyebut komponennya dan mencakup hari-hari tersebut. Angka hariannya merupakan data terbuka.',
  'communication.list': 'Gangguan satu per satu',
  'communication.days': 'Hari (UTC)',
  'communication.component': 'Komponen',
  'communication.minutes': 'Gangguan, menit',
  'communication.by': 'Didokumentasikan oleh',
  'communication.not': 'tidak ada insiden',
} as const satisfies Translation<typeof english>;
