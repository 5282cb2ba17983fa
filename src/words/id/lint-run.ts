import type { lintRun as english } from '../en/lint-run.ts';
import type { Translation } from '../message.ts';

export const lintRun = {
  'lint.error': 'kesalahan',
  'lint.warning': 'peringatan',
  'lint.notes_other': '{{n}} catatan diperiksa',
  'lint.errors_other': '{{n}} kesalahan',
  'lint.warnings_other': '{{n}} peringatan',
  'lint.sum': '{{notes}}: {{errors}}, {{warnings}}.',
  'lint.publishable': 'Semua dapat diterbitkan.',
  'lint.unpublishable': 'Catatan yang memuat kesalahan tidak diterbitkan sampai diperbaiki.',
  'lint.no-note':
    'ini bukan catatan: tidak ada berkas dengan nama ini di written/incidents atau written/maintenance',
  'lint.heading': 'Catatan',
  'lint.unreadable':
    'yang telah diterima darinya tidak lagi dapat dibaca; situs menampilkan yang tercatat dalam riwayat publikasi',
  'lint.nothing-new': 'Tidak ada yang baru.',
  'lint.published_other': '{{n}} catatan diterbitkan.',
  'lint.refused':
    '{{n}} ditolak: yang sudah pernah diterbitkan tetap ditampilkan seperti sebelumnya; tidak ada hal baru darinya yang ditampilkan.',
  'lint.refusal':
    'ditolak ({{rule}}): catatan {{demand}}; jika pernah diterbitkan, teks yang lama tetap ditampilkan',
  'lint.not-looked':
    'Tidak ada catatan yang diperiksa, atau tidak ada yang dapat disimpan: log langkah ini menyebutkan alasannya.',
  'lint.broken':
    'Berkas sebuah sistem keliru, atau ada berkas di tempat yang tidak dibaca: log langkah ini menyebutkan letaknya.',
  'lint.column.where': 'tempat',
  'lint.column.level': 'tingkat',
  'lint.column.rule': 'aturan',
  'lint.column.demand': 'Sebuah catatan …',
  'lint.column.found': 'temuan',
  'lint.column.refused': 'ditolak',
} as const satisfies Translation<typeof english>;
