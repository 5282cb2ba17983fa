import type { expectations as english } from '../en/expectations.ts';
import type { Translation } from '../message.ts';
export const expectations = {
  'finding.expected.abbreviation': 'harus berupa singkatan, misalnya CET',
  'finding.expected.abbreviations':
    'harus berupa singkatan yang dicetak PostgreSQL untuk {{zone}} dalam gaya {{style}}, menurut selisih zonanya, misalnya { "+01": CET, "+02": CEST }',
  'finding.expected.accepted-why': 'harus berisi alasan mengapa temuan ini boleh dibiarkan',
  'finding.expected.address': 'harus env:NAMA atau https://…',
  'finding.expected.amount': 'harus berupa nilai 0 atau lebih',
  'finding.expected.amounts-unit': 'satuan nilainya harus disebutkan',
  'finding.expected.answer-value':
    'harus ada bersama "answer: value", dan hanya di sana: batas yang dibandingkan dengan angkanya',
  'finding.expected.asked':
    'harus berisi paling sedikit satu, atau isian ini dihapus: daftar kosong tidak menanyakan apa pun',
  'finding.expected.between': 'harus paling sedikit {{least}} dan paling banyak {{most}}',
  'finding.expected.blocks-unit': 'harus blocks atau slots',
  'finding.expected.both-cases':
    'kalimat untuk keadaan ini juga diperlukan: belum diketahui bukan berarti berjalan dan bukan pula berarti gangguan',
  'finding.expected.content':
    'harus ada json, body_includes, atau headers_present: tanpa itu, halaman apa pun akan lolos. Jika hanya itu yang ditanyakan, tulis only: reachability',
  'finding.expected.count': 'harus berupa bilangan bulat 0 atau lebih',
  'finding.expected.count-unit': 'harus count',
  'finding.expected.database':
    'harus berupa setelan yang namanya memuat DATABASE, misalnya env:ACME_DATABASE_URL',
  'finding.expected.day-from': 'harus berupa tanggal {{day}} atau sesudahnya',
  'finding.expected.day-rule': 'harinya juga harus disebutkan: BYDAY atau BYMONTHDAY',
  'finding.expected.days-unit': 'harus days',
  'finding.expected.decimal': 'harus berupa angka desimal yang persis, misalnya 12.500000',
  'finding.expected.declared-json': 'harus berupa objek JSON dengan isian yang dinyatakan',
  'finding.expected.digits':
    'harus berupa angka dengan paling banyak {{digits}} digit dan {{decimals}} desimal',
  'finding.expected.due':
    'harus berupa aturan yang akan jatuh tempo: hari yang disebut di sini tidak ada dalam tahun mana pun',
  'finding.expected.duration': 'harus berupa jam, menit, dan detik, misalnya PT15M atau PT24H',
  'finding.expected.endless-rule':
    'tidak boleh memuat INTERVAL, COUNT, UNTIL, atau BYSECOND: pemeriksaan rutin berlangsung terus',
  'finding.expected.file-name': 'harus "{{text}}", yaitu nama berkasnya',
  'finding.expected.finding': 'harus berupa id temuan, misalnya chain:profiles.role',
  'finding.expected.frequency': 'harus FREQ=DAILY, WEEKLY, MONTHLY, atau YEARLY',
  'finding.expected.hash-sessions':
    'hash_sessions harus ada di sampingnya: sesi tempat hash dibuat, misalnya [{ zone: UTC, style: ISO }]',
  'finding.expected.hour-rule': 'harus memuat BYHOUR dan BYMINUTE: pemeriksaan rutin memiliki jam',
  'finding.expected.identifier': 'harus berupa huruf kecil, angka, dan tanda hubung',
  'finding.expected.in-order': 'audit dari bulan yang sama harus berurutan menurut waktu pembuatannya',
  'finding.expected.internal-only': 'hanya boleh ada dalam pemeriksaan rutin internal',
  'finding.expected.json': 'harus berupa JSON',
  'finding.expected.json-path': 'harus berupa JSONPath (RFC 9535), misalnya $.checks.db.status',
  'finding.expected.known-group': 'harus berupa kelompok dari sistem ini: {{known}}',
  'finding.expected.known-component': 'harus berupa komponen dari sistem ini: {{known}}',
  'finding.expected.known-check': 'harus berupa pemeriksaan dari sistem ini: {{known}}',
  'finding.expected.known-setting': 'harus berupa setelan dari sistem ini: {{known}}',
  'finding.expected.known-severity': 'harus berupa tingkat keparahan dari sistem ini: {{known}}',
  'finding.expected.known-playbook': 'harus berupa playbook yang ada berkasnya: {{known}}',
  'finding.expected.letters': 'harus berupa huruf, angka, dan tanda hubung',
  'finding.expected.limit': 'harus berupa batas yang tidak dipenuhi oleh suatu nilai mulai dari 0',
  'finding.expected.month': 'harus berupa bulan, misalnya 2026-01',
  'finding.expected.most-fractions': 'jumlah pecahannya {{sum}}, lebih dari keseluruhan (1)',
  'finding.expected.no-event':
    'tidak boleh menyebut peristiwa: pemeriksaan rutin yang berjadwal mengikuti jam',
  'finding.expected.none-known': 'tidak ada satu pun',
  'finding.expected.no-setting': 'harus berupa kata-kata, bukan nama setelan seperti ESCROW_DB_SECRET',
  'finding.expected.nothing-beside':
    'tidak boleh ada yang lain di sampingnya: pemeriksaan ini melihat lebih dari itu',
  'finding.expected.number': 'harus berupa angka',
  'finding.expected.offset': 'harus berupa selisih dari UTC, misalnya "+01"',
  'finding.expected.only-with': 'hanya boleh ada bersama salah satu dari ini: {{text}}',
  'finding.expected.other-check': 'harus berupa pemeriksaan selain yang disebut dalam "of"',
  'finding.expected.other-endpoint': 'harus berupa endpoint yang belum disebutkan',
  'finding.expected.other-id':
    'harus berupa id lain: nama ini dipakai oleh hasil pemeriksaan atau pemeriksaan rutin',
  'finding.expected.other-prefix':
    'harus selain {{first}}: setelan yang diawali demikian adalah milik mesin atau situs ini sendiri',
  'finding.expected.other-than-target': 'tidak boleh memuat nilai yang memenuhi target',
  'finding.expected.percent-unit': 'harus %',
  'finding.expected.percentage': 'harus berupa persentase, misalnya "99.9"',
  'finding.expected.presence':
    'yang harus ada juga perlu disebutkan: jika jalurnya salah eja, tidak ada apa pun di sana',
  'finding.expected.public':
    'harus "public": folder ini diterbitkan. Yang bersifat internal berada dalam folder yang disebut oleh TERANG_INTERNAL',
  'finding.expected.report-due':
    'harus bernama sesuai laporan yang jatuh tempo saat itu, misalnya 2026-11-22T090000Z.yaml',
  'finding.expected.result': 'hasil yang seharusnya perlu disebutkan: tanpa itu, hasil apa pun akan lolos',
  'finding.expected.role': 'harus berupa peran, bukan nama atau alamat surel',
  'finding.expected.roles-of-key':
    'harus berupa peran dari kunci ini, misalnya "operator" atau "operator,security", bukan nama orang',
  'finding.expected.same-unit': 'harus dalam satuan "{{check}}" ({{unit}}), bukan {{other}}',
  'finding.expected.setting':
    'harus env:NAMA, atau env:NAMA diikuti jalur yang diawali / atau ?: apa pun yang tepat di belakang setelan dapat mengubahnya menjadi alamat pihak lain',
  'finding.expected.setting-alone': 'harus berupa setelan saja, misalnya env:ACME_DATABASE_URL',
  'finding.expected.setting-whole':
    'tidak boleh ada setelan di tengah alamat: isinya akan dikirim kepada siapa pun yang disebut oleh sisa alamat itu. Setelan adalah seluruh alamat, atau awalnya: env:NAMA/jalur',
  'finding.expected.settings-prefix': 'harus berupa 2 sampai 16 huruf besar dan angka, misalnya ACME',
  'finding.expected.two-providers':
    'harus ada dua penyedia atau lebih: keterangan satu penyedia saja tidak dipercaya',
  'finding.expected.some-length': 'harus lebih lama dari nol',
  'finding.expected.sql-file': 'harus sql/<nama>.sql',
  'finding.expected.system-file': 'berkas ini harus ada dalam folder sebuah sistem',
  'finding.expected.time-come':
    'harus berupa waktu yang sudah berlalu: menurut jam basis data itu sendiri, tidak ada yang dapat lebih lambat dari {{latest}}',
  'finding.expected.time-unit': 'harus berupa satuan waktu: ms, s, min, h, atau days',
  'finding.expected.timestamptz':
    'harus berupa timestamptz dalam UTC dengan gaya ISO, misalnya 2026-01-26 01:02:03.123456+00',
  'finding.expected.twice': '"{{text}}" ada dua kali',
  'finding.expected.unit-of': 'harus dalam satuan "{{check}}" ({{unit}})',
  'finding.expected.valid-for':
    'harus paling sedikit {{every}}: jika tidak, data sudah kedaluwarsa sebelum snapshot berikutnya',
  'finding.expected.while':
    'hanya boleh ada di samping "while", yang menyebut pemeriksaan yang menjadi dasarnya',
  'finding.expected.whole-split': 'jumlah bagian-bagiannya {{sum}}%, bukan 100%',
  'finding.expected.words-of-secret':
    'harus berupa kata-kata dengan huruf kecil, misalnya "key of the escrow database", bukan nama atau isi sebuah setelan',
  'finding.expected.years': 'harus berupa waktu dalam tahun {{first}} sampai {{last}}',
  'finding.expected.zone':
    'harus berupa zona waktu menurut namanya dalam basis data IANA, misalnya Asia/Jakarta',
  'finding.expected.color': 'harus berupa warna, misalnya "#0b5663"',
  'finding.expected.contact':
    'harus berupa alamat, misalnya https://example.com/ atau, untuk kontak, mailto:kami@example.com',
  'finding.expected.one-line': 'harus satu baris, tanpa spasi di awal dan akhir',
  'finding.expected.other-zone':
    'harus zona selain yang ditampilkan pertama; hapus isian ini jika satu zona sudah cukup',
  'finding.expected.site-file':
    'berkas ini harus ada: isinya menyatakan milik siapa situs ini dan apa yang ditawarkannya',
  'finding.expected.status-or-transparency':
    'harus memuat "status", "transparency", atau keduanya: tanpa itu situs tidak menampilkan apa pun',
  'finding.expected.svg-file': 'harus berupa nama berkas SVG di samping berkas ini, misalnya logo.svg',
  'finding.rule.range': '{{part}} harus antara {{least}} dan {{most}}, bukan {{number}}',
  'finding.rule.range-without-0':
    '{{part}} harus antara {{least}} dan {{most}}, dan bukan 0; yang tertulis {{number}}',
  'finding.rule.unreadable': 'harus berupa RRULE menurut RFC 5545: {{text}}',
  'finding.setting.database': '{{name}} membuka basis data, dan hanya boleh berada dalam "database"',
  'finding.setting.no-database': '{{name}} tidak menyatakan bahwa isinya basis data',
  'finding.setting.secret':
    '{{name}} adalah rahasia, dan tempatnya dalam header untuk rahasia, misalnya authorization',
  'finding.setting.stranger':
    '{{name}} akan dikirim ke {{field}}, alamat yang ditulis lengkap: setelan hanya dikirim ke alamat yang juga berupa setelan (env:{{prefix}}…)',
  'finding.setting.strayed': '{{name}} bukan setelan sistem ini: nama setelannya diawali {{prefix}}',
  'finding.sign-off.item': '"{{item}}" bukan butir manual dari laporan itu',
  'finding.sign-off.named': 'harus "report: {{report}}"',
  'finding.sign-off.role': 'harus salah satu dari peran ini: {{known}}',
  'finding.sign-off.time': 'harus berupa waktu antara pelaksanaannya, {{ran}}, dan sekarang',
  'finding.sign-off.unnamed':
    'tanda tangan hanya berlaku jika yang ditandatangani memuat "report: {{report}}"',
} as const satisfies Translation<typeof english>;
