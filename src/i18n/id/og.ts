import type { og as english } from '../en/og.ts';
import type { Translation } from '../message.ts';

export const og = {
  'og.asOf': 'per {{wib}} / {{utc}}',
  'og.changed': 'data terakhir berubah {{wib}} / {{utc}}',
  'og.stated': 'dinyatakan {{wib}} / {{utc}}',
  'og.never': 'belum pernah diperiksa',
  'og.undated': 'waktu belum diketahui',
  'og.now': 'Gambar ini tidak berubah sendiri; keadaan terkini ada di halamannya.',
  'og.elsewhere': 'Judulnya ada di halaman',
  'og.status': 'Status',
  'og.batches': 'Batch distribusi',
  'og.incident': 'Insiden',
  'og.available': 'tersedia {{days}}',
  'og.distributed_other': 'didistribusikan dalam {{n}} batch',
  'og.hash.match_other': '{{n}} hash cocok',
  'og.hash.mismatch_other': '{{n}} hash tidak cocok',
  'og.hash.missing_other': '{{n}} tanpa hash',
  'og.altered_other': '{{n}} diubah setelah terbit',
  'og.incident.investigating': 'Sedang diselidiki',
  'og.incident.identified': 'Penyebab ditemukan',
  'og.incident.monitoring': 'Sedang dipantau',
  'og.incident.over': 'Teratasi, daftar periksa menyusul',
  'og.incident.withdrawn': 'Ditarik: terbit karena keliru',
  'og.incident.resolved': 'Teratasi',
  'og.incident.postmortem': 'Teratasi, dengan laporan pascainsiden',
  'og.started': 'Mulai {{when}}',
} as const satisfies Translation<typeof english>;
