import type { doctor as english } from '../en/doctor.ts';
import type { Translation } from '../message.ts';

export const doctor = {
  'doctor.state.ok': 'baik',
  'doctor.state.todo': 'PERLU DIKERJAKAN',
  'doctor.state.untold': 'tidak dapat dipastikan',
  'doctor.site.none': '{{file}} tidak ada: tuliskan situs ini milik siapa, dengan zona waktu dan bahasa apa.',
  'doctor.site.wrong': '{{problem}}',
  'doctor.zone.known': 'Zona waktu: mesin ini mengenal {{zones}} (data {{version}}).',
  'doctor.setting.all':
    'Pengaturan: semua yang diminta berkas sudah diisi ({{asked}}), dan tidak ada yang lain.',
  'doctor.setting.missing':
    '{{name}} belum diisi, padahal diminta oleh {{by}}: isilah, atau hapus yang menyebutnya dari berkas.',
  'doctor.setting.idle':
    '{{name}} diisi, tetapi tidak diminta berkas mana pun: perbaiki namanya, atau hapus.',
  'doctor.rights.ok': '{{who}}: boleh membaca, tidak boleh menulis, dan tunduk pada row-level security.',
  'doctor.rights.superuser':
    '{{who}} adalah superuser dan ditolak: buat login yang hanya bisa membaca (README, "Point it at your own database").',
  'doctor.rights.bypass': '{{who}} melewati row-level security dan ditolak: ALTER ROLE … NOBYPASSRLS.',
  'doctor.rights.administers':
    '{{who}} boleh membuat peran atau basis data: ALTER ROLE … NOCREATEROLE NOCREATEDB.',
  'doctor.rights.writes':
    '{{who}} boleh menulis ke {{tables}}: REVOKE INSERT, UPDATE, DELETE, TRUNCATE di sana.',
  'doctor.rights.denied': '{{who}}: {{why}}',
  'doctor.rights.untold': 'Hak {{who}} tidak dapat ditanyakan: {{why}}',
  'doctor.dataset.whole': '{{system}}, {{name}}: akan diterbitkan, {{rows}} baris.',
  'doctor.dataset.flagged':
    '{{system}}, {{name}}: akan diterbitkan, {{rows}} baris, dengan {{flags}}: "npm run try -- {{name}}" menyebut barisnya.',
  'doctor.dataset.refused': '{{system}}, {{name}}: tidak akan diterbitkan: {{why}}',
  'doctor.dataset.noSource': '{{system}} menerbitkan dataset, padahal hanya tpc yang memiliki sumber.',
  'doctor.dataset.noDatabase':
    'DATABASE_URL belum diisi, sehingga tidak ada dataset yang dapat dibaca: isilah.',
  'doctor.dataset.content': 'Tidak ada dataset yang dibaca: {{why}}',
  'doctor.check.answered': '{{system}}, {{name}}: terjawab ({{outcome}}).',
  'doctor.check.unknown':
    '{{system}}, {{name}}: tidak terjawab ({{why}}). "npm run try -- {{system}}/{{name}}" menampilkan pertanyaannya.',
  'doctor.check.offline': 'Mesin ini tampaknya luring: periksa jaringannya.',
  'doctor.clock.right': 'Jam: {{now}}, sama dengan kata {{peers}} peladen lain.',
  'doctor.clock.alone': 'Jam: {{now}}; tidak ada mesin lain yang menyebut pukul berapa sekarang.',
  'doctor.clock.doubt':
    'Jam: {{now}}, sedangkan satu peladen lain menyebut {{times}}. Salah satunya keliru: periksa jam.',
  'doctor.clock.wrong':
    'Jam: {{now}}, sedangkan {{peers}} peladen lain sepakat pada waktu lain ({{times}}): betulkan jam.',
  'doctor.git.none':
    'Konten tidak berada dalam repositori git, padahal riwayatnya yang diverifikasi pembaca: git init, lalu commit.',
  'doctor.git.remote': 'Git: konten didorong ke {{names}}.',
  'doctor.git.noRemote': 'Git: tidak ada remote tujuan konten: git remote add origin <alamat>.',
  'doctor.git.whole': 'Git: riwayatnya utuh.',
  'doctor.git.shallow':
    'Git: riwayatnya dangkal, sehingga yang pernah diterbitkan tidak dapat dibandingkan: git fetch --unshallow.',
  'doctor.git.untold': 'Git tidak dapat ditanya: {{why}}',
  'doctor.workflow.all': '{{file}}: memberi setiap langkah pengaturan yang diminta berkas.',
  'doctor.workflow.noStep':
    '{{file}}: tidak ada langkah yang menjalankan "npm run scheduled -- {{part}}": tambahkan.',
  'doctor.workflow.missing':
    '{{file}}: langkah {{part}} tidak diberi {{names}}: tambahkan satu baris env untuk masing-masing.',
  'doctor.live.noAddress': '"{{site}}" bukan alamat situs: perbaiki TERANG_SITE.',
  'doctor.live.silent': '{{url}} tidak dapat dibaca: {{why}}',
  'doctor.live.undated': '{{url}} tidak menyebut sampai kapan isinya berlaku.',
  'doctor.live.fresh': '{{url}} berlaku sampai {{until}}.',
  'doctor.live.old':
    '{{url}} hanya berlaku sampai {{until}}: periksa mengapa tidak ada terbitan yang lebih baru.',
  'doctor.live.noCheckpoint':
    '{{url}} tidak ada: tanda tangani log (npm run log -- sign), lalu bangun situs.',
  'doctor.live.type': '{{url}} dikirim sebagai {{type}}.',
  'doctor.live.wrongType': '{{url}} dikirim sebagai "{{type}}": atur peladen agar mengirim text/plain.',
  'doctor.live.cache':
    '{{url}} dikirim dengan "{{control}}": jangan biarkan cache menyimpannya lebih dari 15 menit.',
  'doctor.live.aged':
    '{{url}} berasal dari cache yang berumur {{age}} dtk: jangan biarkan cache menyimpannya lebih dari 15 menit.',
} as const satisfies Translation<typeof english>;
