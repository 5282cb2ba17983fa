import type { fileProblem as english } from '../en/file-problem.ts';
import type { Translation } from '../message.ts';

export const fileProblem = {
  'finding.time.pattern': 'TTTT-BB-HH jj:mm {{offset}}',
  'finding.time.year':
    '"{{text}}" menyebut tahun yang tidak mungkin dimaksud: tulis tahun antara {{first}} dan {{last}}',
  'finding.time.impossible': '"{{text}}" adalah waktu yang tidak ada: periksa hari, jam, dan selisih zonanya',
  'finding.time.no-zone':
    '"{{text}}" tidak menyebut zona waktunya: tulis "{{text}} +07:00" (WIB adalah +07:00, UTC adalah Z)',
  'finding.time.unreadable': '"{{text}}" bukan waktu yang dapat dibaca: tulis sebagai {{meant}}',
  'finding.time.unreadable-zone':
    '"{{text}}" bukan waktu yang dapat dibaca: tulis sebagai {{meant}} ({{zone}} adalah {{offset}})',
  'finding.yaml.tab': 'ada tab di tempat yang hanya boleh diisi spasi: ganti dengan dua spasi',
  'finding.yaml.twice': 'isian ini ada dua kali di sini: pertahankan salah satu',
  'finding.yaml.alias': 'teks yang diawali * atau & harus berada dalam "tanda kutip"',
  'finding.yaml.unclosed': 'ada yang dibuka di sini dan belum ditutup: cari } ] atau tanda kutip yang kurang',
  'finding.yaml.unreadable':
    'isi berkas tidak dapat dibaca mulai dari sini. Teks dengan titik dua, koma, atau tanda kutip harus berada dalam "tanda kutip"; setiap { memerlukan } dan setiap [ memerlukan ]',
  'finding.schema.missing': 'isian ini tidak ada; harus berupa {{expected}}',
  'finding.schema.type': 'harus berupa {{expected}}, bukan {{received}}',
  'finding.schema.value': 'harus {{text}}',
  'finding.schema.one-of': 'harus salah satu dari {{known}}',
  'finding.schema.short_other': 'harus memuat paling sedikit {{count}} karakter',
  'finding.schema.long_other': 'harus memuat paling banyak {{count}} karakter',
  'finding.schema.few_other': 'harus memuat paling sedikit {{count}} entri',
  'finding.schema.many_other': 'harus memuat paling banyak {{count}} entri',
  'finding.schema.least': 'harus {{text}} atau lebih',
  'finding.schema.more': 'harus lebih dari {{text}}',
  'finding.schema.most': 'harus {{text}} atau kurang',
  'finding.schema.less': 'harus kurang dari {{text}}',
  'finding.schema.date': 'harus berupa tanggal, misalnya 2026-01-05',
  'finding.schema.datetime': 'harus berupa waktu beserta zonanya, misalnya 2026-01-05T09:30:00Z',
  'finding.schema.time': 'harus berupa jam, misalnya 09:30',
  'finding.schema.duration': 'harus berupa durasi, misalnya PT15M',
  'finding.schema.url': 'harus berupa alamat, misalnya https://example.com/',
  'finding.schema.uuid': 'harus berupa UUID',
  'finding.schema.email': 'harus berupa alamat surel',
  'finding.schema.pattern': 'harus berupa teks yang sesuai dengan {{text}}',
  'finding.schema.key': 'nama isian ini tidak sesuai',
  'finding.schema.other': 'isi ini tidak sesuai',
  'finding.schema.unknown': '"{{name}}" bukan isian yang dikenal di sini',
  'finding.schema.forms': 'harus berupa {{forms}}',
  'finding.schema.forms-unknown': 'harus berupa {{forms}}; {{unknown}} tidak dikenal di sini',
  'finding.site.contrast':
    'kontras {{color}} di atas {{ground}}, latar pada skemanya, adalah {{ratio}} : 1; harus {{least}} : 1 atau lebih (WCAG 2.2 AA)',
  'finding.site.rests-on': '"{{section}}" bertumpu pada "{{rest}}", yang tidak tercantum',
  'finding.svg.unreadable':
    'mulai dari sini isinya tidak dapat dibaca sebagai SVG biasa: elemen dengan atribut dalam tanda kutip, tanpa entitas, DOCTYPE, atau CDATA',
  'finding.svg.style':
    'harus berupa lembar gaya tanpa url(), @import, image-set(), dan garis miring terbalik',
  'finding.svg.missing': 'tidak ada berkas "{{name}}" di samping berkas ini',
  'finding.svg.element':
    '<{{name}}> tidak diizinkan di sini: gambar memuat bentuk, gradien, dan judulnya (lembar gaya hanya dalam favicon)',
  'finding.svg.attribute':
    '{{name}}="{{value}}" tidak diizinkan: tanpa skrip, tanpa alamat, dan dalam logo hanya id dan class yang diawali "logo-"',
  'finding.svg.long': 'gambar harus memuat paling banyak {{most}} karakter',
  'finding.system.missing': 'berkas ini tidak dapat dibaca: tidak ada sistem "{{id}}"',
  'finding.system.folder': 'harus "{{id}}", yaitu nama foldernya',
  'finding.system.prefix':
    'harus selain {{own}}: setelan yang diawali {{prefix}} adalah milik sistem "{{id}}"',
  'finding.kind.text': 'teks',
  'finding.kind.number': 'angka',
  'finding.kind.whole': 'bilangan bulat',
  'finding.kind.boolean': 'true atau false',
  'finding.kind.list': 'daftar',
  'finding.kind.mapping': 'kumpulan isian',
  'finding.kind.nothing': 'kosong',
  'finding.kind.other': 'bentuk lain',
  'finding.kind.value': '{{text}}',
  'finding.kind.fields': '{{text}}',
  'finding.kind.or': '{{one}} atau {{other}}',
} as const satisfies Translation<typeof english>;
